import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { openSandboxStore } from "../../scripts/sandbox/store/store.ts";
import { startSandbox } from "../../scripts/sandbox/start.ts";
import { api } from "../support/bundle.ts";
import { callLoan } from "../support/loan.ts";
import { temporaryFolder } from "../support/project.ts";
describe("the plan", () => {
  const planned = async (
    plan: string,
  ): Promise<{ call: (secretkey?: string) => Promise<[number, string | undefined]>; reset: () => void }> => {
    const apps = join(temporaryFolder(), "apps.yaml");
    writeFileSync(apps, `apps:\n  - { name: a, appKey: a, secretKey: b, state: in-service, plan: ${plan} }\n`);
    const sandbox = await startSandbox({ apps });
    onTestFinished(sandbox.close);
    const call = async (secretkey = "b"): Promise<[number, string | undefined]> => {
      const reply = await callLoan(sandbox.url, { headers: { appkey: "a", secretkey, authorization: undefined } });
      return [reply.status, (reply.json() as { dataBody: { ERRCODE?: string } }).dataBody.ERRCODE];
    };
    return { call, reset: sandbox.reset };
  };

  test.each([
    ["{ total: 2 }", 403, "SYSCD03102"],
    ["{ perSecond: 2 }", 503, "SYSCD03101"],
    ["{ perSecond: 2, total: 2 }", 403, "SYSCD03102"],
  ])("%s lets two calls through, and two more once it was reset", async (plan, status, code) => {
    const { call, reset } = await planned(plan);
    for (let round = 0; round < 2; round += 1) {
      expect([await call(), await call(), await call()]).toEqual([
        [200, undefined],
        [200, undefined],
        [status, code],
      ]);
      reset();
    }
  });

  test("a second is any span of 1,000 ms, and a refused call counts for nothing", () => {
    const { usage, close } = openSandboxStore(api, []);
    onTestFinished(close);
    const limited = { id: 1, plan: { perSecond: 2, total: 4 }, operations: undefined };
    const take = (now: number): unknown => usage.take(1, limited, now);
    expect([0, 900, 999, 1000, 1100, 1899, 1900, 5000].map(take)).toEqual([
      undefined,
      undefined,
      "perSecond",
      undefined,
      "perSecond",
      "perSecond",
      undefined,
      "total",
    ]);
  });

  test("takes no call from a request that is refused before it", async () => {
    const { call } = await planned("{ total: 1 }");
    expect([await call("wrong"), await call(), await call()]).toEqual([
      [401, "SYSCD03003"],
      [200, undefined],
      [403, "SYSCD03102"],
    ]);
  });
});
