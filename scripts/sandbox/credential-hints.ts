import { folded } from "../client/written-forms.ts";
import { queryPairs } from "../server/parameter-values.ts";
import type { Arrived } from "./arrived.ts";
import * as say from "./messages.ts";

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
  if (headers[name.toLowerCase()] !== undefined) return say.hasNoValue;
  const names = new Set([folded(name), `x${folded(name)}`, ...(otherNames[folded(name)] ?? [])]);
  const means = (other: string): boolean => other.length <= 40 && names.has(folded(other));
  const other = Object.keys(headers).find(means);
  if (other !== undefined) return say.otherHeader(other, name);
  if (queryPairs(query).some(([key]) => means(key))) return say.isInQuery;
  return typeof body !== "string" && keysOf(body).some(means) ? say.isInBody : "";
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
  const isOneField = values.length < 2;
  const all = isOneField ? joined : values;
  return all.length < 2 ? undefined : say.repeated(name, all.length, isOneField, new Set(all).size === 1);
}

/**
 * What is wrong with the form of a key that nobody has, as a Korean sentence with a space before it; "" where nothing is.
 *
 * @param value of the header field; nothing of it is told
 */
export function malformation(value: string): string {
  if (/^(?:bearer|basic|apikey|token)[ :]/i.test(value)) return say.hasPrefix;
  if (/^["'`“‘].*["'`”’]$/.test(value)) return say.isQuoted;
  if (/^(?:undefined|null|none|nil|nan|\[object \w+\]|)$/i.test(value)) return say.isUnset;
  if (/^(?:\$\{?\w+\}?|\{\{?[\w .]+\}?\}|<[^<>]+>|%\w+%)$/.test(value)) return say.isVariable;
  if (/\s|%[\da-f]{2}|\u00a0|[^\x21-\x7e]/i.test(value)) return say.hasOtherLetters;
  return "";
}

/** What is wrong with an Authorization field that is no Bearer token, as a Korean sentence with a space before it. */
export function authorizationForm(value: string, isKnown: (token: string) => boolean): string {
  const bare = value.replace(/^bearer[\s:]*/i, "").replaceAll(/^["'`]|["'`]$/g, "");
  if (isKnown(value.trim())) return say.lacksBearer;
  if (/^bearer\s+bearer\s/i.test(value)) return say.hasTwoBearers;
  if (/^bearer:/i.test(value)) return say.hasColon;
  if (/^bearer\s+["'`]/i.test(value)) return say.hasQuotedToken;
  return isKnown(bare) ? say.hasOtherBlanks : "";
}
