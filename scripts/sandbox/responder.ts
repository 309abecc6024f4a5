import type { CheckedOperation, OperationTable } from "../server/checked-operation.ts";
import { isObject } from "../lib/is-object.ts";
import { reportDefect } from "../lib/user-error.ts";
import type { ErrorDetail } from "../bundle/error-body.ts";
import type { OpenApi } from "../bundle/openapi.ts";
import { challengeFor } from "./challenge.ts";
import type { ChosenAnswer } from "./choice.ts";
import { Chooser } from "./chooser.ts";
import { distort, type FaultName, htmlPage } from "./faults.ts";
import { allowHeader } from "../server/route.ts";
import type { Arrived } from "./arrived.ts";
import { type Admission, admit, type GatewayConfig, type Stop } from "./gateway.ts";
import type { Preference } from "./preference.ts";
import { completeError, plainError, type Refusal } from "../server/refusal.ts";
import { covered } from "./scenarios/cover.ts";
import type { ScenarioRegistry } from "./scenarios/registry.ts";
import type { ScenarioResponse } from "./scenarios/scenario.ts";
import type { AnsweredBy } from "./request-record.ts";
import { SpecAnswers } from "./spec-answers.ts";
import * as say from "./messages.ts";

/** The sandbox's answer to a request, before it is written. */
export interface Outcome {
  status: number;
  contentType: string;
  /** The body; a string, which Node sends together with the header, in one piece. */
  text: string;
  /** Bytes of the body. */
  length: number;
  headers?: Record<string, string>;
  /** A fault of the connection, which replaces the answer or cuts it. */
  fault?: FaultName;
  /** Milliseconds to wait. */
  delay: number;
  admission?: Admission;
  /** Where the gateway stopped. */
  stop?: Stop;
  preference?: Preference;
  /** What the answer was taken from; undefined where the gateway refused. */
  answeredBy?: AnsweredBy;
  /** ERRCODE and ERRORLIST of an error, for the log. */
  code?: string;
  details?: string[];
  globalId?: string;
  /** Nothing that follows on the connection is read: it may be a body without a length. */
  isLast?: true;
}

/** Answers requests: the gateway admits them, a scenario selects the answer, and the chooser negotiates it. */
export class Responder {
  readonly #api: OpenApi;
  readonly #config: GatewayConfig;
  readonly #chooser: Chooser;
  readonly #specAnswers = new Map<CheckedOperation, SpecAnswers>();
  readonly #latency: number;
  readonly #registry: ScenarioRegistry;

  /** @param latency milliseconds before every answer */
  constructor(api: OpenApi, config: GatewayConfig, registry: ScenarioRegistry, latency: number) {
    this.#registry = registry;
    this.#api = api;
    this.#config = config;
    this.#latency = latency;
    this.#chooser = new Chooser(api);
  }

  get table(): OperationTable {
    return this.#config.table;
  }

  #answersOf(operation: CheckedOperation): SpecAnswers {
    let answers = this.#specAnswers.get(operation);
    if (answers === undefined) {
      answers = new SpecAnswers(this.#api, operation);
      this.#specAnswers.set(operation, answers);
    }
    return answers;
  }

  /** Prepares the success of every operation, which its first request would otherwise wait for. */
  async prepare(): Promise<void> {
    this.#registry.prepare();
    for (const operation of this.table.operations) {
      operation.prepare();
      const choice = this.#answersOf(operation).choiceOf({});
      if (!("details" in choice)) await this.#chooser.choose(operation, choice);
    }
  }

  /** Answers a request. It never rejects: an internal error is answered with SYSCD09999. */
  async answer(arrived: Arrived): Promise<Outcome> {
    try {
      const admission = admit(this.#config, arrived);
      if ("code" in admission) return { ...(await this.#refused(admission, arrived)), stop: admission };
      const answers = this.#answersOf(admission.operation);
      const prefer = arrived.headers["prefer"];
      const asking = answers.preferenceOf(Array.isArray(prefer) ? prefer.join(",") : prefer, admission);
      if ("details" in asking) return await this.#refused(asking, arrived, admission);
      const { preference, field } = asking;
      const choice = answers.choiceOf(preference);
      if ("details" in choice) return await this.#refused(choice, arrived, admission);
      const accept = arrived.headers.accept;
      if (preference.example !== undefined || preference.code !== undefined) {
        const chosen = await this.#chooser.choose(admission.operation, { ...choice, accept });
        return this.#chosen(chosen, admission, preference, { by: field === undefined ? "prefer" : "input" }, field);
      }
      // What is asked of a fault or a delay alone goes with whatever answers.
      const own = await this.#ownAnswer(admission, accept);
      if (own !== undefined)
        return this.#chosen(own.answer, admission, { ...own.preference, ...preference }, own.answeredBy, undefined);
      const chosen = await this.#chooser.choose(admission.operation, { ...choice, accept });
      return this.#chosen(chosen, admission, preference, { by: "example" }, field);
    } catch (error) {
      return this.failed(error);
    }
  }

  /** Reports an internal error; the answer gives no detail of it. */
  failed(error: unknown): Outcome {
    reportDefect(say.defect, error);
    const completed = plainError(this.#api, { code: "SYSCD09999", details: [] });
    return {
      status: 500,
      contentType: "application/json",
      ...contentOf(completed.body),
      delay: 0,
      ...errorRecord(completed),
    };
  }

  /** The answer of a scenario or a customer; undefined where the spec's own is to be given. */
  async #ownAnswer(
    admission: Admission,
    accept: string | undefined,
  ): Promise<{ answer: ChosenAnswer; preference: Preference; answeredBy: AnsweredBy } | undefined> {
    const found = this.#registry.match(admission);
    const { response = {}, name = "" } = found?.scenario ?? {};
    const { status, example, change, body, delay, fault } = response;
    const preference = { ...(delay === undefined ? {} : { delay }), ...(fault === undefined ? {} : { fault }) };
    const answeredBy = found && { by: "scenario" as const, name, source: found.source };
    if (answeredBy !== undefined && body !== undefined)
      return { answer: this.#answerWith(admission.operation, response, body), preference, answeredBy };
    const isBySpec = status !== undefined || example !== undefined;
    const customer = isBySpec ? undefined : this.#customerAnswer(admission);
    if (answeredBy === undefined) return customer && { ...customer, preference };
    const choice = this.#answersOf(admission.operation).choiceOf({
      ...(status === undefined ? {} : { code: status }),
      ...(example === undefined ? {} : { example }),
    });
    // It was checked when it was registered.
    if ("details" in choice) throw new Error(`no answer ${example ?? ""} of a scenario`);
    const base = customer?.answer ?? (await this.#chooser.choose(admission.operation, { ...choice, accept }));
    const answer = change === undefined ? base : answerOf({ ...base, body: covered(base.body, change) });
    return { answer, preference, answeredBy };
  }

  /** What was registered for the customer whom a call is about; undefined where that is nothing. */
  #customerAnswer(admission: Admission): { answer: ChosenAnswer; answeredBy: AnsweredBy } | undefined {
    const customer = this.#registry.customerOf(admission);
    if (customer === undefined) return undefined;
    const ids = this.table
      .family(admission.operation.operation.operationId)
      .map(({ operation }) => operation.operationId);
    const id = ids.find((one) => Object.hasOwn(customer.answers, one));
    if (id === undefined) return undefined;
    const { login, source } = customer;
    return {
      answer: this.#answerWith(admission.operation, {}, customer.answers[id]),
      answeredBy: { by: admission.customer === undefined ? "default-customer" : "customer", name: login, source },
    };
  }

  #answerWith(operation: CheckedOperation, { status, contentType }: ScenarioResponse, body: unknown): ChosenAnswer {
    const code = status ?? this.#answersOf(operation).success;
    const types = Object.keys(operation.responseTypes(code) ?? {});
    return answerOf({ status: code, contentType: contentType ?? types[0] ?? "application/json", body, isOwn: true });
  }

  /** @param field the field that asked for the answer by its value */
  #chosen(
    chosen: ChosenAnswer,
    admission: Admission,
    preference: Preference,
    answeredBy: AnsweredBy,
    field: string | undefined,
  ): Outcome {
    const delay = this.#latency + (preference.delay ?? 0);
    const { fault } = preference;
    // An error of one's own goes out as it was written.
    const isError = chosen.isOwn !== true && isErrorBody(chosen);
    // Most answers go out as they were chosen.
    if (fault === undefined && chosen.status < 400 && !isError) {
      const { status, contentType, text, length } = chosen;
      return { status, contentType, text, length, delay, admission, preference, answeredBy };
    }
    const shared = { delay, admission, preference, answeredBy, ...(fault === undefined ? {} : { fault }) };
    if (fault === "html-page")
      return { status: 502, contentType: "text/html", text: htmlPage, length: htmlPage.length, ...shared };
    const completed = isError ? completeError(this.#api, chosen.body, this.#causedBy(field, preference)) : undefined;
    const body = completed?.body ?? chosen.body;
    const content = contentOf(
      fault === undefined
        ? body
        : distort(this.#api, admission.operation.responseTypes(chosen.status)?.[chosen.contentType], body, fault),
    );
    const record = completed === undefined ? ownCode(chosen) : errorRecord(completed);
    const headers = this.#headersOf(admission.operation, chosen.status, record.code ?? "");
    return {
      status: chosen.status,
      contentType: chosen.contentType,
      ...content,
      ...shared,
      ...(headers === undefined ? {} : { headers }),
      ...record,
    };
  }

  /** What a status must carry (RFC 9110, 15.5.2 and 15.5.6). */
  #headersOf({ path, operation }: CheckedOperation, status: number, code: string): Record<string, string> | undefined {
    if (status === 405) return allowHeader(this.#config.table.at(path)?.methods);
    return status === 401 ? challengeFor(this.#config.schemes, operation, code) : undefined;
  }

  /** The details of a scenario that an input value selected: the catalogue's cause. */
  #causedBy(field: string | undefined, { example }: Preference): ErrorDetail[] {
    const row = this.#api["x-error-catalogue"].codes.find(({ code }) => code === example);
    return field === undefined || row === undefined ? [] : [{ code: row.code, text: `${field}: ${row.cause}` }];
  }

  /** A refusal as the operation's examples have it; the first operation stands in where the path is unknown. */
  async #refused(refusal: Refusal, arrived: Arrived, admission?: Admission): Promise<Outcome> {
    const { path, method } = arrived;
    const operation = this.#config.table.at(path)?.methods.get(method) ?? this.#config.table.first;
    const chosen = await this.#chooser.choose(operation, { status: refusal.status, example: refusal.code });
    const completed = completeError(this.#api, chosen.body, refusal.details);
    const headers = refusal.headers ?? this.#headersOf(operation, refusal.status, refusal.code);
    return {
      status: refusal.status,
      contentType: chosen.contentType,
      ...contentOf(completed.body),
      delay: this.#latency,
      ...errorRecord(completed),
      ...(headers === undefined ? {} : { headers }),
      ...(admission === undefined ? {} : { admission }),
      ...(mayLackFraming(operation, arrived) ? { isLast: true } : {}),
    };
  }
}

/** Whether a request without a framed body seems to be meant to have one; its bytes would be read as the next request. */
function mayLackFraming({ operation }: CheckedOperation, { headers }: Arrived): boolean {
  if (headers["content-length"] !== undefined || headers["transfer-encoding"] !== undefined) return false;
  return operation.requestBody?.required === true || headers["content-type"] !== undefined;
}

function contentOf(body: unknown): Pick<Outcome, "text" | "length"> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return { text, length: Buffer.byteLength(text) };
}

function answerOf(given: Omit<ChosenAnswer, "text" | "length">): ChosenAnswer {
  return { ...given, ...contentOf(given.body) };
}

function errorRecord(completed: { body: object; globalId: string }): Pick<Outcome, "code" | "details" | "globalId"> {
  const { dataBody } = completed.body as { dataBody: { ERRCODE: string; ERRORLIST: { MAIN_MSG_TXT: string }[] } };
  return {
    code: dataBody.ERRCODE,
    details: dataBody.ERRORLIST.map((item) => item.MAIN_MSG_TXT),
    globalId: completed.globalId,
  };
}

/** ERRCODE of an error that somebody wrote himself. */
function ownCode(chosen: ChosenAnswer): Pick<Outcome, "code"> {
  if (!isErrorBody(chosen)) return {};
  return { code: String((chosen.body as { dataBody: { ERRCODE: unknown } }).dataBody.ERRCODE) };
}

/** Whether an answer is an error body of 3.6. */
function isErrorBody({ contentType, body }: Pick<ChosenAnswer, "contentType" | "body">): boolean {
  return (
    contentType === "application/json" &&
    isObject(body) &&
    isObject(body["dataBody"]) &&
    Object.hasOwn(body["dataBody"], "ERRCODE")
  );
}
