import { type SpecFile, walk } from "../../../bundle/spec-files.ts";
import { changeAt, type Data, type Mutant, nodeAt, type Operator, renameKey, setKey } from "../mutant.ts";

interface SchemaPlace {
  pointer: string;
  schema: Data;
}

/** Every schema of a file that is written out, outermost first. */
function schemasIn(file: SpecFile): SchemaPlace[] {
  const found: SchemaPlace[] = [];
  const visit = (schema: Data, pointer: string): void => {
    if ("$ref" in schema) return;
    found.push({ pointer, schema });
    for (const code of Object.keys(schema.properties ?? {}))
      visit(schema.properties[code], `${pointer}/properties/${code}`);
    if (schema.items !== undefined) visit(schema.items, `${pointer}/items`);
  };
  if (file.path.includes("/schemas/")) visit(file.data, "");
  else walk(file, (node, pointer) => void ("schema" in node && visit(node["schema"], `${pointer}/schema`)));
  return found;
}

const over =
  (make: (file: SpecFile, place: SchemaPlace) => Mutant[]): Operator =>
  (file) =>
    schemasIn(file).flatMap((place) => make(file, place));

/** Each required entry dropped; each optional property made required. */
export const required = over((file, { pointer, schema }) => {
  const entries: string[] = schema.required ?? [];
  const optional = Object.keys(schema.properties ?? {}).filter((code) => !entries.includes(code));
  return [
    ...entries.map((code, index) => ({
      ...setKey("required-dropped", file, `${pointer}/required`, index),
      what: `required에서 뺌: ${code}`,
    })),
    ...optional.map((code) => ({
      ...changeAt(
        "required-added",
        file,
        pointer,
        `required에 더함: ${code}`,
        (node) => (node.required = [...(node.required ?? []), code]),
      ),
      pointer: `${pointer}/properties/${code}`,
    })),
  ];
});

/** Each maxLength one less, one more and gone; a maxLength where there is none. */
export const length = over((file, { pointer, schema }) => {
  if (schema.type !== "string") return [];
  if (schema.maxLength === undefined) return [setKey("length", file, pointer, "maxLength", 20)];
  return [schema.maxLength - 1, schema.maxLength + 1, undefined].map((value) =>
    setKey("length", file, pointer, "maxLength", value),
  );
});

/** Values loosened and tightened by minLength, pattern and enum; lists by their number of items. */
export const values = over((file, { pointer, schema }) => {
  const set = (key: string, value?: unknown): Mutant => setKey("values", file, pointer, key, value);
  if (schema.type === "array") return [set("minItems", 1), set("maxItems", 1), set("uniqueItems", true)];
  if (schema.type !== "string") return [];
  const patterns =
    schema.pattern === undefined
      ? ["^[0-9A-Za-z]*$"]
      : ["^[0-9]+$", "^[0-9]*", "[0-9]*$", "^[0-9 ]*$", "^[1-9][0-9]*$", undefined];
  const allowed: string[] | undefined = schema.enum;
  const enums =
    allowed === undefined
      ? [[""], ["Y", "N"]]
      : [
          ...allowed.map((one) => allowed.filter((other) => other !== one)),
          [...allowed, "y"],
          [...allowed, ""],
          undefined,
        ];
  return [
    set("minLength", 1),
    set("format", "email"),
    ...patterns.map((one) => set("pattern", one)),
    ...enums.map((one) => set("enum", one)),
  ];
});

/** Each type changed into every other, widened by null and by every other, and gone. */
export const type = over((file, { pointer, schema }) => {
  const all = ["string", "integer", "number", "boolean", "array", "object", "null"];
  const others = all.filter((one) => one !== schema.type);
  return [...others, ...others.map((one) => [schema.type, one]), undefined].map((value) =>
    setKey("type", file, pointer, "type", value),
  );
});

/** Each property renamed, gone, and gone from required as well. */
export const property = over((file, { pointer, schema }) => {
  const entries: string[] = schema.required ?? [];
  return Object.keys(schema.properties ?? {}).flatMap((code) => {
    const renamed = renameKey("property", file, `${pointer}/properties`, code, `${code}X`);
    const removed = setKey("property", file, `${pointer}/properties`, code);
    if (!entries.includes(code)) return [renamed, removed];
    const everywhere = (mutant: Mutant, instead: string[]): Mutant => ({
      ...mutant,
      what: `${mutant.what} (required에서도)`,
      change(data) {
        mutant.change(data);
        nodeAt(data, pointer).required = entries.flatMap((one) => (one === code ? instead : [one]));
      },
    });
    return [renamed, removed, everywhere(renamed, [`${code}X`]), everywhere(removed, [])];
  });
});

/** Each closed object opened, each open one closed. */
export const openness = over((file, { pointer, schema }) => {
  if (schema.type !== "object") return [];
  const set = (key: string, value?: unknown): Mutant => setKey("openness", file, pointer, key, value);
  if (schema.additionalProperties === false)
    return [
      set("additionalProperties"),
      set("additionalProperties", true),
      set("additionalProperties", { type: "string" }),
    ];
  if (schema.maxProperties !== undefined) return [set("maxProperties"), set("maxProperties", schema.maxProperties + 1)];
  const closed = [
    set("additionalProperties", false),
    set("maxProperties", 0),
    set("additionalProperties", { type: "string" }),
  ];
  return schema.additionalProperties === undefined ? closed : [...closed, set("additionalProperties")];
});

/** Each schema under a condition that its fields do not show, and the keys of each object let in or kept out by pattern. */
export const keyword = over((file, { pointer, schema }) => {
  const set = (key: string, value: unknown): Mutant => setKey("keyword", file, pointer, key, value);
  const conditions = [
    set("anyOf", [{ title: "이것" }, { title: "저것" }]),
    set("not", { const: "x" }),
    set("deprecated", true),
    set("default", null),
    set("const", "Y"),
  ];
  if (schema.type !== "object") return conditions;
  const [first = "X", second = "X"] = Object.keys(schema.properties ?? {});
  return [
    ...conditions,
    set("patternProperties", { "^X_": {} }),
    set("propertyNames", { maxLength: 40 }),
    set("unevaluatedProperties", false),
    set("minProperties", 1),
    set("dependentRequired", { [first]: [second] }),
  ];
});

/** Each array made a scalar, made one of its items, and left without a schema for its items. */
export const array = over((file, { pointer, schema }) => {
  if (schema.type !== "array") return [];
  const scalar = (to: string): Mutant =>
    changeAt("array", file, pointer, `배열 → ${to}`, (node) => {
      node.type = to;
      delete node.items;
    });
  const items = schema.items;
  const single = changeAt("array", file, pointer, "배열을 원소 하나로", (node) => {
    delete node.items;
    delete node.type;
    Object.assign(node as object, "$ref" in items ? { allOf: [items] } : items);
  });
  return [scalar("string"), scalar("object"), single, setKey("array", file, pointer, "items")];
});

/** Each reference to a schema led to every other schema. */
export const reference: Operator = (file, spec) => {
  const schemas = [...spec.files.keys()].filter((path) => path.includes("/schemas/"));
  const found: Mutant[] = [];
  walk(file, (node, pointer) => {
    const ref = node["$ref"];
    if (typeof ref !== "string" || !/\/(schema|items|properties\/[^/]+)$/.test(pointer)) return;
    for (const path of schemas.filter((one) => !ref.endsWith(`/${one.split("/").at(-1)}`)))
      found.push(setKey("reference", file, pointer, "$ref", relativeRef(file.path, path)));
  });
  return found;
};

/** A reference from one file of the spec folder to another. */
export function relativeRef(from: string, to: string): string {
  return `${"../".repeat(from.split("/").length - 1) || "./"}${to}`;
}

/** Each property's title exchanged with that of every other field of the spec's schemas. */
export const title: Operator = (file, spec) => {
  const fields = [...spec.files.values()]
    .filter(({ path }) => path.includes("/schemas/"))
    .flatMap((one) =>
      schemasIn(one)
        .filter(({ pointer }) => /\/properties\/[A-Z]/.test(pointer))
        .map((place) => ({ file: one.path, ...place })),
    );
  const own = fields.filter((field) => field.file === file.path);
  const swapped = own.flatMap((field, index) =>
    own.slice(index + 1).map((other) => ({
      ...changeAt("title", file, "", `title을 ${other.pointer}와(과) 맞바꿈`, (data: Data) => {
        const [a, b] = [field, other].map(({ pointer }) => nodeAt(data, pointer));
        [a.title, b.title] = [b.title, a.title];
      }),
      pointer: `${field.pointer}/title`,
    })),
  );
  // Two files cannot change at once: of such a pair each takes the other's name alone.
  const taken = own.flatMap((field) =>
    fields
      .filter((other) => other.file !== file.path)
      .map((other) => setKey("title", file, field.pointer, "title", other.schema.title)),
  );
  return [...swapped, ...taken, ...own.map((field) => setKey("title", file, field.pointer, "title"))];
};

export const schemaOperators: Operator[] = [
  required,
  length,
  values,
  type,
  property,
  openness,
  keyword,
  array,
  reference,
  title,
];
