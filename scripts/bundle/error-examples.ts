import { errorBody } from "./error-body.ts";
import type { ErrorCode, Example } from "./openapi.ts";

/** The examples of the error response with a status, by code, in the order of the catalogue. */
export function errorExamples(codes: ErrorCode[], status: number): Record<string, Example> {
  return Object.fromEntries(
    codes.filter((row) => row.status.includes(status)).map((row) => [row.code, errorExample(row)]),
  );
}

/** The example for a row of the catalogue. Only the API server lists a cause: it passes on the host's message. */
function errorExample(row: ErrorCode): Example {
  const { code, meaning, layer, cause } = row;
  return {
    summary: `${code} ${meaning}`,
    value: errorBody(row, layer === "gateway" ? [] : [{ code, text: cause }]),
    "x-omits": ["GLBL_ID"],
  };
}
