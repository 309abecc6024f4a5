import { curl, type ExampleRequest, exampleRequest } from "../../bundle/example-request.ts";
import { deref, type Example, type OpenApi } from "../../bundle/openapi.ts";
import { exampleParameters } from "../../bundle/parameters.ts";
import { csharpSample } from "../samples/csharp.ts";
import { fetchSample } from "../samples/fetch.ts";
import { goSample } from "../samples/go.ts";
import { javaSample, kotlinSample } from "../samples/java.ts";
import { pythonSample } from "../samples/python.ts";
import { type At, type Called, indentedJson, sampleRequest } from "../samples/sample-request.ts";
import { literal } from "../source-text.ts";
import { type ClientOperation, clientOperations } from "./operations.ts";

/** A program that sends an operation's example request and prints the answer, or its status and error code. */
export interface Sample {
  id: "curl" | "typescript" | "fetch" | "java" | "kotlin" | "python" | "go" | "csharp";
  /** The name of a tab. */
  label: string;
  /** What the text is highlighted as. */
  language: "sh" | "ts" | "js" | "java" | "kotlin" | "python" | "go" | "csharp";
  text: string;
}

/** The operation's example request in each language; fetch alone leaves out a GET with a body that no POST stands in for. */
export function samplesOf(called: Called, at: At): Sample[] {
  const request = sampleRequest(called, at);
  const byFetch = fetchable(called.api, at);
  const offered: (Sample | false)[] = [
    { id: "curl", label: "curl", language: "sh", text: curlSample(called, at) },
    { id: "typescript", label: "TypeScript", language: "ts", text: clientSample(called, at) },
    byFetch !== undefined && {
      id: "fetch",
      label: "fetch",
      language: "js",
      text: fetchSample(sampleRequest(called, byFetch), byFetch !== at),
    },
    { id: "java", label: "Java", language: "java", text: javaSample(request) },
    { id: "kotlin", label: "Kotlin", language: "kotlin", text: kotlinSample(request) },
    { id: "python", label: "Python", language: "python", text: pythonSample(request) },
    { id: "go", label: "Go", language: "go", text: goSample(request) },
    { id: "csharp", label: "C#", language: "csharp", text: csharpSample(request) },
  ];
  return offered.filter((one) => one !== false);
}

/** The operation itself where fetch can send it, or the POST of its path; undefined where there is neither. */
function fetchable({ paths }: OpenApi, at: At): At | undefined {
  if (at.method !== "get" || at.operation.requestBody === undefined) return at;
  const operation = paths[at.path]?.["post"];
  return operation === undefined ? undefined : { path: at.path, method: "post", operation };
}

/** The operation's example request as curl. */
export function curlSample(called: Called, at: At): string {
  return curlOf(called.url, exampleRequest(called.api, at));
}

/** A request as curl, its body on many lines where it is JSON. */
export function curlOf(url: string, request: ExampleRequest): string {
  return curl(url, { ...request, body: indentedJson(request.body) ?? request.body });
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
