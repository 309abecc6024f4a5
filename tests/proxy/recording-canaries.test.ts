import { gunzipSync, gzipSync } from "node:zlib";
import { join } from "node:path";
import { expect, test } from "vitest";
import { exampleCredentials } from "../../scripts/bundle/example-request.ts";
import { readYaml } from "../../scripts/lib/read-yaml.ts";
import { sampleRequest } from "../support/bundle.ts";
import { serve, successBody } from "../support/client.ts";
import { temporaryFolder } from "../support/project.ts";
import { proxyFor } from "../support/proxy.ts";
import { callThrough, filesOf } from "../support/recording.ts";

/** What nobody may find in a recording: secrets of the request, and what the answer tells of a customer. */
const canaries = {
  appKey: "CANARYAPPKEY77",
  secretKey: "CanarySecretKey88",
  token: "canary.access.token99",
  phone: "01099887766",
  name: "홍카나리아",
  account: "9988776655443",
};
const secrets = Object.values(canaries);

interface Coding {
  name: string;
  encode: (text: string) => string;
  /** Every text that a text may mean by it. */
  decode: (text: string) => string[];
}

const hex = (text: string): string => Buffer.from(text).toString("hex");
const fromHex = (digits: string): string => Buffer.from(digits, "hex").toString();
const found = (text: string, pattern: RegExp): string[] => text.match(pattern) ?? [];
const attempt = (act: () => string): string[] => {
  try {
    return [act()];
  } catch {
    return [];
  }
};
const bytes = (text: string, write: (byte: number) => string): string => [...Buffer.from(text)].map(write).join("");
const twoHex = (byte: number): string => byte.toString(16).padStart(2, "0");

const base32 = "abcdefghijklmnopqrstuvwxyz234567";
const morse = "-----,.----,..---,...--,....-,.....,-....,--...,---..,----.,.-,-...,-.-.,-..,.,..-.".split(",");
/** A text by two marks for the bits of its bytes. */
const inBits = (zero: string, one: string): Pick<Coding, "encode" | "decode"> => ({
  encode: (text) => bytes(text, (byte) => byte.toString(2).padStart(8, "0").replaceAll("0", zero).replaceAll("1", one)),
  decode: (text) => {
    const bits = [...text]
      .filter((letter) => letter === zero || letter === one)
      .map((letter) => (letter === one ? 1 : 0));
    return [Buffer.from((bits.join("").match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))).toString()];
  },
});

const rot13 = (text: string): string =>
  text.replaceAll(/[a-z]/gi, (letter) => {
    const base = letter <= "Z" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });
const fromBase64 = (text: string): string[] =>
  found(text, /[\w+/-]{6,}={0,2}/g).map((part) => Buffer.from(part, "base64").toString());
const unpercent = (text: string): string[] =>
  attempt(() =>
    Buffer.from(
      text.replaceAll(/%([\da-f]{2})/gi, (_, two: string) => String.fromCharCode(Number.parseInt(two, 16))),
      "latin1",
    ).toString(),
  );

const codings: readonly Coding[] = [
  { name: "plain", encode: (text) => text, decode: (text) => [text] },
  { name: "base64", encode: (text) => Buffer.from(text).toString("base64"), decode: fromBase64 },
  { name: "base64url", encode: (text) => Buffer.from(text).toString("base64url"), decode: fromBase64 },
  { name: "hex", encode: hex, decode: (text) => found(text, /(?:[\da-f]{2}){4,}/gi).map(fromHex) },
  {
    name: "HEX",
    encode: (text) => hex(text).toUpperCase(),
    decode: (text) => found(text, /(?:[\dA-F]{2}){4,}/g).map(fromHex),
  },
  { name: "percent", encode: (text) => bytes(text, (byte) => `%${twoHex(byte)}`), decode: unpercent },
  {
    name: "percent twice",
    encode: (text) => bytes(text, (byte) => `%25${twoHex(byte)}`),
    decode: (text) => unpercent(text.replaceAll("%25", "%")),
  },
  {
    name: "\\u escapes",
    encode: (text) => text.replaceAll(/[^]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`),
    decode: (text) => [
      text.replaceAll(/\\+u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    ],
  },
  {
    name: "HTML entities",
    encode: (text) => [...text].map((letter) => `&#${letter.codePointAt(0)};`).join(""),
    decode: (text) => [text.replaceAll(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Number(code)))],
  },
  {
    name: "UTF-16 hex",
    encode: (text) => Buffer.from(text, "utf16le").toString("hex"),
    decode: (text) =>
      found(text, /(?:[\da-f]{4}){4,}/gi).map((digits) => Buffer.from(digits, "hex").toString("utf16le")),
  },
  {
    name: "quoted-printable",
    encode: (text) => bytes(text, (byte) => `=${twoHex(byte).toUpperCase()}`),
    decode: (text) => unpercent(text.replaceAll(/=([\dA-F]{2})/gi, "%$1")),
  },
  {
    name: "base32",
    encode: (text) => {
      const bits = bytes(text, (byte) => byte.toString(2).padStart(8, "0"));
      return (bits.match(/.{1,5}/g) ?? []).map((five) => base32[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
    },
    decode: (text) =>
      found(text.toLowerCase(), /[a-z2-7]{8,}/g).map((part) => {
        const bits = [...part].map((letter) => base32.indexOf(letter).toString(2).padStart(5, "0")).join("");
        return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))).toString();
      }),
  },
  {
    name: "reversed",
    encode: (text) => [...text].reverse().join(""),
    decode: (text) => [[...text].reverse().join("")],
  },
  { name: "spaced", encode: (text) => [...text].join(" "), decode: (text) => [text.replaceAll(/\s/g, "")] },
  { name: "hyphens", encode: (text) => [...text].join("-"), decode: (text) => [text.replaceAll("-", "")] },
  {
    name: "ROT13",
    encode: (text) => rot13(hex(text)),
    decode: (text) => found(rot13(text), /(?:[\da-f]{2}){4,}/gi).map(fromHex),
  },
  {
    name: "JSON in JSON",
    encode: (text) => JSON.stringify(JSON.stringify({ value: text })),
    decode: (text) => [text.replaceAll("\\", "")],
  },
  {
    name: "base64 of base64",
    encode: (text) => Buffer.from(Buffer.from(text).toString("base64")).toString("base64"),
    decode: (text) => fromBase64(text).flatMap(fromBase64),
  },
  {
    name: "gzip in base64",
    encode: (text) => gzipSync(text).toString("base64"),
    decode: (text) =>
      found(text, /H4sI[\w+/]+={0,2}/g).flatMap((part) =>
        attempt(() => gunzipSync(Buffer.from(part, "base64")).toString()),
      ),
  },
  {
    name: "Morse",
    encode: (text) => [...hex(text)].map((digit) => morse[Number.parseInt(digit, 16)]).join(" "),
    decode: (text) => [
      fromHex(
        found(text, /[.-]+/g)
          .map((code) => Math.max(0, morse.indexOf(code)).toString(16))
          .join(""),
      ),
    ],
  },
  { name: "binary digits", ...inBits("0", "1") },
  { name: "binary in blanks", ...inBits(" ", "\t") },
  { name: "zero-width", ...inBits("\u200b", "\u200c") },
  { name: "emoji", ...inBits("🙂", "🙃") },
  {
    name: "tag characters",
    encode: (text) => bytes(text, (byte) => String.fromCodePoint(0xe0000 + byte)),
    decode: (text) => [
      Buffer.from(
        [...text].map((letter) => (letter.codePointAt(0) ?? 0) - 0xe0000).filter((byte) => byte >= 0 && byte < 256),
      ).toString(),
    ],
  },
];

/** The canaries that stand in texts, or that the texts mean by any coding. */
function canariesIn(texts: readonly string[]): string[] {
  const meant = texts
    .flatMap((text) => codings.flatMap(({ decode }) => [text, ...decode(text)]))
    .map((text) => text.toLowerCase());
  return secrets.filter((secret) => meant.some((text) => text.includes(secret.toLowerCase())));
}

/** Every text in a value, keys too, the texts of a list also as one. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string" || typeof value === "number") return [String(value)];
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(textsIn);
  return Array.isArray(value) ? [...inner, inner.join("")] : [...Object.keys(value), ...inner];
}

/** A body that says texts wherever a body can. */
function saying(texts: readonly string[]): { dataHeader: object; dataBody: object } {
  const [one = ""] = texts;
  const body = successBody();
  return {
    dataHeader: { GLBL_ID: one, [one]: texts },
    dataBody: {
      ...body.dataBody,
      ZPNO_ADR: texts.join(","),
      ATCD_ADR_1: [one],
      ERR_TXT: texts.join(" "),
      ACCOUNT_LIST: texts.map((text) => ({ CUS_USG_ACNO: text, [text]: text })),
      ...Object.fromEntries(texts.map((text) => [text, { [text]: [...text] }])),
      X_TRACE: texts,
    },
  };
}

test.each(codings)("no secret written as $name is in any file, in whatever coding", async ({ encode }) => {
  const dir = join(temporaryFolder(), "recording");
  const texts = secrets.map(encode);
  // A header has room for so much.
  const printable = texts.map((text) => encodeURIComponent(text).slice(0, 400));
  const answers: Record<string, [status: number, type: string, body: string]> = {
    success: [200, "application/json", JSON.stringify(saying(texts))],
    error: [
      500,
      "application/json",
      JSON.stringify({
        ...saying(texts),
        dataBody: {
          ERRCODE: texts[0],
          ERRUSRMSG: texts.join(" "),
          ERRORLIST: texts.map((text) => ({ MSG_CD: text, MAIN_MSG_TXT: text })),
        },
      }),
    ],
    page: [502, "text/html", `<p title="${texts.join()}">${texts.join()}</p>`],
    broken: [200, "application/json", `{"a": "${texts.join()}`],
    type: [200, `application/${printable[0]}+json; charset=${printable[1]}`, JSON.stringify(texts)],
  };
  const upstream = await serve((request, response) => {
    const [status, type, body] = answers[String(request.headers["x-answer"])] ?? [500, "text/plain", ""];
    response
      .writeHead(status, printable.join(), { "content-type": type, "x-trace": printable, "set-cookie": printable })
      .end(body);
  });
  const through = await proxyFor(upstream.url, { record: dir });
  const { appKey, secretKey, token } = canaries;
  for (const answer of Object.keys(answers))
    await callThrough(through, {
      headers: { appKey, secretKey, authorization: `Bearer ${token}`, "x-answer": answer },
      edit: (body) => {
        Object.assign(body.dataHeader, { UTZPE_CNCT_TEL_NO_TXT: texts[3], [texts[0] ?? ""]: texts[1] });
        Object.assign(body.dataBody, saying(texts).dataBody);
      },
    });
  // The search itself finds them in what was sent.
  expect(
    canariesIn(Object.values(answers).flatMap(([, , body]) => textsIn(attempt(() => JSON.parse(body)).flat()))),
  ).toEqual(secrets);
  const files = filesOf(dir);
  expect(files.size).toBe(Object.keys(answers).length);
  for (const [name, text] of files)
    expect(canariesIn([name, text, ...textsIn((readYaml(text) as { value: unknown }).value)]), name).toEqual([]);
});

test("the credentials of the example are in no file either", async () => {
  const dir = join(temporaryFolder(), "recording");
  const upstream = await serve((request, response) =>
    response
      .writeHead(200, { "content-type": "application/json" })
      .end(JSON.stringify(saying(Object.values(request.headers).flat().map(String)))),
  );
  await callThrough(await proxyFor(upstream.url, { record: dir }));
  const { dataHeader } = sampleRequest();
  const text = [...filesOf(dir)].flat().join("\n");
  for (const value of [
    ...Object.values(exampleCredentials),
    dataHeader["UTZPE_CNCT_TEL_NO_TXT"],
    dataHeader["UTZPE_CNCT_MCHR_UNQ_ID"],
  ])
    expect(text).not.toContain(value);
});
