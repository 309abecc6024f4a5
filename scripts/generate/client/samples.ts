import { curl, exampleRequest } from "../../bundle/example-request.ts";
import { deref, type Example, type OpenApi, type Operation } from "../../bundle/openapi.ts";
import { exampleParameters } from "../../bundle/parameters.ts";
import { literal } from "../source-text.ts";
import { type ClientOperation, clientOperations } from "./operations.ts";

/** The bundle, and the base URL that samples call. */
interface Called {
  api: OpenApi;
  url: string;
}

interface At {
  path: string;
  method: string;
  operation: Operation;
}

/** The operation's example request as curl. */
export function curlSample({ api, url }: Called, at: At): string {
  return curl(url, exampleRequest(api, at));
}

/** The operation's example request by the generated client; prints the answer. */
export function clientSample({ api, url }: Called, at: At): string {
  const { method, operation } = at;
  const names = new Set(operation.security.flatMap((alternative) => Object.keys(alternative)));
  const required = new Set(Object.keys(operation.security[0] ?? {}));
  return `import { createWooriClient } from "./woori/client.ts";

const woori = createWooriClient({
  baseUrl: "${url}", // 샌드박스
  appKey: "SANDBOX-APP-KEY",
  secretKey: "SANDBOX-SECRET-KEY",${names.has("bearer") && required.has("bearer") ? `\n  accessToken: "SANDBOX-ACCESS-TOKEN",` : ""}${method === "post" ? `\n  method: "POST",` : ""}
});
${resultSample(api, at)}
woori.close();`;
}

/** The call and what is done with its result: an answer that has a place for a business error may be one. */
function resultSample(api: OpenApi, at: At): string {
  const call = callOf(api, at);
  if (!clientOperation(api, at).mayFail)
    return `const { data, issues } = await woori.${call};\nconsole.log(data.dataBody, issues);`;
  return `const { data, businessError, issues } = await woori.${call};
if (businessError !== undefined) console.log("업무 오류", businessError.message);
else console.log(data.dataBody, issues);`;
}

/** The call by the generated client, with the parameters and the body of the example request. */
export function callOf(api: OpenApi, at: At): string {
  const mediaType = at.operation.requestBody?.content["application/json"];
  const [example] = Object.values(mediaType?.examples ?? {});
  const body = example === undefined ? {} : (deref<Example>(api, example).value as object);
  const input = { ...exampleParameters(api, at.path, at.method), ...body };
  return `${clientOperation(api, at).id}(${Object.keys(input).length === 0 ? "" : literal(input)})`;
}

const offers = new WeakMap<OpenApi, ReadonlyMap<string, ClientOperation>>();

/** What the client offers for an operation: a POST that stands in for a GET is called by the GET's name. */
function clientOperation(api: OpenApi, { path, method }: At): ClientOperation {
  let offered = offers.get(api);
  if (offered === undefined) {
    offered = new Map(
      clientOperations(api).flatMap((one) =>
        [one.method, one.fallback].map((by): [string, ClientOperation] => [`${by} ${one.path}`, one]),
      ),
    );
    offers.set(api, offered);
  }
  const found = offered.get(`${method.toUpperCase()} ${path}`);
  if (found === undefined) throw new Error(`the client does not offer ${method} ${path}`);
  return found;
}
