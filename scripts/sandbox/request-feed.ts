import type { MakeRecord, RequestLog } from "./request-log.ts";
import type { RequestRecord } from "./request-record.ts";

/** The last requests, and word of each further one. */
export class RequestFeed {
  readonly #log: RequestLog;
  readonly #listeners = new Set<(make: MakeRecord) => void>();

  constructor(log: RequestLog) {
    this.#log = log;
  }

  /** Oldest first. */
  get records(): readonly RequestRecord[] {
    return this.#log.records;
  }

  /** Tells whoever listens of a request. */
  tell(make: MakeRecord): void {
    for (const listener of this.#listeners) listener(make);
  }

  /** @returns ends the listening */
  listen(listener: (make: MakeRecord) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
