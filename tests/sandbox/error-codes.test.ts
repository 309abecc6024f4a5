import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { errorExamples } from "../../generated/examples.ts";
import { reproducingRequest } from "../../scripts/bundle/example-request.ts";
import { fieldsOf } from "../../scripts/bundle/openapi.ts";
import { faults } from "../../scripts/sandbox/faults.ts";
import { generatedDir } from "../../scripts/lib/paths.ts";
import { api, loanPath, sampleRequest, validatorAt } from "../support/bundle.ts";
import { type Reply, send } from "../support/http.ts";
import { credentials, useSandbox } from "../support/servers.ts";

const sandbox = useSandbox();
const { codes } = api["x-error-catalogue"];
const isErrorResponse = validatorAt("/components/schemas/ErrorResponse");

/** The error of an answer, which must be whole: the envelope, the form of GLBL_ID, a count that is the list's. */
function errorOf(reply: Reply): { code: string; message: string; list: { MSG_CD: string; MAIN_MSG_TXT: string }[] } {
  expect(reply.contentType).toBe("application/json");
  const body = reply.json() as {
    dataHeader: { GLBL_ID: string };
    dataBody: {
      ERRCODE: string;
      ERRUSRMSG: string;
      MAIN_MSG_INF_REPT_CN: string;
      ERRORLIST: { MSG_CD: string; MAIN_MSG_TXT: string }[];
    };
  };
  isErrorResponse(body);
  expect(isErrorResponse.errors ?? []).toEqual([]);
  expect(body.dataHeader.GLBL_ID).toMatch(/^20\d{6}SANDBOX0[0-2]\d[0-5]\d[0-5]\d00\d{8}$/);
  expect(body.dataBody.MAIN_MSG_INF_REPT_CN).toBe(String(body.dataBody.ERRORLIST.length));
  expect(body.dataBody.ERRORLIST.length).toBeGreaterThan(0);
  return { code: body.dataBody.ERRCODE, message: body.dataBody.ERRUSRMSG, list: body.dataBody.ERRORLIST };
}

function callLoan(change: { prefer?: string; set?: Record<string, string> }): Promise<Reply> {
  const body = sampleRequest();
  Object.assign(body.dataHeader, change.set);
  return send(sandbox.url() + loanPath, {
    method: "POST",
    headers: {
      ...credentials,
      "content-type": "application/json",
      ...(change.prefer === undefined ? {} : { prefer: change.prefer }),
    },
    body,
  });
}

describe("every code of the catalogue", () => {
  test.each(codes)("$code comes as the catalogue says it is reproduced", async (row) => {
    const { method, path, headers, body } = reproducingRequest(api, row);
    const reply = await send(sandbox.url() + path, { method, headers, ...(body === undefined ? {} : { body }) });
    expect([reply.status, errorOf(reply)]).toMatchObject([row.status[0], { code: row.code, message: row.message }]);
  });

  test.each(codes)("$code comes by Prefer: example", async ({ code, message, status }) => {
    const reply = await callLoan({ prefer: `example=${code}` });
    expect([reply.status, errorOf(reply)]).toMatchObject([status[0], { code, message }]);
  });

  const everyStatus = codes.flatMap((row) => row.status.map((status) => ({ ...row, status })));
  test.each(everyStatus)("$code comes with $status by Prefer: code and example", async ({ code, status }) => {
    const reply = await callLoan({ prefer: `code=${status}, example=${code}` });
    expect([reply.status, errorOf(reply).code]).toEqual([status, code]);
  });

  test.each(codes)("$code has one form of ERRORLIST, however it is asked for, and as a fixture", async (row) => {
    const { code, status } = row;
    const { method, path, headers, body } = reproducingRequest(api, row);
    const replies = await Promise.all([
      send(sandbox.url() + path, { method, headers, ...(body === undefined ? {} : { body }) }),
      callLoan({ prefer: `example=${code}` }),
      callLoan({ prefer: `code=${status[0]}, example=${code}` }),
      callLoan({ set: { UTZPE_CNCT_MCHR_UNQ_ID: `SANDBOX-${code}` } }),
    ]);
    const fixture = errorExamples[code as keyof typeof errorExamples].dataBody.ERRORLIST;
    for (const list of [fixture, ...replies.map((reply) => errorOf(reply).list)])
      expect(list).toEqual([{ MSG_CD: code, MAIN_MSG_TXT: expect.stringMatching(/\S/) as string }]);
  });

  test.each(codes)("$code stands in the table of reproductions", ({ code, status, meaning }) => {
    const reference = readFileSync(join(generatedDir, "reference.md"), "utf8");
    expect(reference).toContain(`| ${code} | ${status[0]} | ${meaning} | `);
  });
});

describe("input values that stand for a scenario", () => {
  const fields = fieldsOf(api);
  const inputs = fields.flatMap(([field, { "x-scenarios": values = {} }]) =>
    Object.entries(values).map(([value, scenario]) => ({ field, value, scenario })),
  );
  const examples = inputs.filter(({ scenario }) => scenario.startsWith("example="));

  test.each(examples)("$field $value is Prefer: $scenario", async ({ field, value, scenario }) => {
    const [byInput, byHeader] = await Promise.all([
      callLoan({ set: { [field]: value } }),
      callLoan({ prefer: scenario }),
    ]);
    const comparable = (reply: Reply): unknown => {
      const { dataHeader, dataBody } = reply.json() as { dataHeader: object; dataBody: object };
      return [
        reply.status,
        { ...dataHeader, GLBL_ID: reply.status === 200 ? (dataHeader as { GLBL_ID: string }).GLBL_ID : "" },
        { ...dataBody, ERRORLIST: undefined, MAIN_MSG_INF_REPT_CN: undefined },
      ];
    };
    expect(comparable(byInput)).toEqual(comparable(byHeader));
    expect(comparable(byInput)).not.toEqual(comparable(await callLoan({})));
  });

  test("every fault and the delay can be asked for by an input value", () => {
    const asked = inputs.map(({ scenario }) => scenario);
    expect(asked).toEqual(expect.arrayContaining(Object.keys(faults).map((name) => `fault=${name}`)));
    expect(asked).toContainEqual(expect.stringMatching(/^delay=\d+$/));
  });

  test("a refusal by an input value names the field", async () => {
    const { list } = errorOf(await callLoan({ set: { UTZPE_CNCT_MCHR_UNQ_ID: "<script>alert(1)</script>" } }));
    expect(list).toEqual([
      {
        MSG_CD: "SYSCD02102",
        MAIN_MSG_TXT: expect.stringMatching(/^UTZPE_CNCT_MCHR_UNQ_ID\(이용자접속기기고유ID\): \S/) as string,
      },
    ]);
  });

  test("the header wins over an input value", async () => {
    expect(
      (await callLoan({ prefer: "example=severalAccounts", set: { UTZPE_CNCT_MCHR_UNQ_ID: "SANDBOX-SYSCD01002" } }))
        .status,
    ).toBe(200);
  });
});

test("a request with several failing fields names each, with its code, Korean name and rule", async () => {
  const body = sampleRequest();
  delete body.dataHeader["UTZ_MCHR_APP_VER_NM"];
  Object.assign(body.dataHeader, { UTZPE_CNCT_IPAD: "9".repeat(40) });
  Object.assign(body.dataBody, { CRINF_INQ_AGR_YN: "y", EXTRA: "1" });
  const reply = await send(sandbox.url() + loanPath, {
    headers: { ...credentials, "content-type": "application/json" },
    body,
  });
  const { code, list } = errorOf(reply);
  expect([reply.status, code]).toEqual([400, "SYSCD02101"]);
  expect(list.map(({ MSG_CD, MAIN_MSG_TXT }) => `${MSG_CD} ${MAIN_MSG_TXT}`).sort()).toEqual([
    "SYSCD01004 UTZ_MCHR_APP_VER_NM(앱 버전): 필수 필드가 빠졌습니다.",
    "SYSCD01006 CRINF_INQ_AGR_YN(SGI서울보증 개인정보 동의여부): Y 또는 N이어야 하는데 1자 문자열이 왔습니다.",
    "SYSCD01008 UTZPE_CNCT_IPAD(이용자접속IP주소): 39자 이하여야 하는데 40자 문자열이 왔습니다.",
    "SYSCD02101 EXTRA: 명세에 없는 필드입니다. 보내지 마십시오.",
  ]);
});
