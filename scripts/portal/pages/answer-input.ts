import { html } from "hono/html";
import { placeNames } from "../../bundle/parameters.ts";
import { deref, type OpenApi, type Schema } from "../../bundle/openapi.ts";
import { isObject } from "../../lib/is-object.ts";
import { readJson } from "../../lib/read-json.ts";
import type { Conditions } from "../../sandbox/scenarios/scenario.ts";
import type { CheckedOperation } from "../../server/checked-operation.ts";
import { press } from "../kit/body-fields.ts";
import { lostInForms, lostText, scalarOf } from "../../bundle/body-form.ts";
import { type FormState, input, type Markup } from "../kit/form.ts";
import { field, type FormFields } from "../kit/visit.ts";
import * as say from "../messages.ts";

/** A field of a request whose value a scenario may ask for. */
interface RequestField {
  /** Keys to it, the first `body` or `parameters`. */
  path: readonly string[];
  schema: Schema;
  /** Korean name and code. */
  label: string;
}

/** A request's fields, those of objects one by one, lists whole. */
export function requestFields(api: OpenApi, { parameters, requestTypes }: CheckedOperation): RequestField[] {
  const visit = (reference: Schema, path: readonly string[]): RequestField[] => {
    const schema = deref<Schema>(api, reference);
    if (schema.type === "object" && schema.properties !== undefined)
      return Object.entries(schema.properties).flatMap(([key, one]) => visit(one, [...path, key]));
    const [where, place = ""] = path;
    const code = path.at(-1) ?? "";
    const name = schema.title === undefined ? code : `${schema.title}(${code})`;
    const label = where === "parameters" ? `${placeNames[place as keyof typeof placeNames]} ${name}` : name;
    return [{ path, schema, label }];
  };
  const [body] = Object.values(requestTypes);
  return [
    ...(parameters === undefined ? [] : visit(parameters, ["parameters"])),
    ...(body === undefined ? [] : visit(body.schema, ["body"])),
  ];
}

/** How a request's field stands in a list to choose from. */
const keyOf = ({ path }: RequestField): string => path.map(encodeURIComponent).join("/");

const maxRows = 30;

function rowsOf(fields: FormFields): number {
  const text = field(fields, "inputs");
  return /^\d{1,2}$/.test(text) ? Math.min(Number(text), maxRows) : 0;
}

/** The input values that a scenario asks for, as the form's rows. */
export function fillInputs(known: readonly RequestField[], when: Conditions): FormFields {
  const rows = known.flatMap((one) => {
    const value = one.path.reduce<unknown>((node, key) => (isObject(node) ? node[key] : undefined), when);
    return value === undefined
      ? []
      : [{ key: keyOf(one), text: typeof value === "string" ? value : JSON.stringify(value) }];
  });
  return {
    inputs: [String(rows.length)],
    ...Object.fromEntries(
      rows.flatMap(({ key, text }, index) => [
        [`input-${index}-field`, [key]],
        [`input-${index}-value`, [text]],
      ]),
    ),
  };
}

/** What the rows say. Problems are by the name of the field. */
export function readInputs(
  known: readonly RequestField[],
  fields: FormFields,
): { when: Pick<Conditions, "body" | "parameters">; problems: Record<string, string> } {
  const problems: Record<string, string> = {};
  const when: Record<string, unknown> = {};
  const seen = new Set<string>();
  for (let index = 0; index < rowsOf(fields); index += 1) {
    const key = field(fields, `input-${index}-field`);
    const found = known.find((one) => keyOf(one) === key);
    if (found === undefined || seen.has(key)) {
      problems[`input-${index}-field`] = found === undefined ? say.chooseField : say.fieldTwice;
      continue;
    }
    seen.add(key);
    const text = field(fields, `input-${index}-value`);
    if (lostInForms.test(text)) problems[`input-${index}-value`] = lostText;
    const value = valueOf(found.schema, text);
    if (value === undefined) problems[`input-${index}-value`] = say.badValue;
    else put(when, found.path, value);
  }
  return { when, problems };
}

function valueOf(schema: Schema, text: string): unknown {
  if (["string", "number", "integer", "boolean"].includes(schema.type ?? "")) return scalarOf(schema, text);
  const read = readJson(text);
  return "value" in read ? read.value : undefined;
}

function put(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const last = path.at(-1) ?? "";
  const holder = path.slice(0, -1).reduce<Record<string, unknown>>((node, key) => {
    const next = isObject(node[key]) ? node[key] : {};
    node[key] = next;
    return next;
  }, target);
  holder[last] = value;
}

/** The fields after a button of the rows was pressed; undefined where it is another. */
export function pressedInputs(fields: FormFields, button: string): FormFields | undefined {
  const [verb, row] = button.split(" ");
  const rows = rowsOf(fields);
  if (verb === "add-input") return { ...fields, inputs: [String(Math.min(rows + 1, maxRows))] };
  if (verb !== "remove-input") return undefined;
  const moved = Object.entries(fields).flatMap(([name, values]): [string, readonly string[]][] => {
    const [, index, part] = /^input-(\d+)-(field|value)$/.exec(name) ?? [];
    if (index === undefined || Number(index) < Number(row)) return [[name, values]];
    return index === row ? [] : [[`input-${Number(index) - 1}-${part}`, values]];
  });
  return { ...Object.fromEntries(moved), inputs: [String(Math.max(rows - 1, 0))] };
}

/** The rows of input values. */
export function inputRows(known: readonly RequestField[], state: FormState, action: string): Markup {
  const count = rowsOf(state.fields);
  return html`<fieldset id="inputs"><legend>입력값</legend>
<input type="hidden" name="inputs" value="${count}">
${count === 0 ? html`<p class="hint">요청의 값은 확인하지 않습니다.</p>` : html`<p class="hint">요청의 값이 아래와 모두 같을 때 응답합니다.</p>`}
${Array.from(
  { length: count },
  (_, index) => html`<div class="repeat" role="group" aria-label="입력값 ${index + 1}번째">
${input(state, {
  name: `input-${index}-field`,
  label: "요청의 필드",
  options: [{ value: "", label: "선택하십시오" }, ...known.map((one) => ({ value: keyOf(one), label: one.label }))],
})}
${input(state, { name: `input-${index}-value`, label: "값" })}
<p>${press(action, `remove-input ${index}`, "삭제", "inputs", `입력값 ${index + 1}번째 삭제`)}</p></div>`,
)}
${known.length === 0 ? html`<p class="hint">요청에 필드가 없는 API입니다.</p>` : html`<p>${press(action, "add-input", "추가", "inputs", "입력값 추가")}</p>`}
</fieldset>`;
}
