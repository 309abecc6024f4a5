import { type Change, type ChangeClass, classNames } from "./change.ts";
import { shown, shownChange } from "./shown.ts";

/** What `npm run diff` tells. */
export interface Report {
  /** The names of the two specs, as the user gave them. */
  base: string;
  revision: string;
  changes: readonly Change[];
}

/** Changes that nothing explains although they are not compatible. */
export function unexplained(changes: readonly Change[]): Change[] {
  return changes.filter((change) => change.class === "breaking" && change.explanation === undefined);
}

/** The changes by class, the most severe first; classes without one are left out. */
export function byClass(changes: readonly Change[]): [ChangeClass, Change[]][] {
  const names = Object.keys(classNames) as ChangeClass[];
  return names
    .map((name): [ChangeClass, Change[]] => [name, changes.filter((change) => change.class === name)])
    .filter(([, own]) => own.length > 0);
}

/** `호환되지 않음 1, 주의 0, 호환 2` */
export function counts(changes: readonly Change[]): string {
  return Object.entries(classNames)
    .map(([name, korean]) => `${korean} ${changes.filter((change) => change.class === name).length}`)
    .join(", ");
}

/** `CODE(한글 이름)`, with what holds it where the name alone may mean another. */
export function subjectText({ within, subject, title }: Change): string {
  return `${within === undefined ? "" : `${within}의 `}${subject}${title === undefined ? "" : `(${title})`}`;
}

/** `before → after` of a key; "" where the subject as a whole came or went, and where there are several values. */
export function valuesText({ key, before, after }: Change, length?: number): string {
  if (key === "required" && typeof before === "boolean" && typeof after === "boolean")
    return after ? "선택 → 필수" : "필수 → 선택";
  return key === undefined || (before === undefined && after === undefined) ? "" : shownChange(before, after, length);
}

/** What explains a change; `없음` for nothing. */
export function explanationText({ explanation }: Change): string {
  if (explanation === undefined) return "없음";
  return "erratum" in explanation ? `정오표 ${explanation.erratum}` : `CHANGELOG ${shown(explanation.changelog, 80)}`;
}
