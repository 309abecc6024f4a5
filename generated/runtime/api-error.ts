// npm run generate. 직접 수정하지 마십시오.
import { listIn } from "./answer.ts";
import type { FieldNode, Operation, Platform, Role } from "./contract.ts";
import { WooriApiError } from "./errors.ts";
import { childOf, pick } from "./field.ts";
import { explanation } from "./late.ts";
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
    meaning = "알려지지 않은 오류",
    advice = "다시 보내지 말고 코드와 GLBL_ID를 은행에 알립니다.",
    resend = "afterChecking",
  } = known ?? {};
  const listed = list.map((one) => (one.code === "" ? one.message : `${one.message}(${one.code})`.trim()));
  return new WooriApiError(
    [
      `은행이 요청을 거부했습니다(HTTP ${status}, ${code || "코드 없음"} ${meaning}).`,
      ...unrepeated([bankMessage, ...listed]),
      advice,
    ].join(" "),
    {
      status,
      code,
      bankMessage,
      list,
      globalId: say(header, root["dataHeader"], "globalId") || say(header, body, "globalId") || undefined,
      known: known !== undefined,
      meaning,
      advice,
      resend,
    },
  );
}

/** Lets a code pass, and no other text of the bank. */
function shapedAsCode(text: string): string {
  return /^\w{1,10}$/.test(text) ? text : "";
}

/** Texts without those that stand in one before. */
function unrepeated(texts: readonly string[]): string[] {
  const plain = (text: string): string => text.replaceAll(/[\s.]+/g, "");
  return texts.filter(
    (text, index) => text.trim() !== "" && !texts.slice(0, index).some((one) => plain(one).includes(plain(text))),
  );
}
