import { deref, type Example, type MediaType, type OpenApi, type Operation, operationsOf, type Response } from "../lib/openapi.ts";

/** Obviously fake values for every security scheme; the mock takes any. */
const credentials: Record<string, string> = {
  appKey: "SANDBOX-APP-KEY",
  secretKey: "SANDBOX-SECRET-KEY",
  bearer: "SANDBOX-ACCESS-TOKEN",
};

/** What the mock prints when it is ready: operations with their scenarios, and requests to paste. */
export function announcement(api: OpenApi, url: string): string {
  const operations = operationsOf(api);
  const [first] = operations;
  if (first === undefined) return url;
  return [
    `${api.info.title} 목 서버: ${url}`,
    "",
    "오퍼레이션과 응답 시나리오",
    ...operations.flatMap(({ path, method, operation }) => [
      `  ${method.toUpperCase().padEnd(4)} ${path}  ${operation.summary}`,
      ...scenarios(api, operation, (response) => response["x-error-status"] === undefined),
    ]),
    "  오류(모든 오퍼레이션)",
    ...scenarios(api, first.operation, (response) => response["x-error-status"] !== undefined),
    "",
    "시나리오는 헤더로 고릅니다: -H 'Prefer: code=200, example=noAccounts' 또는 -H 'Prefer: code=401, example=SYSCD03003'",
    "끝내려면 Ctrl+C를 누르십시오. 다른 터미널에서 다음 요청을 보내 보십시오.",
    "",
    curl(api, url, first),
  ].join("\n");
}

function scenarios(api: OpenApi, operation: Operation, which: (response: Response) => boolean): string[] {
  return Object.entries(operation.responses)
    .map(([status, reference]) => ({ status, response: deref(api, reference) }))
    .filter(({ response }) => which(response))
    .map(({ status, response }) => {
      const names = Object.values(response.content).flatMap((mediaType) => Object.keys(mediaType.examples ?? {}));
      return `       ${status}  ${names.join(" ")}`;
    });
}

/** A paste-ready request with the operation's first example and first security alternative. */
export function curl(
  api: OpenApi,
  url: string,
  { path, method, operation }: { path: string; method: string; operation: Operation },
): string {
  const [mediaType] = Object.entries(operation.requestBody?.required === true ? operation.requestBody.content : {});
  const lines = [
    `curl -sS -X ${method.toUpperCase()} ${url}${path}`,
    ...credentialHeaders(api, operation).map((header) => `-H '${header}'`),
    ...(mediaType === undefined ? [] : [`-H 'Content-Type: ${mediaType[0]}'`, `-d '${JSON.stringify(firstExample(api, mediaType[1]))}'`]),
  ];
  return lines.join(" \\\n  ");
}

function credentialHeaders(api: OpenApi, operation: Operation): string[] {
  return Object.keys(operation.security[0] ?? {}).map((name) => {
    const scheme = api.components.securitySchemes[name];
    const value = credentials[name] ?? "SANDBOX";
    return scheme?.type === "http" ? `Authorization: Bearer ${value}` : `${scheme?.name ?? name}: ${value}`;
  });
}

function firstExample(api: OpenApi, mediaType: MediaType): unknown {
  const [example] = Object.values(mediaType.examples ?? {});
  return example === undefined ? {} : deref<Example>(api, example).value;
}
