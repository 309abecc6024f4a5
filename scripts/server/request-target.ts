import type { IncomingMessage } from "node:http";

/** A request target (RFC 9112, 3.2) in the parts that matter here. */
interface RequestTarget {
  /** Path and query, unchanged, without an origin. */
  raw: string;
  /** Without the query, still encoded. */
  path: string;
  /** The query without the question mark, still encoded; "" where there is none. */
  query: string;
}

/** Reads a request target, which may be in absolute form (RFC 9112, 3.2.2). */
export function requestTarget(url: string): RequestTarget {
  const raw = url.startsWith("/") ? url : url.slice(/^https?:\/\/[^/?]*/i.exec(url)?.[0].length ?? 0);
  const mark = raw.indexOf("?");
  return mark === -1 ? { raw, path: raw, query: "" } : { raw, path: raw.slice(0, mark), query: raw.slice(mark + 1) };
}

/** The texts of a request's header and target, which may be values. */
export function valuesOf({ url = "", headers }: Pick<IncomingMessage, "url" | "headers">): string[] {
  const fields = Object.values(headers)
    .flat()
    .map((field) => String(field));
  return [url, ...url.split(/[/?&=]/), ...fields].filter((text) => text !== "");
}

/**
 * A path for the log. One that the spec does not have may hold anything: an account number, a key; and so may a variable.
 *
 * @param known the path of the spec that it means, its variables in braces
 */
export function shownPath(path: string, known: string | undefined): string {
  return known ?? `(명세에 없는 ${path.length}자 경로)`;
}

/** Whether a query, or a part of one, is percent-encoded UTF-8 (RFC 3986, 2.1). */
export function isDecodable(query: string): boolean {
  try {
    decodeURIComponent(query);
    return true;
  } catch {
    return false;
  }
}
