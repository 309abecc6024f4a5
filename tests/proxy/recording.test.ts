import { mkdirSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { proxy } from "../../scripts/cli/proxy.ts";
import { loanPath, sampleRequest, tokenPath } from "../support/bundle.ts";
import { answering, serve, success, successBody } from "../support/client.ts";
import { serveBy } from "../support/in-process.ts";
import { temporaryFolder } from "../support/project.ts";
import { exchangeRaw, goodHeaders, proxyFor, rawServer } from "../support/proxy.ts";
import { callThrough, filesOf, scenariosOf } from "../support/recording.ts";
import { useSandbox } from "../support/servers.ts";
import * as twoServices from "../support/two-services.ts";

const sandbox = useSandbox();

/** A folder that is not there yet. */
const newFolder = (): string => join(temporaryFolder(), "made/for/this");

describe("a recording", () => {
  test("has each distinct exchange once, with the safe conditions that tell it apart", async () => {
    const dir = newFolder();
    const through = await proxyFor(sandbox.url(), { record: dir });
    await callThrough(through);
    await callThrough(through);
    await callThrough(through, { headers: { prefer: "example=noAccounts" } });
    await callThrough(through, { headers: { prefer: "example=noAccounts" } });
    await callThrough(through, { headers: { prefer: "example=SYSCD01002" } });
    await callThrough(through, { headers: { prefer: "example=SYSCD01002" } });
    await callThrough(through, { edit: ({ dataBody }) => void (dataBody["CRINF_INQ_AGR_YN"] = "N") });
    const scenarios = scenariosOf(dir);
    const consents = sampleRequest().dataBody;
    const whens = scenarios.map(({ operation, when, response }) => [operation, response.status, when]);
    expect(whens).toHaveLength(4);
    const operation = "postCreditLoanBasicInfo";
    expect(whens).toEqual(
      expect.arrayContaining([
        [operation, 200, { body: { dataBody: consents } }],
        [operation, 200, { body: { dataBody: consents }, call: { from: 3 } }],
        [operation, 500, { body: { dataBody: consents }, call: { from: 5 } }],
        [operation, 200, { body: { dataBody: { ...consents, CRINF_INQ_AGR_YN: "N" } } }],
      ]),
    );
    expect(JSON.stringify(scenarios)).not.toMatch(/"app"|3B5E6E7B|01012341234/);
  });

  test("counts GET and POST as calls of one operation", async () => {
    const dir = newFolder();
    const { url, next } = await proxyFor(sandbox.url(), { record: dir });
    for (const [method, prefer] of [
      ["GET", "example=success"],
      ["POST", "example=businessError"],
    ] as const) {
      await exchangeRaw(url + loanPath, {
        method,
        headers: { ...goodHeaders, prefer },
        body: JSON.stringify(sampleRequest()),
      });
      await next();
    }
    expect(scenariosOf(dir).map(({ operation, when }) => [operation, when?.call])).toEqual([
      ["getCreditLoanBasicInfo", undefined],
      ["postCreditLoanBasicInfo", { from: 2 }],
    ]);
  });

  test("goes on in a later run: what lies there is neither written again nor changed, also under another name", async () => {
    const dir = newFolder();
    const record = async (...prefers: string[]): Promise<void> => {
      const through = await proxyFor(sandbox.url(), { record: dir });
      for (const prefer of prefers) await callThrough(through, { headers: { prefer } });
    };
    await record("example=success", "example=noAccounts");
    const [name = ""] = readdirSync(dir);
    renameSync(join(dir, name), join(dir, "mine.yaml"));
    writeFileSync(join(dir, "notes.yaml"), "scenarios: [ {} , 1 ]\ncustomers: {");
    writeFileSync(join(dir, "others.yaml"), "scenarios: [{ response: {}, when: { call: }, operation: checkToken }]");
    const before = filesOf(dir);
    await record("example=success", "example=noAccounts", "example=severalAccounts");
    const after = filesOf(dir);
    for (const [file, text] of before) expect(after.get(file)).toBe(text);
    const added = [...after].filter(([file]) => !before.has(file));
    expect(added).toHaveLength(1);
    expect(added[0]?.[1]).toMatch(/ {6}call:\n {8}from: 5\n/);
  });

  test("leaves alone a file that has the name of a new one", async () => {
    const [first, second] = [newFolder(), newFolder()];
    await callThrough(await proxyFor(sandbox.url(), { record: first }));
    const [name = ""] = readdirSync(first);
    mkdirSync(second, { recursive: true });
    writeFileSync(join(second, name), "# mine");
    await callThrough(await proxyFor(sandbox.url(), { record: second }));
    expect([...filesOf(second)]).toEqual([[name, "# mine"]]);
  });

  test("says what deviated, marks an answer that breaks the spec, and not one whose request does", async () => {
    const dir = newFolder();
    const through = await proxyFor(sandbox.url(), { record: dir });
    await callThrough(through, { headers: { prefer: "fault=number-amounts" } });
    await callThrough(through, { edit: ({ dataBody }) => void (dataBody["PNANEL"] = "1") });
    const [odd, refused] = scenariosOf(dir);
    expect(odd?.response).toMatchObject({ status: 200, deviates: true });
    expect(odd?.recorded?.deviations[0]).toBe(
      "응답 LN_AVL_AM(대출금액(대출한도금액)): 문자열이어야 하는데 숫자가 왔습니다(/dataBody/LN_AVL_AM).",
    );
    expect(refused?.response.deviates).toBeUndefined();
    // A name that only looks like a field's may be a value.
    expect(refused?.recorded?.deviations).toEqual([
      "요청 (6자 이름): 명세에 없는 필드입니다(/dataBody/(6자 이름)). 보내지 마십시오.",
    ]);
  });

  test("has a placeholder for what is no JSON, or the spec's own example of it", async () => {
    const dir = newFolder();
    const answers: Record<string, [number, string, string]> = {
      page: [502, "text/html; charset=euc-kr", "<b>CANARY</b>"],
      documented: [503, "text/html", "<b>CANARY</b>"],
      text: [500, "text/x-canary", "CANARY"],
      broken: [200, "application/json", '{"CANARY'],
      empty: [204, "application/json", ""],
      scalar: [200, "application/json", '"CANARY"'],
    };
    const upstream = await serve((request, response) => {
      const [status, type, text] = answers[String(request.headers["x-answer"])] ?? [500, "", ""];
      response.writeHead(status, { "content-type": type }).end(text);
    });
    const through = await proxyFor(upstream.url, { record: dir });
    const got: Record<string, unknown> = {};
    for (const answer of Object.keys(answers)) {
      const before = new Set(scenariosOf(dir).map(({ name }) => name));
      await callThrough(through, { headers: { "x-answer": answer } });
      got[answer] = scenariosOf(dir).find(({ name }) => !before.has(name))?.response;
    }
    const page = expect.stringMatching(/^<!doctype html>/) as string;
    expect(got).toEqual({
      page: { status: 502, body: page, contentType: "text/html", deviates: true },
      documented: { status: 503, body: page, contentType: "text/html" },
      text: { status: 500, body: expect.any(String) as string, contentType: "text/plain", deviates: true },
      broken: { status: 200, body: expect.any(String) as string, contentType: "application/json", deviates: true },
      empty: { status: 204, body: "", deviates: true },
      scalar: {
        status: 200,
        body: expect.stringMatching(/^"[A-Z]{6}"$/) as string,
        contentType: "application/json",
        deviates: true,
      },
    });
    expect([...filesOf(dir)].flat().join()).not.toMatch(/canary/i);
  });

  test.each([
    ["gzip", gzipSync(success)],
    ["br", brotliCompressSync(success)],
  ])("unpacks an answer in %s", async (coding, bytes) => {
    const dir = newFolder();
    const upstream = await serve(answering(bytes, { headers: { "content-encoding": coding } }));
    await callThrough(await proxyFor(upstream.url, { record: dir }));
    const [scenario] = scenariosOf(dir);
    expect(Object.keys((scenario?.response.body as ReturnType<typeof successBody>).dataBody)).toEqual(
      Object.keys(successBody().dataBody),
    );
    expect(scenario?.response.deviates).toBeUndefined();
  });

  test("leaves out what nests deeper than a file may, and counts it", async () => {
    const dir = newFolder();
    for (const depth of [300, 5000]) {
      const deep = await serve(answering('{"a":'.repeat(depth) + "1" + "}".repeat(depth)));
      const { stop, printed, until, url } = await serveBy(proxy, "--upstream", deep.url, "--record", dir);
      await exchangeRaw(url + loanPath, { headers: goodHeaders, body: JSON.stringify(sampleRequest()) });
      await until(/다른 점/);
      await stop();
      expect(printed()).toContain("1건을 기록하지 못했습니다.");
      expect(printed()).not.toContain("내부 오류");
    }
    expect(scenariosOf(dir)).toEqual([]);
  });

  test("has nothing of what failed, is unknown, was refused or is too large to be read", async () => {
    const dir = newFolder();
    const cut = await rawServer((socket) => {
      socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{");
      socket.end();
    });
    const large = await serve(answering(JSON.stringify({ pad: "가".repeat(1000) })));
    const late = await serve(() => {});
    for (const [url, path, options] of [
      [cut, loanPath, {}],
      [cut.replace(/\d+$/, "1"), loanPath, {}],
      [late.url, loanPath, { timeout: 50 }],
      [large.url, loanPath, { maxBody: 500 }],
      [sandbox.url(), "/other", {}],
    ] as const)
      await callThrough(await proxyFor(url, { record: dir, ...options }), { path });
    expect([...filesOf(dir)]).toEqual([]);
  });

  test("has the operation of a GET without a body, and the conditions that are parameters", async () => {
    const dir = newFolder();
    const token = await proxyFor(sandbox.url(), { record: dir });
    await exchangeRaw(token.url + tokenPath, { headers: goodHeaders });
    await token.next();
    expect(scenariosOf(dir)).toMatchObject([{ operation: "checkToken", recorded: { request: { method: "GET" } } }]);
    expect(scenariosOf(dir)[0]?.when).toBeUndefined();

    const other = newFolder();
    const upstream = await serve(answering("{}"));
    const { url, next } = await proxyFor(upstream.url, { record: other, bundle: twoServices.bundlePath });
    await exchangeRaw(`${url}/oai/wb/v1/account/accounts/00012345?INQ_DSCD=1&MEMO=CANARY`, { headers: goodHeaders });
    await next();
    const [scenario] = scenariosOf(other);
    expect(scenario?.when).toEqual({ parameters: { query: { INQ_DSCD: "1" } } });
    expect(scenario?.recorded?.request?.parameters).toMatchObject({
      path: { CUS_USG_ACNO: expect.stringMatching(/^000[1-9]\d{4}$/) as string },
      query: { INQ_DSCD: "1", MEMO: expect.stringMatching(/^(?!CANARY)[A-Z]{6}$/) as string },
    });
  });
});

describe("a value's fake", () => {
  const accountsOf = (dir: string): unknown[] =>
    scenariosOf(dir).map(({ response, recorded }) => [
      (response.body as ReturnType<typeof successBody>).dataBody["ZPNO_ADR"],
      (recorded?.request?.body as ReturnType<typeof sampleRequest>).dataHeader["UTZ_MCHR_MDL_NM"],
    ]);

  test("is the same in requests and answers, and in every recording of the same app, and another one for another app", async () => {
    const upstream = await serve((_request, response, text) => {
      const body = successBody();
      body.dataBody["ZPNO_ADR"] = (JSON.parse(text) as ReturnType<typeof sampleRequest>).dataHeader["UTZ_MCHR_MDL_NM"];
      answering(JSON.stringify(body))(_request, response, text);
    });
    const record = async (secretKey: string): Promise<unknown> => {
      const dir = newFolder();
      await callThrough(await proxyFor(upstream.url, { record: dir }), { headers: { secretKey } });
      const [[inAnswer, inRequest] = []] = accountsOf(dir) as string[][];
      expect(inAnswer).toBe(inRequest);
      return inAnswer;
    };
    const own = await record("ONE-SECRET-KEY");
    expect(await record("ONE-SECRET-KEY")).toBe(own);
    expect(await record("OTHER-SECRET-KEY")).not.toBe(own);
  });
});
