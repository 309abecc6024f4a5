import { oneOf } from "../../lib/option-values.ts";
import { addToJobSummary, annotation } from "../github.ts";
import type { Finding } from "./finding.ts";

/** Writes findings, sorted by file and line, for a reader, who runs the command `again` once they are mended. */
type Format = (findings: readonly Finding[], again: string) => string;

/** What `--format` knows. */
const formats: Record<"text" | "github" | "json", Format> = {
  text: (findings, again) =>
    [...findings.map(row), ...(findings.length === 0 ? [] : ["", ...cures(findings)]), verdict(findings, again)].join(
      "\n",
    ),
  // GitHub shows ten errors of a step at most; the summary has all of them.
  github: (findings, again) =>
    [
      ...findings.map(({ file, line, rule, message, cure }) =>
        annotation("error", { file, line, title: rule }, `${message}\n${cure}`),
      ),
      verdict(findings, again),
    ].join("\n"),
  json: (findings) => JSON.stringify({ findings }, null, 2),
};

/**
 * Prints findings by file, line and rule; the GitHub format also puts them into the job's summary.
 *
 * @param format as `--format` has it
 * @param again the command that checks once more
 * @returns the exit code: 1 where there are findings
 * @throws {UserError} for a format that is none, before `find` is called
 */
export async function report(format: string, again: string, find: () => Promise<readonly Finding[]>): Promise<number> {
  const write = formats[oneOf("--format", format, Object.keys(formats) as (keyof typeof formats)[])];
  const findings = [...(await find())].sort(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.rule.localeCompare(b.rule),
  );
  console.log(write(findings, again));
  if (write === formats.github) addToJobSummary(markdown(findings, again));
  return findings.length === 0 ? 0 : 1;
}

/** All findings as a Markdown section, for the summary of a job. */
function markdown(findings: readonly Finding[], again: string): string {
  const cell = (text: string): string =>
    text.replaceAll("\\", "\\\\").replaceAll("|", "\\|").replaceAll("<", "&lt;").replaceAll("\n", " ");
  const table = [
    "| 자리 | 규칙 | 지적 |",
    "| --- | --- | --- |",
    ...findings.map(({ file, line, rule, message }) => `| ${file}:${line} | ${rule} | ${cell(message)} |`),
    "",
  ];
  return [
    "## lint",
    "",
    ...(findings.length === 0 ? [] : [...table, ...cures(findings).map((line) => `- ${cell(line)}`), ""]),
    verdict(findings, again),
    "",
  ].join("\n");
}

function row({ rule, file, line, message }: Finding): string {
  return `${file}:${line}  ${rule}  ${message}`;
}

/** How to mend, a line a rule. */
function cures(findings: readonly Finding[]): string[] {
  return [...new Map(findings.map(({ rule, cure }) => [rule, `${rule}: ${cure}`])).values()];
}

function verdict({ length }: readonly Finding[], again: string): string {
  return length === 0
    ? "lint: 지적이 없습니다."
    : `lint: 지적 ${length}건. 위에 적힌 대로 고친 뒤 다시 확인하십시오: ${again}`;
}
