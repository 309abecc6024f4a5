import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createWooriClient, type WooriClient } from "woori-openapi";
import { errorExamples, examples, requestExamples } from "woori-openapi/fixtures";
import { type Sandbox, startSandbox } from "woori-openapi/sandbox";
import { loanLimit } from "../src/loan-limit.ts";

let sandbox: Sandbox;
let woori: WooriClient;

beforeAll(async () => {
  sandbox = await startSandbox(); // 비어 있는 포트를 자동으로 선택합니다.
  woori = createWooriClient({
    baseUrl: sandbox.url,
    appKey: "SANDBOX-APP-KEY",
    secretKey: "SANDBOX-SECRET-KEY",
    dataHeader: { ...requestExamples.getCreditLoanBasicInfo.sample.dataHeader },
  });
});
afterAll(async () => {
  woori.close();
  await sandbox.close();
});
beforeEach(() => sandbox.reset());

test("대출한도와 입금가능계좌를 돌려줍니다", async () => {
  const { LN_AVL_AM, ACCOUNT_LIST } = examples.getCreditLoanBasicInfo.success.dataBody;
  expect(await loanLimit(woori, "3B5E6E7B")).toEqual({
    kind: "found",
    amount: BigInt(LN_AVL_AM),
    accounts: ACCOUNT_LIST.map(({ CUS_USG_ACNO }) => CUS_USG_ACNO),
  });
});

test("계좌가 없어도 한도를 돌려줍니다", async () => {
  expect(await loanLimit(woori, "SANDBOX-noAccounts")).toMatchObject({ kind: "found", accounts: [] });
});

test("200으로 온 업무 오류를 알려 줍니다", async () => {
  const { ERR_TXT } = examples.getCreditLoanBasicInfo.businessError.dataBody;
  expect(await loanLimit(woori, "SANDBOX-businessError")).toEqual({ kind: "refused", message: ERR_TXT });
});

// 샌드박스는 기기 값이 SANDBOX-코드이면 그 오류 코드로, SANDBOX-장애이면 그 장애로 응답합니다.
test.each([
  ["SANDBOX-SYSCD03901", "later"],
  ["SANDBOX-SYSCD01003", "unknown"],
  ["SANDBOX-reset", "unknown"],
  ["SANDBOX-SYSCD03002", "trouble"],
])("%s이면 결과는 %s입니다", async (deviceId, kind) => {
  expect(await loanLimit(woori, deviceId)).toEqual({ kind });
});

test.each(Object.keys(errorExamples))("%s에도 결과를 알려 주며 요청은 한 번만 보냅니다", async (code) => {
  expect(["later", "unknown", "trouble"]).toContain((await loanLimit(woori, `SANDBOX-${code}`)).kind);
  expect(sandbox.requests()).toHaveLength(1);
});
