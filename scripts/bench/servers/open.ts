import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readBundle } from "../../bundle/bundle-file.ts";
import { type ExampleRequest, exampleRequest } from "../../bundle/example-request.ts";
import { operationsOf } from "../../bundle/openapi.ts";
import { root } from "../../lib/paths.ts";
import type { Run } from "../run.ts";
import { type Running, start } from "../run-process.ts";
import { exampleAnswer } from "./example-answer.ts";
import { answers, freePort } from "./http.ts";

/** What a server is started with. */
export interface Served {
  bundle: string;
  request: ExampleRequest;
  answer: string;
}

/** A project's bundle for servers at any address, the request to its last operation, and the answer to it. */
export async function makeServed(run: Run, operations: number): Promise<Served> {
  const api = await readBundle(join(await run.project(operations), "generated/openapi.json"));
  const bundle = join(run.dir, `served-${operations}.json`);
  // Peers read no variables in the address of a server.
  writeFileSync(bundle, JSON.stringify({ ...api, servers: [{ url: "/" }] }));
  const last = operationsOf(api).findLast(({ method, operation }) => method === "post" && operation.requestBody);
  if (last === undefined) throw new Error("the bundle has no POST");
  return { bundle, request: exampleRequest(api, last), answer: exampleAnswer(api, last.operation) };
}

/** Node's arguments for a server; PORT, BUNDLE and ANSWER are in its environment, too. */
export type ServerCommand = (port: string, served: Served) => string[];

/** The sandbox of this project, as its command starts it. */
export const sandbox: ServerCommand = (port, { bundle }) => [
  join(root, "scripts/cli/sandbox.ts"),
  ...["--quiet", "--port", port, "--bundle", bundle],
];

/** A server that has answered. */
export interface Server {
  process: Running;
  port: number;
  /** Milliseconds from the start to the first answer. */
  first: number;
}

/**
 * Starts a server in a fresh process, and waits for its first answer.
 *
 * @throws {CannotMeasure} where it does not answer
 */
export async function open(command: ServerCommand, served: Served, env?: Record<string, string>): Promise<Server> {
  const port = await freePort();
  const process = start({
    args: command(String(port), served),
    cwd: root,
    env: { PORT: String(port), BUNDLE: served.bundle, ANSWER: served.answer, ...env },
  });
  const url = `http://127.0.0.1:${port}${served.request.path}`;
  try {
    return { process, port, first: await answers(url, served.request, process.startedAt, process.hasEnded) };
  } catch (error) {
    await process.end("SIGKILL");
    throw error;
  }
}
