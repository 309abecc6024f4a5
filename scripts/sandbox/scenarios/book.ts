import type { OperationTable } from "../../server/checked-operation.ts";
import type { Admission } from "../gateway.ts";
import type { KnownApp } from "../store/app-directory.ts";
import type { Customer, Source } from "../store/customers.ts";
import { covers, leavesOf } from "./cover.ts";
import type { Conditions, Scenario } from "./scenario.ts";

/** A scenario that was checked, as it waits for its calls. */
export interface Registered {
  scenario: Scenario;
  source: Source;
  /** The one app whose calls it answers, where the portal has it; otherwise the scenario says which. */
  appId?: number | undefined;
  /** How often it answered. */
  answered: number;
}

interface Entry extends Registered {
  operationIds: ReadonlySet<string>;
  conditions: number;
  from: number;
  /** Calls for which everything but their number holds, by app. */
  calls: Map<number, number>;
}

/** What a scenario is held against. */
interface Called extends Pick<Admission, "operation" | "app" | "parameters" | "body"> {
  /** The one whom the call is about; undefined where the app has none. */
  customer: Pick<Customer, "login"> | undefined;
}

/** Sources in the order in which they are asked. */
const precedence: readonly Source[] = ["api", "file", "portal"];

/**
 * Every scenario of a sandbox. Of those that hold for a call, that of the first source answers: tests and the API, then
 * files, then the portal. Within a source it is the one with more conditions, then the one that begins at a later call, then
 * the first of a file or the newest of the others.
 */
export class ScenarioBook {
  readonly #table: OperationTable;
  readonly #appIdOf: (named: string) => number | undefined;
  readonly #sources = new Map<Source, Entry[]>();
  /** By operationId; made when asked. */
  #byOperation: Map<string, Entry[]> | undefined;

  /** @param appIdOf finds the one app that a scenario names */
  constructor(table: OperationTable, appIdOf: (named: string) => number | undefined) {
    this.#table = table;
    this.#appIdOf = appIdOf;
  }

  /** Every scenario, those first that are asked first. */
  get all(): readonly Registered[] {
    return precedence.flatMap((source) => this.#asked(source));
  }

  /** Takes the place of every scenario of a source; those that are the same go on counting. */
  replace(source: Source, scenarios: readonly { scenario: Scenario; appId?: number }[]): void {
    const before = new Map((this.#sources.get(source) ?? []).map((one) => [one.scenario, one]));
    this.#set(
      source,
      scenarios.map(({ scenario, appId }) => before.get(scenario) ?? this.#entry(scenario, source, appId)),
    );
  }

  /** Puts a scenario before the others of tests and the API, in the place of one with its name. */
  put(scenario: Scenario): Registered {
    const others = (this.#sources.get("api") ?? []).filter((one) => one.scenario.name !== scenario.name);
    const entry = this.#entry(scenario, "api");
    this.#set("api", [entry, ...others]);
    return entry;
  }

  /** Takes one of tests and the API away. @returns whether it was there */
  remove(name: string): boolean {
    const before = this.#sources.get("api") ?? [];
    const after = before.filter((one) => one.scenario.name !== name);
    this.#set("api", after);
    return after.length < before.length;
  }

  /** Takes those of tests and the API away, and counts every call anew. */
  reset(): void {
    this.#set("api", []);
    for (const entries of this.#sources.values())
      for (const entry of entries) {
        entry.calls.clear();
        entry.answered = 0;
      }
  }

  /** The scenario that answers a call, which is counted; undefined where none does. */
  match(called: Called): Registered | undefined {
    const entries = this.#entriesOf(called.operation.operation.operationId);
    if (entries.length === 0) return undefined;
    const minute = minuteInKorea();
    let found: Entry | undefined;
    for (const entry of entries) {
      if (!this.#isFor(entry, called.app) || !holds(entry.scenario.when ?? {}, called, minute)) continue;
      // Each counts the calls that could be its own, whichever of them answers.
      const number = (entry.calls.get(called.app.id) ?? 0) + 1;
      entry.calls.set(called.app.id, number);
      if (isTurn(entry.scenario.when?.call, number)) found ??= entry;
    }
    if (found !== undefined) found.answered += 1;
    return found;
  }

  #isFor({ appId, scenario: { app: named } }: Registered, app: KnownApp): boolean {
    const only = appId ?? (named === undefined ? app.id : this.#appIdOf(named));
    return only === app.id;
  }

  #entriesOf(operationId: string): readonly Entry[] {
    if (this.#byOperation === undefined) {
      this.#byOperation = new Map();
      for (const source of precedence)
        for (const entry of this.#asked(source))
          for (const id of entry.operationIds) this.#byOperation.set(id, [...(this.#byOperation.get(id) ?? []), entry]);
    }
    return this.#byOperation.get(operationId) ?? [];
  }

  /** Those of a source in the order in which they are asked. */
  #asked(source: Source): Entry[] {
    const entries = this.#sources.get(source) ?? [];
    return entries.toSorted((a, b) => b.conditions - a.conditions || b.from - a.from);
  }

  #set(source: Source, entries: Entry[]): void {
    this.#sources.set(source, entries);
    this.#byOperation = undefined;
  }

  #entry(scenario: Scenario, source: Source, appId?: number): Entry {
    const { call } = scenario.when ?? {};
    return {
      scenario,
      source,
      appId,
      answered: 0,
      operationIds: new Set(this.#table.family(scenario.operation).map(({ operation }) => operation.operationId)),
      conditions: conditionsIn(scenario.when ?? {}),
      from: typeof call === "object" ? call.from : (call ?? 0),
      calls: new Map(),
    };
  }
}

function conditionsIn({ customer, body, parameters, call, time }: Conditions): number {
  const given = [customer, call, time].filter((one) => one !== undefined).length;
  return given + leavesOf(body) + leavesOf(parameters);
}

function holds({ customer, body, parameters, time }: Conditions, called: Called, minute: string): boolean {
  if (customer !== undefined && called.customer?.login.toLowerCase() !== customer.toLowerCase()) return false;
  if (body !== undefined && !covers(called.body, body)) return false;
  if (parameters !== undefined && !covers(called.parameters, parameters)) return false;
  return time === undefined || isWithin(time, minute);
}

function isTurn(call: Conditions["call"], number: number): boolean {
  return call === undefined || (typeof call === "number" ? call === number : number >= call.from);
}

function isWithin({ from, to }: { from: string; to: string }, minute: string): boolean {
  return from <= to ? from <= minute && minute < to : minute >= from || minute < to;
}

const clock = new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Seoul", hour: "2-digit", minute: "2-digit" });

/** The present time of day in Korea as HH:MM. */
function minuteInKorea(): string {
  return clock.format(new Date());
}
