import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { bundleFile } from "../../scripts/lib/paths.ts";
import { startSandbox } from "../../scripts/sandbox/start.ts";
import { api, loanPath } from "../support/bundle.ts";
import { expectError } from "../support/envelope.ts";
import { callLoan } from "../support/loan.ts";
import { temporaryFolder } from "../support/project.ts";
import { talk } from "../support/raw-socket.ts";

describe("a fault of the sandbox itself", () => {
  /** A sandbox on a bundle that was changed, and what it printed. */
  const broken = async (change: (bundle: typeof api) => void): Promise<{ url: string; printed: () => string }> => {
    const bundle = JSON.parse(readFileSync(bundleFile, "utf8")) as typeof api;
    change(bundle);
    const file = join(temporaryFolder(), "openapi.json");
    writeFileSync(file, JSON.stringify(bundle));
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const sandbox = await startSandbox({ bundle: file });
    onTestFinished(async () => {
      log.mockRestore();
      await sandbox.close();
    });
    return { url: sandbox.url, printed: () => log.mock.calls.flat().join("\n") };
  };

  test("that has no answer to choose is SYSCD09999; only frames of the stack are printed", async () => {
    const { url: at, printed } = await broken((bundle) => {
      for (const operation of Object.values(bundle.paths[loanPath] ?? {}))
        operation.responses = { 200: { description: "", content: {} } };
    });
    const own = api["x-error-catalogue"].codes.find(({ code }) => code === "SYSCD09999")?.cause;
    expect(expectError(await callLoan(at, { headers: { authorization: "Bearer CANARY" } }), 500, "SYSCD09999")).toEqual(
      [own],
    );
    expect(printed()).toMatch(/^샌드박스 내부 오류\n {4}at /);
    expect(printed()).not.toMatch(/Error:|CANARY/);
  });

  test("that the bundle has no words for is answered all the same", async () => {
    const { url: at } = await broken((bundle) => {
      bundle["x-error-catalogue"].codes = bundle["x-error-catalogue"].codes.filter(({ code }) => code !== "SYSCD09999");
      for (const operation of Object.values(bundle.paths[loanPath] ?? {}))
        operation.responses = { 200: operation.responses["200"] as object as (typeof operation.responses)[string] };
    });
    expect((await callLoan(at, { headers: { authorization: "Bearer CANARY" } })).json()).toMatchObject({
      dataBody: { ERRCODE: "SYSCD09999", ERRUSRMSG: "오류가 발생하였습니다.", ERRORLIST: [{ MSG_CD: "SYSCD09999" }] },
    });
    expect((await callLoan(at)).status).toBe(200);
  });

  test("a listener that throws leaves the answer and the process alone", async () => {
    const sandbox = await startSandbox({
      onRecord: () => {
        throw new Error("CANARY");
      },
    });
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    onTestFinished(async () => {
      log.mockRestore();
      await sandbox.close();
    });
    expect(await talk(sandbox.url, "CANARY\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
    expect((await callLoan(sandbox.url)).status).toBe(200);
    expect((await callLoan(sandbox.url)).status).toBe(200);
    expect(log.mock.calls.flat().join("\n")).not.toContain("CANARY");
  });
});
