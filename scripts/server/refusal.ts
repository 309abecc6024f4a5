import type { OpenApi } from "../bundle/openapi.ts";
import { describeProblem, type Problem } from "../client/problem.ts";
import { newGlobalId } from "./global-id.ts";

/** One line of ERRORLIST (3.6): MSG_CD and MAIN_MSG_TXT. */
export interface Detail {
  code: string;
  text: string;
}

/** Why a request is refused: a code of the catalogue, one of that code's statuses, and what failed. */
export interface Refusal {
  code: string;
  status: number;
  details: readonly Detail[];
  /** Further header fields, such as Allow. */
  headers?: Record<string, string>;
}

/** S(200) of MAIN_MSG_TXT. */
const maxText = 200;

/** A refusal whose details all carry its own code. */
export function refuse(
  code: string,
  status: number,
  texts: readonly string[],
  more: Pick<Refusal, "headers"> = {},
): Refusal {
  return { code, status, details: texts.map((text) => ({ code, text: text.slice(0, maxText) })), ...more };
}

/** What each failing field is refused with: the code that fits when all agree, otherwise that of the schema check. */
export function refuseProblems(problems: readonly Problem[]): Refusal {
  const details = problems.map((problem) => ({
    code: codeOf(problem),
    text: describeProblem(problem).slice(0, maxText),
  }));
  const [first, ...rest] = new Set(details.map(({ code }) => code));
  return { code: first !== undefined && rest.length === 0 ? first : schemaCode, status: 400, details };
}

/** The gateway's own code for a body that differs from its schema. */
export const schemaCode = "SYSCD02101";

/** The catalogue's code for a broken rule of the schema. */
function codeOf({ rule, pointer }: Problem): string {
  if (rule === "required" && pointer.startsWith("/dataHeader/")) return "SYSCD01004";
  if (rule === "required" && pointer.startsWith("/header/")) return "SYSCD02001";
  if (rule === "required" && /^\/(dataBody|query|path)\//.test(pointer)) return "SYSCD01000";
  if (rule === "encoding") return "SYSCD01009";
  if (rule === "enum" || rule === "pattern") return "SYSCD01006";
  return rule === "maxLength" ? "SYSCD01008" : schemaCode;
}

/** The error body of 3.6 that Prism chose, with a GLBL_ID and what failed. */
export function completeError(chosen: unknown, details: readonly Detail[]): { body: object; globalId: string } {
  const { dataHeader, dataBody } = chosen as { dataHeader: object; dataBody: object };
  const globalId = newGlobalId();
  const list = details.map(({ code, text }) => ({ MSG_CD: code, MAIN_MSG_TXT: text }));
  const own = list.length === 0 ? {} : { MAIN_MSG_INF_REPT_CN: String(list.length), ERRORLIST: list };
  return { body: { dataHeader: { ...dataHeader, GLBL_ID: globalId }, dataBody: { ...dataBody, ...own } }, globalId };
}

/**
 * The error body made from the catalogue alone: for what is no HTTP request, and for faults of the sandbox itself, where
 * nothing can be negotiated.
 */
export function plainError(
  api: OpenApi,
  { code, details }: Pick<Refusal, "code" | "details">,
): { body: object; globalId: string } {
  // A bundle without the code must not turn one fault into another.
  const { message } = api["x-error-catalogue"].codes.find((one) => one.code === code) ?? {
    message: "오류가 발생하였습니다.",
  };
  return completeError(
    { dataHeader: {}, dataBody: { MAIN_MSG_INF_REPT_CN: "0", ERRORLIST: [], ERRCODE: code, ERRUSRMSG: message } },
    details,
  );
}
