import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadSpec } from "../../scripts/bundle/spec-files.ts";
import { isObject } from "../../scripts/lib/is-object.ts";
import { specDir } from "./two-services.ts";

/** What ends, opens, hides or runs something in one of the languages that a text of a spec is written into. */
export const payloads = [
  "*/ globalThis.payload = 1; /*",
  "/*",
  "` ${globalThis.payload = 1} `",
  "${process.exit(3)}",
  '"; globalThis.payload = 1; "',
  "'; globalThis.payload = 1; '",
  "\\",
  "\r\nglobalThis.payload = 1; //",
  "\u2028globalThis.payload = 1;\u2029",
  "</script><script>globalThis.payload = 1</script>",
  "<meta http-equiv=refresh content=0>",
  "<!-- <x-payload onclick=globalThis.payload=1>",
  "--> ![image](http://payload.example/)",
  "| a | b \\| c |",
  "\n```\n# payload\n",
  "\n@deprecated {@link payload}",
  "$& $1 $`",
  'require("x").default, schemaPath:"y", export const z =',
  "__proto__",
  "constructor",
  "\u202e\u2066daolyap",
  "\u0000\u001b[31m\u007f",
  "&lt;&#x3c;",
  "</title></style></textarea>",
  "가".repeat(2000),
];

/** A text with something added. */
export type Spoil = (text: string) => string;

/** Keys of an OpenAPI file whose strings are free text. */
const texts = ["title", "summary", "description"];
/** Keys of spec/source/ whose strings are free text. */
const sourceTexts = ["title", "name", "type", "topic", "source", "spec", "fact", "version", "date", "lanes", "does"];
const moreSourceTexts = ["prepare", "means", "sandbox"];
/** The texts of the error catalogue. */
const codeTexts = ["meaning", "message", "cause", "action"];

/**
 * Writes the two services' spec into a folder, every text in it spoilt: titles, descriptions, tags, enum values, examples and
 * their names, scenarios, the error catalogue, the document's tables, errata and figures. Fields, a parameter and a code are
 * added that are named by what is spoilt, and fields with names that mean something in JavaScript.
 */
export function writeHostileSpec(dir: string, spoil: Spoil): void {
  for (const [path, file] of loadSpec(specDir).files) {
    const target = join(dir, path);
    mkdirSync(dirname(target), { recursive: true });
    // JSON is YAML; as ASCII it holds what YAML's parsers refuse to read as it is.
    writeFileSync(target, ascii(spoilt(path, file.data, spoil)));
  }
  cpSync(join(specDir, "source/samples"), join(dir, "source/samples"), { recursive: true });
}

function ascii(data: unknown): string {
  return JSON.stringify(data).replaceAll(
    /[^ -~]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The names of the fields that are added. */
const addedFields = (spoil: Spoil): string[] => [spoil("ADD_FLD"), "prototype", "class"];

const bodies = ["limit/schemas/LimitRequestDataBody.yaml", "limit/schemas/LimitResponseDataBody.yaml"];

function spoilt(path: string, data: unknown, spoil: Spoil): unknown {
  if (path.startsWith("source/")) {
    const changed = mapStrings(data, [...sourceTexts, ...moreSourceTexts], spoil);
    return path === "source/fields.yaml" ? withRows(changed as Table[], spoil) : changed;
  }
  if (path === "common/error-codes.yaml") return withCode(mapStrings(data, codeTexts, spoil) as Catalogue, spoil);
  if (path.includes("/examples/")) {
    const { value, ...rest } = data as { value: { dataBody: object } };
    const body = path.startsWith("limit/") ? Object.fromEntries(addedFields(spoil).map((name) => [name, ""])) : {};
    return {
      ...(mapStrings(rest, texts, spoil) as object),
      value: mapLeaves({ ...value, dataBody: { ...value.dataBody, ...body } }, spoil),
    };
  }
  const changed = mapStrings(data, texts, spoil);
  return bodies.includes(path) ? withFields(changed as Schema, spoil) : changed;
}

/** Changes the strings at some keys, and everything else in an OpenAPI file that is text by the kind of its key. */
function mapStrings(node: unknown, keys: readonly string[], spoil: Spoil): unknown {
  if (Array.isArray(node)) return node.map((item) => mapStrings(item, keys, spoil));
  if (!isObject(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (keys.includes(key) && (typeof value === "string" || isTexts(value))) return [key, mapLeaves(value, spoil)];
      if (["enum", "example"].includes(key)) return [key, mapLeaves(value, spoil)];
      if (key === "tags")
        return [
          key,
          isTexts(value) ? mapLeaves(value, spoil) : (value as object[]).map((tag) => mapLeaves(tag, spoil)),
        ];
      if (["examples", "x-scenarios"].includes(key) && isObject(value))
        return [key, Object.fromEntries(Object.entries(value).map(([name, one]) => [spoil(name), one]))];
      return [key, mapStrings(value, keys, spoil)];
    }),
  );
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

/** Changes every string of a value. */
function mapLeaves(value: unknown, spoil: Spoil): unknown {
  if (typeof value === "string") return spoil(value);
  if (Array.isArray(value)) return value.map((item) => mapLeaves(item, spoil));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapLeaves(one, spoil)]));
}

interface Schema {
  properties: object;
  "x-source"?: object;
}

function withFields(schema: Schema, spoil: Spoil): Schema {
  const section = JSON.stringify(schema).includes("4.1.3") ? "4.1.3" : "4.1.2";
  const added = addedFields(spoil).map((code) => [
    code,
    { type: "string", title: spoil("항목"), "x-source": { section, code } },
  ]);
  return { ...schema, properties: { ...schema.properties, ...(Object.fromEntries(added) as object) } };
}

interface Table {
  section: string;
  rows: object[];
}

function withRows(tables: Table[], spoil: Spoil): Table[] {
  const rows = addedFields(spoil).map((code) => ({
    at: "dataBody",
    code,
    name: spoil("항목"),
    required: "N",
    type: "",
  }));
  return tables.map((table) =>
    ["4.1.2", "4.1.3"].includes(table.section) ? { ...table, rows: [...table.rows, ...rows] } : table,
  );
}

interface Catalogue {
  codes: { code: string; reproduce: object }[];
}

/** Adds a code, which is reproduced by what is spoilt. */
function withCode(catalogue: Catalogue, spoil: Spoil): Catalogue {
  const [first] = catalogue.codes;
  if (first === undefined) throw new Error("the catalogue has no code");
  const reproduce = {
    path: spoil("/p"),
    query: spoil("q"),
    headers: { appKey: spoil("key") },
    set: { "dataHeader.UTZPE_CNCT_IPAD": spoil("ip") },
    body: spoil("{"),
  };
  return { ...catalogue, codes: [...catalogue.codes, { ...first, code: spoil("SYSCD99999"), reproduce }] };
}
