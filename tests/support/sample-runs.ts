import { createServer, type IncomingMessage } from "node:http";
import { mkdirSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { exampleCredentials, exampleRequest } from "../../scripts/bundle/example-request.ts";
import { deref, type Example, type OpenApi, operationsOf } from "../../scripts/bundle/openapi.ts";
import { parametersOf } from "../../scripts/bundle/parameters.ts";
import { type Sample, samplesOf } from "../../scripts/generate/client/samples.ts";
import { api } from "./bundle.ts";
import type { Outcome } from "./execute.ts";
import { payloads } from "./hostile-spec.ts";
import { send } from "./http.ts";
import { api as twoServices } from "./two-services.ts";

/** A language of the samples, and how its programs are run. */
export interface SampleLanguage {
  id: Sample["id"];
  /** Runs each program, from a file of its own in an empty folder. */
  run: (dir: string, programs: readonly string[]) => Promise<Outcome[]>;
}

/** Expects that each operation's sample prints the answer of the sandbox. */
export async function expectAnswers({ id, run }: SampleLanguage, dir: string, url: string): Promise<void> {
  const operations = samplesBy(id, api, url);
  const outcomes = await run(
    made(dir),
    operations.map(({ text }) => text),
  );
  expect(outcomes).toHaveLength(operations.length);
  for (const [at, { exitCode, stdout, stderr }] of outcomes.entries()) {
    expect(exitCode, `${operations[at]?.text}\n${stdout}${stderr}`).toBe(0);
    for (const key of operations[at]?.answered ?? [""]) expect(stdout).toContain(key);
  }
}

/** Expects that a sample with a key that nobody has ends with the status and the code of the sandbox's error. */
export async function expectErrorCode({ id, run }: SampleLanguage, dir: string, url: string): Promise<void> {
  const wrong = { ...exampleCredentials, appKey: "SANDBOX-WRONG-KEY" };
  const operations = samplesBy(id, api, url);
  const programs = operations.map(({ text }) => text.replaceAll(exampleCredentials.appKey, wrong.appKey));
  const outcomes = await run(made(dir), programs);
  expect(outcomes).toHaveLength(operations.length);
  for (const [at, { exitCode, stdout, stderr }] of outcomes.entries()) {
    const { method, path, headers, body } = exampleRequest(api, operations[at]!.sent, wrong);
    const refused = await send(url + path, { method, headers, body });
    const { dataBody } = refused.json() as { dataBody: Record<string, string> };
    expect(exitCode).not.toBe(0);
    expect(stdout + stderr).toContain(`${refused.status} ${dataBody["ERRCODE"]}`);
  }
}

/** Expects that what the samples of a hostile spec send is what the spec's examples hold. */
export async function expectUnchanged({ id, run }: SampleLanguage, dir: string): Promise<void> {
  const spoilt = spoiltExamples();
  const received: { method: string; path: string; headers: IncomingMessage["headers"]; body: string }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url: path = "", headers } = request;
      received.push({ method, path, headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(200, { "content-type": "application/json" }).end('{"dataHeader":{},"dataBody":{}}');
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  try {
    const operations = samplesBy(id, spoilt, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const outcomes = await run(
      made(dir),
      operations.map(({ text }) => text),
    );
    for (const { exitCode, stdout, stderr } of outcomes) expect(exitCode, stdout + stderr).toBe(0);
    expect(received).toHaveLength(operations.length);
    for (const [at, { method, path, headers, body }] of received.entries()) {
      const sent = exampleRequest(spoilt, operations[at]!.sent);
      expect([method, partsOf(path)]).toEqual([sent.method, partsOf(sent.path)]);
      expect(body === "" ? undefined : JSON.parse(body)).toEqual(sent.body && JSON.parse(sent.body));
      for (const [name, value] of Object.entries(sent.headers))
        // A library may add the charset.
        expect(headers[name.toLowerCase()]).toMatch(name === "Content-Type" ? new RegExp(`^${value}`) : value);
    }
  } finally {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
}

/** An operation's sample in a language, the operation that it sends, and the keys of the body that answers it. */
function samplesBy(id: Sample["id"], spec: OpenApi, url: string) {
  return operationsOf(spec).flatMap((at) => {
    const { text = undefined } = samplesOf({ api: spec, url }, at).find((one) => one.id === id) ?? {};
    if (text === undefined) return [];
    const post = spec.paths[at.path]?.["post"];
    // Fetch sends the POST that stands in for a GET with a body.
    const sent =
      id === "fetch" && at.operation.requestBody !== undefined && post !== undefined
        ? { path: at.path, method: "post", operation: post }
        : at;
    const success = at.operation.responses["200"];
    const [example] = Object.values(
      success === undefined ? {} : (deref(spec, success).content["application/json"]?.examples ?? {}),
    );
    const { dataBody = {} } = (example === undefined ? {} : deref<Example>(spec, example).value) as {
      dataBody?: object;
    };
    return [{ text, sent, answered: Object.keys(dataBody) }];
  });
}

/** Two services whose examples hold what ends, opens or hides something in some language, in a key as in each value. */
export function spoiltExamples(): OpenApi {
  const spoilt = JSON.parse(JSON.stringify(twoServices)) as OpenApi;
  // A string of a Java class holds 65,535 bytes.
  const all = payloads.filter((one) => one.length < 100).join(" ") + " 한글 😀 \ufeff `$x` ${y} $(z) %s {0} \\u0041 ";
  const header = "\"\\ $x ${y} $(z) 'q' `b` %s {0}";
  for (const { path, method, operation } of operationsOf(spoilt)) {
    for (const parameter of parametersOf(spoilt, path, method)) {
      // .NET takes direction controls out of an address (RFC 3987, 4.1).
      parameter.example = parameter.in === "header" ? header : all.replaceAll("\u202e", "");
    }
    for (const reference of Object.values(operation.requestBody?.content["application/json"]?.examples ?? {})) {
      const example = deref<Example>(spoilt, reference);
      example.value = { [all]: all, dataBody: { empty: "", texts: [all, true, false, null, 1.5, [], {}] } };
    }
  }
  return spoilt;
}

/** The decoded parts of a path with its query: .NET writes `*` as it is. */
function partsOf(path: string): string[] {
  return path.split(/([/?&=])/).map(decodeURIComponent);
}

function made(dir: string): string {
  mkdirSync(dir);
  return dir;
}

/** Writes each program into a file of its own, named by its number. */
export function written(dir: string, programs: readonly string[], nameOf: (at: number) => string): string[] {
  return programs.map((text, at) => {
    const file = join(dir, nameOf(at));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  });
}

/** Runs one file after the other. */
export async function inOrder(
  files: readonly string[],
  run: (file: string, at: number) => Promise<Outcome>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [at, file] of files.entries()) outcomes.push(await run(file, at));
  return outcomes;
}
