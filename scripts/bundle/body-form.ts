import { field, type FormFields } from "../lib/form-fields.ts";
import { isObject } from "../lib/is-object.ts";
import { readJson } from "../lib/read-json.ts";
import { deref, type OpenApi, type Schema } from "./openapi.ts";

/** A part of a body, and how it is typed. */
export interface Part {
  /** Name of its form field; the names of its own parts begin with it. */
  name: string;
  key: string;
  /** Without a reference. */
  schema: Schema;
  control: "text" | "number" | "choice" | "object" | "list" | "json";
  /** Whether it may be left out. */
  isOptional: boolean;
  /** Whether it says what to change, and not all that there is. */
  isChange: boolean;
}

/** The most rows of a list. */
const maxRows = 200;

/**
 * A form for a body, made from its schema. What was typed stays in the form's fields: a part's text has the part's name,
 * `NAME:sent` says that an optional part is there, `NAME:rows` how many rows a list has, `NAME:more` holds the keys that the
 * schema does not know, and `NAME:json` takes the place of a part's controls.
 */
export class BodyForm {
  readonly root: Part;
  readonly #api: OpenApi;

  /** @param isChange whether the body says what to change: every field is optional then, but those in lists */
  constructor(api: OpenApi, schema: Schema, name: string, isChange = false) {
    this.#api = api;
    this.root = this.#part(schema, { name, key: "", isOptional: false, isChange });
  }

  /** The parts of an object. */
  partsOf({ name, schema, isChange }: Part): Part[] {
    return Object.entries(schema.properties ?? {}).map(([key, property]) => {
      const part = this.#part(property, {
        ...{ name: inner(name, key), key, isChange },
        isOptional: schema.required?.includes(key) !== true,
      });
      return isChange && part.control !== "object" ? { ...part, isOptional: true } : part;
    });
  }

  /** A row of a list. */
  row({ name, schema }: Part, index: number): Part {
    return this.#part(schema.items ?? {}, {
      ...{ name: inner(name, String(index)), key: `${index + 1}번째` },
      ...{ isOptional: false, isChange: false },
    });
  }

  /** The fields that show a value. @param shown what stands where the value has nothing, without being sent */
  fill(value: unknown, shown?: unknown): FormFields {
    const fields: Record<string, string[]> = {};
    this.#fill(this.root, value, shown, fields);
    return fields;
  }

  /** The value that fields say; undefined for a change of nothing. Problems are by the name of the field. */
  read(fields: FormFields): { value: unknown; problems: Record<string, string> } {
    const problems: Record<string, string> = {};
    return { value: this.#read(this.root, fields, problems), problems };
  }

  /** The name of the control that shows a place of the value. */
  fieldAt(fields: FormFields, path: readonly string[]): string {
    let part = this.root;
    for (const key of path) {
      if (isJsonPart(part, fields)) break;
      const next =
        part.control === "list" ? this.row(part, Number(key)) : this.partsOf(part).find((one) => one.key === key);
      if (next === undefined) return `${part.name}:more` in fields ? `${part.name}:more` : part.name;
      part = next;
    }
    return isJsonPart(part, fields) ? `${part.name}:json` : part.name;
  }

  /** The fields after a button of the form was pressed; undefined where it is another form's. */
  pressed(fields: FormFields, button: string): { fields: FormFields; problems: Record<string, string> } | undefined {
    const [verb, name = "", index = ""] = button.split(" ");
    if (!isUnder(name, this.root.name)) return undefined;
    const rows = rowsOf(fields, name);
    switch (verb) {
      case "open":
        return ok({ ...fields, [`${name}:sent`]: ["yes"] });
      case "add":
        return ok({ ...fields, [`${name}:rows`]: [String(Math.min(rows + 1, maxRows))] });
      case "remove":
        return ok({ ...withoutRow(fields, name, Number(index)), [`${name}:rows`]: [String(Math.max(rows - 1, 0))] });
      case "json": {
        const { value, problems } = this.read(fields);
        if (Object.keys(problems).length > 0) return { fields, problems };
        return ok({ ...this.without(fields), [`${this.root.name}:json`]: [JSON.stringify(value ?? {}, null, 2)] });
      }
      case "form": {
        const { value, problems } = this.read(fields);
        if (Object.keys(problems).length > 0) return { fields, problems };
        const filled = this.fill(value);
        const json = `${this.root.name}:json`;
        return json in filled
          ? { fields, problems: { [json]: partialText } }
          : ok({ ...this.without(fields), ...filled });
      }
      default:
        return undefined;
    }
  }

  /** The fields of this form alone, which a page that does not show it carries on. */
  only(fields: FormFields): FormFields {
    return Object.fromEntries(Object.entries(fields).filter(([name]) => isUnder(name, this.root.name)));
  }

  /** Fields without those of this form. */
  without(fields: FormFields): FormFields {
    return Object.fromEntries(Object.entries(fields).filter(([name]) => !isUnder(name, this.root.name)));
  }

  #part(reference: Schema, place: Omit<Part, "schema" | "control">): Part {
    // What stands beside a reference is said of this place.
    const { $ref: _, ...own } = reference;
    const schema = { ...deref<Schema>(this.#api, reference), ...own };
    return { ...place, schema, control: controlOf(schema) };
  }

  #fill(part: Part, value: unknown, shown: unknown, fields: Record<string, string[]>): void {
    const { name, control } = part;
    if (value !== undefined && part.isOptional) fields[`${name}:sent`] = ["yes"];
    const given = value === undefined ? shown : value;
    if (given === undefined) return;
    if (!isShowable(part, given)) fields[`${name}:json`] = [JSON.stringify(given, null, 2)];
    else if (control === "object") {
      const parts = this.partsOf(part);
      for (const one of parts) this.#fill(one, own(value, one.key), own(shown, one.key), fields);
      const known = new Set(parts.map(({ key }) => key));
      const more = Object.entries(value ?? {}).filter(([key]) => !known.has(key));
      if (more.length > 0) fields[`${name}:more`] = [JSON.stringify(Object.fromEntries(more), null, 2)];
    } else if (Array.isArray(given)) {
      fields[`${name}:rows`] = [String(given.length)];
      for (const [index, item] of given.entries()) this.#fill(this.row(part, index), item, undefined, fields);
    } else fields[name] = [String(given)];
  }

  #read(part: Part, fields: FormFields, problems: Record<string, string>): unknown {
    const { name, control, schema } = part;
    const text = field(fields, name).replaceAll("\r\n", "\n");
    if (lostInForms.test(text)) problems[name] = lostText;
    if (part.isOptional && !isSent(part, fields)) return undefined;
    if (isJsonPart(part, fields)) return jsonOf(`${name}:json`, fields, problems);
    switch (control) {
      case "list":
        return Array.from({ length: rowsOf(fields, name) }, (_, index) =>
          this.#read(this.row(part, index), fields, problems),
        );
      case "object": {
        const parts = this.partsOf(part).map((one): [string, unknown] => [one.key, this.#read(one, fields, problems)]);
        const more = fields[`${name}:more`] === undefined ? {} : jsonOf(`${name}:more`, fields, problems);
        if (!isObject(more)) problems[`${name}:more`] ??= "이름과 값으로 된 JSON 객체를 입력하십시오.";
        const entries = [...parts.filter(([, one]) => one !== undefined), ...Object.entries(more ?? {})];
        return part.isChange && !part.isOptional && entries.length === 0 ? undefined : Object.fromEntries(entries);
      }
      default:
        return scalarOf(schema, text);
    }
  }
}

/** Whether an optional part is there. */
export function isSent({ name }: Part, fields: FormFields): boolean {
  return field(fields, `${name}:sent`) === "yes";
}

/** Whether a part is typed as JSON: its schema leaves no other way, or its value, or whoever edits it. */
export function isJsonPart({ name, control }: Part, fields: FormFields): boolean {
  return control === "json" || fields[`${name}:json`] !== undefined;
}

/** Whether anything of a part was shown before. */
export function isBegun({ name }: Part, fields: FormFields): boolean {
  return Object.keys(fields).some((one) => isUnder(one, name));
}

/** How many rows a list has. */
export function rowsOf(fields: FormFields, name: string): number {
  const text = field(fields, `${name}:rows`);
  return /^\d{1,3}$/.test(text) ? Math.min(Number(text), maxRows) : 0;
}

/** The values that a part is chosen from. */
export function valuesOf({ type, enum: values, ...schema }: Schema): readonly unknown[] | undefined {
  if ("const" in schema) return [schema.const];
  return values ?? (type === "boolean" ? [true, false] : undefined);
}

function controlOf(schema: Schema): Part["control"] {
  const { type = "", properties = {}, items } = schema;
  if (type === "object") return Object.keys(properties).length > 0 ? "object" : "json";
  if (type === "array") return items === undefined ? "json" : "list";
  if (!["string", "number", "integer", "boolean"].includes(type)) return "json";
  if (valuesOf(schema) !== undefined) return "choice";
  return type === "string" ? "text" : "number";
}

/** Characters that a page does not show, or that come back otherwise from a browser. */
export const lostInForms = /[^\P{Cc}\n\t]|[\p{Cf}\p{Co}\p{Cs}\uFFFD]/u;
export const lostText = "제어 문자나 깨진 문자가 있습니다. 지우거나, JSON으로 편집해 \\u 표기로 입력하십시오.";

const partialText =
  "양식으로 편집하려면 필수 필드가 모두 있는 JSON 객체를 입력하십시오. 이대로 보내려면 JSON으로 편집하십시오.";

/** Whether a part's controls can show a value; an object without a required part is not filled up. */
function isShowable({ control, schema, isChange }: Part, value: unknown): boolean {
  if (control === "list") return Array.isArray(value) && value.length <= maxRows;
  if (control === "object")
    return isObject(value) && (isChange || schema.required?.every((key) => Object.hasOwn(value, key)) !== false);
  if (control === "json") return false;
  if (schema.type === "string") return typeof value === "string" && !lostInForms.test(value);
  return schema.type === "boolean" ? typeof value === "boolean" : typeof value === "number";
}

/** The value that a text means for a schema; a text that means none stays, so that the check tells of it. */
export function scalarOf({ type }: Schema, text: string): unknown {
  if (type === "string") return text;
  if (type === "boolean") return text === "true" || text === "false" ? text === "true" : text;
  const trimmed = text.trim();
  return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(trimmed) ? Number(trimmed) : text;
}

function jsonOf(name: string, fields: FormFields, problems: Record<string, string>): unknown {
  const text = field(fields, name);
  const read = readJson(text);
  if ("value" in read) return read.value;
  const { line, column, reason } = read.problem;
  const place = `${line === undefined ? "" : `${line}번째 줄`}${column === undefined ? "" : ` ${column}번째 글자`}`;
  problems[name] =
    text.trim() === "" ? "비어 있습니다. JSON으로 입력하십시오." : `${place === "" ? "" : `${place}: `}${reason}`;
  return undefined;
}

function inner(name: string, key: string): string {
  // HTML would write an apostrophe otherwise.
  return `${name}/${encodeURIComponent(key).replaceAll("'", "%27")}`;
}

function isUnder(name: string, root: string): boolean {
  return name === root || name.startsWith(`${root}/`) || name.startsWith(`${root}:`);
}

function own(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function ok(fields: FormFields): { fields: FormFields; problems: Record<string, string> } {
  return { fields, problems: {} };
}

/** Fields without a row of a list; the rows behind it move up. */
function withoutRow(fields: FormFields, list: string, removed: number): FormFields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, values]): [string, readonly string[]][] => {
      if (!name.startsWith(`${list}/`)) return [[name, values]];
      const [, index = "", rest = ""] = /^(\d+)(.*)$/s.exec(name.slice(list.length + 1)) ?? [];
      if (Number(index) === removed) return [];
      return [[Number(index) > removed ? `${list}/${Number(index) - 1}${rest}` : name, values]];
    }),
  );
}
