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

/** Direction controls (UAX #9, 3) show a line in another order than a compiler reads it; Go refuses a byte order mark. */
const invisible = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** JSON in which what a reader would not see is escaped. It means the same. */
export function visibleJson(json: string): string {
  return json.replaceAll(invisible, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** A string literal. `</` is split, so that a page may hold the script; what a reader would not see is escaped. */
function text(value: string): string {
  return visibleJson(JSON.stringify(value)).replaceAll("</", "<\\/").replaceAll("<!--", "\\u003c!--");
}

/**
 * A JSDoc comment with the indent of what follows it, or nothing where nothing is left to say.
 *
 * @param text of a spec; nothing in it ends the comment or is a tag
 * @param tags of the generator's own, such as `@throws`
 */
export function docComment(text: string | readonly string[], indent = "", tags: readonly string[] = []): string {
  const lines = commentText([text].flat().join("\n")).split("\n");
  const said = lines.join("") === "" ? tags : tags.length === 0 ? lines : [...lines, "", ...tags];
  if (said.length === 0) return "";
  return said.length === 1
    ? `${indent}/** ${said[0]} */\n`
    : `${indent}/**\n${said.map((line) => `${indent} * ${line}`.trimEnd() + "\n").join("")}${indent} */\n`;
}

/** Text of a spec for a JSDoc comment: no end of it, no tag, no line or character that a reader would not see. */
export function commentText(value: string): string {
  return value
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029\u0085\v\f]/g, "\n")
    .replaceAll(/(?!\n)\p{Cc}/gu, " ")
    .replaceAll(invisible, " ")
    .replaceAll("*/", "*\\/")
    .replaceAll(/(?<![^\s{*])@(?=\S)/g, "\\@")
    .trim();
}
