import type { IncomingMessage, ServerResponse } from "node:http";
import { readBundle } from "../bundle/bundle-file.ts";
import { OperationTable } from "../server/checked-operation.ts";
import { reportDefect, UserError } from "../lib/user-error.ts";
import { listen } from "../server/listen.ts";
import { allowedNames, isForOwnName } from "../server/own-name.ts";
import { type Certificate, serverCertificate } from "../server/tls.ts";
import type { OpenApi } from "../bundle/openapi.ts";
import { bundleFile } from "../lib/paths.ts";
import { maxBody as defaultMaxBody } from "../server/bounds.ts";
import { createBankServer, writeLast } from "../server/bank-server.ts";
import { plainError, type Refusal, refuse } from "../server/refusal.ts";
import { examine, type Spec } from "./examine.ts";
import type { Exchange } from "./exchange.ts";
import { type Failure, refusalForFailure } from "./failure.ts";
import { problemAbout } from "../client/problem.ts";
import type { Recorder, RecordingCounts } from "./recording/recorder.ts";
import { relay } from "./relay.ts";
import { Upstream } from "./upstream.ts";
import * as say from "./messages.ts";

export interface ProxyOptions {
  /** The server whose traffic is checked: https, or http on this machine. A path is put before that of every request. */
  upstream: string;
  /** 0, the default, picks a free port. */
  port?: number;
  /** Address to listen on. Default 127.0.0.1. */
  host?: string;
  /** Host names that the proxy may be called by over loopback, besides localhost, IP addresses and `host`. */
  allowHosts?: readonly string[];
  /** Serves https: true makes a certificate, otherwise by the given one, as PEM. */
  tls?: true | Certificate;
  /** Path of a bundled OpenAPI document. Default generated/openapi.json. */
  bundle?: string;
  /** Milliseconds from a request's header to the last byte of its answer. Default 60,000: longer than clients wait. */
  timeout?: number;
  /** The largest body that is checked, in bytes; larger ones pass unchecked. Default 1 MiB. */
  maxBody?: number;
  /**
   * A folder, made when missing, into which each distinct exchange of a known operation is written as a scenario that the
   * sandbox replays. Values are masked. What keeps a file from being written is told once on standard error.
   */
  record?: string;
  /** Called once for every exchange, after it has ended and was examined. What it throws is reported and ignored. */
  onExchange?: (exchange: Exchange) => void;
}

/** A proxy that listens. */
interface Proxy {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  url: string;
  /** The certificate that `tls: true` made, as PEM: a client that trusts it trusts this proxy. */
  ca?: string;
  /** The upstream, without a slash at the end. */
  upstream: string;
  /** What was recorded so far; undefined where nothing is to be. */
  recorded: RecordingCounts | undefined;
  /** Stops listening, cuts the connections that are open, and reports what was under way. */
  close: () => Promise<void>;
  /** Closes it once running answers are out, or the signal comes. */
  drain: (cut: AbortSignal) => Promise<void>;
}

/** Milliseconds that Node waits longer than the proxy's own timeout, which must fire first. */
const grace = 5000;

/**
 * Starts a proxy that carries every request to the upstream as it is, and holds what passes against the spec.
 *
 * @throws {UserError} when the upstream, the bundle or the folder to record into cannot be used, or the port cannot be had
 */
export async function startProxy(options: ProxyOptions): Promise<Proxy> {
  const {
    port = 0,
    host = "127.0.0.1",
    bundle = bundleFile,
    timeout = 60_000,
    maxBody = defaultMaxBody,
    onExchange = () => {},
  } = options;
  const names = allowedNames(options.allowHosts ?? [], host);
  const certificate = options.tls === undefined ? undefined : await serverCertificate(options.tls, names);
  const upstream = new Upstream(options.upstream);
  const api = await readBundle(bundle);
  const spec: Spec = { api, table: new OperationTable(api), maxBody };
  const recorder = options.record === undefined ? undefined : await openRecorder(spec, options.record);
  const underWay = new Set<Promise<void>>();
  /** Incomplete requests and their refusals. */
  const broken = new WeakMap<IncomingMessage, Refusal>();

  const tell = (exchange: Exchange): void => {
    try {
      onExchange(exchange);
    } catch (error) {
      reportDefect(say.proxyDefect, error);
    }
  };
  const exchangeOf = carrier({ spec, upstream, timeout, broken, recorder });
  const server = createBankServer({
    api,
    requestTimeout: timeout + grace,
    certificate,
    refusalOf: (request) =>
      upstream.isReturning(request) ? returning : isForOwnName(request, names) ? undefined : otherName,
    onRequest: (request, response) => {
      const exchange = exchangeOf(request, response)
        .then(tell)
        .finally(() => underWay.delete(exchange));
      underWay.add(exchange);
    },
    onRefused: (refusal, _globalId, request) => {
      if (request === undefined) tell(refusedExchange(new Date().toISOString(), refusal));
      else broken.set(request, refusal);
    },
  });
  const url = await listen(server.http, host, port);
  const drain = async (cut?: AbortSignal): Promise<void> => {
    await server.connections.end(cut);
    // Each exchange ends with its client's connection and closes the upstream's.
    await Promise.all(underWay);
    upstream.close();
  };
  if (upstream.isAt(url)) {
    await drain();
    throw new UserError(say.upstreamIsProxy);
  }
  const ca = options.tls === true ? certificate?.cert : undefined;
  return {
    url,
    ...(ca === undefined ? {} : { ca }),
    upstream: upstream.url,
    recorded: recorder?.counts,
    close: () => drain(),
    drain,
  };
}

/** Loads what records where it is asked for: most proxies do without. */
async function openRecorder({ api, table }: Spec, dir: string): Promise<Recorder> {
  const { openRecording } = await import("./recording/recorder.ts");
  return openRecording(api, table, dir);
}

const otherName = refuse("SYSCD02001", 400, [say.notThisHost]);

const returning = refuse("SYSCD03901", 503, [say.cameBack]);

/** Makes the function that carries one request and its answer, examines both, and has them recorded. */
function carrier({
  spec,
  upstream,
  timeout,
  broken,
  recorder,
}: {
  spec: Spec;
  upstream: Upstream;
  timeout: number;
  broken: WeakMap<IncomingMessage, Refusal>;
  recorder: Recorder | undefined;
}): (request: IncomingMessage, response: ServerResponse) => Promise<Exchange> {
  return async (request, response) => {
    const started = performance.now();
    const time = new Date().toISOString();
    let answeredByProxy = false;
    const refuse = (failure: Failure): void => {
      answeredByProxy = true;
      answerRefusal(spec.api, request, response, refusalForFailure(failure, timeout));
    };
    const carried = await relay({ upstream, timeout, maxBody: spec.maxBody, refuse }, request, response);
    const duration = performance.now() - started;
    const refusal = broken.get(request);
    if (refusal !== undefined) return refusedExchange(time, refusal);
    const { findings, method, path, operation, bodies, code } = await examine(spec, request, carried);
    const { deviations, notes } = findings.all();
    if (operation !== undefined && carried.answer !== undefined && carried.failure === undefined)
      recorder?.record({ time, operation, request, answer: carried.answer, ...bodies, deviations, notes });
    return {
      time,
      method,
      path,
      ...(operation === undefined ? {} : { operationId: operation.operation.operationId }),
      status: response.headersSent ? response.statusCode : 0,
      ...(answeredByProxy ? { answeredByProxy: true } : {}),
      ...(code === undefined ? {} : { code }),
      duration,
      deviations,
      notes,
    };
  };
}

function answerRefusal(api: OpenApi, request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  const bytes = Buffer.from(JSON.stringify(plainError(api, refusal).body));
  const header = {
    "content-type": "application/json",
    "content-length": bytes.length,
    ...(request.complete ? {} : { connection: "close" }),
  };
  writeLast(response, refusal.status, header, bytes);
}

/** What to do about a request that is refused before it is relayed. */
const adviceOn = new Map([
  [otherName, say.askByLocalName],
  [returning, say.askOnce],
]);

/** The record of a request that was not relayed. */
function refusedExchange(time: string, refusal: Refusal): Exchange {
  const { status, code } = refusal;
  const problem = problemAbout(
    "HTTP 요청",
    "http",
    adviceOn.get(refusal) ?? say.askByHttp,
    say.refusedBy(status, code),
  );
  return {
    time,
    method: "?",
    path: say.notRelayed,
    status,
    answeredByProxy: true,
    code,
    duration: 0,
    deviations: [{ side: "request", ...problem }],
    notes: [],
  };
}
