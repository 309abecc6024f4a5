import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { examples } from "../../generated/examples.ts";
import type { OpenApi } from "../../scripts/bundle/openapi.ts";
import { root } from "../../scripts/lib/paths.ts";
import { startSandbox } from "../../scripts/sandbox/start.ts";
import { api, loanPath, sampleRequest } from "../support/bundle.ts";
import { send } from "../support/http.ts";
import { temporaryFolder } from "../support/project.ts";
import { credentials } from "../support/servers.ts";

const json = { ...credentials, "content-type": "application/json" };

describe("startSandbox", () => {
  test("runs several at once, each with its own requests and plans, and closes for good", async () => {
    const [one, other] = await Promise.all([startSandbox(), startSandbox()]);
    await send(one.url + loanPath, { method: "POST", headers: json, body: sampleRequest() });
    expect([one.requests().length, other.requests().length]).toEqual([1, 0]);
    one.reset();
    expect(one.requests()).toEqual([]);
    await Promise.all([one.close(), other.close()]);
    await expect(fetch(`${one.url}/__sandbox/health`)).rejects.toThrow();
  });

  test("closes with a request that hangs and a connection that is kept alive", async () => {
    const sandbox = await startSandbox();
    const kept = await fetch(`${sandbox.url}/__sandbox/health`);
    expect(kept.status).toBe(200);
    const hanging = fetch(sandbox.url + loanPath, {
      method: "POST",
      headers: { ...json, prefer: "fault=hang" },
      body: JSON.stringify(sampleRequest()),
    }).then(
      () => "answered",
      () => "cut",
    );
    await new Promise<void>((done) => {
      const look = (): void => void (sandbox.requests().length === 1 ? done() : setImmediate(look));
      look();
    });
    await sandbox.close();
    expect(await hanging).toBe("cut");
  });

  test("keeps the last hundred requests", async () => {
    const sandbox = await startSandbox();
    for (let count = 0; count < 105; count++)
      await fetch(`${sandbox.url}/${"x".repeat(count)}`).then((answer) => answer.text());
    const paths = sandbox.requests().map(({ path }) => path);
    await sandbox.close();
    expect([paths.length, paths[0], paths.at(-1)]).toEqual([100, "(명세에 없는 6자 경로)", "(명세에 없는 105자 경로)"]);
  });

  test("refuses a port that is taken, an address that is not this machine's, and a bundle that is missing, by name", async () => {
    const sandbox = await startSandbox();
    const port = Number(new URL(sandbox.url).port);
    await expect(startSandbox({ port })).rejects.toThrow(
      `127.0.0.1:${port}에서 실행할 수 없습니다. 이미 사용 중인 포트입니다.`,
    );
    await sandbox.close();
    await expect(startSandbox({ host: "192.0.2.1" })).rejects.toThrow("이 기기의 주소가 아닙니다.");
    await expect(startSandbox({ bundle: "missing.json" })).rejects.toThrow("missing.json: 파일이 없습니다.");
  });
});

describe("startSandbox({ warm: true })", () => {
  /** Opens a sandbox in a new process, where nothing is loaded, and measures the CPU time of the first call, in ms. */
  async function firstCall(bundle: string, warm: boolean): Promise<number> {
    const script = `
      import { request } from "node:http";
      import { startSandbox } from ${JSON.stringify(join(root, "scripts/docs/sandbox.ts"))};
      const sandbox = await startSandbox(${JSON.stringify({ bundle, warm })});
      const send = (path, options, body) =>
        new Promise((done) => request(sandbox.url + path, { ...options, agent: false }, (answer) => {
          answer.resume().on("end", () => done(answer.statusCode));
        }).end(body));
      await send("/__sandbox/health", {});
      // What the start has left to collect is none of the call's time.
      gc();
      const start = process.cpuUsage();
      const status = await send(${JSON.stringify(loanPath)}, ${JSON.stringify({ method: "POST", headers: json })}, ${JSON.stringify(JSON.stringify(sampleRequest()))});
      const { user, system } = process.cpuUsage(start);
      console.log(JSON.stringify([status, (user + system) / 1000, sandbox.requests().length]));
      await sandbox.close();`;
    const { stdout } = await promisify(execFile)(process.execPath, [
      "--expose-gc",
      "--input-type=module",
      "--eval",
      script,
    ]);
    const [status, milliseconds, requests] = JSON.parse(stdout) as [number, number, number];
    // The call before it leaves no trace.
    expect([status, requests]).toEqual([200, 1]);
    return milliseconds;
  }

  test.each<[string, (bundle: OpenApi) => void]>([
    [
      "an answer that has no example, for which Prism is loaded",
      (bundle) => {
        for (const operation of Object.values(bundle.paths[loanPath] ?? {}))
          operation.responses["200"] = {
            description: "",
            content: { "application/json": { schema: { type: "object" } } },
          };
      },
    ],
    [
      "a request with thousands of fields, which take long to compile",
      (bundle) => {
        const fields = Array.from({ length: 9000 }, (_, index) => [`FIELD_${index}`, { type: "string", maxLength: 9 }]);
        const content = bundle.paths[loanPath]?.["post"]?.requestBody?.content["application/json"];
        if (content === undefined) throw new Error("no body");
        const items = { type: "object", properties: Object.fromEntries(fields) as Record<string, object> };
        content.schema = { type: "object", properties: { LIST: { type: "array", items } } };
      },
    ],
  ])("spares the first call what it would otherwise wait for: %s", async (_name, change) => {
    const file = join(temporaryFolder(), "openapi.json");
    const bundle = structuredClone(api);
    change(bundle);
    writeFileSync(file, JSON.stringify(bundle));
    const cold = await firstCall(file, false);
    expect(await firstCall(file, true)).toBeLessThan(cold / 2);
  });
});

describe("1,000 operations", () => {
  test("cost what one costs to route: each is answered, none is prepared before it is asked", async () => {
    const path = join(temporaryFolder(), "openapi.json");
    const named = (index: number) =>
      Object.entries(api.paths[loanPath] ?? {}).map(([method, operation]) => [
        method,
        { ...operation, operationId: `${operation.operationId}${index}` },
      ]);
    const paths = Object.fromEntries(
      Array.from({ length: 1000 }, (_, index) => [`${loanPath}${index}`, Object.fromEntries(named(index))]),
    );
    // As npm run generate writes it.
    writeFileSync(path, JSON.stringify({ ...api, paths }, null, 2));
    const sandbox = await startSandbox({ bundle: path });
    for (const index of [0, 499, 999]) {
      const reply = await send(`${sandbox.url}${loanPath}${index}`, { headers: json, body: sampleRequest() });
      expect([reply.status, reply.json()]).toEqual([200, examples.getCreditLoanBasicInfo.success]);
    }
    expect((await send(`${sandbox.url}${loanPath}1000`, { headers: json, body: sampleRequest() })).status).toBe(404);
    await sandbox.close();
  });
});
