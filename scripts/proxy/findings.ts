import type { Problem } from "../client/errors.ts";
import { maxProblems } from "../client/problem.ts";

export type Side = "request" | "response";

/** One point of an exchange: where it is, what the spec expects there, and the kind and length of what was found, never a value. */
export interface Finding extends Problem {
  side: Side;
}

/** The findings of one exchange. */
export class Findings {
  /** Where the exchange differs from the spec. */
  readonly #deviations: Finding[] = [];
  /** What the spec admits but a reader should know: unknown keys of an open object, what could not be checked. */
  readonly #notes: Finding[] = [];

  /** Whether nothing more is taken. */
  get isFull(): boolean {
    return this.#deviations.length >= maxProblems && this.#notes.length >= maxProblems;
  }

  deviate(side: Side, problem: Problem): void {
    add(this.#deviations, side, problem);
  }

  note(side: Side, problem: Problem): void {
    add(this.#notes, side, problem);
  }

  /** All of them, those of the request first. */
  all(): { deviations: Finding[]; notes: Finding[] } {
    return { deviations: requestFirst(this.#deviations), notes: requestFirst(this.#notes) };
  }
}

function requestFirst(list: readonly Finding[]): Finding[] {
  return list.toSorted((a, b) => (a.side === b.side ? 0 : a.side === "request" ? -1 : 1));
}

function add(list: Finding[], side: Side, problem: Problem): void {
  if (list.length < maxProblems) list.push({ side, ...problem });
}
