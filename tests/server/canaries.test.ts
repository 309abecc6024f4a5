import { describe, expect, test } from "vitest";
import { exchangeJson, exchangeLines } from "../../scripts/proxy/report.ts";
import { Summary } from "../../scripts/proxy/summary.ts";
import { logLine } from "../../scripts/sandbox/request-log.ts";
import { startSandbox } from "../../scripts/sandbox/start.ts";
import { loanPath, sampleRequest } from "../support/bundle.ts";
import { serve, successBody } from "../support/client.ts";
import { callLoan } from "../support/loan.ts";
import { exchangeRaw, goodHeaders, proxyFor } from "../support/proxy.ts";
import { useServer } from "../support/servers.ts";
import { writings } from "../support/writings.ts";

/** What nobody may find in a log: names, numbers and keys, also short ones, and one that looks like a field code. */
const canaries = ["01099998888", "CANARY_HONG_NM", "CanaryKey-77", "HONGKD", "KIM", "가나다", "canary@bank.invalid"];

/** A text that is told apart from all else that is printed: of those that occur by chance, nothing can be said. */
const isTelling = (text: string): boolean => [...text].length >= 3;

const lines: string[] = [];
const sandbox = useServer(() => startSandbox({ onRecord: (record) => lines.push(logLine(record)) }));

/** A body with a value as a field's value, and as a key in each of its parts, written as given. */
function bodyWith(value: string, key: string): ReturnType<typeof sampleRequest> {
  const body = sampleRequest();
  body.dataHeader["UTZPE_CNCT_TEL_NO_TXT"] = value;
  body.dataHeader[key] = value;
  body.dataBody[key] = { [key]: value };
  body.dataBody[`X_${key}`] = [value];
  return body;
}

function expectNone(printed: string, value: string, written: string): void {
  for (const text of new Set([value, written].filter(isTelling))) {
    expect(printed.toLowerCase()).not.toContain(text.toLowerCase());
    expect(printed.toLowerCase()).not.toContain(JSON.stringify(text).slice(1, -1).toLowerCase());
  }
}

describe.each(canaries)("%s", (value) => {
  test.each(writings)("written as %s is in no line and no record of the sandbox", async (_name, write) => {
    const written = write(value);
    sandbox.server().reset();
    lines.length = 0;
    for (const body of [
      bodyWith(value, written),
      bodyWith(written, value),
      `{"${JSON.stringify(written)}": ${written}`,
    ])
      expect((await callLoan(sandbox.url(), { body })).status).toBe(400);
    const good = sampleRequest();
    good.dataHeader["UTZ_MCHR_MDL_NM"] = written.slice(0, 20);
    await callLoan(sandbox.url(), { body: good, query: `?q=${encodeURIComponent(written)}` });
    await callLoan(sandbox.url(), {
      path: `/${encodeURIComponent(written)}`,
      headers: { prefer: `example=${encodeURIComponent(written)}` },
    });
    expect(sandbox.server().requests()).toHaveLength(5);
    const records = await (await fetch(`${sandbox.url()}/__sandbox/requests`)).text();
    expectNone(`${lines.join("\n")}\n${records}`, value, written);
  });
});

describe("the proxy, of whose lines, JSON and summary nothing may be a value:", () => {
  test.each(writings)("%s", async (_name, write) => {
    const act = { body: "", coding: "identity" };
    const upstream = await serve((_request, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-encoding": act.coding }).end(act.body);
    });
    const { url, next } = await proxyFor(upstream.url, { maxBody: 4096 });
    const summary = new Summary();
    for (const value of canaries) {
      const written = write(value);
      const whole = JSON.stringify(successBody());
      const answerWith = (key: string): string =>
        JSON.stringify({
          dataHeader: { [key]: "a" },
          dataBody: { [key]: [{ [key]: 1 }], [`X_${key}`]: "b" },
          [key]: "c",
        });
      const requests: [body: string, answer: string, coding?: string][] = [
        [JSON.stringify(bodyWith(value, written)), whole],
        [JSON.stringify(bodyWith(written, value)), whole],
        // The request has the value, the answer has it as a key.
        [JSON.stringify(bodyWith(written, "X")), answerWith(value)],
        [JSON.stringify(bodyWith(value, "X")), answerWith(written)],
        // A body that cannot be read, as it is, in its coding or for its size, has it.
        [`{"a": ${written}`, answerWith(value)],
        [JSON.stringify({ a: written.padEnd(5000) }), answerWith(value)],
        [JSON.stringify(bodyWith(value, value)), written, "unknown"],
        // A value that another of the same name replaces.
        [`{"dataBody":{"A_B":${JSON.stringify(value)},"A_B":"x",${JSON.stringify(written)}:1}}`, whole],
      ];
      for (const [body, answer, coding = "identity"] of requests) {
        Object.assign(act, { body: answer, coding });
        await exchangeRaw(`${url}${loanPath}?q=${encodeURIComponent(written)}`, {
          method: "POST",
          headers: goodHeaders,
          body,
        });
        const exchange = await next();
        summary.add(exchange);
        expectNone(`${exchangeLines(exchange)}\n${exchangeJson(exchange)}\n${summary.text()}`, value, written);
      }
    }
  });
});
