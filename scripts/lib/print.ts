/**
 * Characters that a terminal acts on, or that hide or turn text: controls but line feeds (C0, DEL, C1), marks of direction
 * (UAX #9, 3), line separators, characters without width, and tags (Unicode, 23.9).
 */
const hidden =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/** What GitHub's runner takes for a command at the start of a line; anywhere in a line it takes one of the older kind. */
const command = /^([ \t]*):(?=:)/gm;
const olderCommand = /#(?=#\[)/g;

/** A text as a terminal, a log and a CI service show it and do nothing else: what acts is shown as its code unit. */
export function printable(text: string): string {
  return visible(text).replaceAll(command, "$1\\u003a");
}

/** The same in one line. */
export function printableLine(text: string): string {
  return printable(text.replaceAll(/\s*\n\s*/g, " "));
}

/** Within JSON the code units mean the same characters. */
function visible(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(hidden, (found) => (found === "\t" ? " " : codeUnits(found)))
    .replaceAll(olderCommand, codeUnits);
}

function codeUnits(text: string): string {
  return Array.from({ length: text.length }, (_, at) => {
    const code = text.charCodeAt(at).toString(16).padStart(4, "0");
    return `\\u${code}`;
  }).join("");
}

/** Prints lines on standard output. */
export function print(text: string): void {
  console.log(printable(text));
}

/** Prints lines on standard error. */
export function printError(text: string): void {
  console.error(printable(text));
}

/** Prints workflow commands, whose foreign parts `annotation` has escaped. */
export function printCommands(text: string): void {
  console.log(visible(text));
}
