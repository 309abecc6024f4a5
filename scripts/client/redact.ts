/**
 * Removes secrets and personal values from a text of the server, which may quote them in another case or
 * with separators between digits. Values under four characters stay: replacing them would make the text
 * unreadable. Control characters become blanks, and the text is cut after 400 characters for logs.
 *
 * @param hidden asked when the first text comes: most calls have none
 */
export function redactor(hidden: () => readonly string[]): (text: string) => string {
  let patterns: RegExp[] | undefined;
  return (text) =>
    (patterns ??= hidden()
      .filter((value) => value.length >= 4)
      .sort((a, b) => b.length - a.length)
      .map(patternOf))
      .reduce(
        (rest, pattern) => rest.replaceAll(pattern, "[가림]"),
        text.slice(0, 4000).replaceAll(/[\p{Cc}\p{Cf}]/gu, " "),
      )
      .slice(0, 400);
}

function patternOf(value: string): RegExp {
  return new RegExp([...value].map(escape).join(/^\d{6,}$/.test(value) ? "[-. ]?" : ""), "giu");
}

function escape(letter: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(letter) ? `\\${letter}` : letter;
}
