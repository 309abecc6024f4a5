import { LineCounter, parseDocument } from "yaml";
import { pathFromFolder } from "../../lib/paths.ts";
import { yamlProblem } from "../../lib/yaml-problem.ts";
import type { Finding } from "./finding.ts";
import type { LintResult } from "./lint-spec.ts";

const fix = "JSON이나 YAML 1.2로 쓴 OpenAPI 3 문서여야 검사할 수 있습니다. 그 줄과 앞줄을 고치십시오.";

/**
 * Checks one OpenAPI document of any kind, with the files that it refers to: its structure, and the house rules. The house
 * rules presume a document of the right form: what they say of another means nothing.
 *
 * @param path of the document
 * @param text what the file holds
 * @param base the folder that findings name files from
 * @throws {UserError} where a tool cannot run
 */
export async function lintOneDocument(path: string, text: string, base: string): Promise<LintResult> {
  const unreadable = problemOf(path, text);
  if (unreadable !== undefined)
    return { findings: [{ ...unreadable, file: pathFromFolder(base, path), fix }], isPartial: true };
  const [{ isAboutForm, lintStructure }, { lintDocument, loadHouseRules }] = await Promise.all([
    import("./redocly.ts"),
    import("./spectral.ts"),
  ]);
  const structure = lintStructure(path, base);
  const house = await loadHouseRules()
    .then((rules) => lintDocument(rules, path, text, base))
    .catch((error: unknown) => error as Error);
  const found = await structure;
  const form = found.filter(isAboutForm);
  if (form.length > 0) return { findings: form, isPartial: true };
  if (house instanceof Error) throw house;
  return { findings: [...house, ...found], isPartial: false };
}

/** Why no tool can read a text as an OpenAPI 3 document; undefined where they can. */
function problemOf(path: string, text: string): Pick<Finding, "rule" | "line" | "message"> | undefined {
  const data = isJson(path, text) ? readJson(text) : readYaml(text);
  if ("problem" in data) return data.problem;
  const version = (data.value as { openapi?: unknown } | null)?.openapi;
  return /^3\./.test(String(version))
    ? undefined
    : { rule: "openapi", line: 1, message: "OpenAPI 3 문서가 아닙니다. 최상위의 openapi에 3.x 버전을 지정하십시오." };
}

type Read = { value: unknown } | { problem: Pick<Finding, "rule" | "line" | "message"> };

function readYaml(text: string): Read {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const problem = yamlProblem(text, document, lines);
  return problem === undefined
    ? { value: document.toJS() }
    : { problem: { rule: "yaml", line: problem.line, message: problem.reason } };
}

function readJson(text: string): Read {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const { message } = error as Error;
    const [, position] = /at position (\d+)/.exec(message) ?? [];
    const before = text.slice(0, position === undefined ? text.length : Number(position));
    return {
      problem: {
        rule: "json",
        line: before.trimEnd().split("\n").length,
        message: "JSON으로 읽을 수 없습니다. 쉼표와 따옴표, 괄호의 짝을 확인하십시오.",
      },
    };
  }
}

function isJson(path: string, text: string): boolean {
  return /\.json$/i.test(path) || (/^\s*\{/.test(text) && !/\.ya?ml$/i.test(path));
}
