/**
 * The bundle of a large platform without parsing it: a path, and a component, is parsed when it is first read. Its file is
 * searched for the line breaks and indents of `JSON.stringify(document, null, 2)`; inside a string there is no line break.
 *
 * @param bytes UTF-8
 * @returns the document, whose paths and components are read once each; undefined for any other layout, and for no JSON
 */
export function lazyDocument(bytes: Buffer): object | undefined {
  const top = entriesOf(bytes, 0, bytes.length, 2);
  if (top === undefined) return undefined;
  const document = lazyObject(bytes, top);
  for (const { key, start, end } of top) {
    if (key !== "paths" && key !== "components") continue;
    const children = entriesOf(bytes, start, end, 4);
    if (children === undefined) return undefined;
    const value = key === "paths" ? lazyObject(bytes, children) : kindsOf(bytes, children);
    if (value === undefined) return undefined;
    settle(document, key, value);
  }
  return document;
}

/** A key with where its value stands. */
interface Entry {
  key: string;
  start: number;
  end: number;
}

const newline = 0x0a;
const comma = 0x2c;
const closing = 0x7d;

/** The entries of an object whose keys stand at an indent; undefined where the bytes are laid out in another way. */
function entriesOf(bytes: Buffer, start: number, end: number, indent: number): Entry[] | undefined {
  const last = bytes.lastIndexOf(closing, end - 1);
  if (bytes.subarray(start, start + 2).toString() === "{}") return [];
  if (bytes.subarray(start, start + 2).toString() !== "{\n" || last <= start) return undefined;
  const mark = Buffer.from(`\n${" ".repeat(indent)}"`);
  const entries: Entry[] = [];
  for (let at = bytes.indexOf(mark, start); at !== -1 && at < last; at = bytes.indexOf(mark, at + mark.length)) {
    const lineStart = at + mark.length - 1;
    const lineEnd = bytes.indexOf(newline, lineStart);
    const line = bytes.subarray(lineStart, lineEnd === -1 ? end : lineEnd).toString();
    const [found, key] = /^("(?:[^"\\]|\\.)*"): /.exec(line) ?? [];
    if (found === undefined || key === undefined) return undefined;
    const previous = entries.at(-1);
    if (previous !== undefined) {
      if (bytes[at - 1] !== comma) return undefined;
      previous.end = at - 1;
    }
    entries.push({ key: JSON.parse(key) as string, start: lineStart + Buffer.byteLength(found), end: last });
  }
  return entries.length === 0 ? undefined : entries;
}

/** An object that parses each value when it is first read. */
function lazyObject(bytes: Buffer, entries: readonly Entry[]): object {
  const object = {};
  for (const { key, start, end } of entries) {
    Object.defineProperty(object, key, {
      enumerable: true,
      configurable: true,
      get: () => settle(object, key, JSON.parse(bytes.toString("utf8", start, end))),
    });
  }
  return object;
}

function settle(object: object, key: string, value: unknown): unknown {
  Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
  return value;
}

/** The components by kind and name. */
function kindsOf(bytes: Buffer, kinds: readonly Entry[]): object | undefined {
  const components: Record<string, object> = {};
  for (const { key, start, end } of kinds) {
    const entries = entriesOf(bytes, start, end, 6);
    if (entries === undefined) return undefined;
    components[key] = lazyObject(bytes, entries);
  }
  return components;
}
