import { describe, expect, test } from "vitest";
import { answering, canary, clientFor, errorOf, input, serve, success } from "../support/client.ts";
import { createWooriClient, type WooriClientOptions, WooriInputError } from "../../generated/client.ts";

describe("options", () => {
  const base = { baseUrl: "https://bank.example", appKey: canary.appKey, secretKey: canary.secretKey };
  const make =
    (options: Record<string, unknown>): (() => unknown) =>
    () =>
      createWooriClient({ ...base, ...options } as WooriClientOptions);

  test.each(["https://bank.example:444", "http://127.0.0.1:4010", "http://localhost:4010/prefix", "http://[::1]:4010"])(
    "baseUrl %s is taken",
    (baseUrl) => {
      expect(make({ baseUrl })).not.toThrow();
    },
  );

  test.each([
    "http://bank.example",
    "http://127.0.0.1.bank.example",
    "http://10.0.0.1",
    "ftp://127.0.0.1",
    "not a url",
    "",
    undefined,
    `https://user:${canary.secretKey}@bank.example`,
    `https://bank.example/?key=${canary.secretKey}`,
    "https://bank.example/?",
    `https://bank.example/#${canary.secretKey}`,
  ])("baseUrl %s is refused without being echoed", (baseUrl) => {
    expect(make({ baseUrl })).toThrow(WooriInputError);
    expect(make({ baseUrl })).not.toThrow(/CANARY/);
  });

  test.each(["appKey", "secretKey", "accessToken"])(
    "%s that would break the header is refused without being echoed",
    (name) => {
      for (const value of ["CANARY\r\nX: 1", "CANARY\u0000", "CANARY 열쇠", " CANARY", "", 1]) {
        expect(make({ [name]: value })).toThrow(WooriInputError);
        expect(make({ [name]: value })).not.toThrow(/CANARY/);
      }
    },
  );

  test("an empty key is told as such, and as a matter of the options", () => {
    expect(make({ appKey: "" })).toThrow(
      /^설정.* 보내지 않았습니다\. appKey: 빈 문자열입니다\. .*ASCII 문자열을 지정하십시오\.$/,
    );
  });

  test.each([
    { timeout: 0 },
    { timeout: Number.NaN },
    { timeout: 2 ** 31 },
    { maxResponseBytes: -1 },
    { maxResponseBytes: 1.5 },
    { method: "PUT" },
    { responseValidation: "warn" },
    { dataHeader: [] },
    { fetch: "fetch" },
    { onError: true },
    { allowInsecureHosts: "sandbox" },
    { allowInsecureHosts: ["http://sandbox:4010"] },
    { agent: {} },
    { idleTimeout: -1 },
    { proxy: "proxy:8080" },
    { proxy: "socks5://127.0.0.1:1080" },
    { cert: "CANARY" },
    { ca: "CANARY" },
  ])("%j is refused", (options) => {
    expect(make(options)).toThrow(WooriInputError);
  });

  test.each([
    ["baseURL", "baseUrl"],
    ["timeOut", "timeout"],
    ["retries", "maxResponseBytes"],
    ["__proto__", "appKey"],
  ])("%s is no option, and the message names %s", (name, meant) => {
    const options = Object.defineProperty({ ...base }, name, { value: canary.phone, enumerable: true });
    expect(() => createWooriClient(options)).toThrow(new RegExp(`${name}: 없는 설정입니다\\. .*${meant}`));
    expect(() => createWooriClient(options)).not.toThrow(/CANARY/);
  });

  test("http to another host is refused, and the message names the option that allows it", () => {
    expect(make({ baseUrl: "http://sandbox:4010" })).toThrow('allowInsecureHosts: ["sandbox"]');
    expect(make({ baseUrl: "http://sandbox:4010", allowInsecureHosts: ["Sandbox"] })).not.toThrow();
    expect(make({ baseUrl: "http://sandbox.bank.example", allowInsecureHosts: ["sandbox"] })).toThrow(WooriInputError);
  });

  test.each(["agent", "ca", "cert", "key", "passphrase", "proxy", "idleTimeout"])(
    "%s is refused beside a fetch of the caller, which has its own",
    (name) => {
      expect(make({ fetch, [name]: "x" })).toThrow(`${name}: `);
    },
  );

  test("options that are no object, and several wrong ones, are told in one error", () => {
    for (const options of [undefined, null, 1, []])
      expect(() => createWooriClient(options as never)).toThrow("options: ");
    expect(make({ timeout: 0, method: "PUT", baseURL: "" })).toThrow(/timeout: .*method: .*baseURL: /);
  });

  describe("of one call", () => {
    test.each([
      [{ headers: { appKey: "x" } }, "appKey"],
      [{ headers: { AUTHORIZATION: "x" } }, "AUTHORIZATION"],
      [{ headers: { "Content-Length": "1" } }, "Content-Length"],
      [{ headers: { Host: "elsewhere" } }, "Host"],
      [{ headers: { "x y": "1" } }, "headers"],
      [{ headers: { "x-trace": "줄\n바꿈" } }, "x-trace"],
      [{ headers: [] }, "headers"],
      [{ method: "PUT" }, "method"],
      [{ accessToken: "" }, "accessToken"],
      [{ accessToken: () => "x" }, "accessToken"],
      [{ signal: {} }, "signal"],
      [{ retry: 3 }, "retry"],
    ])("%j is refused", async (options, code) => {
      const server = await serve(answering(success));
      const call = clientFor(server.url).getCreditLoanBasicInfo(input(), options as never);
      expect(await errorOf(call)).toMatchObject({ kind: "input", sent: "no", problems: [{ code }] });
      expect(server.connections()).toBe(0);
    });

    test("headers, token and method hold for this call alone", async () => {
      const server = await serve(answering(success));
      const client = clientFor(server.url);
      await client.getCreditLoanBasicInfo(input(), {
        headers: { Prefer: "example=noAccounts", Accept: "application/json, text/html" },
        accessToken: "CANARY-OTHER-TOKEN",
        method: "POST",
      });
      await client.getCreditLoanBasicInfo(input());
      const [own, plain] = server.seen.map(({ method, rawHeaders }) => [method, rawHeaders.join("\n").toLowerCase()]);
      expect(own).toEqual(["POST", expect.stringContaining("prefer\nexample=noaccounts")]);
      expect(own?.[1]).toContain("canary-other-token");
      expect(own?.[1]).toContain("accept\napplication/json, text/html");
      expect(plain).toEqual(["GET", expect.stringContaining("canary-access-token")]);
      expect(plain?.[1]).not.toContain("prefer");
    });
  });

  test("a header of a raw call with control characters never leaves", async () => {
    const { raw } = clientFor("https://bank.example", { fetch: () => Promise.reject(new Error("sent")) });
    expect(
      await errorOf(
        raw.GET("/oap/wb/v2/oauth/tokencheck", { headers: { "x-own": "열쇠" } }).catch((error: unknown) => {
          throw error instanceof TypeError ? new WooriInputError("", []) : error;
        }),
      ),
    ).toMatchObject({ kind: "input" });
  });

  test("a call's own timeout is checked", async () => {
    expect(await errorOf(clientFor("https://bank.example").checkToken({ timeout: 0 }))).toMatchObject({
      kind: "input",
      problems: [{ code: "timeout" }],
    });
  });
});
