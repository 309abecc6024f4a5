import { errorBody } from "./error-body.ts";
import type { ErrorCode, Example } from "./openapi.ts";

/** The examples of the error response with a status, by code, in the order of the catalogue. */
export function errorExamples(codes: ErrorCode[], status: number): Record<string, Example> {
  return Object.fromEntries(
    codes.filter((row) => row.status.includes(status)).map((row) => [row.code, errorExample(row)]),
  );
}

function errorExample(row: ErrorCode): Example {
  return { summary: `${row.code} ${row.meaning}`, value: errorBody(row), "x-omits": ["GLBL_ID"] };
}
