import { tellsError } from "../client/answer.ts";
import { childOf, keysOf, pick } from "../client/field.ts";
import { place } from "../client/problems.ts";
import type { CheckedOperation } from "../server/checked-operation.ts";
import type { MediaType } from "../bundle/openapi.ts";
import { checkContent, type CheckContext } from "./check-content.ts";
import { type Content, readContent } from "./content.ts";
import { emptyBody } from "../server/request-problems.ts";
import { absent, problemAbout } from "../client/problem.ts";
import type { Findings } from "./findings.ts";
import type { Carried } from "./relay.ts";
import * as say from "./messages.ts";

type Answer = NonNullable<Carried["answer"]>;

/**
 * Checks an answer up to its body's form.
 *
 * @returns the body, to be held against its schema
 */
export async function checkAnswer(
  findings: Findings,
  operation: CheckedOperation,
  answer: Answer,
  limit: number,
): Promise<Content | undefined> {
  const { status, body } = answer;
  const documented = operation.responseTypes(status);
  if (documented === undefined)
    findings.deviate(
      "response",
      problemAbout(say.status, "status", Object.keys(operation.operation.responses).join(", "), String(status)),
    );
  const types = documented ?? mediaTypesOfSameClass(operation, status);
  if (types === undefined) return undefined;
  if (body.size > 0) return readContent(findings, "response", answer, types, limit);
  findings.deviate("response", emptyBody);
  return undefined;
}

/**
 * Holds an answer's body against its schema; an error body (3.6) against that of errors, whatever its status.
 *
 * @returns what it was held against, and the ERRCODE where the catalogue has it
 */
export function checkAnswerBody(
  context: CheckContext,
  findings: Findings,
  status: number,
  content: Content,
): { mediaType: MediaType; code: string | undefined } {
  const { api, operation } = context;
  const { errorTree } = operation;
  const inBody = childOf(errorTree, "dataBody");
  const root = content.body;
  const dataBody = typeof root === "object" && root !== null && "dataBody" in root ? root.dataBody : undefined;
  const own = status < 400 ? operation.treeOf(content.mediaType) : undefined;
  const holder = tellsError(inBody, dataBody, childOf(own, "dataBody"))
    ? dataBody
    : tellsError(inBody, root, own)
      ? root
      : undefined;
  const code = pick(inBody, holder, "errorCode");
  if (status < 400 && code !== "")
    findings.deviate("response", problemAbout(say.status, "status", say.errorStatus, String(status)));
  const isError = status >= 400 || code !== "";
  const errorType =
    status < 400 && code !== "" ? mediaTypesOfSameClass(operation, 400)?.["application/json"] : undefined;
  const mediaType = errorType ?? content.mediaType;
  checkContent(context, findings, "response", content, mediaType);
  if (!isError) return { mediaType, code: undefined };
  const row = api["x-error-catalogue"].codes.find((one) => one.code === code);
  const [field = ""] = keysOf(inBody, "errorCode");
  if (row === undefined) {
    const found = code === "" ? absent : say.codeOf([...code].length);
    findings.note("response", {
      ...place(errorTree, ["dataBody", field], (key) => key),
      rule: "error-code",
      expected: say.knownCode,
      found,
    });
  }
  return { mediaType, code: row?.code };
}

/** What the spec has for the nearest status, where it does not have this one. */
function mediaTypesOfSameClass(operation: CheckedOperation, status: number): Record<string, MediaType> | undefined {
  const statuses = Object.keys(operation.operation.responses).map(Number);
  const near =
    status >= 400 ? statuses.find((one) => one >= 400) : status < 300 ? statuses.find((one) => one < 300) : undefined;
  return near === undefined ? undefined : operation.responseTypes(near);
}
