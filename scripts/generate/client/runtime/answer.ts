import type { Contract, Role, Shape } from "./contract.ts";
import { type Problem, WooriApiError, WooriTransportError } from "./errors.ts";
import { readJson } from "./json.ts";
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
    const read = readJson(contract, text, shape, status);
    if (pick(contract, read.value["dataBody"], "errorCode") === "") return read;
  }
  const { dataHeader, dataBody: body } = readJson(contract, text, contract.errorShape, status).value;
  const code = pick(contract, body, "errorCode");
  const list = contract.roles.errorList.map((name) => (body as Record<string, unknown> | undefined)?.[name]).find(Array.isArray) ?? [];
  throw new WooriApiError(
    {
      status,
      code: redact(code),
      bankMessage: redact(pick(contract, body, "errorMessage")),
      list: list.map((item: unknown) => ({ code: redact(pick(contract, item, "listCode")), message: redact(pick(contract, item, "listMessage")) })),
      globalId: pick(contract, dataHeader, "globalId") || pick(contract, body, "globalId") || undefined,
    },
    Object.hasOwn(contract.errorCodes, code) ? contract.errorCodes[code] : undefined,
  );
}

/** The text under the first field of a role that an object holds; "" where there is none. */
export function pick(contract: Contract, node: unknown, role: Role): string {
  if (typeof node !== "object" || node === null) return "";
  const found = contract.roles[role].map((code) => (node as Record<string, unknown>)[code]).find((value) => typeof value === "string" && value !== "");
  return typeof found === "string" ? found : "";
}
