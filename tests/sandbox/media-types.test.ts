import { describe, expect, test } from "vitest";
import { expectError } from "../support/envelope.ts";
import { callLoan } from "../support/loan.ts";
import { useSandbox } from "../support/servers.ts";

const { url } = useSandbox();

describe("a body that is missing", () => {
  test("from a GET is told with the method that takes it", async () => {
    for (const type of ["application/json", undefined])
      expect(
        expectError(
          await callLoan(url(), { method: "GET", headers: { "content-type": type }, body: "" }),
          400,
          "SYSCD01005",
        ),
      ).toEqual([
        "본문이 비어 있습니다. fetch, Apache HttpClient, CDN처럼 GET의 본문을 버리는 프로그램이 있습니다. 본문을 보낼 수 없으면 같은 주소에 POST로 보내십시오.",
      ]);
  });

  test.each([
    ["Content-Length: 0", { "content-type": undefined, "content-length": "0" }, ""],
    ["blanks only", {}, " \r\n\t"],
  ])("from a POST is told as that: %s", async (_name, headers, body) => {
    expect(expectError(await callLoan(url(), { headers, body }), 400, "SYSCD01005")).toEqual(["본문이 비어 있습니다."]);
  });
});

describe("media types", () => {
  test.each([
    "application/json",
    "application/json; charset=utf-8",
    "application/json;charset=UTF-8",
    'application/json; charset="utf-8"',
    "APPLICATION/JSON",
    "application/json; version=1",
    "application/json;",
    "application/json ;charset=utf-8",
  ])("%s is taken", async (type) => {
    expect((await callLoan(url(), { headers: { "content-type": type } })).status).toBe(200);
  });

  test.each([
    "application/json; charset=utf8",
    "application/json;charset=UTF8",
    "application/json; charset = 'utf-8' ;",
    "application/json; charset=utf-8; charset=utf-8",
  ])("%s is taken as UTF-8", async (type) => {
    expect((await callLoan(url(), { headers: { "content-type": type } })).status).toBe(200);
  });

  test.each([
    ["text/plain", "text/plain이"],
    ["text/json", "text/json이"],
    ["application/jsonp", "application/jsonp가"],
    ["application/vnd.bank+json", "application/vnd.bank+json이"],
    ["application/x-www-form-urlencoded", "application/x-www-form-urlencoded가"],
    ["multipart/form-data; boundary=CANARY", "multipart/form-data; boundary=…가"],
    ["*/*", "*/*가"],
    ["", "빈 값이"],
    ["__proto__", "다른 형식이"],
    ["constructor", "다른 형식이"],
    ["CANARY", "다른 형식이"],
    ["text/CANARY", "다른 형식이"],
    [`text/${"a".repeat(300)}`, "다른 형식이"],
  ])("%j is named as %s", async (type, found) => {
    expect(expectError(await callLoan(url(), { headers: { "content-type": type } }), 400, "SYSCD01005")).toEqual([
      `Content-Type: application/json이어야 하는데 ${found} 왔습니다.`,
    ]);
  });

  test("a missing semicolon and a list are told as that", async () => {
    const refused = async (type: string | string[]): Promise<string[]> =>
      expectError(await callLoan(url(), { headers: { "content-type": type } }), 400, "SYSCD01005");
    expect(await refused("application/json charset=utf-8")).toEqual([
      "Content-Type: application/json이어야 하는데 application/json charset=utf-8이 왔습니다. 미디어 타입 뒤에 세미콜론(;)이 빠졌습니다.",
    ]);
    expect(await refused("application/json, application/json")).toEqual([
      "Content-Type: 쉼표로 이은 값이 2개 왔습니다. 모두 같은 값입니다. 한 번만 보내십시오.",
    ]);
    expect(await refused(["application/json", "text/plain"])).toEqual([
      "Content-Type: 헤더가 2번 왔습니다. 서로 다른 값입니다. 한 번만 보내십시오.",
    ]);
  });

  test.each([
    ["euc-kr", "charset=euc-kr가"],
    ["utf-16", "charset=utf-16이"],
    ['"iso-8859-1"', "charset=iso-8859-1이"],
    ["CANARY", "다른 문자 집합이"],
    ["", "다른 문자 집합이"],
  ])("charset=%s is not, and told what to do", async (charset, found) => {
    const reply = await callLoan(url(), { headers: { "content-type": `application/json; charset=${charset}` } });
    expect(expectError(reply, 400, "SYSCD01005")).toEqual([
      `Content-Type: charset=UTF-8이어야 하는데 ${found} 왔습니다. 본문을 UTF-8로 인코딩하고 charset을 utf-8로 지정하십시오.`,
    ]);
  });

  test.each([
    ["gzip", "gzip으로"],
    ["X-GZIP", "x-gzip 방식으로"],
    ["gzip, br", "gzip, br 방식으로"],
    ["CANARY", "알 수 없는 방식으로"],
  ])("Content-Encoding: %s is told as that", async (coding, by) => {
    const reply = await callLoan(url(), { headers: { "content-encoding": coding } });
    expect(expectError(reply, 400, "SYSCD01005")).toEqual([
      `${by} 압축한 본문은 받지 않습니다. 압축하지 않은 JSON을 보내고 Content-Encoding 헤더를 빼십시오.`,
    ]);
    expect((await callLoan(url(), { headers: { "content-encoding": "identity" } })).status).toBe(200);
  });

  test("tokencheck takes any Content-Type, the document's too, and no body", async () => {
    const call = (type: string, body: string) =>
      callLoan(url(), { path: "/oap/wb/v2/oauth/tokencheck", method: "GET", headers: { "content-type": type }, body });
    for (const type of ["application/x-www-form-urlencoded", "application/json"]) {
      expect((await call(type, "")).status).toBe(200);
      expect(expectError(await call(type, "token=CANARY"), 400, "SYSCD01005")).toEqual([
        "본문을 받지 않는 오퍼레이션입니다. 본문을 빼고 보내십시오.",
      ]);
    }
  });
});
