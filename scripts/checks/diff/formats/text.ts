import { printableLine } from "../../../lib/print.ts";
import { type Change, classNames } from "../change.ts";
import { lineOf } from "../line.ts";
import { byClass, counts, explanationText, type Report, subjectText, unexplained, valuesText } from "../report.ts";
import { verdicts } from "../messages.ts";

/** The report for a terminal. */
export function text({ base, revision, changes }: Report): string {
  const head = `${base} → ${revision}`;
  if (changes.length === 0) return `${head}: ${verdicts.nothingChanged}`;
  return `${head}: ${counts(changes)}\n${list(changes)}`;
}

/** The changes by class, each with its operations, place, rule and explanation. */
export function list(changes: readonly Change[]): string {
  return byClass(changes)
    .flatMap(([name, own]) => ["", classNames[name], ...own.map(entry)])
    .join("\n");
}

function entry(change: Change): string {
  const { operations, message, section, pointers, rule } = change;
  const more = pointers.length > 1 ? ` 외 ${pointers.length - 1}곳` : "";
  return [
    `  ${printableLine(`${subjectText(change)}: ${message} ${valuesText(change)}`.trimEnd())}`,
    ...(operations.length === 0
      ? []
      : [`    오퍼레이션: ${printableLine(operations.map(({ operationId }) => operationId).join(", "))}`]),
    `    자리: ${printableLine(`${section === undefined ? "" : `${section}절 `}${pointers[0]}${more}`)}`,
    `    규칙: ${rule}, 설명: ${printableLine(explanationText(change))}`,
  ].join("\n");
}

/**
 * What to write into CHANGELOG.md for changes that nothing explains.
 *
 * @param heading the section in preparation; undefined where there is none
 */
function fix(changes: readonly Change[], heading: string | undefined): string {
  return [verdicts.addLines(heading), ...changes.map(lineOf)].join("\n");
}

/** Why the command fails and what to do; "" where it succeeds. */
export function verdict(changes: readonly Change[], heading: string | undefined): string {
  const open = unexplained(changes);
  return open.length === 0 ? "" : `${verdicts.unexplained(open.length)} ${fix(open, heading)}`;
}
