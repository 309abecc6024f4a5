/** JavaScript for plain data. It means the same in a script, a module and TypeScript, whatever the strings hold. */
export function literal(value: unknown, indent = ""): string {
  if (Array.isArray(value)) return bracketed("[", "]", indent, value, (item, inner) => literal(item, inner));
  if (typeof value === "object" && value !== null)
    return bracketed(
      "{",
      "}",
      indent,
      Object.entries(value).filter(([, one]) => one !== undefined),
      ([key, one], inner) => `${propertyName(key)}: ${literal(one, inner)}`,
    );
  return typeof value === "string" ? text(value) : JSON.stringify(value ?? null);
}

function bracketed<Item>(
  open: string,
  close: string,
  indent: string,
  items: readonly Item[],
  write: (item: Item, indent: string) => string,
): string {
  if (items.length === 0) return open + close;
  const inner = `${indent}  `;
  return `${open}\n${items.map((item) => `${inner}${write(item, inner)},\n`).join("")}${indent}${close}`;
}

/** The name of a property in an object literal. `__proto__` is computed, as it would set the prototype otherwise. */
export function propertyName(name: string): string {
  if (name === "__proto__") return `["__proto__"]`;
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : text(name);
}

/** A string literal. `</` is split, so that a page may hold the script. */
function text(value: string): string {
  return JSON.stringify(value)
    .replaceAll("</", "<\\/")
    .replaceAll("<!--", "\\u003c!--")
    .replaceAll(/[\u2028\u2029]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16)}`);
}

/** A JSDoc comment with the indent of what follows it. Nothing in the text ends it. */
export function docComment(lines: string | readonly string[], indent = ""): string {
  const safe = [lines].flat().flatMap((line) => plain(line).split("\n"));
  return safe.length === 1
    ? `${indent}/** ${safe[0]} */\n`
    : `${indent}/**\n${safe.map((line) => `${indent} * ${line}`.trimEnd() + "\n").join("")}${indent} */\n`;
}

/** Text of a spec inside a comment: no end of it, no line or control character that a reader would not see. */
function plain(value: string): string {
  return value
    .replaceAll(/\r\n?|[\u2028\u2029\u0085\v\f]/g, "\n")
    .replaceAll(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, " ")
    .replaceAll("*/", "*\\/")
    .trim();
}
