import type { IncomingHttpHeaders } from "node:http";

/** A request as the gateway receives it. */
export interface Arrived {
  method: string;
  /** Without the query. */
  path: string;
  /** The query without the question mark, still encoded. */
  query: string;
  headers: IncomingHttpHeaders;
  /** Names and values in turn, as they came. */
  rawHeaders: readonly string[];
  body: Buffer | "too-large" | "crumbled";
}
