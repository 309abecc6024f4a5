import cluster, { type Address, type Worker } from "node:cluster";
import { urlOf } from "../server/listen.ts";
import type { App } from "./apps.ts";
import type { SharedState } from "./control.ts";
import { type Excess, PlanLedger } from "./plan.ts";
import { maxRecords, RequestLog } from "./request-log.ts";
import type { RequestRecord } from "./request-record.ts";
import { serve } from "./serve.ts";
import type { Sandbox, SandboxOptions } from "./start.ts";

/** A question between the primary and a worker, or its answer, which carries the same id. */
type Message =
  | { id: number; ask: "take"; app: Pick<App, "appKey" | "plan"> }
  | { id: number; ask: "records" | "reset" }
  // JSON leaves an answer of undefined out.
  | { id: number; answer?: unknown };

type Question = Extract<Message, { ask: string }>;

/** One end of the channel between processes: asks, and answers what the other end asks. */
class Channel {
  readonly #waiting = new Map<number, (answer: unknown) => void>();
  readonly #send: (message: Message) => void;
  #count = 0;

  constructor(send: (message: Message) => void) {
    this.#send = send;
  }

  ask<T>(question: Question extends infer Q ? (Q extends Question ? Omit<Q, "id"> : never) : never): Promise<T> {
    this.#count += 1;
    const id = this.#count;
    return new Promise((done) => {
      this.#waiting.set(id, done as (answer: unknown) => void);
      this.#send({ id, ...question });
    });
  }

  receive(message: Message, answer: (question: Question) => unknown): void {
    if (!("ask" in message)) {
      this.#waiting.get(message.id)?.(message.answer);
      this.#waiting.delete(message.id);
    } else void Promise.resolve(answer(message)).then((value) => this.#send({ id: message.id, answer: value }));
  }

  /** The other end is gone; whatever was asked of it has this answer. */
  abandon(answer: unknown): void {
    for (const done of this.#waiting.values()) done(answer);
    this.#waiting.clear();
  }
}

/**
 * Opens one sandbox in several processes that share the port (node:cluster). The plans are counted here, so that a limit
 * holds over all of them; a process that ends is replaced.
 *
 * @param count number of processes
 * @param ready called with the URL once each of them listens
 */
export async function startWorkers(count: number, ready: (url: string) => void): Promise<void> {
  const ledger = new PlanLedger();
  const channels = new Map<Worker, Channel>();
  const everywhere = async (ask: "records" | "reset"): Promise<unknown[]> => Promise.all([...channels.values()].map((channel) => channel.ask({ ask })));
  const answer = async (question: Question): Promise<unknown> => {
    if (question.ask === "take") return ledger.take(question.app);
    const answers = await everywhere(question.ask);
    if (question.ask === "records") return (answers as RequestRecord[][]).flat().sort((a, b) => (a.time < b.time ? -1 : 1)).slice(-maxRecords);
    ledger.reset();
    return undefined;
  };
  const open = (): Promise<Address> => {
    const worker = cluster.fork();
    const channel = new Channel((message) => worker.isConnected() && worker.send(message));
    channels.set(worker, channel);
    // A message to one that has just ended fails; its exit says so as well.
    worker.on("error", () => {});
    worker.on("message", (message: Message) => channel.receive(message, answer));
    worker.on("exit", (code: number | null, signal: string | null) => {
      channels.delete(worker);
      channel.abandon([]);
      // One that could not even start would end again.
      if (listening.has(worker)) {
        console.error(`샌드박스 프로세스 하나가 끝나(${signal ?? code}) 새로 시작합니다.`);
        void open();
      } else process.exit(code ?? 1);
    });
    return new Promise((done) => worker.once("listening", (address) => {
      listening.add(worker);
      done(address);
    }));
  };
  const listening = new Set<Worker>();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => {
    for (const worker of channels.keys()) worker.removeAllListeners("exit").kill("SIGKILL");
    process.exit(0);
  });
  const [first] = await Promise.all(Array.from({ length: count }, open));
  if (first !== undefined) ready(urlOf(first.address, first.port));
}

/** Serves as one of several processes. */
export async function serveAsWorker(options: SandboxOptions): Promise<Pick<Sandbox, "url" | "api" | "close">> {
  const channel = new Channel((message) => process.send?.(message));
  const log = new RequestLog();
  const state: SharedState = {
    takeCall: ({ appKey, plan }) => channel.ask<Excess | undefined>({ ask: "take", app: { appKey, ...(plan === undefined ? {} : { plan }) } }),
    records: () => channel.ask<RequestRecord[]>({ ask: "records" }),
    reset: () => channel.ask<void>({ ask: "reset" }),
  };
  process.on("message", (message: Message) => channel.receive(message, ({ ask }) => (ask === "records" ? log.records : log.reset())));
  // The primary stops its processes itself.
  process.on("SIGINT", () => {});
  return serve({ ...options, onRecord: (record) => {
    log.add(record);
    options.onRecord?.(record);
  } }, state);
}
