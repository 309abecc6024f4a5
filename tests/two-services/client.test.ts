import { describe, expect, test } from "vitest";
import { answering, serve } from "../support/client.ts";
import { useSandbox } from "../support/servers.ts";
import { bundlePath, clientFor, errorOf, inputs, WooriApiError, WooriInputError } from "../support/two-services.ts";

const sandbox = useSandbox({ bundle: bundlePath });
/** A client of the sandbox. */
const client = (): ReturnType<typeof clientFor> => clientFor(sandbox.url());

describe("a field is told by its name where it stands", () => {
  test("in a request", async () => {
    const long = "1".repeat(51);
    const limit = await errorOf(
      client().getLimit({ dataBody: { ...inputs.limit.dataBody, CUS_USG_ACNO: long } }),
      WooriInputError,
    );
    const registration = await errorOf(
      client().registerAccount({ dataBody: { CUS_USG_ACNO: long, CNT: long } }),
      WooriInputError,
    );
    const account = await errorOf(
      client().getAccount({ ...inputs.account, path: { CUS_USG_ACNO: long } }),
      WooriInputError,
    );
    const named = ({ problems }: InstanceType<typeof WooriInputError>): unknown[] =>
      problems.map(({ code, name, pointer, expected }) => [code, name, pointer, expected]);
    expect(named(limit)).toEqual([["CUS_USG_ACNO", "입금가능계좌번호", "/dataBody/CUS_USG_ACNO", "15자 이하"]]);
    expect(named(registration)).toEqual([
      ["CUS_USG_ACNO", "화면표시번호", "/dataBody/CUS_USG_ACNO", "20자 이하"],
      ["CNT", "계약내용", "/dataBody/CNT", "50자 이하"],
    ]);
    expect(named(account)).toEqual([["CUS_USG_ACNO", "조회계좌번호", "/path/CUS_USG_ACNO", "15자 이하"]]);
  });

  test("in an answer", async () => {
    const body = (dataBody: object): string => JSON.stringify({ dataHeader: {}, dataBody });
    const limits = await serve(
      answering(body({ LN_AVL_AM: "1", CNT: "1", ACCOUNT_LIST: [{ CUS_USG_ACNO: 1002 }, {}] })),
    );
    const registrations = await serve(answering(body({ CUS_USG_ACNO: 1002, CNT: 1 })));
    const { issues } = await clientFor(limits.url).getLimit(inputs.limit);
    expect(issues.map(({ name, pointer }) => [name, pointer])).toEqual([
      ["입금가능계좌번호", "/dataBody/ACCOUNT_LIST/0/CUS_USG_ACNO"],
      ["입금가능계좌번호", "/dataBody/ACCOUNT_LIST/1/CUS_USG_ACNO"],
    ]);
    const other = await clientFor(registrations.url).registerAccount(inputs.registration);
    expect(other.issues.map(({ name, pointer }) => [name, pointer])).toEqual([
      ["화면표시번호", "/dataBody/CUS_USG_ACNO"],
      ["계약내용", "/dataBody/CNT"],
    ]);
  });
});

test("personal data is kept from an error by its place: what is personal in one request is open in another", async () => {
  const quote = JSON.stringify({
    dataHeader: {},
    dataBody: {
      ERRCODE: "SYSCD01006",
      ERRUSRMSG: "CANARY-IP CANARY-DEVICE CANARY-ACCOUNT CANARY-VAR OPEN-NICKNAME OPEN-CONTRACT",
    },
  });
  const { url } = await serve(answering(quote, { status: 400 }));
  const said = async (call: Promise<unknown>): Promise<string> => (await errorOf(call, WooriApiError)).bankMessage;
  expect(await said(clientFor(url).getLimit(inputs.limit))).toBe(
    "[마스킹] [마스킹] [마스킹] CANARY-VAR OPEN-NICKNAME OPEN-CONTRACT",
  );
  expect(await said(clientFor(url).registerAccount(inputs.registration))).toBe(
    "[마스킹] [마스킹] CANARY-ACCOUNT CANARY-VAR OPEN-NICKNAME OPEN-CONTRACT",
  );
  expect(await said(clientFor(url).getAccount(inputs.account))).toBe(
    "CANARY-IP CANARY-DEVICE CANARY-ACCOUNT [마스킹] OPEN-NICKNAME OPEN-CONTRACT",
  );
});

test("a field of the operation's own is no error, though an error body has one of the same code elsewhere", async () => {
  const body = JSON.stringify({
    dataHeader: {},
    dataBody: { ACT_BAL: "1", MSG_CD: "A1", ERR_TXT: "다른 서비스의 항목" },
  });
  const { url } = await serve(answering(body));
  const { data, businessError } = await clientFor(url).getAccount(inputs.account);
  expect([data?.dataBody["ACT_BAL"], businessError]).toEqual(["1", undefined]);
});

describe("real calls", () => {
  test("the documented GET with a body, the POST, and the POST of a service that has no GET", async () => {
    expect((await client().getLimit(inputs.limit)).data?.dataBody).toMatchObject({ LN_AVL_AM: "12000000" });
    expect((await clientFor(sandbox.url(), { method: "POST" }).getLimit(inputs.limit)).issues).toEqual([]);
    expect((await client().registerAccount(inputs.registration)).data?.dataBody).toEqual({
      CUS_USG_ACNO: "내 통장",
      CNT: "12",
    });
    expect(
      sandbox
        .server()
        .requests()
        .map(({ method, path }) => `${method} ${path}`),
    ).toEqual([
      "GET /oai/wb/v1/limit/getLimit",
      "POST /oai/wb/v1/limit/getLimit",
      "POST /oai/wb/v1/account/accounts/register",
    ]);
  });

  test("a path variable and a query, encoded", async () => {
    const { url, seen } = await serve(answering('{"dataHeader":{},"dataBody":{"ACT_BAL":"1"}}'));
    await clientFor(url).getAccount({
      path: { CUS_USG_ACNO: "1/2?3 %가" },
      query: { INQ_DSCD: "2", PAGE_NO: 3, MEMO: "a&b=c+d*'" },
    });
    expect(seen[0]?.url).toBe(
      "/oai/wb/v1/account/accounts/1%2F2%3F3%20%25%EA%B0%80?INQ_DSCD=2&PAGE_NO=3&MEMO=a%26b%3Dc%2Bd%2A%27",
    );
    const { data } = await client().getAccount({ path: { CUS_USG_ACNO: "1/2?3 %가" }, query: { INQ_DSCD: "2" } });
    expect(data?.dataBody).toEqual({ ACT_BAL: "35000" });
  });

  test("a raw call reaches an operation with variables, and nothing beside the operations", async () => {
    const { raw } = client();
    const path = "/oai/wb/v1/account/accounts/{CUS_USG_ACNO}";
    const { response } = await raw.GET(path, { params: { path: { CUS_USG_ACNO: "가/1" }, query: { INQ_DSCD: "1" } } });
    expect(response.status).toBe(200);
    await errorOf(raw.GET(`${path}/more`, { params: { path: { CUS_USG_ACNO: "1" } } }), WooriInputError);
  });
});

test("a header parameter is sent beside the credentials; one that no header can hold is not", async () => {
  const { url, seen } = await serve(answering('{"dataHeader":{},"dataBody":{"ACT_BAL":"1"}}'));
  await clientFor(url).getAccount({ ...inputs.account, header: { "UTZ-CHNL-DSCD": "01" } });
  const { rawHeaders = [] } = seen[0] ?? {};
  expect(rawHeaders[rawHeaders.findIndex((name) => name.toLowerCase() === "utz-chnl-dscd") + 1]).toBe("01");
  const call = clientFor(url).getAccount({ ...inputs.account, header: { "UTZ-CHNL-DSCD": "가" } });
  expect((await errorOf(call, WooriInputError)).problems).toMatchObject([
    { name: "이용채널구분코드", pointer: "/header/UTZ-CHNL-DSCD", rule: "header" },
  ]);
  expect(seen).toHaveLength(1);
});

test.each([
  ["no parameters", {}, ["/path/CUS_USG_ACNO required", "/query/INQ_DSCD required"]],
  ["no value", { path: { CUS_USG_ACNO: "" }, query: { INQ_DSCD: "1" } }, ["/path/CUS_USG_ACNO path"]],
  ["a value that leads elsewhere", { ...inputs.account, path: { CUS_USG_ACNO: ".." } }, ["/path/CUS_USG_ACNO path"]],
  ["a value that is not listed", { ...inputs.account, query: { INQ_DSCD: "3" } }, ["/query/INQ_DSCD enum"]],
  ["text for a number", { ...inputs.account, query: { INQ_DSCD: "1", PAGE_NO: "3" } }, ["/query/PAGE_NO type"]],
  [
    "a parameter that the spec does not have",
    { ...inputs.account, query: { INQ_DSCD: "1", PAGE: 1 } },
    ["/query/PAGE additionalProperties"],
  ],
])("nothing is sent with %s", async (_, input, expected) => {
  const { url, seen } = await serve(answering("{}"));
  const { problems } = await errorOf(clientFor(url).getAccount(input), WooriInputError);
  expect(problems.map(({ pointer, rule }) => `${pointer} ${rule}`)).toEqual(expected);
  expect(seen).toEqual([]);
});
