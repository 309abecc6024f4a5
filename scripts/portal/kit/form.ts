import { hash } from "node:crypto";
import { html } from "hono/html";
import * as v from "valibot";
import { Refused } from "../../sandbox/store/refused.ts";
import { field, type FormFields } from "./visit.ts";
import * as say from "../messages.ts";

/** HTML of hono: escaped, to be put into other HTML. */
export type Markup = ReturnType<typeof html>;

/** What a form shows: what was typed, and what is wrong with it by field. */
export interface FormState {
  fields: FormFields;
  problems: Readonly<Record<string, string>>;
  /** What is wrong with the whole. */
  problem?: string;
}

export const emptyForm: FormState = { fields: {}, problems: {} };

/** U+FFFD stands where the bytes of a form were no text. */
const controlCharacters = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\uFFFD]/u;
const controlCharactersButLines = /[^\P{Cc}\n\t]|[\p{Cf}\p{Co}\p{Cs}\uFFFD]/u;

/** A line of text as a form's field: trimmed, NFC, without control characters. */
export function line(name: string, most: number, least: 0 | 1 = 1) {
  return textField(name, most, least, controlCharacters, false);
}

/** Several lines of text as a form's field. */
export function lines(name: string, most: number, least: 0 | 1 = 0) {
  return textField(name, most, least, controlCharactersButLines, true);
}

function textField(name: string, most: number, least: number, refused: RegExp, isLong: boolean) {
  return v.pipe(
    v.string(),
    v.transform((text) => text.replaceAll("\r\n", "\n").normalize("NFC").trim()),
    v.check((text) => text.length >= least, say.enter(name)),
    v.check((text) => [...text].length <= most, say.atMost(name, most)),
    v.check((text) => !refused.test(text), isLong ? say.controlCharacters(name) : say.controlsOrBreaks(name)),
  );
}

/** One of several values. */
export function choice<const Values extends readonly string[]>(name: string, values: Values) {
  return v.picklist(values, say.choose(name));
}

const isWhole = (text: string, most: number): boolean => /^\d{1,12}$/.test(text) && Number(text) <= most;
const wholeText = (name: string, most: number): string => say.wholeNumber(name, most);

/** A whole number that is not negative. */
export function wholeNumber(name: string, most: number) {
  return v.pipe(
    v.string(),
    v.transform((text) => text.trim()),
    v.check((text) => isWhole(text, most), wholeText(name, most)),
    v.transform(Number),
  );
}

/** A limit as a whole number; an empty field is null. */
export function limit(name: string, most: number) {
  return v.pipe(
    v.string(),
    v.transform((text) => text.trim()),
    v.check((text) => text === "" || isWhole(text, most), `${wholeText(name, most)} 제한하지 않으려면 비워 두십시오.`),
    v.transform((text) => (text === "" ? null : Number(text))),
  );
}

/** The id of a row. */
export function rowId(message: string) {
  return v.pipe(
    v.string(),
    v.check((text) => /^[1-9]\d{0,14}$/.test(text), message),
    v.transform(Number),
  );
}

/**
 * Reads a form's fields.
 *
 * @returns the values, or the form with what is wrong
 */
export function readForm<Schema extends v.ObjectSchema<v.ObjectEntries, undefined>>(
  schema: Schema,
  fields: FormFields,
): { values: v.InferOutput<Schema> } | { state: FormState } {
  const texts = Object.fromEntries(Object.keys(schema.entries).map((name) => [name, field(fields, name)]));
  const result = v.safeParse(schema, texts);
  if (result.success) return { values: result.output };
  const problems: Record<string, string> = {};
  for (const issue of result.issues) problems[String(issue.path?.[0]?.key)] ??= issue.message;
  return { state: { fields, problems } };
}

/**
 * Does what a form asks for.
 *
 * @returns undefined where it was done, otherwise the form with what the store refused
 * @throws what is no refusal of the store's
 */
export async function attempt(fields: FormFields, work: () => unknown): Promise<FormState | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.field === undefined
      ? { fields, problems: {}, problem: error.message }
      : { fields, problems: { [error.field]: error.message } };
  }
}

/** Stands for what a form was opened with. @param shown what it shows, as data */
export function markOf(shown: unknown): string {
  return hash("sha256", JSON.stringify(shown), "base64url");
}

/** What says that another has saved since a form was opened; the form shown again may be saved over it. */
export function overtaken(fields: FormFields, mark: string, what: string): FormState | undefined {
  if (field(fields, "seen") === mark) return undefined;
  const problem = say.changedMeanwhile(what);
  return { fields: { ...fields, seen: [mark] }, problems: {}, problem };
}

interface FieldLook {
  name: string;
  label: string | Markup;
  type?: "text" | "password" | "email" | "tel" | "url" | "number" | "date" | "time";
  hint?: string;
  required?: boolean;
  /** What stands there before anything was typed. */
  initial?: string;
  autocomplete?: string;
  maxlength?: number;
  /** Makes a list to choose from. */
  options?: readonly { value: string; label: string }[];
  /** Makes an area of several lines. */
  rows?: number;
}

/** A labelled input with its hint, what was typed, and what is wrong with it. Passwords are never given back. */
export function input(state: FormState, look: FieldLook): Markup {
  const { name, label, type = "text", hint, required = false, autocomplete, maxlength, options, rows } = look;
  const problem = state.problems[name];
  const value = type === "password" ? "" : (state.fields[name]?.at(-1) ?? look.initial ?? "");
  const described = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(problem === undefined ? [] : [`${name}-problem`]),
  ];
  const shared = html`id="${name}" name="${name}"${required ? html` required` : ""}${described.length > 0 ? html` aria-describedby="${described.join(" ")}"` : ""}${problem === undefined ? "" : html` aria-invalid="true"`}${autocomplete === undefined ? "" : html` autocomplete="${autocomplete}"`}${maxlength === undefined ? "" : html` maxlength="${maxlength}"`}`;
  const control =
    options !== undefined
      ? html`<select ${shared}>${options.map((one) => html`<option value="${one.value}"${one.value === value ? html` selected` : ""}>${one.label}</option>`)}</select>`
      : rows !== undefined
        ? html`<textarea ${shared} rows="${rows}">
${value}</textarea>`
        : html`<input ${shared} type="${type}" value="${value}">`;
  return html`<div class="field">
<label for="${name}">${label}${required ? html` <span class="required">필수</span>` : ""}</label>
${control}
${hint === undefined ? "" : html`<p class="hint" id="${name}-hint">${hint}</p>`}
${problem === undefined ? "" : html`<p class="problem" id="${name}-problem">${problem}</p>`}
</div>`;
}

/** What is wrong with a form, at its top, with links to the fields. */
export function problemSummary({ problem, problems }: FormState): Markup | "" {
  const entries = Object.entries(problems);
  if (problem === undefined && entries.length === 0) return "";
  return html`<div class="alert" role="alert" tabindex="-1" autofocus>
${problem === undefined ? html`<p>${say.nothingSaved}</p>` : html`<p>${problem}</p>`}
${entries.length === 0 ? "" : html`<ul>${entries.map(([name, text]) => html`<li><a href="#${name}">${text}</a></li>`)}</ul>`}
</div>`;
}

/** Hidden inputs, which carry a form's fields on. */
export function hidden(fields: FormFields): Markup[] {
  return Object.entries(fields).flatMap(([name, values]) =>
    values.map((value) => html`<input type="hidden" name="${name}" value="${value}">`),
  );
}
