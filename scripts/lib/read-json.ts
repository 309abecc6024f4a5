import { type DataProblem, deepProblem, isTooDeep } from "./data-problem.ts";

/** The data of a JSON text, or why it is none. */
export function readJson(text: string): { value: unknown } | { problem: DataProblem } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: { line: lineOf(text, (error as Error).message), reason: syntax } };
  }
  return isTooDeep(value) ? { problem: deepProblem(text) } : { value };
}

const syntax = "JSON으로 읽을 수 없습니다. 쉼표와 따옴표, 괄호의 짝을 확인하십시오.";

/** The line that the engine's message names; the last where it names none, as at the end of the text. */
function lineOf(text: string, message: string): number {
  const [, position] = /at position (\d+)/.exec(message) ?? [];
  return text
    .slice(0, position === undefined ? text.length : Number(position))
    .trimEnd()
    .split("\n").length;
}
