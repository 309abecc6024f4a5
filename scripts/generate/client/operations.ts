import { UserError } from "../../lib/user-error.ts";
import { parametersSchema } from "../../bundle/parameters.ts";
import { deref, type OpenApi, type Operation, operationsOf, type Schema } from "../../bundle/openapi.ts";

/** An operation that the client offers by name. */
export interface ClientOperation {
  id: string;
  path: string;
  method: string;
  fallback: string | undefined;
  operation: Operation;
  /** By place and name. */
  parameters: Schema | undefined;
  requestSchema: Schema | undefined;
  responseSchema: Schema;
}

/**
 * The operations a client offers: all of the bundle, but a POST that stands in for a GET of the same path and body is
 * that operation's fallback.
 */
export function clientOperations(api: OpenApi): ClientOperation[] {
  const all = operationsOf(api).map(({ path, method, operation }) => ({
    id: operation.operationId,
    path,
    method: method.toUpperCase(),
    operation,
    parameters: parametersSchema(api, path, method),
    requestSchema: operation.requestBody?.content["application/json"]?.schema,
    responseSchema: successSchema(api, operation),
  }));
  const standsIn = (post: (typeof all)[number], get: (typeof all)[number]): boolean =>
    post.method === "POST" &&
    get.method === "GET" &&
    post.path === get.path &&
    get.requestSchema !== undefined &&
    JSON.stringify(post.requestSchema) === JSON.stringify(get.requestSchema) &&
    JSON.stringify(post.parameters) === JSON.stringify(get.parameters);
  return all
    .filter((one) => !all.some((get) => standsIn(one, get)))
    .map((one) => ({ ...one, fallback: all.find((post) => standsIn(post, one))?.method }));
}

function successSchema(api: OpenApi, operation: Operation): Schema {
  const success = operation.responses["200"];
  const schema = success === undefined ? undefined : deref(api, success).content["application/json"]?.schema;
  if (schema === undefined)
    throw new UserError(`${operation.operationId}에 200의 application/json 응답이 없어 클라이언트를 만들 수 없습니다.`);
  return schema;
}
