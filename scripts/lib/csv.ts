/**
 * A table as CSV (RFC 4180) in UTF-8, with the byte order mark that Excel needs to read Korean. No cell is read as a formula.
 */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map((value) => cell(String(value))).join(",")}\r\n`).join("")}`;
}

/** Quoted where it must be. A sign before anything but white space would make a spreadsheet read a formula. */
function cell(text: string): string {
  const safe = /^\s*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
