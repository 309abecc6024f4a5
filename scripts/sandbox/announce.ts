import { OperationTable } from "../server/checked-operation.ts";
import { curl, exampleRequest, inputScenarios, reproducingRequest } from "../bundle/example-request.ts";
import { type OpenApi, operationsOf } from "../bundle/openapi.ts";
import { type App, shownCredentials } from "./apps.ts";
import { Scenarios } from "./scenarios.ts";

/** The refused call that is shown: the right app key with a wrong secret. */
const refusedCode = "SYSCD03003";

/** What the sandbox prints when it is ready: operations with their scenarios, and requests to paste. */
export function announcement(api: OpenApi, url: string, apps: readonly App[]): string {
  const credentials = shownCredentials(apps);
  const table = new OperationTable(api);
  const operations = operationsOf(api);
  const shown = operations.filter(
    ({ method, path }, index) => index === 0 || (method === "post" && path === operations[0]?.path),
  );
  const refused = api["x-error-catalogue"].codes.find(({ code }) => code === refusedCode);
  const [input] = inputScenarios(api);
  return [
    `${api.info.title} 샌드박스: ${url}`,
    "은행에 연결하지 않습니다. 응답은 모두 명세의 예제입니다.",
    "",
    ...operations.flatMap(({ path, method, operation }) => [
      `  ${method.toUpperCase().padEnd(4)} ${path}  ${operation.summary}`,
      `       시나리오: ${successNames(api, table, path, method).join(" ")}`,
    ]),
    "",
    "시나리오와 오류 코드는 헤더로 고릅니다: -H 'Prefer: example=noAccounts', -H 'Prefer: example=SYSCD01003', -H 'Prefer: fault=reset'",
    ...(input === undefined
      ? []
      : [`헤더를 더할 수 없으면 ${input.code} 값으로 고릅니다: ${Object.keys(input.values)[0]}`]),
    `문서: ${url}/docs/`,
    `모든 시나리오와 앱: ${url}/__sandbox/scenarios`,
    "끝내려면 Ctrl+C를 누르십시오. 다른 터미널에 붙여 넣어 보십시오.",
    ...shown.flatMap(({ path, method, operation }, index) => [
      "",
      `# ${index > 0 ? "같은 요청을 POST로" : method === "get" && operation.requestBody !== undefined ? "원문대로 본문을 실은 GET" : operation.summary}`,
      curl(url, exampleRequest(api, { path, method, operation }, credentials)),
    ]),
    ...(refused === undefined
      ? []
      : [
          "",
          `# 거절되는 요청: ${refused.status[0]} ${refused.code} ${refused.meaning}`,
          curl(url, reproducingRequest(api, refused, credentials)),
        ]),
    "",
  ].join("\n");
}

function successNames(api: OpenApi, table: OperationTable, path: string, method: string): string[] {
  const operation = table.at(path)?.methods.get(method.toUpperCase());
  if (operation === undefined) return [];
  return [...new Scenarios(api, operation).names]
    .filter(([, statuses]) => statuses.some((status) => status < 300))
    .map(([name]) => name);
}
