// npm run generate. 직접 수정하지 마십시오.
/** The places of a parameter, by the names in the caller's input. */
export const places = ["path", "query", "header"] as const;
export type Place = (typeof places)[number];

/** The variable that a whole segment of a path template stands for; undefined for a concrete segment. */
export function variableOf(segment: string): string | undefined {
  return /^\{([^{}]+)\}$/.exec(segment)?.[1];
}

/**
 * Matches a path with a template (OpenAPI 3.1.1, 4.8.8).
 *
 * @param path still encoded, without the query
 * @returns the variables by name, still encoded; undefined where it does not match
 */
export function matchPath(template: string, path: string): Record<string, string> | undefined {
  const segments = path.split("/");
  const wanted = template.split("/");
  if (segments.length !== wanted.length) return undefined;
  const variables: Record<string, string> = {};
  for (const [index, want] of wanted.entries()) {
    const segment = segments[index] ?? "";
    const name = variableOf(want);
    if (name === undefined ? segment !== want : segment === "") return undefined;
    if (name !== undefined) variables[name] = segment;
  }
  return variables;
}

/** Orders path templates so that concrete segments come before variables (OpenAPI 3.1.1, 4.8.8.1). */
export function bySpecificity(a: string, b: string): number {
  const rank = (template: string): string =>
    template
      .split("/")
      .map((segment) => (variableOf(segment) === undefined ? "0" : "1"))
      .join("");
  return rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0;
}

/** A value as one part of a URL: all but unreserved characters encoded (RFC 3986, 2.3; the document's 3.1). */
export function encode(value: unknown): string {
  return encodeURIComponent(String(value)).replaceAll(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Whether a value can be a path variable: "", `.` and `..` would change the path (RFC 3986, 5.2.4). */
export function isPathValue(value: unknown): boolean {
  return !["", ".", ".."].includes(String(value));
}
