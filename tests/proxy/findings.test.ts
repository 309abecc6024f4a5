import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Exchange } from "../../scripts/proxy/exchange.ts";
import { exchangeLines } from "../../scripts/proxy/report.ts";
import { loanPath, sampleRequest } from "../support/bundle.ts";
import { answering, serve, success, successBody } from "../support/client.ts";
import { exchangeRaw, goodHeaders, proxyFor, rulesOf } from "../support/proxy.ts";
import { useSandbox } from "../support/servers.ts";

const sandbox = useSandbox();
const goodBody = JSON.stringify(sampleRequest());

/** What the proxy finds in one exchange with an upstream. */
async function exchangeWith(
  upstream: string,
  request: Parameters<typeof exchangeRaw>[1] & { path?: string } = {},
  timeout = 5000,
): Promise<Exchange> {
  const { url, next } = await proxyFor(upstream, { timeout, maxBody: 100_000 });
  await exchangeRaw(url + (request.path ?? loanPath), { headers: goodHeaders, body: goodBody, ...request });
  return next();
}

async function answered(text: string | Buffer, options: Parameters<typeof answering>[1] = {}): Promise<Exchange> {
  return exchangeWith((await serve(answering(text, options))).url);
}

describe("clean traffic has no findings", () => {
  test.each([
    "success",
    "noAccounts",
    "severalAccounts",
    "businessError",
    "optionalRowsAbsent",
    "SYSCD01002",
    "SYSCD03101",
  ])("%s", async (example) => {
    expect(
      await exchangeWith(sandbox.url(), { headers: { ...goodHeaders, prefer: `example=${example}` } }),
    ).toMatchObject({ deviations: [], notes: [] });
  });

  test("a Content-Type without a body, and an HTML page where the spec has one", async () => {
    const headers = {
      appKey: goodHeaders.appKey,
      authorization: goodHeaders.authorization,
      "content-type": "application/x-www-form-urlencoded",
    };
    expect(await exchangeWith(sandbox.url(), { path: "/oap/wb/v2/oauth/tokencheck", headers, body: "" })).toMatchObject(
      { deviations: [], notes: [] },
    );
    expect(
      await answered("<html></html>", { status: 503, headers: { "content-type": "text/html; charset=utf-8" } }),
    ).toMatchObject({ deviations: [], notes: [] });
  });
});

describe("a fault of the sandbox is reported as what it is:", () => {
  const missing = ["ZPNO_1", "ZPNO_ADR", "ATCD_ADR_1", "WRLC_TEL_1", "WRLC_NM_1", "EMAIL_1", "CNT", "ACCOUNT_LIST"].map(
    (code) => `response required /dataBody/${code}`,
  );
  test.each([
    ["number-amounts", ["response type /dataBody/LN_AVL_AM", "response type /dataBody/CNT"]],
    ["empty-list-text", ["response type /dataBody/ACCOUNT_LIST"]],
    ["missing-keys", missing],
    ["other-error-key, example=SYSCD01002", ["response alias /dataBody/ERRORCODE"]],
    ["html-page", ["response status 상태 코드", "response media-type Content-Type"]],
    ["truncated-body", ["response cut 연결"]],
    ["reset", ["response connection 연결"]],
    ["hang", ["response timeout 연결"]],
  ])("%s", async (fault, rules) => {
    const exchange = await exchangeWith(
      sandbox.url(),
      { headers: { ...goodHeaders, prefer: `fault=${fault}` } },
      fault === "hang" ? 300 : 5000,
    );
    expect(rulesOf(exchange)).toEqual(rules);
    expect(exchange.notes).toEqual([]);
  });

  test("extra-keys, as notes, since an answer's objects are open", async () => {
    const { deviations, notes } = await exchangeWith(sandbox.url(), {
      headers: { ...goodHeaders, prefer: "fault=extra-keys" },
    });
    expect(deviations).toEqual([]);
    expect(notes.map(({ pointer, found }) => [pointer, found])).toEqual([
      ["/dataBody/TRN_SRNO", "7자 문자열"],
      ["/dataBody/FAXC_BAL", "19자 문자열"],
      ["/dataBody/LNAPV_RQ_NO", "빈 문자열"],
    ]);
  });
});

describe("of a request:", () => {
  const withField = (part: "dataHeader" | "dataBody", code: string, value: unknown): string => {
    const body = sampleRequest();
    body[part][code] = value;
    return JSON.stringify(body);
  };
  const { appKey, secretKey } = goodHeaders;
  test.each<[string, Parameters<typeof exchangeWith>[1], string[]]>([
    ["an unknown path", { path: "/accounts/123" }, ["request path 경로"]],
    ["a method the path does not have", { method: "DELETE" }, ["request method HTTP Method"]],
    [
      "missing headers",
      { headers: { "content-type": "application/json" } },
      ["request header appKey", "request header secretKey"],
    ],
    [
      "an Authorization that is no Bearer token",
      { headers: { ...goodHeaders, authorization: "Basic abc" } },
      ["request header Authorization"],
    ],
    ["a query that cannot be decoded", { path: `${loanPath}?a=%zz` }, ["request query 쿼리"]],
    ["no body", { body: "" }, ["request required 본문"]],
    ["no Content-Type", { headers: { appKey, secretKey } }, ["request media-type Content-Type"]],
    [
      "another Content-Type, whose JSON is checked all the same",
      { headers: { ...goodHeaders, "content-type": "text/plain" }, body: "{}" },
      ["request media-type Content-Type", "request required /dataHeader", "request required /dataBody"],
    ],
    [
      "another charset",
      { headers: { ...goodHeaders, "content-type": "application/json; charset=euc-kr" } },
      ["request charset Content-Type"],
    ],
    ["bytes that are no UTF-8", { body: Buffer.from([0x7b, 0xff]) }, ["request json 본문"]],
    ["no JSON", { body: '{"a":' }, ["request json 본문"]],
    [
      "a value that is too long",
      { body: withField("dataHeader", "UTZ_MCHR_OS_DSCD", "12") },
      ["request maxLength /dataHeader/UTZ_MCHR_OS_DSCD"],
    ],
    [
      "a key the closed object does not have",
      { body: withField("dataBody", "TRN_SRNO", "") },
      ["request additionalProperties /dataBody/TRN_SRNO"],
    ],
    [
      "a number where a string is expected",
      { body: withField("dataBody", "CRINF_INQ_AGR_YN", 1) },
      ["request type /dataBody/CRINF_INQ_AGR_YN"],
    ],
    [
      "a key twice",
      { body: goodBody.replace('"CRINF_INQ_AGR_YN"', '"CRINF_INQ_AGR_Y\\u004e":"N","CRINF_INQ_AGR_YN"') },
      ["request duplicate-key /dataBody/CRINF_INQ_AGR_YN"],
    ],
  ])("%s", async (_name, request, rules) => {
    const upstream = await serve(answering(success));
    expect(rulesOf(await exchangeWith(upstream.url, request)).sort()).toEqual(rules.sort());
  });

  test("a query that the spec does not have, as a note", async () => {
    const upstream = await serve(answering(success));
    expect(await exchangeWith(upstream.url, { path: `${loanPath}?a=b` })).toMatchObject({
      deviations: [],
      notes: [{ rule: "query", found: "3자 쿼리" }],
    });
  });
});

describe("of an answer:", () => {
  test.each<[string, string | Buffer, Parameters<typeof answering>[1], string[]]>([
    ["an undocumented status", success, { status: 201 }, ["response status 상태 코드"]],
    ["an empty body", "", {}, ["response required 본문"]],
    ["blanks for JSON", " ", {}, ["response json 본문"]],
    [
      "another charset",
      success,
      { headers: { "content-type": "application/json;charset=euc-kr" } },
      ["response charset Content-Type"],
    ],
    [
      "an error body under 200",
      '{"dataHeader":{},"dataBody":{"ERRCODE":"SYSCD01002"}}',
      {},
      ["response status 상태 코드"],
    ],
    [
      "an error body beside dataBody",
      '{"ERRCODE":"SYSCD01002"}',
      { status: 500 },
      ["response required /dataHeader", "response required /dataBody"],
    ],
    [
      "an error code that is too long",
      '{"dataHeader":{},"dataBody":{"ERRCODE":"SYSCD010021"}}',
      { status: 500 },
      ["response maxLength /dataBody/ERRCODE"],
    ],
    [
      "keys twice, in a list as well",
      success.replace('"CUS_USG_ACNO"', '"CUS_USG_ACNO":"","CUS_USG_ACNO"').replace("{", '{"dataHeader":{},'),
      {},
      ["response duplicate-key /dataHeader", "response duplicate-key /dataBody/ACCOUNT_LIST/0/CUS_USG_ACNO"],
    ],
    [
      "a body that is not what Content-Encoding says",
      success,
      { headers: { "content-encoding": "gzip" } },
      ["response encoding 본문"],
    ],
    ["JSON nested deeply", "[".repeat(9_000) + "]".repeat(9_000), {}, ["response type "]],
  ])("%s", async (_name, text, options, rules) => {
    const exchange = await answered(text, options);
    expect(rulesOf(exchange)).toEqual(rules);
  });

  test("an unknown error code, or none, as a note", async () => {
    const body = (code: object): string => JSON.stringify({ dataHeader: {}, dataBody: code });
    expect(await answered(body({ ERRCODE: "SYSCD99999" }), { status: 500 })).toMatchObject({
      deviations: [],
      notes: [{ rule: "error-code", name: "메세지코드(API)", found: "표에 없는 10자 코드" }],
    });
    expect(await answered(body({}), { status: 500 })).toMatchObject({
      deviations: [],
      notes: [{ rule: "error-code", found: "없음" }],
    });
  });

  test.each([
    ["gzip", gzipSync],
    ["deflate", deflateSync],
    ["br", brotliCompressSync],
    ["zstd", zstdCompressSync],
    ["gzip, br", (text: Buffer): Buffer => brotliCompressSync(gzipSync(text))],
  ])("a body in %s is unpacked for the check alone", async (coding, compress) => {
    const body = successBody();
    body.dataBody["LN_AVL_AM"] = 1;
    const packed = compress(Buffer.from(JSON.stringify(body)));
    const upstream = await serve(answering(packed, { headers: { "content-encoding": coding } }));
    const { url, next } = await proxyFor(upstream.url);
    expect((await exchangeRaw(url + loanPath, { headers: goodHeaders, body: goodBody })).body.equals(packed)).toBe(
      true,
    );
    expect(rulesOf(await next())).toEqual(["response type /dataBody/LN_AVL_AM"]);
  });

  test("a body that unpacks over the limit, or in a way unknown, is reported as unchecked", async () => {
    expect(
      (await answered(gzipSync(Buffer.alloc(200_000)), { headers: { "content-encoding": "gzip" } })).notes,
    ).toMatchObject([{ rule: "size" }]);
    expect((await answered(success, { headers: { "content-encoding": "compress" } })).notes).toMatchObject([
      { rule: "encoding" },
    ]);
  });
});

test("an exchange is one line, and one beneath it for each finding with field, name, place, rule and the kind of what came", async () => {
  const exchange = await exchangeWith(sandbox.url(), {
    path: `${loanPath}?a=b`,
    headers: { ...goodHeaders, prefer: "fault=number-amounts" },
  });
  expect(exchangeLines(exchange).split("\n")).toEqual([
    expect.stringMatching(
      /^\d\d:\d\d:\d\d\.\d{3} 200 GET {2}\/oai\/wb\/v1\/credit\/getCreditLoanBasicInfo \d+\.\dms 다른 점 2개, 참고 1개$/,
    ),
    "  응답 LN_AVL_AM(대출금액(대출한도금액)): 문자열이어야 하는데 숫자가 왔습니다(/dataBody/LN_AVL_AM).",
    "  응답 CNT(입금가능계좌수): 문자열이어야 하는데 숫자가 왔습니다(/dataBody/CNT).",
    "  요청 참고 쿼리: 명세에 없는 3자 쿼리입니다.",
  ]);
});
