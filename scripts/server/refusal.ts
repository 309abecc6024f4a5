import { errorBody, type ErrorDetail, errorList, errorTextLimit } from "../bundle/error-body.ts";
import type { OpenApi } from "../bundle/openapi.ts";
import type { Problem } from "../client/problem.ts";
import { describeProblem } from "./describe-problem.ts";
import { newGlobalId } from "./global-id.ts";

/** A refusal: a code of the catalogue, one of its statuses, and the details. */
export interface Refusal {
  code: string;
  status: number;
  details: readonly ErrorDetail[];
  /** Further header fields, such as Allow. */
  headers?: Record<string, string>;
}

/** A refusal whose details all carry its own code. */
export function refuse(
  code: string,
  status: number,
  texts: readonly string[],
  more: Pick<Refusal, "headers"> = {},
): Refusal {
  return { code, status, details: texts.map((text) => ({ code, text })), ...more };
}

/** Refuses by problems: with their common code where all have one, otherwise with the schema check's code. */
export function refuseProblems(problems: readonly Problem[]): Refusal {
  const details = problems.map((problem) => ({ code: codeOf(problem), text: describeProblem(problem) }));
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

/**
 * Completes an error body of 3.6 with a GLBL_ID and the details of what failed.
 *
 * @param chosen the body of an example; it keeps its list, which holds the cause of its code, where there are no details
 */
export function completeError(
  api: OpenApi,
  chosen: unknown,
  details: readonly ErrorDetail[],
): { body: object; globalId: string } {
  const { dataHeader, dataBody } = chosen as { dataHeader: object; dataBody: object };
  const globalId = newGlobalId();
  const limit = errorTextLimit(api);
  const own =
    details.length === 0 ? {} : errorList(details.map(({ code, text }) => ({ code, text: text.slice(0, limit) })));
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
  // The bundle may lack the code.
  const { message, cause } = api["x-error-catalogue"].codes.find((one) => one.code === code) ?? {
    message: "오류가 발생하였습니다.",
    cause: "이 코드의 원인이 오류 코드표에 없습니다.",
  };
  return completeError(api, errorBody({ code, message, cause }), details);
}
