import { folded } from "../client/written-forms.ts";
import { queryPairs } from "../server/parameter-values.ts";
import type { Arrived } from "./arrived.ts";

/** Bytes of a body that are searched for a key. */
const searched = 16 * 1024;

/** Other names that programs give a credential. */
const otherNames: Record<string, readonly string[]> = { authorization: ["token", "accesstoken", "bearertoken"] };

/**
 * Where a credential is that its header field lacks, as a Korean sentence with a space before it; "" where it is nowhere.
 *
 * @param name of the header field, as the spec has it
 */
export function misplacement(name: string, { headers, query, body }: Arrived): string {
  if (headers[name.toLowerCase()] !== undefined) return " 이름만 있고 값이 비어 있습니다.";
  const names = new Set([folded(name), `x${folded(name)}`, ...(otherNames[folded(name)] ?? [])]);
  const means = (other: string): boolean => other.length <= 40 && names.has(folded(other));
  const other = Object.keys(headers).find(means);
  if (other !== undefined) return ` ${other} 헤더가 왔습니다. 올바른 이름은 ${name}입니다.`;
  if (queryPairs(query).some(([key]) => means(key))) return " 쿼리에 있습니다. 쿼리가 아니라 헤더로 보내십시오.";
  return typeof body !== "string" && keysOf(body).some(means)
    ? " 본문에 있습니다. 본문이 아니라 헤더로 보내십시오."
    : "";
}

function keysOf(body: Buffer): string[] {
  const text = body.subarray(0, searched).toString();
  return [...text.matchAll(/"([^"\\]{1,40})"\s*:|(?:^|&)([\w.-]{1,40})=/g)].map(([, key, field]) => key ?? field ?? "");
}

/** How a header field that was sent more than once is told; undefined where it was sent once. */
export function repetition(name: string, { rawHeaders, headers }: Arrived): string | undefined {
  const values = rawHeaders.filter(
    (_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name.toLowerCase(),
  );
  const joined = String(headers[name.toLowerCase()]).split(/\s*,\s*/);
  const [times, all, how] =
    values.length > 1 ? [values.length, values, "헤더가"] : [joined.length, joined, "쉼표로 이은 값이"];
  if (times < 2) return undefined;
  const same = new Set(all).size === 1 ? "모두 같은 값입니다" : "서로 다른 값입니다";
  return `${name}: ${how} ${times}${values.length > 1 ? "번" : "개"} 왔습니다. ${same}. 한 번만 보내십시오.`;
}

/**
 * What is wrong with the form of a key that nobody has, as a Korean sentence with a space before it; "" where nothing is.
 *
 * @param value of the header field; nothing of it is told
 */
export function malformation(value: string): string {
  if (/^(?:bearer|basic|apikey|token)[ :]/i.test(value)) return " 값 앞의 낱말(Bearer 등)을 빼고 키만 보내십시오.";
  if (/^["'`“‘].*["'`”’]$/.test(value)) return " 값을 감싼 따옴표를 빼십시오.";
  if (/^(?:undefined|null|none|nil|nan|\[object \w+\]|)$/i.test(value))
    return " 프로그램에서 값이 정해지지 않았습니다. 키를 읽는 설정을 확인하십시오.";
  if (/^(?:\$\{?\w+\}?|\{\{?[\w .]+\}?\}|<[^<>]+>|%\w+%)$/.test(value))
    return " 변수가 값으로 바뀌지 않았습니다. 키를 읽는 설정을 확인하십시오.";
  if (/\s|%[\da-f]{2}|\u00a0|[^\x21-\x7e]/i.test(value))
    return " 값에 빈칸이나 키에 쓰지 않는 글자가 있습니다. 빼고 보내십시오.";
  return "";
}

/** What is wrong with an Authorization field that is no Bearer token, as a Korean sentence with a space before it. */
export function authorizationForm(value: string, isKnown: (token: string) => boolean): string {
  const bare = value.replace(/^bearer[\s:]*/i, "").replaceAll(/^["'`]|["'`]$/g, "");
  if (isKnown(value.trim())) return " 토큰 앞에 Bearer와 빈칸을 붙이십시오.";
  if (/^bearer\s+bearer\s/i.test(value)) return " Bearer가 두 번 있습니다. 한 번만 쓰십시오.";
  if (/^bearer:/i.test(value)) return " Bearer 뒤의 콜론을 빈칸으로 바꾸십시오.";
  if (/^bearer\s+["'`]/i.test(value)) return " 토큰을 감싼 따옴표를 빼십시오.";
  return isKnown(bare) ? " Bearer와 토큰 사이에 빈칸 하나만 두십시오." : "";
}
