import { type DataProblem, deepProblem, isTooDeep } from "./data-problem.ts";
import { jsonFault } from "./json-fault.ts";

/** The data of a JSON text, or why it is none. */
export function readJson(text: string): { value: unknown } | { problem: DataProblem } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const { reason = "", ...place } = jsonFault(text) ?? {};
    return { problem: { ...place, reason: `JSON으로 읽을 수 없습니다. ${reason}`.trimEnd() } };
  }
  return isTooDeep(value) ? { problem: deepProblem(text) } : { value };
}
