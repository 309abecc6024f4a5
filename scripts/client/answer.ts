import type { FieldNode, Operation, Platform, Role } from "./contract.ts";
import { type Problem, WooriApiError, WooriTransportError } from "./errors.ts";
import { childOf, keysOf, pick } from "./field.ts";
import { readJson } from "./json.ts";
import { maxProblems } from "./problems.ts";
import type { WireResponse } from "./transport.ts";

/** The text of an answer, which must be UTF-8; a byte order mark is removed. */
function decode({ status, headers, body }: WireResponse): string {
  const type = headers.get("content-type") ?? "";
  const charset = /charset="?([^";,\s]+)/i.exec(type)?.[1]?.toLowerCase() ?? "utf-8";
  if (!["utf-8", "utf8", "us-ascii"].includes(charset)) throw new WooriTransportError("charset", { status });
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    throw new WooriTransportError("charset", { status });
  }
  if (text.trim() === "") throw new WooriTransportError("empty", { status });
  if (/^text\/html/i.test(type) || /^\s*</.test(text)) throw new WooriTransportError("html", { status });
  return text;
}

/**
 * The body of an answer, read tolerantly.
 *
 * @param redact removes secrets and personal data from the bank's texts
 * @throws {WooriApiError} for a status of 400 and above, and for an error body under any other status
 */
export async function readAnswer(
  { response, error }: Pick<Operation, "response" | "error">,
  errorCodes: Platform["errorCodes"],
  answer: WireResponse,
  redact: (text: string) => string,
): Promise<{ value: Record<string, unknown>; issues: Problem[] }> {
  const text = decode(answer);
  const { status } = answer;
  const inBody = childOf(error, "dataBody");
  if (status >= 200 && status < 300) {
    const read = readJson(text, response, status, redact);
    const { dataBody } = read.value;
    if (!tellsError(inBody, dataBody, childOf(response, "dataBody")) && !tellsError(inBody, read.value, response))
      return read;
  }
  // The document puts it in dataBody; some gateways send it at the root.
  const root = readJson(text, { ...error, fields: { ...inBody?.fields, ...error.fields } }, status, redact).value;
  const body = tellsError(inBody, root["dataBody"]) ? root["dataBody"] : root;
  const header = childOf(error, "dataHeader");
  const say = (node: FieldNode | undefined, value: unknown, role: Role): string => redact(pick(node, value, role));
  const list = listIn(inBody, body);
  // The bank's own answer counts, even where the module with our advice can no longer be loaded.
  const catalogue = await errorCodes().catch(() => ({}));
  throw new WooriApiError(
    {
      status,
      code: say(inBody, body, "errorCode"),
      bankMessage: say(inBody, body, "errorMessage"),
      list: list.items
        .slice(0, maxProblems)
        .map((item) => ({
          code: say(list.node?.item, item, "listCode"),
          message: say(list.node?.item, item, "listMessage"),
        })),
      globalId: say(header, root["dataHeader"], "globalId") || say(header, body, "globalId") || undefined,
    },
    catalogue,
  );
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

function listIn(node: FieldNode | undefined, value: unknown): { node: FieldNode | undefined; items: unknown[] } {
  if (typeof value !== "object" || value === null) return { node: undefined, items: [] };
  const lists = keysOf(node, "errorList").map((key) => ({
    node: childOf(node, key),
    items: (value as Record<string, unknown>)[key],
  }));
  const found = lists.find((one): one is { node: FieldNode | undefined; items: unknown[] } => Array.isArray(one.items));
  return found ?? { node: undefined, items: [] };
}
