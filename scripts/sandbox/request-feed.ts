import type { RequestLog } from "./request-log.ts";
import type { RequestRecord } from "./request-record.ts";

/** The last requests, and word of each further one. */
export class RequestFeed {
  readonly #log: RequestLog;
  /** Whether the records show every value. */
  readonly isOpen: boolean;
  readonly #listeners = new Set<(record: RequestRecord) => void>();
  readonly #end = new AbortController();

  constructor(log: RequestLog, isOpen: boolean) {
    this.#log = log;
    this.isOpen = isOpen;
  }

  /** Oldest first. */
  get records(): readonly RequestRecord[] {
    return this.#log.records();
  }

  /** Whether a record would be made for nobody. */
  get isHeard(): boolean {
    return this.#listeners.size > 0;
  }

  tell(record: RequestRecord): void {
    for (const listener of this.#listeners) listener(record);
  }

  /** Aborts when the sandbox ends: nobody is to wait for a listener then. */
  get ended(): AbortSignal {
    return this.#end.signal;
  }

  end(): void {
    this.#end.abort();
  }

  /** @returns ends the listening */
  listen(listener: (record: RequestRecord) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
