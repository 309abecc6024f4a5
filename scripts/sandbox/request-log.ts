import { describeValue } from "../client/problem.ts";
import { deref, type OpenApi, type Schema } from "../bundle/openapi.ts";
import type { Arrived } from "./arrived.ts";
import { answeredByText } from "./answered-by.ts";
import type { RequestRecord } from "./request-record.ts";

/** How many requests a sandbox remembers. */
const maxRecords = 100;

/**
 * Makes the record of a request, each time the same.
 *
 * @param reveal whether it shows every value; those of a large body are gone
 */
export type MakeRecord = (reveal?: boolean) => RequestRecord;

/** The last requests. A record is made when somebody asks for it. */
export class RequestLog {
  readonly #makers: MakeRecord[] = [];
  #oldest = 0;
  readonly #counts = new Map<string, number>();

  /** @param operationId undefined where the spec has no such operation */
  add(make: MakeRecord, operationId?: string): void {
    this.#counts.set(operationId ?? "", (this.#counts.get(operationId ?? "") ?? 0) + 1);
    if (this.#makers.length < maxRecords) this.#makers.push(make);
    else {
      this.#makers[this.#oldest] = make;
      this.#oldest = (this.#oldest + 1) % maxRecords;
    }
  }

  /** Oldest first. @param reveal whether they show every value */
  records(reveal?: boolean): readonly RequestRecord[] {
    const { length } = this.#makers;
    return this.#makers.map((_, index) => (this.#makers[(this.#oldest + index) % length] as MakeRecord)(reveal));
  }

  /** How many requests came for operations, or at all, since the start or the last reset. */
  count(operationIds: Iterable<string> = this.#counts.keys()): number {
    return [...operationIds].reduce((sum, id) => sum + (this.#counts.get(id) ?? 0), 0);
  }

  reset(): void {
    this.#makers.length = 0;
    this.#oldest = 0;
    this.#counts.clear();
  }
}

/** One line of a request for a terminal; that of a refused one ends with the reason. */
export function logLine({
  time,
  status,
  method,
  path,
  code,
  details = [],
  scenario,
  app,
  answeredBy,
  globalId,
  duration,
}: RequestRecord): string {
  const [reason] = scenario === undefined ? details : [];
  const others = details.length > 1 ? ` (외 ${details.length - 1}개)` : "";
  const parts = [
    time.slice(11, 23),
    status === 0 ? "---" : status,
    method.padEnd(4),
    path,
    code,
    scenario,
    app === undefined ? undefined : `[${app}]`,
    answeredBy?.name === undefined ? undefined : `(${answeredByText(answeredBy)})`,
    globalId,
    `${duration.toFixed(1)}ms`,
    reason === undefined ? undefined : `${cut(reason)}${others}`,
  ];
  return parts.filter((part) => part !== undefined).join(" ");
}

/** The longest reason in a line, in letters. */
const longestReason = 100;

/** As many sentences as fit into a line. */
function cut(text: string): string {
  let shown = "";
  for (const sentence of text.split(/(?<=\.) /)) {
    if (shown !== "" && shown.length + sentence.length > longestReason) break;
    shown = shown === "" ? sentence : `${shown} ${sentence}`;
  }
  return shown;
}

/** Resolved references of schemas, cached for all requests. */
const resolved = new WeakMap<Schema, Schema>();

/**
 * A body that holds to its schema, with what may be personal data by kind and length only: all but the values of an enum,
 * true, false and null.
 */
export function withoutPersonalData(api: OpenApi, reference: Schema, value: unknown): unknown {
  const schema = resolved.get(reference) ?? deref<Schema>(api, reference);
  resolved.set(reference, schema);
  const { items, properties, enum: values } = schema;
  const isOpen = schema["x-sensitive"] !== true;
  if (isOpen && (values !== undefined || typeof value === "boolean" || value === null)) return value;
  if (isOpen && items !== undefined && Array.isArray(value))
    return value.map((item) => withoutPersonalData(api, items, item));
  if (!isOpen || properties === undefined || typeof value !== "object" || value === null || Array.isArray(value))
    return `[마스킹: ${describeValue(value)}]`;
  return Object.fromEntries(
    Object.entries(properties).flatMap(([key, field]) =>
      Object.hasOwn(value, key)
        ? [[key, withoutPersonalData(api, field, (value as Record<string, unknown>)[key])]]
        : [],
    ),
  );
}

/** The parts of a record as they came, for a sandbox that shows every value. */
export function revealed({
  path,
  query,
  headers,
  body,
}: Arrived): Pick<RequestRecord, "path" | "query" | "headers" | "body"> {
  const own = ["host", "connection", "content-length", "transfer-encoding"];
  const shown = Object.entries(headers).filter(([name]) => !own.includes(name));
  const text = typeof body === "string" ? undefined : body.toString();
  return {
    path,
    ...(query === "" ? {} : { query }),
    headers: Object.fromEntries(shown.map(([name, value]) => [name, String(value)])),
    ...(text === undefined || text === "" ? {} : { body: jsonOr(text) }),
  };
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
