import { annotation } from "../lib/github.ts";
import type { Finding } from "./finding.ts";

/** Writes findings, sorted by file and line, for a reader. */
type Format = (findings: readonly Finding[]) => string;

/** What `--format` knows. */
export const formats: Record<"text" | "github" | "json", Format> = {
  text: (findings) => [...findings.map(row), ...(findings.length === 0 ? [] : ["", ...cures(findings)]), verdict(findings)].join("\n"),
  // GitHub shows ten errors of a step at most; the summary has all of them.
  github: (findings) => [...findings.map(({ file, line, rule, message, cure }) => annotation("error", { file, line, title: rule }, `${message}\n${cure}`)), verdict(findings)].join("\n"),
  json: (findings) => JSON.stringify({ findings }, null, 2),
};

/** Findings by file, line and rule. */
export function sorted(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.rule.localeCompare(b.rule));
}

/** All findings as a Markdown section, for the summary of a job. */
export function markdown(findings: readonly Finding[]): string {
  const cell = (text: string): string => text.replaceAll("\\", "\\\\").replaceAll("|", "\\|").replaceAll("<", "&lt;").replaceAll("\n", " ");
  const table = ["| 자리 | 규칙 | 지적 |", "| --- | --- | --- |", ...findings.map(({ file, line, rule, message }) => `| ${file}:${line} | ${rule} | ${cell(message)} |`), ""];
  return ["## lint", "", ...(findings.length === 0 ? [] : [...table, ...cures(findings).map((line) => `- ${cell(line)}`), ""]), verdict(findings), ""].join("\n");
}

function row({ rule, file, line, message }: Finding): string {
  return `${file}:${line}  ${rule}  ${message}`;
}

/** How to mend, a line a rule. */
function cures(findings: readonly Finding[]): string[] {
  return [...new Map(findings.map(({ rule, cure }) => [rule, `${rule}: ${cure}`])).values()];
}

function verdict({ length }: readonly Finding[]): string {
  return length === 0 ? "lint: 지적이 없습니다." : `lint: 지적 ${length}건. 위에 적힌 대로 고친 뒤 npm run lint로 확인하십시오.`;
}
