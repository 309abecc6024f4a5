import type { Finding } from "./findings.ts";

/** An exchange as the proxy reports it, without secrets and personal data. */
export interface Exchange {
  /** When the request came; ISO 8601, UTC. */
  time: string;
  method: string;
  /** Known paths as they are; of others, only the length. */
  path: string;
  /** The operation; absent where the spec has no such path and method. */
  operationId?: string;
  /** The status that the client received; 0 where it received none. */
  status: number;
  /** The proxy answered in the upstream's place. */
  answeredByProxy?: true;
  /** ERRCODE of the answer, where the catalogue has it. */
  code?: string;
  /** Milliseconds from the request's arrival to the end of the answer. */
  duration: number;
  /** Where the exchange differs from the spec. */
  deviations: readonly Finding[];
  /** Remarks that are no deviation, such as unknown keys of an open object. */
  notes: readonly Finding[];
}
