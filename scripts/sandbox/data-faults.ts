import type { FieldNode } from "../client/contract.ts";
import { withMustBe, withObject, withSubject } from "../client/particles.ts";
import { describeValue } from "../client/problem.ts";
import { type Violation, violations } from "../client/violations.ts";
import { closestWord } from "../lib/closest-word.ts";

/** What is wrong at a place of data that somebody wrote. */
export interface Fault {
  path: readonly string[];
  /** Korean sentences, without any value. */
  text: string;
}

/**
 * Where data differ from their form.
 *
 * @param special what is said of one in other words than the usual
 */
export function formFaults(
  form: FieldNode,
  data: unknown,
  special: (violation: Violation) => string | undefined = () => undefined,
): Fault[] {
  return violations(form, data).map((one) => ({ path: one.path, text: special(one) ?? sentence(form, one) }));
}

/** Faults of a part, with the way to the part. */
export function under(at: readonly string[], found: readonly Fault[]): Fault[] {
  return found.map(({ path, text }) => ({ path: [...at, ...path], text }));
}

/** A place as scenarios[0].response.body. Keys that the form does not know, nor mean, may be values; those of what is sensitive are. */
export function labelOf(form: FieldNode, path: readonly string[]): string {
  let node: FieldNode | undefined = form;
  const label = path.map((key) => {
    const parent: FieldNode | undefined = node;
    node = parent?.kind === "list" ? parent.item : parent?.fields?.[key];
    const isSecret = parent?.sensitive === true;
    if (parent?.kind === "list" || (parent?.kind === "any" && /^\d+$/.test(key))) return `[${key}]`;
    const isShown = node !== undefined || parent === undefined || parent.kind === "any" || parent.closed !== true;
    if (isSecret) return `.(${[...key].length}자 이름)`;
    return isShown || meantBy(key, Object.keys(parent.fields ?? {})) !== undefined
      ? `.${key}`
      : `.(${[...key].length}자 이름)`;
  });
  return label.length === 0 ? "파일" : label.join("").replace(/^\./, "");
}

const kinds: Record<string, string> = {
  string: "문자열",
  integer: "정수",
  number: "숫자",
  boolean: "true나 false",
  object: "객체(이름과 값)",
  array: "목록",
};

function sentence(form: FieldNode, { path, rule, wanted, value }: Violation): string {
  switch (rule) {
    case "required":
      return "필수 항목이 없습니다. 값을 지정하십시오.";
    case "additionalProperties": {
      const siblings = Object.keys(nodeAt(form, path.slice(0, -1))?.fields ?? {});
      const closest = meantBy(path.at(-1) ?? "", siblings);
      return `알 수 없는 항목입니다. ${closest === undefined ? `쓸 수 있는 항목은 ${siblings.join(", ")}입니다.` : `올바른 이름이 ${closest}인지 확인하십시오.`}`;
    }
    case "enum":
      return `${(wanted as string[]).join(", ")} 가운데 하나를 지정하십시오.`;
    case "type": {
      const kind = kinds[String(wanted)] ?? "";
      if (value === null) return `값이 비어 있습니다. ${withObject(kind)} 지정하십시오.`;
      const quote = wanted === "string" && typeof value === "number" ? " 따옴표로 묶으십시오." : "";
      return `${withMustBe(kind)} 하는데 ${withSubject(describeValue(value))} 왔습니다.${quote}`;
    }
    case "minimum":
      return `${String(wanted)} 이상의 값을 지정하십시오.`;
    case "maximum":
      return `${String(wanted)} 이하의 값을 지정하십시오.`;
    case "maxLength":
      return `${String(wanted)}자까지 지정할 수 있습니다.`;
    case "minItems":
      return `목록이 비어 있습니다. ${String(wanted)}개 이상 정의하십시오.`;
    default:
      return "값이 비어 있거나 형식이 다릅니다. 값을 지정하십시오.";
  }
}

function nodeAt(form: FieldNode, path: readonly string[]): FieldNode | undefined {
  return path.reduce<FieldNode | undefined>(
    (node, key) => (node?.kind === "list" ? node.item : node?.fields?.[key]),
    form,
  );
}

/** The key of a form that a key is, or most likely means. */
function meantBy(name: string, known: readonly string[]): string | undefined {
  const letters = name.replaceAll(/[^\p{L}\p{N}]/gu, "");
  return known.find((one) => one.toLowerCase() === letters.toLowerCase()) ?? closestWord(letters, known);
}
