import type { Finding } from "./findings.ts";

/** One exchange as the proxy reports it: nothing secret, nothing personal. */
export interface Exchange {
  /** When the request came; ISO 8601, UTC. */
  time: string;
  method: string;
  /** Known paths as they are; of others, only the length. */
  path: string;
  /** Where the spec has the path and the method. */
  operationId?: string;
  /** What the client was answered with; 0 where it was not. */
  status: number;
  /** The proxy answered in the upstream's place. */
  answeredByProxy?: true;
  /** ERRCODE of the answer, where the catalogue has it. */
  code?: string;
  /** Milliseconds from the request's arrival to the end of the answer. */
  duration: number;
  /** Where the exchange differs from the spec. */
  deviations: readonly Finding[];
  /** What the spec admits but a reader should know. */
  notes: readonly Finding[];
}
