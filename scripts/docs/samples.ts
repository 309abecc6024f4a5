import { literal } from "../generate/source-text.ts";
import { clientOperations } from "../generate/client/operations.ts";
import { curl, exampleRequest } from "../bundle/example-request.ts";
import { deref, type Example, type OpenApi, type Operation } from "../bundle/openapi.ts";
import { exampleParameters } from "../bundle/parameters.ts";
import type { Model } from "./model.ts";

interface At {
  path: string;
  method: string;
  operation: Operation;
}

/** The operation's example request as curl. */
export function curlSample({ api, url }: Pick<Model, "api" | "url">, at: At): string {
  return curl(url, exampleRequest(api, at));
}

/** The operation's example request by the generated client; prints the answer. */
export function clientSample({ api, url }: Pick<Model, "api" | "url">, at: At): string {
  const { method, operation } = at;
  const names = new Set(operation.security.flatMap((alternative) => Object.keys(alternative)));
  const required = new Set(Object.keys(operation.security[0] ?? {}));
  return `import { createWooriClient } from "./woori/client.ts";

const woori = createWooriClient({
  baseUrl: "${url}", // 샌드박스
  appKey: "SANDBOX-APP-KEY",
  secretKey: "SANDBOX-SECRET-KEY",${names.has("bearer") && required.has("bearer") ? `\n  accessToken: "SANDBOX-ACCESS-TOKEN",` : ""}${method === "post" ? `\n  method: "POST",` : ""}
});
const { data, issues } = await woori.${callOf(api, at)};
console.log(data.dataBody, issues);
woori.close();`;
}

/** The call by the generated client, with the parameters and the body of the example request. */
export function callOf(api: OpenApi, at: At): string {
  const mediaType = at.operation.requestBody?.content["application/json"];
  const [example] = Object.values(mediaType?.examples ?? {});
  const body = example === undefined ? {} : (deref<Example>(api, example).value as object);
  const input = { ...exampleParameters(api, at.path, at.method), ...body };
  return `${clientName(api, at)}(${Object.keys(input).length === 0 ? "" : literal(input)})`;
}

const clientNames = new WeakMap<OpenApi, ReadonlyMap<string, string>>();

/** The name the client offers an operation by: a POST that stands in for a GET is called by the GET's. */
function clientName(api: OpenApi, { path, method }: At): string {
  let names = clientNames.get(api);
  if (names === undefined) {
    names = new Map(
      clientOperations(api).flatMap((one) =>
        [one.method, one.fallback].map((offered): [string, string] => [`${offered} ${one.path}`, one.id]),
      ),
    );
    clientNames.set(api, names);
  }
  const offered = names.get(`${method.toUpperCase()} ${path}`);
  if (offered === undefined) throw new Error(`the client does not offer ${method} ${path}`);
  return offered;
}
