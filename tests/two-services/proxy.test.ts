import { expect, test } from "vitest";
import { exampleCredentials } from "../../scripts/bundle/example-request.ts";
import type { Exchange } from "../../scripts/proxy/exchange.ts";
import { exchangeJson, exchangeLines } from "../../scripts/proxy/report.ts";
import { answering, serve } from "../support/client.ts";
import { exchangeRaw, proxyFor } from "../support/proxy.ts";
import { useSandbox } from "../support/servers.ts";
import { bundlePath, clientFor, inputs } from "../support/two-services.ts";

const sandbox = useSandbox({ bundle: bundlePath });
const { appKey, bearer } = exampleCredentials;
const headers = { appKey, authorization: `Bearer ${bearer}` };

/** What the proxy tells of one request to an upstream. */
async function told(upstream: string, target: string): Promise<Exchange> {
  const proxy = await proxyFor(upstream, { bundle: bundlePath });
  await exchangeRaw(`${proxy.url}/oai/wb/v1/account/accounts${target}`, { headers });
  return proxy.next();
}

const lines = ({ deviations, notes }: Exchange): string[] =>
  [...deviations, ...notes].map(({ side, code, name, rule, pointer }) => `${side} ${rule} ${code} ${name} ${pointer}`);

test("the client's calls have no findings", async () => {
  const proxy = await proxyFor(sandbox.url(), { bundle: bundlePath });
  const client = clientFor(proxy.url);
  for (const call of [
    client.getLimit(inputs.limit),
    client.registerAccount(inputs.registration),
    client.getAccount({ ...inputs.account, query: { INQ_DSCD: "2", PAGE_NO: 2, MEMO: "가 나" } }),
  ]) {
    await call;
    expect(lines(await proxy.next())).toEqual([]);
  }
});

test("parameters are checked as the sandbox does, and none of their values is told", async () => {
  const exchange = await told(
    sandbox.url(),
    "/CANARY-PATH-VALUE?INQ_DSCD=CANARY-QUERY&PAGE_NO=CANARY-PAGE&other=CANARY",
  );
  expect(lines(exchange).sort()).toEqual([
    "request enum INQ_DSCD 조회구분코드 /query/INQ_DSCD",
    "request maxLength CUS_USG_ACNO 조회계좌번호 /path/CUS_USG_ACNO",
    "request query 쿼리  ",
    "request type PAGE_NO 쪽번호 /query/PAGE_NO",
  ]);
  expect(exchange).toMatchObject({
    path: "/oai/wb/v1/account/accounts/{CUS_USG_ACNO}",
    operationId: "getAccount",
    code: "SYSCD02101",
  });
  expect(exchangeLines(exchange) + exchangeJson(exchange)).not.toContain("CANARY");
});

test("a path variable that is sent back as a key is not told, encoded though it was", async () => {
  const { url } = await serve(answering('{"dataHeader":{},"dataBody":{"ACT_BAL":"1","SECRET_CODE":"1"}}'));
  const { notes } = await told(url, "/SECRET%5FCODE?INQ_DSCD=1");
  expect(notes.map(({ code }) => code)).toEqual(["(11자 이름)"]);
});

test("a field of an answer is named by its place", async () => {
  const { url } = await serve(answering('{"dataHeader":{},"dataBody":{"CUS_USG_ACNO":1,"CNT":1}}'));
  const proxy = await proxyFor(url, { bundle: bundlePath });
  await clientFor(proxy.url).registerAccount(inputs.registration);
  expect(lines(await proxy.next())).toEqual([
    "response type CUS_USG_ACNO 화면표시번호 /dataBody/CUS_USG_ACNO",
    "response type CNT 계약내용 /dataBody/CNT",
  ]);
});
