import type { OpenApi } from "../lib/openapi.ts";
import type { SharedState } from "./control.ts";
import { PlanLedger } from "./plan.ts";
import { RequestLog, type RequestRecord } from "./request-log.ts";
import { serve } from "./serve.ts";

export interface SandboxOptions {
  /** 0, the default, picks a free port. */
  port?: number;
  /** Address to listen on. Default 127.0.0.1. */
  host?: string;
  /** Path of a bundled OpenAPI document. Default generated/openapi.json. */
  bundle?: string;
  /** Path of a file of apps, in the form of scripts/sandbox/apps.yaml, which is the default. */
  apps?: string;
  /** Milliseconds before every answer of the gateway. Default 0. */
  latency?: number;
  /** Milliseconds in which a request must have arrived whole. Default 10,000. */
  requestTimeout?: number;
  /** The largest request body in bytes. Default 1 MiB. */
  maxBody?: number;
  /** Shows the docs site under /docs/; made when it is first asked for. Default false. */
  docs?: boolean;
  /** Called once for every request, after it was answered. */
  onRecord?: (record: RequestRecord) => void;
}

/** A sandbox that listens. */
export interface Sandbox {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  url: string;
  api: OpenApi;
  /** The last hundred requests, oldest first, without secrets and personal data. */
  requests: () => readonly RequestRecord[];
  /** Forgets the requests and the calls counted against plans. */
  reset: () => void;
  /** Stops listening and cuts the connections that are open. */
  close: () => Promise<void>;
}

/**
 * Starts the sandbox: a gateway as the document draws it (1.2, 1.3), and behind it Prism, which answers from the spec. It
 * listens before Prism is loaded; the first answer waits for it.
 *
 * @throws {UserError} when the bundle or the apps cannot be used, or the port cannot be had
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const ledger = new PlanLedger();
  const log = new RequestLog();
  const reset = (): void => {
    ledger.reset();
    log.reset();
  };
  const state: SharedState = { takeCall: (app) => ledger.take(app), records: () => log.records, reset };
  const onRecord = (record: RequestRecord): void => {
    log.add(record);
    options.onRecord?.(record);
  };
  const { url, api, close } = await serve({ ...options, onRecord }, state);
  return { url, api, requests: () => log.records, reset, close };
}
