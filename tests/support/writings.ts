/** How programs write a value into another text: its name, and what it makes of the value. */
export const writings: readonly [name: string, write: (value: string) => string][] = [
  ["plain", (value) => value],
  ["upper case", (value) => value.toUpperCase()],
  ["lower case", (value) => value.toLowerCase()],
  ["URL", everyByte],
  ["URL twice", (value) => everyByte(value).replaceAll("%", "%25")],
  ["URL in lower case", (value) => everyByte(value).toLowerCase()],
  ["HTML decimal", (value) => everyLetter(value, (code) => `&#${code};`)],
  ["HTML hexadecimal", (value) => everyLetter(value, (code) => `&#x${code.toString(16)};`)],
  ["HTML hexadecimal in capitals", (value) => everyLetter(value, (code) => `&#X${code.toString(16).toUpperCase()};`)],
  ["HTML named", (value) => [...value].join("&nbsp;")],
  ["HTML in URL", (value) => encodeURIComponent(everyLetter(value, (code) => `&#${code};`))],
  ["JSON", (value) => everyLetter(value, (code) => `\\u${code.toString(16).padStart(4, "0")}`)],
  [
    "JSON in capitals",
    (value) => everyLetter(value, (code) => `\\u${code.toString(16).padStart(4, "0").toUpperCase()}`),
  ],
  ["JSON twice", (value) => everyLetter(value, (code) => `\\\\u${code.toString(16).padStart(4, "0")}`)],
  ["reverse solidus", (value) => [...value].join("\\")],
  ["base64", (value) => Buffer.from(value).toString("base64")],
  ["base64 without padding", (value) => Buffer.from(value).toString("base64").replaceAll("=", "")],
  ["base64url", (value) => Buffer.from(value).toString("base64url")],
  ["base64 of a pair", (value) => Buffer.from(`user:${value}`).toString("base64")],
  ["hexadecimal", (value) => Buffer.from(value).toString("hex")],
  ["hexadecimal in capitals", (value) => Buffer.from(value).toString("hex").toUpperCase()],
  ["NFD", (value) => value.normalize("NFD")],
  [
    "full width",
    (value) => everyLetter(value, (code) => String.fromCodePoint(code > 0x20 && code < 0x7f ? code + 0xfee0 : code)),
  ],
  ["hyphens", (value) => [...value].join("-")],
  ["full stops", (value) => [...value].join(".")],
  ["blanks", (value) => [...value].join(" ")],
  ["underscores", (value) => [...value].join("_")],
  ["groups", (value) => value.replaceAll(/(.{3})(?=.)/g, "$1-")],
  ["quotes", (value) => `"${value}"`],
  ["zero-width blanks", (value) => [...value].join("\u200b")],
];

function everyByte(value: string): string {
  return [...Buffer.from(value)].map((byte) => `%${byte.toString(16).padStart(2, "0").toUpperCase()}`).join("");
}

function everyLetter(value: string, write: (code: number) => string): string {
  return [...value].map((letter) => write(letter.codePointAt(0) ?? 0)).join("");
}
