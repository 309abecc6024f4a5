import { codeBlock, escapeMarkdown, markdownTable } from "../../../lib/markdown.ts";
import { type Change, classNames } from "../change.ts";
import { lineOf } from "../line.ts";
import { byClass, counts, explanationText, type Report, subjectText, unexplained, valuesText } from "../report.ts";
import { verdicts } from "../messages.ts";

/** The report as Markdown: a table for each class. */
export function markdown({ base, revision, changes }: Report): string {
  const head = `## 명세의 변경: ${escapeMarkdown(base)} → ${escapeMarkdown(revision)}\n`;
  if (changes.length === 0) return `${head}\n${verdicts.nothingChanged}\n`;
  return [
    head,
    `${counts(changes)}\n`,
    ...byClass(changes).map(([name, own]) => [`### ${classNames[name]}\n`, table(own), ""].join("\n")),
  ].join("\n");
}

/** The report for maintainers, with the lines that CHANGELOG.md lacks. */
export function markdownWithFix(report: Report): string {
  const open = unexplained(report.changes);
  const fix = [
    `### 설명이 없는 변경\n`,
    `${verdicts.addLinesInPreparation}\n`,
    `${codeBlock(open.map(lineOf).join("\n"), "markdown")}\n`,
  ];
  return [markdown(report), ...(open.length === 0 ? [] : fix)].join("\n");
}

function table(changes: readonly Change[]): string {
  const head = ["오퍼레이션", "대상", "바뀐 것", "전 → 후", "절", "자리", "설명"];
  return markdownTable(
    head,
    changes.map((change) => cellsOf(change).map(escapeMarkdown)),
  );
}

function cellsOf(change: Change): string[] {
  const { operations, message, section = "", pointers } = change;
  return [
    operations.map(({ operationId }) => operationId).join(", "),
    subjectText(change),
    message,
    valuesText(change, 200),
    section,
    pointers[0] ?? "",
    explanationText(change),
  ];
}
