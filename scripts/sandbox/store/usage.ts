import { printError } from "../../lib/print.ts";
import { reportDefect } from "../../lib/user-error.ts";
import type { KnownApi } from "./app-directory.ts";
import type { Database } from "./database.ts";
import { Refused } from "./refused.ts";
import * as say from "./messages.ts";

/** Why a call is over a plan. */
export type Excess = "perSecond" | "total";

/** A call that the gateway answered. */
export interface Call {
  appId: number;
  operationId: string;
  status: number;
  /** The ERRCODE of an error, otherwise empty. */
  code: string;
  /** Milliseconds. */
  duration: number;
}

interface Counted extends Omit<Call, "duration"> {
  hour: string;
  count: number;
  total: number;
  max: number;
}

/** How many calls of an app and API were made. */
interface Made {
  appId: number;
  apiId: number;
  total: number;
  /** Times of the last second's, of any steady clock in milliseconds. */
  recent: number[];
  isKept: boolean;
}

/**
 * Counts calls: against plans, and for the statistics. It counts in memory and writes once a turn of the event loop, all
 * calls of the turn at once; what cannot be written stays until it can.
 */
export class Usage {
  readonly #database: Database;
  readonly #made = new Map<string, Made>();
  readonly #counted = new Map<string, Counted>();
  #hourNumber = 0;
  #hourText = "";
  #isScheduled = false;
  #hasFailed = false;
  #isClosed = false;

  constructor(database: Database) {
    this.#database = database;
    for (const row of database.rows<Omit<Made, "recent" | "isKept">>(
      "SELECT app_id AS appId, api_id AS apiId, total FROM usage",
    ))
      this.#made.set(`${row.appId} ${row.apiId}`, { ...row, recent: [], isKept: true });
  }

  /**
   * Takes one call from an app's plan for an API.
   *
   * @param time milliseconds of any steady clock
   * @returns which limit the call is over, and takes nothing then
   */
  take(appId: number, { id, plan }: KnownApi, time = performance.now()): Excess | undefined {
    if (plan.perSecond === null && plan.total === null) return undefined;
    const made = this.#madeOf(appId, id);
    made.recent = made.recent.filter((one) => time - one < 1000);
    if (plan.total !== null && made.total >= plan.total) return "total";
    if (plan.perSecond !== null && made.recent.length >= plan.perSecond) return "perSecond";
    made.total += 1;
    made.isKept = false;
    if (plan.perSecond !== null) made.recent.push(time);
    this.#schedule();
    return undefined;
  }

  /** Counts an answered call for the statistics. */
  count(call: Call): void {
    const hour = this.#hour();
    const key = `${hour} ${call.appId} ${call.operationId} ${call.status} ${call.code}`;
    const counted = this.#counted.get(key);
    if (counted === undefined)
      this.#counted.set(key, { ...call, hour, count: 1, total: call.duration, max: call.duration });
    else {
      counted.count += 1;
      counted.total += call.duration;
      counted.max = Math.max(counted.max, call.duration);
    }
    this.#schedule();
  }

  /** Calls of an app that its plan for an API has counted. */
  totalOf(appId: number, apiId: number): number {
    return this.#made.get(`${appId} ${apiId}`)?.total ?? 0;
  }

  /** Forgets what plans have counted; the statistics stay. */
  reset(): void {
    this.#made.clear();
    this.#database.record(() => this.#database.change("DELETE FROM usage"));
  }

  /** Writes what was counted, at last; what is counted afterwards is dropped. */
  close(): void {
    this.flush();
    this.#isClosed = true;
  }

  /** Writes what was counted; it stays counted where it cannot be written. */
  flush(): void {
    if (this.#isClosed) return;
    try {
      this.#database.record(() => {
        for (const { appId, apiId, total, isKept } of this.#made.values())
          if (!isKept)
            this.#database.change(
              "INSERT INTO usage (app_id, api_id, total) VALUES (:appId, :apiId, :total) ON CONFLICT DO UPDATE SET total = :total",
              { appId, apiId, total },
            );
        for (const { hour, appId, operationId, status, code, count, total, max } of this.#counted.values())
          this.#database.change(
            `INSERT INTO calls (hour, app_id, operation_id, status, code, count, total_duration, max_duration)
             VALUES (:hour, :appId, :operationId, :status, :code, :count, :total, :max)
             ON CONFLICT DO UPDATE SET count = count + :count, total_duration = total_duration + :total,
               max_duration = max(max_duration, :max)`,
            { hour, appId, operationId, status, code, count, total, max },
          );
      });
      if (!this.#database.isWritable) return;
      for (const made of this.#made.values()) made.isKept = true;
      this.#counted.clear();
      this.#hasFailed = false;
    } catch (error) {
      const text = say.statisticsUnkept;
      if (this.#hasFailed) return;
      if (error instanceof Refused) printError(`${text} ${error.message}`);
      else reportDefect(text, error);
      this.#hasFailed = true;
    }
  }

  /** The present hour as `2026-01-31T09` in UTC; its text is made once an hour. */
  #hour(): string {
    const number = Math.floor(Date.now() / 3_600_000);
    if (number !== this.#hourNumber) {
      this.#hourNumber = number;
      this.#hourText = new Date().toISOString().slice(0, 13);
    }
    return this.#hourText;
  }

  #madeOf(appId: number, apiId: number): Made {
    const key = `${appId} ${apiId}`;
    let made = this.#made.get(key);
    if (made === undefined) {
      made = { appId, apiId, total: 0, recent: [], isKept: true };
      this.#made.set(key, made);
    }
    return made;
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      this.flush();
    }).unref();
  }
}
