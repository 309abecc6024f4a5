/** Why a file's text is not the data that was expected. */
export interface DataProblem {
  /** 1-based; undefined for what is wrong with the file as a whole. */
  line?: number;
  /** 1-based, in characters. */
  column?: number;
  /** Korean sentences, without anything of what the file holds: what is wrong and what to do. */
  reason: string;
}

/** The deepest nesting that is read. Documents have some twenty levels; code that walks them calls itself for each. */
const deepest = 200;
const tooDeep = `중첩이 ${deepest}단계를 넘습니다. 안쪽의 값을 줄이십시오.`;
const circular = "별칭(*)이 자신이 들어 있는 값을 가리킵니다. 별칭을 지우고 값을 지정하십시오.";
const repetitive = "별칭(*)이 같은 값을 너무 많이 반복합니다. 별칭을 줄이십시오.";

/** Whether a value that holds each part once, as that of a JSON text, nests too deep. */
export function isTooDeep(value: unknown, left = deepest): boolean {
  if (typeof value !== "object" || value === null) return false;
  return left === 0 || Object.values(value).some((part) => isTooDeep(part, left - 1));
}

/**
 * What of parsed data no tool can walk: too deep, within itself, or a small text that stands for a huge value.
 *
 * @param text the data was parsed from, to find the line
 */
export function limitProblem(value: unknown, text: string): DataProblem | undefined {
  const known = new Map<object, { size: number; height: number }>();
  const open = new Set<object>();
  let reason: string | undefined;
  const measure = (node: unknown, depth: number): { size: number; height: number } => {
    if (typeof node !== "object" || node === null || reason !== undefined) return { size: 1, height: 0 };
    const before = known.get(node);
    if (open.has(node)) reason = circular;
    else if (depth + (before?.height ?? 0) > deepest) reason = tooDeep;
    if (before !== undefined || reason !== undefined) return before ?? { size: 1, height: 0 };
    open.add(node);
    const measured = { size: 1, height: 1 };
    for (const child of Object.values(node)) {
      const { size, height } = measure(child, depth + 1);
      measured.size += size;
      measured.height = Math.max(measured.height, height + 1);
    }
    open.delete(node);
    known.set(node, measured);
    return measured;
  };
  const { size } = measure(value, 1);
  // Anchors may repeat a part, as GET and POST do; not parts that repeat parts over and over.
  if (reason === undefined && size > 200_000 && size > 100 * known.size) reason = repetitive;
  if (reason === undefined) return undefined;
  return reason === tooDeep ? deepProblem(text) : { reason };
}

/** Where brackets nest too deep; without the line where indentation does. */
export function deepProblem(text: string): DataProblem {
  let depth = 0;
  let line = 1;
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (letter === "\n") line += 1;
    else if (letter === "\\" && isQuoted) at += 1;
    else if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (letter === "{" || letter === "[") && ++depth > deepest) return { line, reason: tooDeep };
    else if (!isQuoted && (letter === "}" || letter === "]")) depth -= 1;
  }
  return { reason: tooDeep };
}
