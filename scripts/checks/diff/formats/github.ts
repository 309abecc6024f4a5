import { annotation } from "../../github.ts";
import type { Spec } from "../../../bundle/spec-files.ts";
import { type Change, classNames } from "../change.ts";
import { lineOf } from "../line.ts";
import { locate } from "../locate.ts";
import { type Report, subjectText, unexplained, valuesText } from "../report.ts";
import { verdicts } from "../messages.ts";

/**
 * The report as workflow commands, which GitHub shows beside the lines of the spec.
 *
 * @param nameOf gives a file of the project its name in the repository
 */
export function github({ changes }: Report, spec: Spec, nameOf: (file: string) => string): string {
  const open = new Set(unexplained(changes));
  return changes
    .map((change) => {
      const { file, line } = locate(spec, change);
      const level = open.has(change) ? "error" : change.class === "safe" ? "notice" : "warning";
      return annotation(
        level,
        { file: nameOf(`spec/${file}`), line, title: classNames[change.class] },
        message(change, open.has(change)),
      );
    })
    .join("\n");
}

function message(change: Change, isOpen: boolean): string {
  const what = `${subjectText(change)}: ${change.message} ${valuesText(change)}`.trimEnd();
  return isOpen ? `${what}\n${verdicts.addLine(lineOf(change))}` : what;
}
