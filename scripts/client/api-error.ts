import { listIn } from "./answer.ts";
import type { FieldNode, Operation, Platform, Role } from "./contract.ts";
import { WooriApiError } from "./errors.ts";
import { childOf, pick } from "./field.ts";
import { explanation } from "./late.ts";
import { bankRefused } from "./messages.ts";
import { maxProblems } from "./problem.ts";

/**
 * The error of an answer with an error body (3.6), with the catalogue's advice.
 *
 * @param root the error body, read
 * @param body the object in it that holds the code
 * @param hidden what the bank's texts must not show
 */
export async function refusal(
  error: Operation["error"],
  { status, root, body }: { status: number; root: Record<string, unknown>; body: unknown },
  errorCodes: Platform["errorCodes"],
  hidden: readonly string[],
): Promise<WooriApiError> {
  const explain = await explanation();
  const redact = explain?.redactor(hidden) ?? shapedAsCode;
  const prose = (text: string): string => explain?.withoutPersonal(redact(text)) ?? "";
  const inBody = childOf(error, "dataBody");
  const header = childOf(error, "dataHeader");
  const say = (node: FieldNode | undefined, value: unknown, role: Role): string => redact(pick(node, value, role));
  const { node, items } = listIn(inBody, body);
  const list = items
    .slice(0, maxProblems)
    .map((item) => ({ code: say(node?.item, item, "listCode"), message: say(node?.item, item, "listMessage") }));
  const code = say(inBody, body, "errorCode");
  const bankMessage = prose(pick(inBody, body, "errorMessage"));
  // The bank's own answer counts, even where the module with our advice can no longer be loaded.
  const catalogue = await errorCodes().catch(() => ({}) as Awaited<ReturnType<typeof errorCodes>>);
  const known = Object.hasOwn(catalogue, code) ? catalogue[code] : undefined;
  const {
    meaning = explain?.unknownError ?? "",
    advice = explain?.unknownErrorAdvice ?? "",
    resend = "afterChecking",
  } = known ?? {};
  const facts = { status, code, bankMessage, list, meaning, advice };
  return new WooriApiError(explain?.refusalText(facts) ?? bankRefused(code, status), {
    ...facts,
    globalId: say(header, root["dataHeader"], "globalId") || say(header, body, "globalId") || undefined,
    known: known !== undefined,
    resend,
  });
}

/** Lets a code pass, and no other text of the bank. */
function shapedAsCode(text: string): string {
  return /^\w{1,10}$/.test(text) ? text : "";
}
