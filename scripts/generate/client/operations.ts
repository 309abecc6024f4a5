import { UserError } from "../../lib/user-error.ts";
import { fieldTreesOf } from "../../bundle/field-tree.ts";
import { childOf, keysOf } from "../../client/field.ts";
import { parametersSchema } from "../../bundle/parameters.ts";
import { deref, type OpenApi, type Operation, operationsOf, type Schema } from "../../bundle/openapi.ts";
import { groupBy } from "../../lib/group-by.ts";
import { refusal } from "../messages.ts";

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
  /** Whether an answer has a place for a business error. */
  mayFail: boolean;
}

const kept = new WeakMap<OpenApi, ClientOperation[]>();

/**
 * The operations a client offers, made once for a bundle: all of it, but a POST that stands in for a GET of the same path
 * and body is that operation's fallback.
 */
export function clientOperations(api: OpenApi): ClientOperation[] {
  const operations =
    kept.get(api) ??
    [...groupBy(operationsOf(api), ({ path }) => path).values()].flatMap((group) => ofPath(api, group));
  kept.set(api, operations);
  return operations;
}

/** The operations of one path. */
function ofPath(api: OpenApi, group: ReturnType<typeof operationsOf>): ClientOperation[] {
  const all = group.map(({ path, method, operation }) => {
    const responseSchema = successSchema(api, operation);
    return {
      id: operation.operationId,
      path,
      method: method.toUpperCase(),
      operation,
      parameters: parametersSchema(api, path, method),
      requestSchema: operation.requestBody?.content["application/json"]?.schema,
      responseSchema,
      mayFail: keysOf(childOf(fieldTreesOf(api).of(responseSchema), "dataBody"), "businessError").length > 0,
    };
  });
  const get = all.find((one) => one.method === "GET" && one.requestSchema !== undefined);
  const post = all.find(
    (one) =>
      one.method === "POST" &&
      get !== undefined &&
      JSON.stringify(one.requestSchema) === JSON.stringify(get.requestSchema) &&
      JSON.stringify(one.parameters) === JSON.stringify(get.parameters),
  );
  return all.filter((one) => one !== post).map((one) => ({ ...one, fallback: one === get ? post?.method : undefined }));
}

function successSchema(api: OpenApi, operation: Operation): Schema {
  const success = operation.responses["200"];
  const schema = success === undefined ? undefined : deref(api, success).content["application/json"]?.schema;
  if (schema === undefined) throw new UserError(refusal.noJsonAnswer(operation.operationId));
  return schema;
}
