import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import type { WooriError } from "../../generated/client.ts";
import { answering, canary, clientFor, errorOf, input, serve } from "../support/client.ts";

/** Ways in which a bank, a gateway or a log may write a value of the request again. */
const encodings: Record<string, (value: string) => string> = {
  plain: (value) => value,
  "upper case": (value) => value.toUpperCase(),
  "lower case": (value) => value.toLowerCase(),
  URL: (value) => encodeURIComponent(value),
  "URL, every byte": (value) => [...Buffer.from(value)].map((byte) => `%${hex(byte)}`).join(""),
  "URL, twice": (value) => encodeURIComponent(encodeURIComponent(value).replaceAll("-", "%2D")),
  "HTML, named": (value) => value.replaceAll("&", "&amp;").replaceAll("<", "&lt;"),
  "HTML, decimal": (value) =>
    units(value)
      .map((unit) => `&#${unit};`)
      .join(""),
  "HTML, hexadecimal": (value) =>
    units(value)
      .map((unit) => `&#x${unit.toString(16)};`)
      .join(""),
  "HTML, without semicolons": (value) =>
    units(value)
      .map((unit) => `&#x${unit.toString(16).padStart(6, "0")}`)
      .join(""),
  "JSON escapes": (value) =>
    units(value)
      .map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`)
      .join(""),
  "JavaScript code points": (value) =>
    units(value)
      .map((unit) => `\\u{${unit.toString(16).padStart(4, "0")}}`)
      .join(""),
  "hexadecimal escapes": (value) => [...Buffer.from(value)].map((byte) => `\\x${hex(byte)}`).join(""),
  "octal escapes": (value) => [...Buffer.from(value)].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join(""),
  "quoted-printable": (value) => [...Buffer.from(value)].map((byte) => `=${hex(byte).toUpperCase()}`).join(""),
  hexadecimal: (value) => Buffer.from(value).toString("hex"),
  "hexadecimal, upper case": (value) => Buffer.from(value).toString("hex").toUpperCase(),
  "hexadecimal, with blanks": (value) => (Buffer.from(value).toString("hex").match(/../g) ?? []).join(" "),
  Base64: (value) => Buffer.from(value).toString("base64"),
  Base64url: (value) => Buffer.from(value).toString("base64url"),
  "Base64, one byte before": (value) => Buffer.from(`:${value}`).toString("base64"),
  "Base64, two bytes before": (value) => Buffer.from(`k:${value}`).toString("base64"),
  "Base64, bytes around": (value) => Buffer.from(`{"k":"${value}"}`).toString("base64"),
  "full width": (value) => value.replaceAll(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  hyphens: (value) => [...value].join("-"),
  blanks: (value) => [...value].join(" "),
  dots: (value) => [...value].join("."),
  "no separators": (value) => value.replaceAll(/[^\p{L}\p{N}]/gu, ""),
  "zero-width joiners": (value) => [...value].join("\u200d"),
  reversed: (value) => [...value].reverse().join(""),
  decomposed: (value) => value.normalize("NFD"),
  quoted: (value) => JSON.stringify(JSON.stringify(value)),
};

const hex = (byte: number): string => byte.toString(16).padStart(2, "0");
const units = (value: string): number[] => [...value].map((letter) => letter.codePointAt(0) ?? 0);

/** Everything of an error that may reach a log. */
const serialisers: Record<string, (error: WooriError) => string> = {
  message: ({ message }) => message,
  stack: ({ stack }) => stack ?? "",
  String: (error) => String(error),
  JSON: (error) => JSON.stringify(error),
  inspect: (error) => inspect(error, { depth: 20, showHidden: true, getters: true }),
  properties: (error) =>
    Object.getOwnPropertyNames(error)
      .map((name) => inspect(error[name as never], { depth: 20 }))
      .join(),
  clone: (error) => inspect(structuredClone(error), { depth: 20 }),
};

const refusal = (text: string): string =>
  JSON.stringify({
    dataHeader: { GLBL_ID: text },
    dataBody: {
      ERRCODE: text,
      ERRUSRMSG: `거부: ${text}.`,
      ERRORLIST: [{ MSG_CD: text, MAIN_MSG_TXT: `값 ${text} 오류` }],
    },
  });

/** The error of a call that the bank refuses with a text. */
async function refused(text: string, dataHeader: object = {}): Promise<WooriError> {
  const server = await serve(answering(refusal(text), { status: 400 }));
  const request = input();
  return errorOf(
    clientFor(server.url).getCreditLoanBasicInfo({ ...request, dataHeader: { ...request.dataHeader, ...dataHeader } }),
  );
}

const values = {
  "an app key": canary.appKey,
  "a token": canary.accessToken,
  "a phone number": "01012345678",
  "a name": "홍길동전우치",
};

describe.each(Object.entries(values))("%s in the bank's words", (name, value) => {
  const personal = name.startsWith("a ") && !name.includes("token") ? { UTZPE_CNCT_TEL_NO_TXT: value } : {};

  test.each(Object.entries(encodings))("as %s", async (_name, encode) => {
    const text = encode(value);
    const error = await refused(text, personal);
    for (const [serialiser, show] of Object.entries(serialisers))
      expect([serialiser, show(error).includes(text)]).toEqual([serialiser, false]);
  });
});

test("a value of any length is hidden where it stands alone, and words stay words", async () => {
  const error = await refused("AB CABLE", { UTZPE_CNCT_TEL_NO_TXT: "AB" });
  expect(error.message).toContain("거부: [마스킹] CABLE.");
});

test.each([
  ["계좌 1002-123-456789를 확인하십시오.", "계좌 [마스킹]를 확인하십시오."],
  ["1002 123 456789", "[마스킹]"],
  ["홍길동님은 대상이 아닙니다.", "[마스킹]님은 대상이 아닙니다."],
  ["남궁민수 고객님께 안내드립니다.", "[마스킹] 고객님께 안내드립니다."],
  ["고객님은 대상이 아닙니다.", "고객님은 대상이 아닙니다."],
  ["someone@bank.example로 보냈습니다.", "[마스킹]로 보냈습니다."],
  ["5회 중 3회 실패했습니다(코드 1234).", "5회 중 3회 실패했습니다(코드 1234)."],
])("what the bank adds by itself: %s", async (text, shown) => {
  const body = JSON.stringify({ dataHeader: {}, dataBody: { ERRCODE: "E1", ERRUSRMSG: text } });
  const server = await serve(answering(body, { status: 400 }));
  expect(await errorOf(clientFor(server.url).getCreditLoanBasicInfo(input()))).toMatchObject({ bankMessage: shown });
});
