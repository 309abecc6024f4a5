import type { FaultName } from "../faults.ts";

/** 응답정보: an answer of one's own, and when it is given. The same in files, over HTTP, in the portal and in tests. */
export interface Scenario {
  /** Unique among those of the same source. */
  name: string;
  /** Name or app key of the app whose calls it answers; every app's where left out. */
  app?: string;
  /** The operation whose calls it answers; other methods of the path with the same answers count as the same. */
  operation: string;
  /** All of these must hold; every call where left out. */
  when?: Conditions;
  response: ScenarioResponse;
  /** What the proxy noted of the exchange that it was made from. Nothing is decided by it. */
  recorded?: Recorded;
}

/** When a scenario answers. */
export interface Conditions {
  /** Login of the customer whom the call is about. */
  customer?: string;
  /** A part of the request's body: objects by the keys given here, lists whole. */
  body?: unknown;
  /** Parameters by place and name. */
  parameters?: Partial<Record<"path" | "query" | "header", Record<string, unknown>>>;
  /** The number of the call, from 1, among those for which everything else holds; `from` also takes later ones. */
  call?: number | { from: number };
  /** Time of day in Korea as HH:MM; `to` is not included, and may lie on the next day. */
  time?: { from: string; to: string };
}

/** What a scenario answers. What is left out is as without the scenario. */
export interface ScenarioResponse {
  status?: number;
  /** Name of an example of the spec, or a SYSCD code. */
  example?: string;
  /** Parts of the answer that are put over those that the call would get otherwise; lists whole. */
  change?: unknown;
  /** The whole body; a string goes out as it is. */
  body?: unknown;
  /** Media type of the body. */
  contentType?: string;
  /** Milliseconds before the answer. */
  delay?: number;
  fault?: FaultName;
  /** Must be true where the spec has no such status, media type or body: otherwise a mistake. */
  deviates?: boolean;
}

/** An exchange as it was recorded: values are fake ones of the same form. */
export interface Recorded {
  /** ISO 8601, UTC. */
  time: string;
  /** The request's body and parameters. */
  request?: { method: string; parameters?: unknown; body?: unknown };
  /** What differed from the spec, in Korean sentences. */
  deviations: readonly string[];
}

/** A customer as a file or the API defines it. */
export interface CustomerEntry {
  /** Name or app key of the customer's app. */
  app: string;
  login: string;
  name: string;
  /** Whether calls of the app without a token are about this customer. */
  default?: boolean;
  /** Access tokens of the customer that never expire, for tests that do not log in. */
  tokens?: readonly string[];
  /** By operationId: parts that are put over the operation's first example of a success; lists whole. */
  answers?: Record<string, unknown>;
}

/** What a file holds. */
export interface ScenarioFile {
  customers?: readonly CustomerEntry[];
  scenarios?: readonly Scenario[];
}
