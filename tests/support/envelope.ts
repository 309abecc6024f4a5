import { expect } from "vitest";
import { api, validatorAt } from "./bundle.ts";

interface ErrorBody {
  dataHeader: { GLBL_ID: string };
  dataBody: {
    MAIN_MSG_INF_REPT_CN: string;
    ERRORLIST: { MSG_CD: string; MAIN_MSG_TXT: string }[];
    ERRCODE: string;
    ERRUSRMSG: string;
  };
}

const isErrorResponse = validatorAt("/components/schemas/ErrorResponse");

/** What no answer may hold: where it runs and what it is made of, a stack, a key, or what a test marked. */
export const leaks =
  /CANARY|SANDBOX-|01099990000|prism|stoplight|node_modules|node:|\.ts\b|\/tmp\/|\n\s*at |[A-Z]\w*Error\b|\(HPE|ECONN/i;

/** The error rows of the catalogue by code. */
const rows = new Map(api["x-error-catalogue"].codes.map((row) => [row.code, row]));

/**
 * Holds an answer to all that an error of the bank is: the envelope, a code with one of its own statuses and its message,
 * a GLBL_ID of 32 characters, and an ERRORLIST as long as it says.
 *
 * @returns the texts of ERRORLIST
 */
export function expectError(
  answer: { status: number; text: string; contentType: string | undefined },
  status: number,
  code: string,
): string[] {
  const body = JSON.parse(answer.text) as ErrorBody;
  expect([answer.status, body.dataBody.ERRCODE, answer.contentType], answer.text).toEqual([
    status,
    code,
    "application/json",
  ]);
  expect(isErrorResponse(body), JSON.stringify(isErrorResponse.errors)).toBe(true);
  expect(rows.get(code)?.status).toContain(status);
  expect(body.dataBody.ERRUSRMSG).toBe(rows.get(code)?.message);
  expect(body.dataHeader.GLBL_ID).toMatch(/^20\d{6}SANDBOX0\d{6}00\d{8}$/);
  expect(body.dataBody.MAIN_MSG_INF_REPT_CN).toBe(String(body.dataBody.ERRORLIST.length));
  expect(body.dataBody.ERRORLIST.filter(({ MSG_CD }) => !rows.has(MSG_CD))).toEqual([]);
  expect(answer.text).not.toMatch(leaks);
  return body.dataBody.ERRORLIST.map(({ MAIN_MSG_TXT }) => MAIN_MSG_TXT);
}
