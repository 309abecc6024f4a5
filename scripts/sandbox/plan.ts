import type { App } from "./apps.ts";

/** Why a call is over an app's plan. */
export type Excess = "perSecond" | "total";

/** Counts the calls of each app against its plan. */
export class PlanLedger {
  readonly #calls = new Map<string, { total: number; recent: number[] }>();

  /**
   * Takes one call from an app's plan.
   *
   * @param now milliseconds of any steady clock
   * @returns which limit the call is over, and takes nothing then
   */
  take({ appKey, plan }: Pick<App, "appKey" | "plan">, now = performance.now()): Excess | undefined {
    if (plan === undefined) return undefined;
    let calls = this.#calls.get(appKey);
    if (calls === undefined) {
      calls = { total: 0, recent: [] };
      this.#calls.set(appKey, calls);
    }
    calls.recent = calls.recent.filter((time) => now - time < 1000);
    if (plan.total !== undefined && calls.total >= plan.total) return "total";
    if (plan.perSecond !== undefined && calls.recent.length >= plan.perSecond) return "perSecond";
    calls.total += 1;
    if (plan.perSecond !== undefined) calls.recent.push(now);
    return undefined;
  }

  /** Forgets every call. */
  reset(): void {
    this.#calls.clear();
  }
}
