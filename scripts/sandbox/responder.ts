import type { CheckedOperation, OperationTable } from "../server/checked-operation.ts";
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
import { Scenarios } from "./scenarios.ts";

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
  readonly #scenarios = new Map<CheckedOperation, Scenarios>();
  readonly #latency: number;

  /** @param latency milliseconds before every answer */
  constructor(api: OpenApi, config: GatewayConfig, latency: number) {
    this.#api = api;
    this.#config = config;
    this.#latency = latency;
    this.#chooser = new Chooser(api);
  }

  get table(): OperationTable {
    return this.#config.table;
  }

  scenariosOf(operation: CheckedOperation): Scenarios {
    let scenarios = this.#scenarios.get(operation);
    if (scenarios === undefined) {
      scenarios = new Scenarios(this.#api, operation);
      this.#scenarios.set(operation, scenarios);
    }
    return scenarios;
  }

  /** Prepares the success of every operation, which its first request would otherwise wait for. */
  async prepare(): Promise<void> {
    for (const operation of this.table.operations) {
      operation.prepare();
      const choice = this.scenariosOf(operation).choiceOf({});
      if (!("details" in choice)) await this.#chooser.choose(operation, choice);
    }
  }

  /** Answers a request. It never rejects: an internal error is answered with SYSCD09999. */
  async answer(arrived: Arrived): Promise<Outcome> {
    try {
      const admission = admit(this.#config, arrived);
      if ("code" in admission) return { ...(await this.#refused(admission, arrived)), stop: admission };
      const scenarios = this.scenariosOf(admission.operation);
      const prefer = arrived.headers["prefer"];
      const asking = scenarios.preferenceOf(Array.isArray(prefer) ? prefer.join(",") : prefer, admission);
      if ("details" in asking) return await this.#refused(asking, arrived, admission);
      const { preference, field } = asking;
      const choice = scenarios.choiceOf(preference);
      if ("details" in choice) return await this.#refused(choice, arrived, admission);
      const chosen = await this.#chooser.choose(admission.operation, { ...choice, accept: arrived.headers.accept });
      return this.#chosen(chosen, admission, preference, field);
    } catch (error) {
      return this.failed(error);
    }
  }

  /** Reports an internal error; the answer gives no detail of it. */
  failed(error: unknown): Outcome {
    reportDefect("샌드박스 내부 오류", error);
    const completed = plainError(this.#api, { code: "SYSCD09999", details: [] });
    return {
      status: 500,
      contentType: "application/json",
      ...contentOf(completed.body),
      delay: 0,
      ...errorRecord(completed),
    };
  }

  /** @param field the field that asked for the answer by its value */
  #chosen(chosen: ChosenAnswer, admission: Admission, preference: Preference, field: string | undefined): Outcome {
    const delay = this.#latency + (preference.delay ?? 0);
    const { fault } = preference;
    const isError = isErrorBody(chosen);
    // Most answers go out as they were chosen.
    if (fault === undefined && chosen.status < 400 && !isError) {
      const { status, contentType, text, length } = chosen;
      return { status, contentType, text, length, delay, admission, preference };
    }
    const shared = { delay, admission, preference, ...(fault === undefined ? {} : { fault }) };
    if (fault === "html-page")
      return { status: 502, contentType: "text/html", text: htmlPage, length: htmlPage.length, ...shared };
    const completed = isError ? completeError(this.#api, chosen.body, this.#causedBy(field, preference)) : undefined;
    const body = completed?.body ?? chosen.body;
    const content = contentOf(
      fault === undefined
        ? body
        : distort(this.#api, admission.operation.responseTypes(chosen.status)?.[chosen.contentType], body, fault),
    );
    const record = completed === undefined ? {} : errorRecord(completed);
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

function errorRecord(completed: { body: object; globalId: string }): Pick<Outcome, "code" | "details" | "globalId"> {
  const { dataBody } = completed.body as { dataBody: { ERRCODE: string; ERRORLIST: { MAIN_MSG_TXT: string }[] } };
  return {
    code: dataBody.ERRCODE,
    details: dataBody.ERRORLIST.map((item) => item.MAIN_MSG_TXT),
    globalId: completed.globalId,
  };
}

/** Whether an answer is an error body of 3.6. */
function isErrorBody({ contentType, body }: Pick<ChosenAnswer, "contentType" | "body">): boolean {
  return (
    contentType === "application/json" &&
    typeof body === "object" &&
    body !== null &&
    "dataBody" in body &&
    Object.hasOwn(body.dataBody as object, "ERRCODE")
  );
}
