import type { ErrorCode, Example } from "./openapi.ts";

/** The examples of the error response with a status, by code, in the order of the catalogue. */
export function errorExamples(codes: ErrorCode[], status: number): Record<string, Example> {
  return Object.fromEntries(
    codes.filter((row) => row.status.includes(status)).map((row) => [row.code, errorExample(row)]),
  );
}

/** The error body of 3.6 for a catalogue row. The gateway answers by itself; the API server passes on the host's message. */
function errorExample({ code, meaning, message, layer, cause }: ErrorCode): Example {
  const list = layer === "gateway" ? [] : [{ MSG_CD: code, MAIN_MSG_TXT: cause }];
  return {
    summary: `${code} ${meaning}`,
    value: {
      dataHeader: {},
      dataBody: { MAIN_MSG_INF_REPT_CN: String(list.length), ERRORLIST: list, ERRCODE: code, ERRUSRMSG: message },
    },
    "x-omits": ["GLBL_ID"],
  };
}
