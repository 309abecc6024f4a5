import { deref, type ErrorCode, type OpenApi, operationsOf, type Response, type Schema } from "./openapi.ts";

/** One line of ERRORLIST (3.6): MSG_CD and MAIN_MSG_TXT. */
export interface ErrorDetail {
  code: string;
  text: string;
}

/** The list of an error body and the count beside it, as `dataBody` has them. */
export function errorList(details: readonly ErrorDetail[]): { MAIN_MSG_INF_REPT_CN: string; ERRORLIST: object[] } {
  const list = details.map(({ code, text }) => ({ MSG_CD: code, MAIN_MSG_TXT: text }));
  return { MAIN_MSG_INF_REPT_CN: String(list.length), ERRORLIST: list };
}

/**
 * The error body of 3.6 for a row of the catalogue; `dataHeader` is empty. Every error has this form, whatever brought it
 * about: its list holds the cause of the row until it is completed with what was wrong.
 */
export function errorBody({ code, message, cause }: Pick<ErrorCode, "code" | "message" | "cause">): {
  dataHeader: object;
  dataBody: object;
} {
  return { dataHeader: {}, dataBody: { ...errorList([{ code, text: cause }]), ERRCODE: code, ERRUSRMSG: message } };
}

const textLimits = new WeakMap<OpenApi, number>();

/** The maxLength that the spec gives a text of ERRORLIST (x-role listMessage); Infinity where it gives none. */
export function errorTextLimit(api: OpenApi): number {
  let limit = textLimits.get(api);
  if (limit === undefined) {
    limit = findTextLimit(api) ?? Infinity;
    textLimits.set(api, limit);
  }
  return limit;
}

/** Reads one schema after the other up to the field's: a large bundle parses each that is read. */
function findTextLimit({ components: { schemas } }: OpenApi): number | undefined {
  for (const name of Object.keys(schemas)) {
    const text = Object.values(schemas[name]?.properties ?? {}).find((field) => field["x-role"] === "listMessage");
    if (text !== undefined) return text.maxLength;
  }
  return undefined;
}

/** The keys that lead to the error code in the first error answer; undefined where there is none. */
export function errorCodePath(api: OpenApi): string[] | undefined {
  const visit = (reference: Schema, at: readonly string[]): string[] | undefined => {
    const schema = deref<Schema>(api, reference);
    if (schema["x-role"] === "errorCode") return [...at];
    for (const [key, field] of Object.entries(schema.properties ?? {})) {
      const found = visit(field, [...at, key]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  for (const { operation } of operationsOf(api))
    for (const reference of Object.values(operation.responses)) {
      const { content, "x-error-status": status } = deref<Response>(api, reference);
      const schema = status === undefined ? undefined : content["application/json"]?.schema;
      const found = schema && visit(schema, []);
      if (found !== undefined) return found;
    }
  return undefined;
}
