import { escapeMarkdown, markdownTable } from "../../lib/markdown.ts";
import { repositoryNames } from "../../lib/repository.ts";
import { oneOf } from "../../lib/option-values.ts";
import { addToJobSummary, annotation } from "../github.ts";
import type { Finding } from "./finding.ts";
import type { LintResult } from "./lint-spec.ts";
import { print, printableLine, printCommands } from "../../lib/print.ts";

/** Writes findings, sorted by file and line, for a reader, who runs the command `rerunCommand` once they are mended. */
type Format = (result: LintResult, rerunCommand: string, nameOf: (file: string) => string) => string;

/** What `--format` knows. */
const formats: Record<"text" | "github" | "json", Format> = {
  text: (result, rerunCommand) => {
    const { findings } = result;
    return [
      ...findings.map(row),
      ...(findings.length === 0 ? [] : ["", ...fixes(findings)]),
      verdict(result, rerunCommand),
    ].join("\n");
  },
  // GitHub shows ten errors of a step at most; the summary has all of them.
  github: (result, rerunCommand, nameOf) =>
    [
      ...result.findings.map(({ file, line, rule, message, fix }) =>
        annotation("error", { file: nameOf(file), line, title: rule }, `${message}\n${fix}`),
      ),
      verdict(result, rerunCommand),
    ].join("\n"),
  json: ({ findings }) => JSON.stringify({ findings }, null, 2),
};

/**
 * Prints findings by file, line and rule; the GitHub format also puts them into the job's summary.
 *
 * @param format as `--format` has it
 * @param rerunCommand the command that checks once more
 * @param folder where the names of the files start from
 * @returns the exit code: 1 where there are findings
 * @throws {UserError} for a format that is none, before `find` is called
 */
export async function report(
  format: string,
  rerunCommand: string,
  folder: string,
  find: () => Promise<LintResult>,
): Promise<number> {
  const write = formats[oneOf("--format", format, Object.keys(formats) as (keyof typeof formats)[])];
  const { findings, isPartial } = await find();
  const result = {
    findings: findings.toSorted(
      (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.rule.localeCompare(b.rule),
    ),
    isPartial,
  };
  if (write === formats.github) {
    printCommands(write(result, rerunCommand, await repositoryNames(folder)));
    addToJobSummary(markdown(result, rerunCommand));
  } else print(write(result, rerunCommand, (file) => file));
  return findings.length === 0 ? 0 : 1;
}

/** All findings as a Markdown section, for the summary of a job. */
function markdown(result: LintResult, rerunCommand: string): string {
  const { findings } = result;
  const table = markdownTable(
    ["자리", "규칙", "문제"],
    findings.map(({ file, line, rule, message }) => [`${file}:${line}`, rule, message].map(escapeMarkdown)),
  );
  return [
    "## lint",
    "",
    ...(findings.length === 0 ? [] : [table, "", ...fixes(findings).map((line) => `- ${escapeMarkdown(line)}`), ""]),
    verdict(result, rerunCommand),
    "",
  ].join("\n");
}

function row({ rule, file, line, message }: Finding): string {
  return printableLine(`${file}:${line}  ${rule}  ${message}`);
}

/** How to fix the findings, one line for each rule. */
function fixes(findings: readonly Finding[]): string[] {
  return [...new Map(findings.map(({ rule, fix }) => [rule, `${rule}: ${fix}`])).values()];
}

function verdict({ findings: { length }, isPartial }: LintResult, rerunCommand: string): string {
  if (length === 0) return "lint: 문제가 없습니다.";
  const rest = isPartial ? " 나머지 규칙은 이 문제를 고친 뒤에 검사합니다." : "";
  return `lint: 문제가 ${length}건 있습니다.${rest} 위의 설명대로 고친 뒤 다시 확인하십시오: ${printableLine(rerunCommand)}`;
}
