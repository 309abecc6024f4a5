import { CORE_SCHEMA, load, YAMLException } from "js-yaml";
import { LineCounter, parseDocument } from "yaml";
import { type DataProblem, deepProblem, limitProblem } from "./data-problem.ts";
import { yamlProblem } from "./yaml-problem.ts";

/** What a YAML 1.2 text holds. */
interface YamlData {
  value: unknown;
  /** Whether other readers of YAML, Redocly's among them, accept the text too. */
  isCommon: boolean;
  /** The 1-based line at which another reader stops. */
  uncommonLine?: number;
}

/**
 * The data of a YAML 1.2 text, or why it is none. js-yaml reads it in a tenth of the time that yaml does; it refuses more,
 * so yaml decides whether a text is wrong, and where.
 */
export function readYaml(text: string): YamlData | { problem: DataProblem } {
  try {
    const { common, line } = byJsYaml(text);
    const lines = new LineCounter();
    const document = common === undefined ? parseDocument(text, { lineCounter: lines }) : undefined;
    const syntax = document && yamlProblem(text, document, lines);
    // What is too deep for a parser is told as a syntax error.
    if (syntax !== undefined) return { problem: deepProblem(text).line === undefined ? syntax : deepProblem(text) };
    const value = document === undefined ? common : document.toJS({ maxAliasCount: -1 });
    const problem = limitProblem(value, text);
    if (problem !== undefined) return { problem };
    return common === undefined ? { value, isCommon: false, uncommonLine: line ?? 1 } : { value, isCommon: true };
  } catch (error) {
    // The parsers call themselves for each level. Their messages may quote the text.
    if (error instanceof RangeError) return { problem: deepProblem(text) };
    return { problem: { reason: "YAML로 읽을 수 없습니다. 태그(!)와 별칭(*)을 지우고 다시 시도하십시오." } };
  }
}

function byJsYaml(text: string): { common?: unknown; line?: number } {
  try {
    return { common: load(text, { schema: CORE_SCHEMA }) ?? null };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { line: (error.mark?.line ?? 0) + 1 };
  }
}
