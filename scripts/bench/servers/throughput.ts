import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { readBundle } from "../../bundle/bundle-file.ts";
import { type ExampleRequest, exampleRequest } from "../../bundle/example-request.ts";
import { deref, type Example, type OpenApi, operationsOf } from "../../bundle/openapi.ts";
import { bundleFile, root } from "../../lib/paths.ts";
import { inTemporaryFolder } from "../../lib/temporary-folder.ts";
import { loadPeer } from "../peers.ts";

/** What is used here of autocannon. */
interface Autocannon {
  default: (options: {
    url: string;
    method: string;
    headers: Record<string, string>;
    body?: string;
    connections: number;
    duration: number;
  }) => Promise<{ requests: { average: number }; latency: { p99: number }; non2xx: number }>;
}

/** What was measured of one server on a bundle of so many operations. */
interface ServerFigures {
  name: string;
  operations: number;
  /** Milliseconds from the start of the process until it listens, and until it has answered. */
  listening: number;
  firstAnswer: number;
  requestsPerSecond: number;
  /** Milliseconds. */
  p99: number;
}

const seconds = 3;
const connections = 32;
/** Prism's command at 1,000 operations needs a while for its first answer. */
const timeoutMs = 60_000;

/** Starts each server on bundles of 1, 100 and 1,000 operations, sends the sample request to the last one, and measures. */
export function serverFigures(): Promise<ServerFigures[]> {
  const api = readBundle(bundleFile);
  return inTemporaryFolder(async (dir) => {
    const figures: ServerFigures[] = [];
    for (const operations of [1, 100, 1000]) {
      const bundle = join(dir, `${operations}.json`);
      const { document, request } = enlarge(api, operations);
      writeFileSync(bundle, JSON.stringify(document));
      for (const [name, command] of rivals(bundle))
        figures.push({
          name,
          operations,
          ...(await measure(command, request, { BUNDLE: bundle, ANSWER: answerOf(api) })),
        });
    }
    return figures;
  });
}

function rivals(bundle: string): [string, (port: string) => string[]][] {
  return [
    ["샌드박스", (port) => [join(root, "scripts/cli/sandbox.ts"), "--quiet", "--port", port, "--bundle", bundle]],
    [
      "Prism 명령",
      (port) => [join(root, "node_modules/@stoplight/prism-cli/dist/index.js"), "mock", "--port", port, bundle],
    ],
    ["openapi-backend", () => [join(import.meta.dirname, "openapi-backend.ts")]],
    ["node:http만", () => [join(import.meta.dirname, "bare.ts")]],
  ];
}

/** The bundle with the loan operation under so many paths, by POST, and the sample request to the last of them. */
function enlarge(api: OpenApi, count: number): { document: OpenApi; request: ExampleRequest } {
  const loan = operationsOf(api).find(({ method }) => method === "post");
  if (loan === undefined) throw new Error("the bundle has no POST");
  const names = Array.from({ length: count }, (_, index) => `${loan.path}${index}`);
  const paths = Object.fromEntries(
    names.map((path, index) => [
      path,
      { post: { ...loan.operation, operationId: `${loan.operation.operationId}${index}` } },
    ]),
  );
  const request = exampleRequest(api, { ...loan, path: names.at(-1) ?? "" });
  return { document: { ...api, servers: [{ url: "/" }], paths }, request };
}

function answerOf(api: OpenApi): string {
  const [first] = operationsOf(api);
  const success = first?.operation.responses["200"];
  const [example] =
    success === undefined ? [] : Object.values(deref(api, success).content["application/json"]?.examples ?? {});
  return example === undefined ? "{}" : JSON.stringify(deref<Example>(api, example).value);
}

async function measure(
  command: (port: string) => string[],
  { method, path, headers, body }: ExampleRequest,
  env: Record<string, string>,
): Promise<Omit<ServerFigures, "name" | "operations">> {
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}${path}`;
  const options = { method, headers, ...(body === undefined ? {} : { body }) };
  const started = performance.now();
  const child = spawn(process.execPath, command(port), {
    cwd: root,
    stdio: "ignore",
    env: { ...process.env, ...env, PORT: port },
  });
  try {
    await until(() => connects(port), started);
    const listening = performance.now() - started;
    await until(async () => (await fetch(url, options)).status === 200, started);
    const firstAnswer = performance.now() - started;
    await load(url, options, 1);
    const { requests, latency, non2xx } = await load(url, options, seconds);
    if (non2xx > 0)
      throw new Error(`${command(port)[0] ?? ""} answered ${non2xx} requests with another status than 2xx`);
    return { listening, firstAnswer, requestsPerSecond: requests.average, p99: latency.p99 };
  } finally {
    child.kill();
  }
}

async function load(
  url: string,
  { method, headers, body }: { method: string; headers: Record<string, string>; body?: string },
  duration: number,
) {
  const { default: autocannon } = await loadPeer<Autocannon>("autocannon");
  return autocannon({ url, method, headers, ...(body === undefined ? {} : { body }), connections, duration });
}

/** Tries until something holds; what cannot connect yet does not. */
async function until(holds: () => Promise<boolean>, started: number): Promise<void> {
  while (!(await holds().catch(() => false))) {
    if (performance.now() - started > timeoutMs) throw new Error("the server does not answer");
    await new Promise((done) => setTimeout(done, 5));
  }
}

function connects(port: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(Number(port), "127.0.0.1", () => done(true));
    socket.on("error", () => done(false)).on("connect", () => socket.destroy());
  });
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" ? (address?.port ?? 0) : 0));
    });
  });
}
