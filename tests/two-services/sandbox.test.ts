import { expect, test } from "vitest";
import { exampleCredentials, exampleRequest, reproducingRequest } from "../../scripts/bundle/example-request.ts";
import { operationsOf } from "../../scripts/bundle/openapi.ts";
import { type Reply, send } from "../support/http.ts";
import { useSandbox } from "../support/servers.ts";
import { api, bundlePath } from "../support/two-services.ts";

const sandbox = useSandbox({ bundle: bundlePath });
const { appKey, bearer } = exampleCredentials;
const account = "/oai/wb/v1/account/accounts";

interface Body {
  dataHeader: { GLBL_ID: string };
  dataBody: Record<string, unknown> & { ERRORLIST?: { MSG_CD: string; MAIN_MSG_TXT: string }[] };
}

function getAccount(target: string, headers: Record<string, string> = {}): Promise<Reply> {
  return send(sandbox.url() + account + target, {
    method: "GET",
    headers: { appKey, authorization: `Bearer ${bearer}`, ...headers },
  });
}

/** Asks an operation with its example request. */
async function ask(operationId: string, prefer: string): Promise<Body> {
  const at = operationsOf(api).find(({ operation }) => operation.operationId === operationId);
  if (at === undefined) throw new Error(`no ${operationId}`);
  const { method, path, headers, body } = exampleRequest(api, at);
  const reply = await send(sandbox.url() + path, { method, headers: { ...headers, Prefer: prefer }, body });
  return reply.json() as Body;
}

test.each(operationsOf(api).map(({ operation, ...at }) => ({ id: operation.operationId, operation, ...at })))(
  "the example request of $id is answered with 200",
  async (at) => {
    const { method, path, headers, body } = exampleRequest(api, at);
    expect((await send(sandbox.url() + path, { method, headers, body })).status).toBe(200);
  },
);

test.each(api["x-error-catalogue"].codes)("$code is reproduced, whichever operation comes first", async (row) => {
  const { method, path, headers, body } = reproducingRequest(api, row);
  const reply = await send(sandbox.url() + path, { method, headers, body });
  expect([reply.status, (reply.json() as Body).dataBody["ERRCODE"]]).toEqual([row.status[0], row.code]);
});

test.each([
  ["/1?INQ_DSCD=1", 200, "", ""],
  ["/%EA%B0%80%2F1?INQ_DSCD=2&PAGE_NO=3&unknown=1", 200, "", ""],
  ["/1", 400, "SYSCD01000", "INQ_DSCD(조회구분코드): 필수 필드가 빠졌습니다."],
  ["/1?INQ_DSCD=", 400, "SYSCD01006", "INQ_DSCD(조회구분코드): 1 또는 2여야 하는데 빈 문자열이 왔습니다."],
  ["/1?INQ_DSCD=1&MEMO=12345678901", 400, "SYSCD01008", "MEMO(조회메모): 10자 이하여야 하는데 11자 문자열이 왔습니다."],
  [
    "/1234567890123456?INQ_DSCD=1",
    400,
    "SYSCD01008",
    "CUS_USG_ACNO(조회계좌번호): 15자 이하여야 하는데 16자 문자열이 왔습니다.",
  ],
  ["/1?INQ_DSCD=1&PAGE_NO=a", 400, "SYSCD02101", "PAGE_NO(쪽번호): 정수여야 하는데 1자 문자열이 왔습니다."],
  ["/1?INQ_DSCD=%", 400, "SYSCD01009", "쿼리: URL 인코딩(UTF-8)된 값이어야 하는데 디코딩할 수 없는 %가 왔습니다."],
  [
    "/%ZZ?INQ_DSCD=1",
    400,
    "SYSCD01009",
    "CUS_USG_ACNO(조회계좌번호): URL 인코딩(UTF-8)된 값이어야 하는데 디코딩할 수 없는 %가 왔습니다.",
  ],
  ["/1?INQ_DSCD=1&INQ_DSCD=2", 400, "SYSCD01009", "INQ_DSCD(조회구분코드): 값 하나여야 하는데 값 2개가 왔습니다."],
])("%s is answered with %i %s", async (target, status, code, text) => {
  const reply = await getAccount(target);
  const { ERRCODE = "", ERRORLIST = [] } = (reply.json() as Body).dataBody;
  expect([reply.status, ERRCODE, ERRORLIST.map(({ MAIN_MSG_TXT }) => MAIN_MSG_TXT).join()]).toEqual([
    status,
    code,
    text,
  ]);
});

test("a header parameter is checked, also one that stands at the path", async () => {
  expect((await getAccount("/1?INQ_DSCD=1", { "UTZ-CHNL-DSCD": "02" })).status).toBe(200);
  const reply = await getAccount("/1?INQ_DSCD=1", { "utz-chnl-dscd": "CANARY" });
  expect((reply.json() as Body).dataBody.ERRORLIST).toEqual([
    {
      MSG_CD: "SYSCD01008",
      MAIN_MSG_TXT: "UTZ-CHNL-DSCD(이용채널구분코드): 2자 이하여야 하는데 6자 문자열이 왔습니다.",
    },
  ]);
});

test("a concrete path goes before one with a variable, and no path is met half", async () => {
  const reply = await getAccount("/register?INQ_DSCD=1");
  expect([reply.status, reply.headers["allow"]]).toEqual([405, "POST"]);
  for (const target of ["", "/", "/1/2"]) expect((await getAccount(`${target}?INQ_DSCD=1`)).status).toBe(404);
});

test("a digit string becomes a number where it is one; the same code is free text elsewhere", async () => {
  expect((await ask("getLimit", "fault=number-amounts")).dataBody).toMatchObject({ LN_AVL_AM: 12000000, CNT: 1 });
  expect((await ask("registerAccount", "fault=number-amounts")).dataBody).toMatchObject({ CNT: "12" });
  expect((await ask("getAccount", "fault=number-amounts")).dataBody).toEqual({ ACT_BAL: 35000 });
});

test("the error code comes under its other name", async () => {
  const { dataBody } = await ask("registerAccount", "fault=other-error-key, example=SYSCD01002");
  expect([dataBody["ERRCODE"], dataBody["ERRORCODE"]]).toEqual([undefined, "SYSCD01002"]);
});

test("the log shows neither path variables nor the values of parameters that are not listed", async () => {
  await getAccount("/CANARY-1?INQ_DSCD=2&MEMO=CANARY-2");
  const [last] = [...sandbox.server().requests()].reverse();
  expect(last).toMatchObject({
    path: "/oai/wb/v1/account/accounts/{CUS_USG_ACNO}",
    parameters: {
      path: { CUS_USG_ACNO: "[마스킹: 8자 문자열]" },
      query: { INQ_DSCD: "2", MEMO: "[마스킹: 8자 문자열]" },
    },
  });
  expect(JSON.stringify(last)).not.toContain("CANARY");
});

test("the scenarios tell which operations an input value is for", async () => {
  const { operations, inputs } = (await send(`${sandbox.url()}/__sandbox/scenarios`, { method: "GET" })).json() as {
    operations: { operationId: string; target: string }[];
    inputs: { code: string; operations: string[] }[];
  };
  expect(inputs.map(({ code, operations: ids }) => [code, ids])).toEqual([
    ["UTZPE_CNCT_MCHR_UNQ_ID", ["getLimit", "postLimit", "registerAccount"]],
  ]);
  expect(operations.find(({ operationId }) => operationId === "getAccount")?.target).toBe(
    "/oai/wb/v1/account/accounts/10020000000001?INQ_DSCD=1&MEMO=1%EC%9B%94%20%26%202%EC%9B%94",
  );
});
