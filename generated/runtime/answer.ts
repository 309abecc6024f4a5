// npm run generate. 직접 고치지 않습니다.
import type { Contract, Role, Shape } from "./contract.ts";
import { type Problem, WooriApiError, WooriTransportError } from "./errors.ts";
import { readJson } from "./json.ts";
import { maxProblems } from "./problems.ts";
import type { WireResponse } from "./transport.ts";

/** The text of an answer. UTF-8 only, as the bank's files are; a byte order mark is dropped. */
export function decode({ status, headers, body }: WireResponse): string {
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
 * @param redact takes what must not be printed out of the bank's words
 * @throws {WooriApiError} for a status of 400 and above, and for an error body under any other status
 */
export function readAnswer(
  contract: Contract,
  answer: WireResponse,
  shape: Shape,
  redact: (text: string) => string,
): { value: Record<string, unknown>; issues: Problem[] } {
  const text = decode(answer);
  const { status } = answer;
  if (status >= 200 && status < 300) {
    const read = readJson(contract, text, shape, status, redact);
    if (!tellsError(contract, read.value["dataBody"]) && !tellsError(contract, read.value)) return read;
  }
  const root = readJson(contract, text, contract.errorShape, status, redact).value;
  // Inside dataBody by the document; beside it in what a gateway has been known to send.
  const body = tellsError(contract, root["dataBody"]) ? root["dataBody"] : root;
  const say = (node: unknown, role: Role): string => redact(pick(contract, node, role));
  throw new WooriApiError(
    {
      status,
      code: say(body, "errorCode"),
      bankMessage: say(body, "errorMessage"),
      list: listOf(contract, body)
        .slice(0, maxProblems)
        .map((item) => ({ code: say(item, "listCode"), message: say(item, "listMessage") })),
      globalId: say(root["dataHeader"], "globalId") || say(body, "globalId") || undefined,
    },
    contract.errorCodes,
  );
}

function tellsError(contract: Contract, node: unknown): boolean {
  return pick(contract, node, "errorCode") !== "" || listOf(contract, node).length > 0;
}

function listOf(contract: Contract, node: unknown): unknown[] {
  if (typeof node !== "object" || node === null) return [];
  return contract.roles.errorList.map((code) => (node as Record<string, unknown>)[code]).find(Array.isArray) ?? [];
}

/** The text under the first field of a role that an object holds; "" where there is none. */
export function pick(contract: Contract, node: unknown, role: Role): string {
  if (typeof node !== "object" || node === null) return "";
  const values = contract.roles[role].map((code) =>
    Object.hasOwn(node, code) ? (node as Record<string, unknown>)[code] : undefined,
  );
  const found = values.find((value) => (typeof value === "string" && value !== "") || typeof value === "number");
  return found === undefined ? "" : String(found);
}
