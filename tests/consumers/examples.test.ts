import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { describe, expect, inject, test, type TestContext } from "vitest";
import { examples } from "../../generated/examples.ts";
import { demoPassword } from "../../scripts/sandbox/store/seed.ts";
import { Customer } from "../support/customer.ts";
import { type Reply, send } from "../support/http.ts";
import { type Example, exampleNames, installExample, type Serving } from "./example-project.ts";

const { LN_AVL_AM, ACCOUNT_LIST } = examples.getCreditLoanBasicInfo.success.dataBody;
const loan = { limit: LN_AVL_AM, accounts: ACCOUNT_LIST.map(({ CUS_USG_ACNO }) => CUS_USG_ACNO) };
const { ERR_TXT } = examples.getCreditLoanBasicInfo.businessError.dataBody;
const secrets = /SANDBOX-SECRET-KEY|SANDBOX-APP-KEY/;

/** What the examples' APIs answer, by what the device's value makes the sandbox do. */
const answers: [body: unknown, status: number, answer: object, retryAfter?: string][] = [
  [{ agreed: true }, 200, loan],
  [{ agreed: true, deviceId: "SANDBOX-businessError" }, 422, { code: "REFUSED_BY_BANK", message: ERR_TXT }],
  [{ agreed: true, deviceId: "SANDBOX-SYSCD03901" }, 503, { code: "TRY_LATER" }, "1"],
  [{ agreed: true, deviceId: "SANDBOX-SYSCD01003" }, 504, { code: "RESULT_UNKNOWN" }],
  [{ agreed: true, deviceId: "SANDBOX-reset" }, 504, { code: "RESULT_UNKNOWN" }],
  [{ agreed: true, deviceId: "SANDBOX-SYSCD03002" }, 502, { code: "UNAVAILABLE" }],
  [{ agreed: true, deviceId: "x".repeat(101) }, 400, { code: "INVALID_REQUEST" }],
  [{ agreed: false }, 400, { code: "INVALID_REQUEST" }],
  [null, 400, {}],
];

/** Asks an example's API for all that it can answer. */
async function expectAnswers(address: string, { printed }: Serving): Promise<void> {
  for (const [body, status, answer, retryAfter] of answers) {
    const response = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    expect([response.status, JSON.parse(text)]).toEqual([status, expect.objectContaining(answer)]);
    expect(response.headers.get("retry-after")).toBe(retryAfter ?? null);
    expect(text).not.toMatch(/SYSCD|GLBL/);
  }
  expect(printed()).toContain("SYSCD01003");
  expect(printed()).not.toMatch(secrets);
}

const serving = (): Record<string, string> => ({ HOST: "127.0.0.1", PORT: "0", WOORI_BASE_URL: inject("sandbox") });

/** Without keys, an address that is not the sandbox's. */
const withoutKeys = { HOST: "127.0.0.1", PORT: "0", WOORI_BASE_URL: "https://bank.invalid" };

async function typechecks({ run }: Example): Promise<void> {
  expect(await run("typecheck")).toEqual({ exitCode: 0, stdout: "", stderr: "" });
}

const runs: Record<string, (example: Example, context: TestContext) => Promise<void>> = {
  async express(example, context) {
    await typechecks(example);
    const server = await example.serve(context, serving());
    await expectAnswers(`${server.url}/loan-limit`, server);
    expect(await server.stop()).toBe(0);
    await expect(example.serve(context, withoutKeys)).rejects.toThrow("WOORI_APP_KEY");
  },

  async nestjs(example, context) {
    expect(await example.run("build")).toEqual({ exitCode: 0, stdout: "", stderr: "" });
    const server = await example.serve(context, serving());
    await expectAnswers(`${server.url}/loan-limit`, server);
    // Nest closes, and then lets the signal end the process.
    expect(await server.stop()).toBe("SIGTERM");
    await expect(example.serve(context, withoutKeys)).rejects.toThrow("WOORI_APP_KEY");
  },

  async nextjs(example, context) {
    const built = await example.run("build");
    expect(built.exitCode, built.stdout + built.stderr).toBe(0);
    expect(built.stdout + built.stderr).not.toMatch(/telemetry/i);
    const server = await example.serve(context, serving());
    await expectAnswers(`${server.url}/api/loan-limit`, server);
    const page = await (await fetch(server.url)).text();
    const scripts = [...page.matchAll(/src="(\/_next\/[^"]+\.js)"/g)].map(([, path]) => `${server.url}${path}`);
    expect(scripts).not.toEqual([]);
    for (const script of scripts) expect(await (await fetch(script)).text()).not.toMatch(/secretKey|WOORI_/);
    expect(await server.stop()).toBe(143);
  },

  async vitest(example) {
    await typechecks(example);
    const { exitCode, stdout, stderr } = await example.run("test");
    expect([exitCode, stderr], stdout).toEqual([0, ""]);
  },

  async compose(example, context) {
    const text = readFileSync(join(example.dir, "compose.yaml"), "utf8");
    const { services } = parse(text, { merge: true }) as { services: Record<"sandbox" | "app", Service> };
    const dockerfile = readFileSync(join(example.dir, "Dockerfile"), "utf8");
    // The root file system is read-only: Node itself refuses to write.
    const readOnly = { NODE_OPTIONS: "--permission --allow-fs-read=*" };
    const instructionOf = ({ build: { target } }: Service, instruction: string): string => {
      const [, command = "[]"] = new RegExp(`AS ${target}\\n[^]*?^${instruction} (\\[.*)$`, "m").exec(dockerfile) ?? [];
      return quoted(JSON.parse(command) as string[]);
    };
    const sandbox = await example.serve(context, readOnly, instructionOf(services.sandbox, "CMD").replace("4010", "0"));
    const address = sandbox.url.replace("0.0.0.0", "127.0.0.1");
    const environment = { ...services.app.environment, ...serving(), WOORI_BASE_URL: address, ...readOnly };
    const app = await example.serve(context, environment, instructionOf(services.app, "CMD"));
    expect(services.app.environment.WOORI_BASE_URL).toBe("http://sandbox:4010");
    for (const [service, url] of [
      [services.sandbox, address],
      [services.app, app.url],
    ] as const) {
      const check = instructionOf(service, "HEALTHCHECK .* CMD").replace(/http:\/\/[\w.:]+/, url);
      expect(await example.shell(check, readOnly)).toEqual({ exitCode: 0, stdout: "", stderr: "" });
      expect(await example.shell(`${check}-nowhere`, readOnly)).toMatchObject({ exitCode: 1 });
    }
    await expectAnswers(`${app.url}/loan-limit`, app);
    expect([await app.stop(), await sandbox.stop()]).toEqual([0, 0]);
  },

  async "oauth-login"(example, context) {
    await typechecks(example);
    const server = await example.serve(context, serving());
    const login = async (values: Record<string, string>): Promise<Reply> => {
      const app = await send(`${server.url}/login`, {});
      const customer = new Customer(inject("sandbox"));
      const back = new URL(
        (await customer.send(await customer.open(app.headers.location ?? ""), values)).headers.location ?? "",
      );
      // The app is asked for at the address that is registered, which is another one here.
      const cookie = app.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
      return send(`${server.url}${back.pathname}${back.search}`, { headers: { cookie } });
    };
    const consent = { login: "demo", password: demoPassword, decision: "agree" };
    const shown = await login(consent);
    expect([shown.status, shown.text]).toEqual([
      200,
      expect.stringContaining(`${BigInt(LN_AVL_AM).toLocaleString("ko-KR")}원`),
    ]);
    expect(await login({ ...consent, decision: "refuse" })).toMatchObject({ status: 400 });
    const stranger = await send(`${server.url}/callback?code=stolen&state=guessed`, {});
    expect([stranger.status, stranger.text]).toEqual([400, expect.stringContaining("로그인이 만료되었습니다.")]);
    expect(server.printed()).not.toMatch(secrets);
    expect(await server.stop()).toBe(0);
    await expect(example.serve(context, withoutKeys)).rejects.toThrow("WOORI_APP_KEY");
  },

  async pino(example) {
    await typechecks(example);
    const { exitCode, stdout, stderr } = await example.run("start", { WOORI_BASE_URL: inject("sandbox") });
    expect([exitCode, stderr]).toEqual([0, ""]);
    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const common = { operation: "getCreditLoanBasicInfo", duration: expect.any(Number) as number };
    expect(lines).toEqual([
      expect.objectContaining({ ...common, msg: "woori response", method: "GET", attempt: 1, status: 200 }),
      expect.objectContaining({ accounts: ACCOUNT_LIST.length }),
      expect.objectContaining({ ...common, level: 50, kind: "api", attempt: 1, status: 500, code: "SYSCD01002" }),
      expect.objectContaining({ operation: common.operation, level: 50, kind: "input", attempt: 0, sent: "no" }),
    ]);
    expect(stdout).not.toMatch(secrets);
    expect(stdout).not.toContain(LN_AVL_AM);
    expect(stdout).not.toContain("너무 긴 값");
  },

  async opentelemetry(example) {
    await typechecks(example);
    const { exitCode, stdout, stderr } = await example.run("start", { WOORI_BASE_URL: inject("sandbox") });
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout.match(/name: 'woori \w+'/g)).toEqual(Array(3).fill("name: 'woori getCreditLoanBasicInfo'"));
    expect(stdout.match(/'http\.response\.status_code': \d+/g)).toEqual(
      [200, 500].map((status) => `'http.response.status_code': ${status}`),
    );
    expect(stdout.match(/'error\.type': '\w+'/g)).toEqual(["'error.type': 'SYSCD01002'", "'error.type': 'input'"]);
    // Each of the two answers has its own.
    expect(stdout.match(/'woori\.glbl_id'/g)).toHaveLength(2);
    expect(stdout).not.toMatch(secrets);
    expect(stdout).not.toContain(LN_AVL_AM);
    expect(stdout).not.toContain("너무 긴 값");
  },

  async backoff(example) {
    await typechecks(example);
    const env = { WOORI_BASE_URL: inject("sandbox") };
    expect(await example.run("start", env)).toEqual({
      exitCode: 0,
      stdout: `${`대출한도 ${LN_AVL_AM}\n`.repeat(3)}보낸 요청 4건\n`,
      stderr: "",
    });
    const keys = { WOORI_APP_KEY: "SANDBOX-BUSY-APP-KEY", WOORI_SECRET_KEY: "SANDBOX-BUSY-SECRET-KEY" };
    const bounded = await example.run("start", { ...env, ...keys, ATTEMPTS: "2" });
    expect([bounded.exitCode, bounded.stdout]).toEqual([
      1,
      expect.stringMatching(/^(.*SYSCD03101.*\n){3}보낸 요청 6건\n$/) as string,
    ]);
    const unsafe = await example.run("start", { ...env, WOORI_APP_KEY: "SANDBOX-WRONG-APP-KEY" });
    expect([unsafe.exitCode, unsafe.stdout]).toEqual([
      1,
      expect.stringMatching(/^(.*SYSCD03003.*\n){3}보낸 요청 3건\n$/) as string,
    ]);
  },
};

/** What is read of a service in compose.yaml. */
interface Service {
  build: { target: string };
  environment: { WOORI_BASE_URL: string };
}

function quoted(command: readonly string[]): string {
  return command.map((word) => `'${word}'`).join(" ");
}

describe("예제", () => {
  for (const name of exampleNames)
    test(`${name} · 실행`, async (context) => {
      const run = runs[name];
      if (run === undefined) throw new Error(`examples/${name} is run by no test`);
      await run(await installExample(name), context);
    });
});
