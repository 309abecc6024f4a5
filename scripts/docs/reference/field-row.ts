import type { Schema } from "../../bundle/openapi.ts";
import { type Html, html, prose } from "../html.ts";
import type { Model } from "../model.ts";
import { errataLinks } from "./errata-links.ts";
import { typeLabel } from "./type-label.ts";

/** A field, a parameter or a header, as a row of a list shows it. */
interface Row {
  code: string;
  /** The anchor of the row. */
  id?: string;
  /** The anchor that tells more of the code. */
  more?: string | undefined;
  /** With what stands beside its reference. */
  schema: Schema;
  /** 필수, 선택 or another condition; undefined where neither can be said. */
  need?: string;
  /** Values that examples give it. */
  examples?: readonly unknown[];
  errata?: readonly string[];
  /** Whether it is a field of a body, where an empty text is a value. */
  isInBody?: boolean;
  /** What it holds. */
  below?: Html | false;
}

/** The longest example that a row shows whole, in characters. */
const shownExample = 80;

/** A row: code, name, type, whether it is required, what it may be, and what it holds. */
export function fieldRow(model: Model, row: Row): Html {
  const { code, id, more, schema, need, below = false } = row;
  const name = html`<code>${code}</code>`;
  return html`<li class="field"${id !== undefined && html` id="${id}"`}>
<p class="field-head">${more === undefined ? name : html`<a href="#${more}">${name}</a>`}${schema.title !== undefined && html` <span class="field-name">${schema.title}</span>`} <span class="field-type">${typeLabel(model.api, schema)}</span>${need !== undefined && html` <span class="${need === "필수" ? "must" : "may"}">${need}</span>`}${schema["x-sensitive"] === true && html` <span class="personal">개인정보</span>`}</p>
${schema.description !== undefined && html`<p>${prose(schema.description)}</p>`}
${facts(model, row)}
${below}</li>
`;
}

/** The rows of one level. Lists without marks are announced as lists by this role alone in some browsers. */
export function fieldList(rows: readonly Html[]): Html {
  return html`<ul class="fields" role="list">
${rows}</ul>
`;
}

function facts(model: Model, row: Row): Html | false {
  const { schema, examples = [], errata = schema["x-errata"] ?? [] } = row;
  const values = "const" in schema ? [schema.const] : (schema.enum ?? []);
  const entries: [string, Html | false][] = [
    ["허용 값", values.length > 0 && codes(values.map(String))],
    ["형식", schema.pattern !== undefined && html`<code>${schema.pattern}</code>`],
    ["빈 문자열", takesEmpty(row) && html`가능`],
    ["예", exampleOf(examples)],
    ["다른 이름", schema["x-aliases"] !== undefined && codes(schema["x-aliases"])],
    ["시나리오", schema["x-scenarios"] !== undefined && html`<a href="#scenarios-inputs">값으로 지정</a>`],
    ["원문과 다른 점", errataLinks(model, errata)],
  ];
  const told = entries.filter(([, fact]) => fact !== false);
  return (
    told.length > 0 &&
    html`<dl class="facts">${told.map(([title, fact]) => html`<div><dt>${title}</dt> <dd>${fact}</dd></div>`)}</dl>`
  );
}

/** Whether a text that must be there may be empty, which its mark alone does not tell. */
function takesEmpty({
  schema: { type, enum: values, pattern, minLength = 0, ...schema },
  need,
  isInBody,
}: Row): boolean {
  const isFree = type === "string" && values === undefined && !("const" in schema) && minLength === 0;
  return isInBody === true && need === "필수" && isFree && (pattern === undefined || new RegExp(pattern, "u").test(""));
}

function codes(values: readonly string[]): Html {
  return html`${values.map((value, index) => html`${index > 0 && ", "}<code>${value}</code>`)}`;
}

/** The first example that is no empty text; objects and lists show theirs in the rows below. */
function exampleOf(examples: readonly unknown[]): Html | false {
  const plain = examples.filter((one) => one !== null && typeof one !== "object");
  const example = plain.find((one) => one !== "") ?? plain[0];
  if (example === undefined) return false;
  if (example === "") return html`빈 문자열`;
  const letters = [...String(example)];
  const shown = letters.length > shownExample ? `${letters.slice(0, shownExample).join("")}…` : letters.join("");
  return html`<code>${shown}</code>`;
}

/** A schema with what stands beside its reference. */
export function resolved(schema: Schema, node: Schema): Schema {
  const { $ref, ...own } = node;
  if ($ref === undefined) return schema;
  const errata = [...new Set([...(schema["x-errata"] ?? []), ...(own["x-errata"] ?? [])])];
  return { ...schema, ...own, "x-errata": errata };
}

/** What a required part is called. */
export function needOf(isRequired: boolean): string {
  return isRequired ? "필수" : "선택";
}
