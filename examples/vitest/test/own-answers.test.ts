import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createWooriClient, type WooriClient } from "woori-openapi";
import { requestExamples } from "woori-openapi/fixtures";
import { type Sandbox, startSandbox } from "woori-openapi/sandbox";
import { loanLimit } from "../src/loan-limit.ts";

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({
    scenarios: {
      customers: [
        {
          app: "SANDBOX-APP-KEY",
          login: "hong",
          name: "홍길동",
          tokens: ["SANDBOX-HONG-TOKEN"],
          // 정상 예제에서 바꿀 필드만 정의합니다.
          answers: { getCreditLoanBasicInfo: { dataBody: { LN_AVL_AM: "12340000" } } },
        },
      ],
    },
  });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

test("고객의 토큰으로 호출하면 그 고객의 한도를 돌려줍니다", async () => {
  expect(await call("SANDBOX-HONG-TOKEN")).toMatchObject({ kind: "found", amount: 12_340_000n });
  expect(await call()).not.toMatchObject({ amount: 12_340_000n });
});

test("두 번째 호출부터 거부해도 호출마다 한 번만 보냅니다", async () => {
  using refused = sandbox.use("getCreditLoanBasicInfo", {
    when: { call: { from: 2 } },
    response: { example: "SYSCD03101" },
  });
  expect([await call(), await call(), await call()].map(({ kind }) => kind)).toEqual(["found", "later", "later"]);
  expect([refused.answered(), sandbox.count("getCreditLoanBasicInfo")]).toEqual([2, 3]);
});

test("이용자의 기기를 그대로 보냅니다", async () => {
  void call();
  await sandbox.waitForRequests("getCreditLoanBasicInfo");
  const [request] = sandbox.requests({ reveal: true });
  expect(request?.body).toMatchObject({ dataHeader: { UTZPE_CNCT_MCHR_UNQ_ID: "3B5E6E7B" } });
});

/** 프록시가 기록한 세 번의 호출입니다: npx woori-openapi proxy --upstream URL --record test/recordings */
test("기록한 호출을 서버 없이 다시 재생합니다", async () => {
  const replay = await startSandbox({ scenarios: fileURLToPath(new URL("recordings", import.meta.url)) });
  try {
    const kinds = [await call(undefined, replay), await call(undefined, replay), await call(undefined, replay)];
    expect(kinds.map(({ kind }) => kind)).toEqual(["found", "refused", "later"]);
  } finally {
    await replay.close();
  }
});

async function call(accessToken?: string, at = sandbox): Promise<Awaited<ReturnType<typeof loanLimit>>> {
  const woori: WooriClient = createWooriClient({
    baseUrl: at.url,
    appKey: "SANDBOX-APP-KEY",
    secretKey: "SANDBOX-SECRET-KEY",
    ...(accessToken === undefined ? {} : { accessToken }),
    dataHeader: { ...requestExamples.getCreditLoanBasicInfo.sample.dataHeader },
  });
  try {
    return await loanLimit(woori, "3B5E6E7B");
  } finally {
    woori.close();
  }
}
