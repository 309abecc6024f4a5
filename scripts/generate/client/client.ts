import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { contract } from "./contract-data.ts";
import { deref, type OpenApi, type Schema } from "../../bundle/openapi.ts";
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

/** What a call takes: the body, and beside its parts the parameters by place. */
function inputType({
  id,
  parameters,
  requestSchema,
}: ClientOperation): { type: string; isOptional: boolean } | undefined {
  const name = `types.${id.charAt(0).toUpperCase()}${id.slice(1)}`;
  const { properties = {}, required = [] } = parameters ?? {};
  const groups = Object.keys(properties).map(
    (place) =>
      `${place}${required.includes(place) ? "" : "?"}: ${name}${place.charAt(0).toUpperCase()}${place.slice(1)}`,
  );
  const parts = [
    ...(requestSchema === undefined ? [] : [`ClientInput<${name}Request>`]),
    ...(groups.length === 0 ? [] : [`{ ${groups.join("; ")} }`]),
  ];
  if (parts.length === 0) return undefined;
  return { type: parts.join(" & "), isOptional: requestSchema === undefined && required.length === 0 };
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

function entry(api: OpenApi): string {
  const operations = clientOperations(api);
  const pascal = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1);
  const signature = (one: ClientOperation): string => {
    const input = inputType(one);
    return input === undefined ? "" : `input${input.isOptional ? "?" : ""}: ${input.type}, `;
  };
  return `import type { Client } from "openapi-fetch";
import { contract } from "./contract.ts";
import type { CallOptions, WooriOptions } from "./runtime/options.ts";
import { type CallResult, createRuntime } from "./runtime/runtime.ts";
import type * as types from "./types.ts";

export * from "./runtime/errors.ts";
export type { CallOptions, WooriOptions } from "./runtime/options.ts";
export type { CallResult } from "./runtime/runtime.ts";
export type * from "./types.ts";

/** 요청 본문입니다. dataHeader는 클라이언트를 만들 때 정한 값으로 채워지므로 다른 항목만 지정할 수 있습니다. */
export type ClientInput<Body extends { dataHeader: object; dataBody: object }> = Omit<Body, "dataHeader"> & { dataHeader?: Partial<Body["dataHeader"]> };

/** ${api.info.title} 클라이언트 설정입니다. */
export interface WooriClientOptions extends Omit<WooriOptions, "dataHeader"> {
  /** 모든 호출의 dataHeader에 사용할 값입니다. 호출할 때 지정한 값이 우선합니다. */
  dataHeader?: ${dataHeaderType(api)};
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
  ${one.id}(${signature(one)}options?: CallOptions): Promise<CallResult<types.${pascal(one.id)}Response>>;`,
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
  .map((one) => {
    const args = inputType(one) === undefined ? ["options", "undefined"] : ["input, options", "input"];
    return `    ${one.id}: (${args[0]}) => call("${one.id}", ${args[1]}, options) as ReturnType<WooriClient["${one.id}"]>,`;
  })
  .join("\n")}
    raw,
    close,
  };
}
`;
}
