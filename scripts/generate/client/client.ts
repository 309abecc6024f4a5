import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { deref, type OpenApi, type Schema } from "../../bundle/openapi.ts";
import { credentialHeader, credentialPrefix } from "../../bundle/security.ts";
import type { ErrorAdvice, Platform } from "../../client/contract.ts";
import { withObject } from "../../client/particles.ts";
import { root } from "../../lib/paths.ts";
import { docComment, literal } from "../source-text.ts";
import { examples } from "./examples.ts";
import { callComment, operationModules } from "./operation-modules.ts";
import { clientOperations } from "./operations.ts";
import { resultName, resultType, signature, takesInput } from "./signature.ts";

const runtimeDir = join(root, "scripts/client");

/**
 * The files of the client by name: a module for each operation, those that they share, the client of all operations, and
 * the hand-written runtime beside them, verbatim.
 */
export function client(api: OpenApi, header: string): Map<string, string> {
  const runtime = readdirSync(runtimeDir)
    .sort()
    .map((file): [string, string] => [`runtime/${file}`, readFileSync(join(runtimeDir, file), "utf8")]);
  const files: [string, string][] = [
    ["client.ts", entry(api)],
    ["connection.ts", connection(api)],
    ["error-codes.ts", errorCodes(api)],
    ["examples.ts", examples(api)],
    ["operations.ts", barrel(api)],
    ["platform.ts", platform(api)],
    ["validators.ts", validators(api)],
    ...operationModules(api),
    ...runtime,
  ];
  return new Map(files.map(([file, text]) => [file, `${header}\n${text}`]));
}

/** What all operations share, as data. */
function platform(api: OpenApi): string {
  const { securitySchemes } = api.components;
  const schemes: Platform["schemes"] = Object.fromEntries(
    Object.keys(securitySchemes).map((name) => [
      name,
      { header: credentialHeader(securitySchemes, name), prefix: credentialPrefix(securitySchemes, name) },
    ]),
  );
  return `import type { Platform } from "./runtime/contract.ts";

/** What the spec says of all operations, as the runtime reads it. */
export const platform: Platform = {
  schemes: ${literal(schemes, "  ")},
  errorCodes: async () => (await import("./error-codes.ts")).errorCodes,
};
`;
}

function errorCodes(api: OpenApi): string {
  const rows = Object.fromEntries(
    api["x-error-catalogue"].codes.map(({ code, meaning, action, resend }): [string, ErrorAdvice] => [
      code,
      { meaning, advice: action, resend },
    ]),
  );
  return `import type { ErrorAdvice } from "./runtime/contract.ts";

/** The catalogue of error codes. */
export const errorCodes: Record<string, ErrorAdvice> = ${literal(rows)};
`;
}

function connection(api: OpenApi): string {
  const { title } = api.info;
  return `import { platform } from "./platform.ts";
import { connect, type WooriConnection } from "./runtime/connection.ts";
import type { WooriOptions } from "./runtime/options.ts";
import type * as types from "./types.ts";

export { toBigInt } from "./runtime/amount.ts";
export * from "./runtime/errors.ts";
export type {
  BusinessFailure,
  CallResult,
  CallSuccess,
  ClientInput,
  WooriConnection,
} from "./runtime/connection.ts";
export type {
  AccessTokenSource,
  CallErrorEvent,
  CallOptions,
  CallRequestEvent,
  CallResponseEvent,
  Hooks,
  NodeOptions,
  WooriOptions,
} from "./runtime/options.ts";

${docComment(`${title} 클라이언트 설정입니다.`)}export interface WooriClientOptions extends Omit<WooriOptions, "dataHeader"> {
  /** 모든 호출의 dataHeader에 사용할 값입니다. 호출할 때 지정한 값이 우선합니다. */
  dataHeader?: ${dataHeaderType(api)};
}

${docComment(`${title} 연결을 만듭니다. 오퍼레이션 함수의 첫 번째 인자로 전달하면, 번들에는 import한 오퍼레이션만 들어갑니다.`, "", ["@throws {WooriInputError} 쓸 수 없는 설정이 있습니다."])}export function createWooriConnection(options: WooriClientOptions): WooriConnection {
  const { call, close } = connect(platform, options as WooriOptions);
  return { call, close };
}
`;
}

/** What every call's dataHeader may be filled from: the components that the requests have there. */
function dataHeaderType(api: OpenApi): string {
  const headers = clientOperations(api).flatMap(({ requestSchema }) => {
    const header = requestSchema && deref<Schema>(api, requestSchema).properties?.["dataHeader"]?.$ref;
    return header === undefined ? [] : [header.split("/").at(-1) ?? ""];
  });
  const names = [...new Set(headers)];
  return names.length === 0 ? "Record<string, string>" : names.map((name) => `Partial<types.${name}>`).join(" & ");
}

/** The connection and every operation's function: a bundler takes those that are used. */
function barrel(api: OpenApi): string {
  const lines = clientOperations(api).map(({ id }) => `export { ${id} } from "./operations/${id}.ts";\n`);
  return `export * from "./connection.ts";\n${lines.join("")}`;
}

function validators(api: OpenApi): string {
  const operations = clientOperations(api);
  const declarations = operations.flatMap(({ id, operation, parameters, requestSchema }) =>
    [
      { part: "parameters", suffix: "Parameters", what: "파라미터", isThere: parameters !== undefined },
      { part: "request", suffix: "Request", what: "요청 본문", isThere: requestSchema !== undefined },
      { part: "response", suffix: "Response", what: "응답 본문", isThere: true },
    ]
      .filter(({ isThere }) => isThere)
      .map(
        ({ part, suffix, what }) =>
          docComment(`${operation.summary}: ${withObject(what)} 검사합니다. 명세와 다른 곳은 errors에 있습니다.`) +
          `export const ${id}${suffix}: Validator = /* @__PURE__ */ validator(${id}.${part}${part === "response" ? "" : "!"});\n`,
      ),
  );
  return `${operations.map(({ id }) => `import { operation as ${id} } from "./operations/${id}.ts";\n`).join("")}import { type Validator, validator } from "./runtime/validator.ts";

export type { ValidationError, Validator } from "./runtime/validator.ts";

${declarations.join("")}`;
}

function entry(api: OpenApi): string {
  const operations = clientOperations(api);
  const resultTypes = [...new Set(operations.map(resultName))].sort();
  const { title } = api.info;
  return `import type { Client } from "openapi-fetch";
import type { WooriClientOptions } from "./connection.ts";
${operations.map(({ id }) => `import { operation as ${id} } from "./operations/${id}.ts";\n`).join("")}import { platform } from "./platform.ts";
import { ${resultTypes.map((name) => `type ${name}, `).join("")}type ClientInput, connect } from "./runtime/connection.ts";
import type { CallOptions, WooriOptions } from "./runtime/options.ts";
import { rawClient } from "./runtime/raw.ts";
import type * as types from "./types.ts";

export * from "./connection.ts";
export type * from "./types.ts";

${docComment(`${title} 클라이언트입니다. 결과를 반환하거나 WooriError를 던집니다.`)}export interface WooriClient {
${operations
  .map(
    (one) =>
      `${callComment(one.operation.summary, "  ")}  ${one.id}(${signature(one)}): Promise<${resultType(one)}>;\n`,
  )
  .join("")}  /** openapi-fetch 클라이언트입니다. 같은 전송과 보호 장치를 사용하지만 본문을 검증하지 않습니다. */
  readonly raw: Client<types.paths>;
  /** 유지하던 연결을 닫습니다. */
  close(): void;
}

${docComment(`${title} 클라이언트를 만듭니다.`, "", ["@throws {WooriInputError} 쓸 수 없는 설정이 있습니다."])}export function createWooriClient(options: WooriClientOptions): WooriClient {
  const wire = connect(platform, options as WooriOptions);
  let raw: Client<types.paths> | undefined;
  return {
${operations
  .map((one) => {
    const [args, input] = takesInput(one) ? ["input, options", "input"] : ["options", "undefined"];
    return `    ${one.id}: (${args}) => wire.call(${one.id}, ${input}, options) as Promise<${resultType(one)}>,\n`;
  })
  .join("")}    get raw() {
      return (raw ??= rawClient<types.paths>(wire, [${operations.map(({ id }) => id).join(", ")}]));
    },
    close: wire.close,
  };
}
`;
}
