import { isUtf8 } from "node:buffer";

/** A body that programs often send in the place of JSON. */
interface BodyKind {
  /** What was found, for a problem. */
  found: string;
  /** What is wrong and what to do, without full stops. */
  sentences: readonly string[];
}

/** What is found in a body of blanks. */
export const emptyText = "빈 본문";

/** A body under a content coding (RFC 9110, 8.4.1). */
function packed(coding: string): BodyKind {
  const by = coding === "gzip" ? "gzip으로" : `${coding} 방식으로`;
  return {
    found: `${by} 압축한 본문`,
    sentences: [`${by} 압축한 본문은 받지 않습니다`, "압축하지 않은 JSON을 보내십시오"],
  };
}

/** @param by an encoding other than UTF-8, with 로 or 으로 */
function encoded(by: string): BodyKind {
  return {
    found: `${by} 인코딩한 본문`,
    sentences: [`본문이 ${by} 인코딩되어 있습니다`, "UTF-8로 인코딩해서 보내십시오"],
  };
}

const utf16 = encoded("UTF-16으로");
const korean = encoded("EUC-KR로");

/** Bytes that are no UTF-8, by how they begin. */
const binaries: (BodyKind & { signs: readonly string[] })[] = [
  { ...packed("gzip"), signs: ["1f8b"] },
  { ...packed("zstd"), signs: ["28b52ffd"] },
  { ...packed("deflate"), signs: ["7801", "785e", "789c", "78da"] },
  { found: "ZIP 파일", signs: ["504b0304"], sentences: ["본문이 ZIP 파일입니다", "압축하지 않은 JSON을 보내십시오"] },
  { ...utf16, signs: ["fffe", "feff"] },
];

/** What a form's field, or a whole body, holds where URL-encoded JSON was sent: `%7B%22`, with or without a name. */
const urlEncodedJson = /^(?:[\w.-]{0,40}=)?(?:%7B|%5B%7B)(?:%0D|%0A|%09|%20|\+|\s)*%22/i;

/** JSON as the value of a form's only field: `body={"a"…`. */
const jsonInForm = /^[\w.-]{0,40}=\s*\{\s*"/;

/** Texts that are no JSON, the telling before the vague. */
const texts: (BodyKind & { is: (text: string) => boolean })[] = [
  { found: emptyText, is: (text) => text.trim() === "", sentences: ["본문이 비어 있습니다"] },
  {
    found: "URL 인코딩한 JSON",
    is: (text) => urlEncodedJson.test(text.trimStart()),
    sentences: ["본문의 JSON이 URL 인코딩되어 있습니다", "URL 인코딩하지 않은 JSON을 이름(…=) 없이 그대로 보내십시오"],
  },
  {
    found: "이름을 붙인 JSON",
    is: (text) => jsonInForm.test(text.trimStart()),
    sentences: ["본문의 JSON 앞에 폼의 이름(…=)이 있습니다", "이름을 빼고 JSON만 보내십시오"],
  },
  {
    found: "multipart 본문",
    is: (text) => /^--[^\r\n]{1,70}\r?\ncontent-disposition:/i.test(text.trimStart()),
    sentences: ["본문이 multipart 형식입니다", "JSON 객체 하나를 본문으로 보내십시오"],
  },
  {
    found: "HTML",
    is: (text) => /^<(?:!doctype html|html)\b/i.test(text.trimStart()),
    sentences: ["본문이 HTML입니다", "JSON 객체를 보내십시오"],
  },
  {
    found: "XML",
    is: (text) => /^<(?:\?xml|[a-z_][\w.:-]*[\s>/])/i.test(text.trimStart()),
    sentences: ["본문이 XML입니다", "JSON 객체를 보내십시오"],
  },
  {
    found: "[object Object]",
    is: (text) => /^\s*"?\[object \w+\]"?\s*$/.test(text),
    sentences: [
      "본문이 JavaScript 객체를 문자열로 바꾼 [object Object]입니다",
      "JSON.stringify로 바꾼 문자열을 보내십시오",
    ],
  },
  {
    found: "undefined",
    is: (text) => text.trim() === "undefined",
    sentences: ["본문이 JavaScript의 undefined입니다", "JSON.stringify에 넘긴 값을 확인하십시오"],
  },
  {
    found: "Base64로 인코딩한 JSON",
    is: (text) => /^\s*(?:eyJ|ew[0o]|eyA)[\w+/-]+={0,2}\s*$/.test(text),
    sentences: ["본문이 Base64로 인코딩되어 있습니다", "JSON을 그대로 보내십시오"],
  },
  {
    found: "HTML 이스케이프한 JSON",
    is: (text) => /^\s*\{\s*&(?:quot|#34|#x22);/i.test(text),
    sentences: ["본문의 따옴표가 &quot;로 바뀌어 있습니다", "HTML 이스케이프를 하지 않은 JSON을 보내십시오"],
  },
  {
    found: "역슬래시를 붙인 JSON",
    is: (text) => /^\s*\{(?:\\[rnt]|\s)*\\"/.test(text),
    sentences: ["본문의 따옴표 앞에 역슬래시(\\)가 있습니다", "이스케이프를 하지 않은 JSON을 보내십시오"],
  },
  {
    found: "둥근 따옴표를 쓴 JSON",
    is: (text) => /^\s*\{\s*[“”‘’„«]/.test(text),
    sentences: ["본문의 따옴표가 둥근 따옴표(“ ”)입니다", 'JSON의 큰따옴표(")로 바꾸십시오'],
  },
  {
    found: "작은따옴표를 쓴 객체",
    is: (text) => /^\s*[[{]\s*'/.test(text),
    sentences: [
      "본문이 JSON이 아니라 작은따옴표를 쓴 객체입니다(Python의 dict 등)",
      "json.dumps처럼 JSON을 만드는 함수로 바꾸어 보내십시오",
    ],
  },
  {
    found: "Java의 Map",
    is: (text) => /^\s*\{\s*[\w.-]+=/.test(text),
    sentences: [
      "본문이 JSON이 아니라 Java의 Map을 문자열로 바꾼 것입니다",
      "Jackson의 ObjectMapper처럼 JSON을 만드는 도구로 바꾸어 보내십시오",
    ],
  },
  {
    found: "객체의 toString()",
    is: (text) => /^[A-Za-z_$][\w.$]{0,200}(?:@[\da-f]+|[([][^]*[)\]])$/.test(text.trim()),
    sentences: [
      "본문이 JSON이 아니라 객체를 toString()으로 바꾼 문자열입니다",
      "JSON을 만드는 도구로 바꾸어 보내십시오",
    ],
  },
  {
    found: "이름에 따옴표가 없는 객체",
    is: (text) => /^\s*\{\s*[A-Za-z_$][\w$-]*\s*:/.test(text),
    sentences: ["필드 이름에 따옴표가 없습니다", '이름을 큰따옴표(")로 감싸십시오'],
  },
  {
    found: "주석이 있는 JSON",
    is: (text) => /^\s*(?:\{\s*)?\/[/*]/.test(text),
    sentences: ["본문에 주석이 있습니다", "JSON에는 주석을 쓸 수 없으므로 주석을 빼십시오"],
  },
  {
    found: "폼",
    is: (text) => /^[\w.%+-]{1,80}=[^\s{}"&]*(?:&[\w.%+-]{1,80}=[^\s{}"&]*)*$/.test(text.trim()),
    sentences: ["본문이 폼 형식(이름=값)입니다", "JSON 객체를 보내십시오"],
  },
  { ...utf16, is: (text) => text.charCodeAt(0) === 0 || text.charCodeAt(1) === 0 },
];

/** What bytes that are no UTF-8 are likely to be; undefined where nothing tells. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 4)).toString("hex");
  const found = binaries.find(({ signs }) => signs.some((sign) => start.startsWith(sign)))?.found;
  return found ?? (isKorean(bytes) ? korean.found : undefined);
}

/** What a text that is no JSON is likely to be; undefined where nothing tells. */
export function textKind(text: string): string | undefined {
  // Patterns end early; those that read to the end are kept from large texts.
  const sample = text.length > longestSample ? text.slice(0, longestSample) : text;
  return texts.find(({ is }) => is(sample))?.found;
}

/** What a body is likely to be whose media type says nothing. */
export function kindOfBytes(bytes: Buffer): string | undefined {
  return isUtf8(bytes) ? textKind(bytes.subarray(0, longestSample).toString()) : binaryKind(bytes);
}

const longestSample = 4096;

/** Whether all that is not ASCII are pairs of bytes of EUC-KR's Hangul. */
function isKorean(bytes: Uint8Array): boolean {
  return /^(?:[\0-\x7f]|[\xb0-\xc8][\xa1-\xfe])+$/.test(
    Buffer.from(bytes.subarray(0, longestSample)).toString("latin1"),
  );
}

const byFound = new Map(
  [...binaries, korean, ...texts].map(({ found, sentences }): [string, readonly string[]] => [found, sentences]),
);

/** The sentences on a kind of body, without full stops; undefined where there are none. */
export function bodyKindSentences(found: string): readonly string[] | undefined {
  return byFound.get(found);
}

/** What a body under Content-Encoding is told. Only codings that are registered, or in use, are shown. */
export function codingSentences(field: string): readonly string[] {
  const codings = field.split(",").map((coding) => coding.trim().toLowerCase());
  const isKnown = codings.every((coding) => /^(?:(?:x-)?(?:gzip|compress)|deflate|br|zstd|identity)$/.test(coding));
  const packing = codings.filter((coding) => coding !== "identity" || !isKnown);
  const [first = ""] = packed(isKnown ? packing.join(", ") : "알 수 없는").sentences;
  return [first, "압축하지 않은 JSON을 보내고 Content-Encoding 헤더를 빼십시오"];
}

/** Whether Content-Encoding says that a body is packed. */
export function isPacked(field: string | undefined): field is string {
  return field !== undefined && !/^\s*(?:identity)?\s*$/i.test(field);
}
