import type { IncomingMessage } from "node:http";
import type { CheckedOperation, Methods, OperationTable } from "../server/checked-operation.ts";
import { reportDefect } from "../lib/user-error.ts";
import type { OpenApi } from "../bundle/openapi.ts";
import { requestTarget, shownPath, valuesOf } from "../server/request-target.ts";
import { checkAnswer, checkAnswerBody } from "./check-answer.ts";
import { checkContent } from "./check-content.ts";
import { checkRequest } from "./check-request.ts";
import type { Content } from "./content.ts";
import { describeFailure } from "./failure.ts";
import { problemAbout } from "../client/problem.ts";
import { Findings } from "./findings.ts";
import { KeyNames } from "../server/key-names.ts";
import type { Carried } from "./relay.ts";
import * as say from "./messages.ts";

/** The spec that exchanges are checked against. */
export interface Spec {
  api: OpenApi;
  table: OperationTable;
  /** The largest body that is checked, in bytes, also when it is unpacked. */
  maxBody: number;
}

/** The bodies of an exchange that could be read, as they were held against the spec. */
interface Bodies {
  question?: Content | undefined;
  reply?: Content | undefined;
}

/** The result of a check; but for the bodies, without any value of the exchange. */
interface Examination {
  method: string;
  /** Known paths as they are; of others, only the length. */
  path: string;
  operation: CheckedOperation | undefined;
  bodies: Bodies;
  /** ERRCODE of the answer, where the catalogue has it. */
  code: string | undefined;
  findings: Findings;
}

/** Checks an exchange against the spec. It never rejects: an internal error goes to standard error and becomes a note. */
export async function examine(spec: Spec, request: IncomingMessage, carried: Carried): Promise<Examination> {
  const { path } = requestTarget(request.url ?? "");
  const method = request.method ?? "";
  const findings = new Findings();
  const found = spec.table.at(path);
  const methods = found?.methods;
  const operation = methods?.get(method);
  const examination = { method, path: shownPath(path, found?.path), operation, bodies: {}, code: undefined, findings };
  if (carried.failure !== undefined) {
    const problem = describeFailure(carried.failure, carried.answer?.body.size);
    // A client that stops waiting does not break the spec.
    if (carried.failure.kind === "gone") findings.note("request", problem);
    else findings.deviate(["slow-request", "crumbs"].includes(carried.failure.kind) ? "request" : "response", problem);
  }
  if (methods === undefined)
    findings.deviate("request", problemAbout(say.path, "path", say.knownPath, say.pathOf(path.length)));
  else if (operation === undefined)
    findings.deviate("request", problemAbout("HTTP Method", "method", [...methods.keys()].join(", "), method));
  else {
    try {
      return { ...examination, ...(await examineOperation(spec, findings, operation, methods, request, carried)) };
    } catch (error) {
      reportDefect(say.proxyDefect, error);
      findings.note("response", problemAbout(say.examination, "internal", say.examinedWhole, say.examinedInPart));
    }
  }
  return examination;
}

async function examineOperation(
  { api, maxBody }: Spec,
  findings: Findings,
  operation: CheckedOperation,
  methods: Methods,
  request: IncomingMessage,
  { request: sentBody, answer, failure }: Carried,
): Promise<Pick<Examination, "bodies" | "code">> {
  const { path, query } = requestTarget(request.url ?? "");
  const sent = { headers: request.headers, path, query, body: sentBody };
  // An incomplete request is not checked.
  const question = request.complete
    ? await checkRequest(findings, api.components.securitySchemes, operation, methods, sent, maxBody)
    : undefined;
  const reply =
    answer === undefined || failure !== undefined ? undefined : await checkAnswer(findings, operation, answer, maxBody);
  const keys = new KeyNames(operation.knownKeys);
  keys.learn([
    ...valuesOf(request),
    ...Object.values(answer?.headers ?? {})
      .flat()
      .map(String),
  ]);
  for (const [size, content] of [
    [sentBody.size, question],
    [answer?.body.size ?? 0, reply],
  ] as const) {
    if (content !== undefined) keys.learnBody(content);
    else if (size > 0) keys.learnUnreadable();
  }
  const context = { api, operation, keys };
  if (question !== undefined) checkContent(context, findings, "request", question, question.mediaType);
  if (reply === undefined || answer === undefined) return { bodies: { question }, code: undefined };
  const { mediaType, code } = checkAnswerBody(context, findings, answer.status, reply);
  return { bodies: { question, reply: { ...reply, mediaType } }, code };
}
