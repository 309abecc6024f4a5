import { OperationTable } from "../server/checked-operation.ts";
import { curl, exampleRequest, inputScenarios, reproducingRequest } from "../bundle/example-request.ts";
import { type OpenApi, operationsOf } from "../bundle/openapi.ts";
import { shellWord } from "../lib/shell.ts";
import { type App, shownCredentials } from "./apps.ts";
import { SpecAnswers } from "./spec-answers.ts";
import { oauthPath } from "./oauth.ts";
import * as say from "./messages.ts";

/** The refused call that is shown: the right app key with a wrong secret. */
const refusedCode = "SYSCD03003";

/** How many paths are read and listed; a platform may have thousands. */
const listed = 10;

/**
 * What the sandbox prints when it is ready: operations with their scenarios, and requests to paste.
 *
 * @param certificate the file by which curl trusts the sandbox, where it made one
 */
export function announcement(whole: OpenApi, url: string, apps: readonly App[], certificate?: string): string {
  const pasted: typeof curl = (...given) =>
    certificate === undefined
      ? curl(...given)
      : curl(...given).replace("curl ", () => `curl --cacert '${certificate}' `);
  const paths = Object.keys(whole.paths);
  const api = {
    ...whole,
    paths: Object.fromEntries(paths.slice(0, listed).map((path) => [path, whole.paths[path] ?? {}])),
  };
  const credentials = shownCredentials(apps);
  const table = new OperationTable(api);
  const operations = operationsOf(api);
  const shown = operations.filter(
    ({ method, path }, index) => index === 0 || (method === "post" && path === operations[0]?.path),
  );
  const refused = api["x-error-catalogue"].codes.find(({ code }) => code === refusedCode);
  const [input] = inputScenarios(api);
  const [first] = operations;
  const names = first === undefined ? [] : successNames(api, table, first.path, first.method);
  const code = api["x-error-catalogue"].codes.at(-1)?.code;
  const preferences = [names[1] ?? names[0], code].flatMap((name) => (name === undefined ? [] : [`example=${name}`]));
  return [
    `${api.info.title} 샌드박스: ${url}`,
    say.noBank,
    "",
    ...operations.flatMap(({ path, method, operation }) => [
      `  ${method.toUpperCase().padEnd(4)} ${path}  ${operation.summary}`,
      `       시나리오: ${successNames(api, table, path, method).join(" ")}`,
    ]),
    ...(paths.length > listed ? [say.morePaths(paths.length - listed)] : []),
    "",
    say.howToChoose([...preferences, "fault=reset"].map((one) => `-H ${shellWord(`Prefer: ${one}`)}`)),
    ...(input === undefined ? [] : [say.byInput(input.code, Object.keys(input.values)[0])]),
    `문서: ${url}/docs/`,
    `개발자 포털: ${url}/portal/`,
    `OAuth 2.0의 issuer: ${url}${oauthPath}`,
    say.allScenarios(url),
    say.pasteThis,
    ...shown.flatMap(({ path, method, operation }, index) => [
      "",
      `# ${index > 0 ? say.sameByPost : method === "get" && operation.requestBody !== undefined ? say.getWithBody : operation.summary}`,
      pasted(url, exampleRequest(api, { path, method, operation }, credentials)),
    ]),
    ...(refused === undefined
      ? []
      : [
          "",
          `# ${say.refusedRequest} ${refused.status[0]} ${refused.code} ${refused.meaning}`,
          pasted(url, reproducingRequest(api, refused, credentials)),
        ]),
    "",
  ].join("\n");
}

function successNames(api: OpenApi, table: OperationTable, path: string, method: string): string[] {
  const operation = table.at(path)?.methods.get(method.toUpperCase());
  if (operation === undefined) return [];
  return [...new SpecAnswers(api, operation).names]
    .filter(([, statuses]) => statuses.some((status) => status < 300))
    .map(([name]) => name);
}
