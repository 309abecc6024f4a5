/** What JSON holds. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What a screen reader says before a line that changed. */
const note = "바뀐 줄:";

/** The lines of a text that a base lacks, what only joins one line to the next left aside; a note in Korean by line, from 0. */
export function newLines(text: string, base: string): Map<number, string> {
  const known = new Set(base.split("\n").map(withoutJoint));
  return new Map(text.split("\n").flatMap((line, at) => (known.has(withoutJoint(line)) ? [] : [[at, note]])));
}

/** A line without the comma, backslash or quote at its end. */
function withoutJoint(line: string): string {
  return line.replace(/[,'\\ ]+$/, "");
}

/**
 * Compares a value with a base by place: keys by name, items by position.
 *
 * @returns a note in Korean by line of `JSON.stringify(value, null, 2)`, from 0, for each line that the base does not have
 */
export function changedLines(value: Json, base: Json): Map<number, string> {
  const notes = new Map<number, string>();
  let line = 0;
  /** Goes over a value, and leaves `line` at its last. */
  const visit = (one: Json, other: Json | undefined): void => {
    const members = membersOf(one);
    if (members === undefined) {
      if (one !== other) notes.set(line, note);
      return;
    }
    const others = isAlike(one, other) ? membersOf(other) : undefined;
    if (others === undefined) notes.set(line, note);
    else {
      const lacking = [...others.keys()].filter((key) => !members.has(key));
      if (lacking.length > 0) notes.set(line, `없앤 필드 ${lacking.join(", ")}:`);
    }
    for (const [key, member] of members) {
      line += 1;
      visit(member, others?.get(key));
    }
    if (members.size === 0) return;
    line += 1;
    if (others === undefined) notes.set(line, note);
  };
  visit(value, base);
  return notes;
}

/** The members of an object or a list by name or position; undefined for other values. */
function membersOf(value: Json | undefined): Map<string, Json> | undefined {
  return typeof value === "object" && value !== null ? new Map(Object.entries(value)) : undefined;
}

/** Whether both are lists, or both objects. */
function isAlike(one: Json, other: Json | undefined): boolean {
  return typeof other === "object" && other !== null && Array.isArray(one) === Array.isArray(other);
}
