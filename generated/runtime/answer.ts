// npm run generate. 직접 수정하지 마십시오.
import type { FieldNode, Operation } from "./contract.ts";
import { childOf, keysOf, pick } from "./field.ts";
import { readJson } from "./json.ts";
import type { Deviation } from "./problem.ts";
import { Fault, type WireResponse } from "./transport.ts";

/** An answer that was read: data, or the error body (3.6) with the object in it that holds the code. */
export type Read =
  | { value: Record<string, unknown>; deviations: Deviation[] }
  | { status: number; root: Record<string, unknown>; body: unknown };

/**
 * The text of an answer, which must be UTF-8 whatever its label says; a byte order mark is removed.
 *
 * @throws {Fault} charset, empty or html
 */
function decode({ status, headers, body }: WireResponse): string {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    // A page is told as one in any encoding that has ASCII in it.
    const start = new TextDecoder().decode(body.slice(0, 1000));
    throw new Fault(/^\s*</.test(start) ? "html" : "charset", { status });
  }
  if (text.trim() === "") throw new Fault("empty", { status });
  const isPage = /^text\/html/i.test(headers.get("content-type") ?? "") ? !/^\s*[{[]/.test(text) : /^\s*</.test(text);
  if (isPage) throw new Fault("html", { status });
  return text;
}

/** Where the label of an answer is not that of JSON in UTF-8. */
function mislabelled({ headers }: WireResponse): Deviation[] {
  const type = headers.get("content-type") ?? "";
  const charset = /charset="?([^";,\s]+)/i.exec(type)?.[1]?.toLowerCase() ?? "utf-8";
  if (/^\s*application\/([\w.-]+\+)?json\s*(;|$)/i.test(type) && charset === "utf-8") return [];
  return [{ label: "Content-Type", path: [], rule: "header", expected: "application/json", found: type }];
}

/**
 * The body of an answer, read tolerantly. A status of 400 and above, and an error body under any other status, is an error.
 *
 * @throws {Fault} where it is no JSON object in UTF-8
 */
export async function readAnswer(
  { response, error }: Pick<Operation, "response" | "error">,
  answer: WireResponse,
): Promise<Read> {
  const text = decode(answer);
  const { status } = answer;
  const inBody = childOf(error, "dataBody");
  if (status >= 200 && status < 300) {
    const { value, deviations } = await readJson(text, response, status);
    const { dataBody } = value;
    if (!tellsError(inBody, dataBody, childOf(response, "dataBody")) && !tellsError(inBody, value, response))
      return { value, deviations: [...mislabelled(answer), ...deviations] };
  }
  // The document puts it in dataBody; some gateways send it at the root.
  const { value: root } = await readJson(text, { ...error, fields: { ...inBody?.fields, ...error.fields } }, status);
  return { status, root, body: tellsError(inBody, root["dataBody"]) ? root["dataBody"] : root };
}

/**
 * Whether an object has an error code or an error list.
 *
 * @param own the operation's own answer at that place; a field of the same code there is no error
 */
export function tellsError(error: FieldNode | undefined, value: unknown, own?: FieldNode): boolean {
  const fields = Object.entries(error?.fields ?? {}).filter(([code, { role }]) => {
    const same = childOf(own, code);
    return same === undefined || same.role === role;
  });
  const left: FieldNode = { kind: "object", fields: Object.fromEntries(fields) };
  return pick(left, value, "errorCode") !== "" || listIn(left, value).items.length > 0;
}

/** The error list of an object, with its node. */
export function listIn(node: FieldNode | undefined, value: unknown): { node: FieldNode | undefined; items: unknown[] } {
  const held = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  const key = keysOf(node, "errorList").find((one) => Array.isArray(held[one]));
  return key === undefined
    ? { node: undefined, items: [] }
    : { node: childOf(node, key), items: held[key] as unknown[] };
}
