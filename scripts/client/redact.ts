/**
 * Removes secrets and personal values from a text of the server, which may quote them in another case or
 * with separators between digits. Values under four characters stay: replacing them would make the text
 * unreadable. Control characters become blanks, and the text is cut after 400 characters for logs.
 */
export function redactor(hidden: readonly string[]): (text: string) => string {
  const values = hidden.filter((value) => value.length >= 4).sort((a, b) => b.length - a.length);
  const patterns = values.map(
    (value) => new RegExp([...value].map(escape).join(/^\d{6,}$/.test(value) ? "[-. ]?" : ""), "giu"),
  );
  return (text) =>
    patterns
      .reduce(
        (rest, pattern) => rest.replaceAll(pattern, "[가림]"),
        text.slice(0, 4000).replaceAll(/[\p{Cc}\p{Cf}]/gu, " "),
      )
      .slice(0, 400);
}

function escape(letter: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(letter) ? `\\${letter}` : letter;
}
