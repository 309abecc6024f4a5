import { binaryKind, textKind } from "./body-kinds.ts";
import { hasTooManyValues } from "./limits.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The media type of a form's fields, whatever else an operation takes being JSON. */
export const formType = "application/x-www-form-urlencoded";

/** A Content-Type field (RFC 9110, 8.3). */
interface ContentType {
  /** In lower case, without parameters; "" where there is no field. */
  type: string;
  /** false for a charset that is not UTF-8. */
  isUtf8: boolean;
}

/** The fields read last: nearly every request has the same. */
const known = new Map<string, ContentType>();
const maxKnown = 100;

/** Reads a Content-Type field. */
export function contentTypeOf(field = ""): ContentType {
  let contentType = known.get(field);
  if (contentType === undefined) {
    contentType = parse(field);
    if (known.size >= maxKnown) known.clear();
    known.set(field, contentType);
  }
  return contentType;
}

function parse(field: string): ContentType {
  const [type = "", ...parameters] = field.split(";").map((part) => part.trim().toLowerCase());
  // Programs write utf8, though only utf-8 is registered (IANA character sets).
  return {
    type,
    isUtf8: parameters.every((one) => !/^charset\s*=/.test(one) || /^charset\s*=\s*(["']?)utf-?8\1$/.test(one)),
  };
}

/**
 * Reads the text of a body: JSON, or the fields of a form.
 *
 * @param type media type, in lower case
 * @returns the text and what it holds; in Korean what a body should be and what this one is, without any of it; or "too-many"
 *   where it has more keys and elements than are examined
 */
export function readBodyText(
  type: string,
  bytes: Buffer,
): { text: string; body: unknown } | { expected: string; found: string } | "too-many" {
  if (hasTooManyValues(bytes)) return "too-many";
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return { expected: "UTF-8", found: binaryKind(bytes) ?? "UTF-8이 아닌 바이트" };
  }
  if (type === formType) return { text, body: Object.fromEntries(new URLSearchParams(text)) };
  try {
    return { text, body: JSON.parse(text) as unknown };
  } catch (error) {
    return { expected: "JSON", found: textKind(text) ?? whereBroken(text, (error as Error).message) };
  }
}

/** Where a text stops to be JSON. V8's message may quote the text; only the place is told, where it ends the message. */
function whereBroken(text: string, message: string): string {
  if (message === "Unexpected end of JSON input") return "중간에 끝난 JSON";
  const [, at] = / (?:in|after) JSON at position (\d+)(?: \(line \d+ column \d+\))?$/.exec(message) ?? [];
  if (at === undefined) return "JSON이 아닌 본문";
  const isTrailing = /^[}\]]/.test(text.slice(Number(at))) && /,\s*$/.test(text.slice(0, Number(at)).slice(-100));
  return `${Number(at) + 1}번째 글자${isTrailing ? " 앞에 남은 쉼표" : "에서 JSON이 아닌 본문"}`;
}
