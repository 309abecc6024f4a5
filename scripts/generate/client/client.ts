import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { contractData, shapeOf } from "./contract-data.ts";
import type { OpenApi } from "../../bundle/openapi.ts";
import { root } from "../../lib/paths.ts";
import { examples } from "./examples.ts";
import { type ClientOperation, clientOperations } from "./operations.ts";
import { validators } from "./validators.ts";

const runtimeDir = join(root, "scripts/client");

/**
 * The files of the client by name: the typed entry, the contract as data, the examples as typed values, the compiled
 * validators, and the hand-written runtime beside them, verbatim.
 */
export function client(api: OpenApi, header: string): Map<string, string> {
  const runtime = readdirSync(runtimeDir)
    .sort()
    .map((file): [string, string] => [`runtime/${file}`, `${header}\n${readFileSync(join(runtimeDir, file), "utf8")}`]);
  return new Map([
    ["client.ts", `${header}\n${entry(api)}`],
    ["contract.ts", `${header}\n${contract(api)}`],
    ["examples.ts", `${header}\n${examples(api)}`],
    ["validators.ts", validators(api, header)],
    ...runtime,
  ]);
}

function contract(api: OpenApi): string {
  const operations = clientOperations(api).map(
    ({ id, path, method, fallback, operation, requestSchema, responseSchema }) => {
      const data = {
        path,
        method,
        ...(fallback === undefined ? {} : { fallback }),
        security: operation.security.map((names) => Object.keys(names)),
        response: shapeOf(api, responseSchema),
      };
      const request = requestSchema === undefined ? "" : `, validateRequest: validators.${id}Request`;
      return `    ${id}: { ...${JSON.stringify(data)}${request}, validateResponse: validators.${id}Response },`;
    },
  );
  const data = Object.entries(contractData(api)).map(
    ([key, value]) => `  ${key}: ${JSON.stringify(value, null, 2).replaceAll("\n", "\n  ")},`,
  );
  return [
    `import type { Contract } from "./runtime/contract.ts";`,
    `import * as validators from "./validators.ts";`,
    "",
    "/** What the spec says, as the runtime reads it. */",
    "export const contract: Contract = {",
    "  operations: {",
    ...operations,
    "  },",
    ...data,
    "};",
    "",
  ].join("\n");
}

function entry(api: OpenApi): string {
  const operations = clientOperations(api);
  const pascal = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1);
  const parameters = ({ id, requestSchema }: ClientOperation): string =>
    requestSchema === undefined ? "" : `input: ClientInput<types.${pascal(id)}Request>, `;
  return `import type { Client } from "openapi-fetch";
import { contract } from "./contract.ts";
import type { CallOptions, WooriOptions } from "./runtime/options.ts";
import { type CallResult, createRuntime } from "./runtime/runtime.ts";
import type * as types from "./types.ts";

export * from "./runtime/errors.ts";
export type { CallOptions, WooriOptions } from "./runtime/options.ts";
export type { CallResult } from "./runtime/runtime.ts";
export type * from "./types.ts";

/** 요청 본문입니다. dataHeader는 클라이언트를 만들 때 정한 값으로 채워지므로 다른 항목만 적을 수 있습니다. */
export type ClientInput<Body extends { dataHeader: object; dataBody: object }> = Omit<Body, "dataHeader"> & { dataHeader?: Partial<Body["dataHeader"]> };

/** ${api.info.title} 클라이언트 설정입니다. */
export interface WooriClientOptions extends Omit<WooriOptions, "dataHeader"> {
  /** 모든 호출의 dataHeader에 사용할 값입니다. 호출할 때 적은 값이 우선합니다. */
  dataHeader?: Partial<types.RequestDataHeader>;
}

/** ${api.info.title} 클라이언트입니다. 결과를 돌려주거나 WooriError를 던집니다. */
export interface WooriClient {
${operations
  .map(
    (one) => `  /**
   * ${one.operation.summary}
   *
   * @throws {WooriInputError} 보내기 전에 찾은 잘못입니다.
   * @throws {WooriApiError} 은행이 거부한 요청입니다.
   * @throws {WooriTransportError} 쓸 수 있는 응답을 받지 못했습니다.
   */
  ${one.id}(${parameters(one)}options?: CallOptions): Promise<CallResult<types.${pascal(one.id)}Response>>;`,
  )
  .join("\n")}
  /** openapi-fetch 클라이언트입니다. 같은 전송과 보호 장치를 사용하지만 본문을 검증하지 않습니다. */
  raw: Client<types.paths>;
  /** 유지하던 연결을 닫습니다. */
  close(): void;
}

/**
 * ${api.info.title} 클라이언트를 만듭니다.
 *
 * @throws {WooriInputError} 쓸 수 없는 설정이 있습니다.
 */
export function createWooriClient(options: WooriClientOptions): WooriClient {
  const { call, raw, close } = createRuntime<types.paths>(contract, options as WooriOptions);
  return {
${operations
  .map(({ id, requestSchema }) =>
    requestSchema === undefined
      ? `    ${id}: (options) => call("${id}", undefined, options) as ReturnType<WooriClient["${id}"]>,`
      : `    ${id}: (input, options) => call("${id}", input, options) as ReturnType<WooriClient["${id}"]>,`,
  )
  .join("\n")}
    raw,
    close,
  };
}
`;
}
