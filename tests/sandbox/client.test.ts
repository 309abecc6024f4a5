import { describe, expect, test } from "vitest";
import { createWooriClient } from "../../generated/client.ts";
import { errorExamples, examples, requestExamples } from "../../generated/examples.ts";
import { clientFor, errorOf, ways } from "../support/client.ts";
import { useSandbox } from "../support/servers.ts";

const sandbox = useSandbox();
const keys = { appKey: "SANDBOX-APP-KEY", secretKey: "SANDBOX-SECRET-KEY" };
const { sample } = requestExamples.getCreditLoanBasicInfo;

/** The sample request with another device: the input value that stands for a scenario. */
const device = (value: string): typeof sample => ({
  ...sample,
  dataHeader: { ...sample.dataHeader, UTZPE_CNCT_MCHR_UNQ_ID: value },
});

describe.each(ways)("$way: a team's whole flow against the sandbox", ({ options }) => {
  const client = (more: object = {}) =>
    clientFor(sandbox.url(), { ...keys, accessToken: "SANDBOX-ACCESS-TOKEN", ...options, ...more });

  test("the first call gets the corrected 4.1.5, as the fixture says", async () => {
    expect(await client().getCreditLoanBasicInfo(sample)).toMatchObject({
      data: examples.getCreditLoanBasicInfo.success,
      issues: [],
    });
  });

  test.each(["noAccounts", "severalAccounts", "optionalRowsAbsent"] as const)("%s", async (name) => {
    expect((await client().getCreditLoanBasicInfo(device(`SANDBOX-${name}`))).data).toEqual(
      examples.getCreditLoanBasicInfo[name],
    );
  });

  test("a business error inside a 200 is surfaced", async () => {
    expect((await client().getCreditLoanBasicInfo(device("SANDBOX-businessError"))).businessError?.message).toBe(
      examples.getCreditLoanBasicInfo.businessError.dataBody.ERR_TXT,
    );
  });

  test.each([
    [{ secretKey: "SANDBOX-OTHER" }, 401, "SYSCD03003", expect.stringContaining("secretKey: 앱 키와 맞지 않")],
    [
      { appKey: "SANDBOX-PENDING-APP-KEY" },
      401,
      "SYSCD03003",
      expect.stringContaining("승인을 기다리는 앱입니다(준비)"),
    ],
    [{ appKey: "SANDBOX-NO-LOAN-APP-KEY" }, 403, "SYSCD03003", expect.stringContaining("등록되지 않은 API")],
    [
      { accessToken: "SANDBOX-EXPIRED-TOKEN" },
      401,
      "SYSCD03001",
      "Authorization: 만료된 액세스 토큰입니다. 다시 발급받으십시오.",
    ],
    [
      { appKey: "SANDBOX-SPENT-APP-KEY", secretKey: "SANDBOX-SPENT-SECRET-KEY", accessToken: undefined },
      403,
      "SYSCD03102",
      expect.stringContaining("전체 호출 한도"),
    ],
  ])("%o is refused with %i %s", async (credentials, status, code, message) => {
    const error = await errorOf(client(credentials).getCreditLoanBasicInfo(sample));
    expect(error).toMatchObject({
      kind: "api",
      status,
      code,
      list: [{ code, message }],
      globalId: expect.stringMatching(/^\d{8}SANDBOX0\d{16}$/) as string,
    });
  });

  test("what the host refuses carries the advice not to send again", async () => {
    const error = await errorOf(client().getCreditLoanBasicInfo(device("SANDBOX-SYSCD01003")));
    expect(error).toMatchObject({
      kind: "api",
      status: 504,
      resend: "afterChecking",
      bankMessage: errorExamples.SYSCD01003.dataBody.ERRUSRMSG,
    });
  });
});

test("the documented flow is one GET with a body, seen by the sandbox without personal data", async () => {
  sandbox.server().reset();
  const client = createWooriClient({ baseUrl: sandbox.url(), ...keys });
  await client.getCreditLoanBasicInfo(sample);
  client.close();
  const [request, ...others] = sandbox.server().requests();
  expect(others).toEqual([]);
  expect(request).toMatchObject({
    method: "GET",
    path: "/oai/wb/v1/credit/getCreditLoanBasicInfo",
    app: "서비스 중인 앱",
    status: 200,
    body: {
      dataHeader: { UTZPE_CNCT_IPAD: "[마스킹: 8자 문자열]", UTZ_MCHR_OS_DSCD: "[마스킹: 1자 문자열]" },
      dataBody: sample.dataBody,
    },
  });
});
