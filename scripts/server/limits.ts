import type { GrowingBuffer } from "../lib/growing-buffer.ts";
import { maxValues } from "./bounds.ts";
import { refuse, type Refusal, schemaCode } from "./refusal.ts";

/** Pieces of a body that may be of any size, and bytes that each has on average where there are more. */
const freePieces = 1000;
const leastPiece = 16;

/** Whether a body comes in pieces so small and so many that reading it would take the time of other requests. */
export function isCrumbled({ size, pieces }: Pick<GrowingBuffer, "size" | "pieces">): boolean {
  return pieces > freePieces && size < pieces * leastPiece;
}

export const crumbledBody: Refusal = refuse(schemaCode, 400, [
  `본문을 너무 작은 조각으로 나누어 보냈습니다. 조각이 ${freePieces}개를 넘으면 평균 ${leastPiece}바이트 이상으로 보내십시오.`,
]);

/** Whether a JSON text, or a form, has more keys and elements than are examined. Counting is much faster than reading them. */
export function hasTooManyValues(bytes: Uint8Array): boolean {
  if (bytes.length <= maxValues) return false;
  let values = 0;
  let isText = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (isText) {
      if (byte === backslash) at += 1;
      else if (byte === quote) isText = false;
    } else if (byte === quote) isText = true;
    else if ((byte === comma || byte === bracket || byte === brace || byte === ampersand) && ++values > maxValues)
      return true;
  }
  return false;
}

const [quote, backslash, comma, bracket, brace, ampersand] = Buffer.from('"\\,[{&');

export const tooManyValues: Refusal = refuse(schemaCode, 400, [
  `본문의 필드와 원소가 ${maxValues}개를 넘습니다. ${maxValues}개 이하로 보내십시오.`,
]);
