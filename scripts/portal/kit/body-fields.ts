import { html } from "hono/html";
import { type BodyForm, isBegun, isJsonPart, isSent, type Part, rowsOf, valuesOf } from "../../bundle/body-form.ts";
import { hintOf } from "../../bundle/field-words.ts";
import { type FormState, input, type Markup } from "./form.ts";
import { field } from "./visit.ts";

/**
 * The controls of a body's form. Its buttons send the form that they stand in, as `press`.
 *
 * @param action where that form leads, below /portal
 */
export function bodyFields(body: BodyForm, state: FormState, action: string): Markup {
  const { root } = body;
  const isJson = isJsonPart(root, state.fields);
  const place = `${root.name}:body`;
  const toggle = isJson
    ? press(action, `form ${root.name}`, "양식으로 편집", place)
    : press(action, `json ${root.name}`, "JSON으로 편집", place);
  const problem = root.control === "object" && !isJson ? state.problems[root.name] : undefined;
  return html`<div class="body" id="${place}">
${root.control === "json" ? "" : html`<p>${toggle}</p>`}
${problem === undefined ? "" : html`<p class="problem" id="${root.name}">${problem}</p>`}
${isJson ? jsonArea(root, state, 20) : new Controls(body, state, action).partsOf(root)}
</div>`;
}

/** A button that sends a form to be shown again, at a place of the page. */
export function press(action: string, value: string, label: string, place: string, spoken?: string): Markup {
  return html`<button type="submit" name="press" value="${value}" formnovalidate class="second" formaction="/portal${action}#${place}"${spoken === undefined ? "" : html` aria-label="${spoken}"`}>${label}</button>`;
}

/** The first button of a form, which the Enter key presses. */
export const saveByEnter = html`<button type="submit" name="press" value="save" class="default" tabindex="-1" aria-hidden="true">저장</button>`;

class Controls {
  readonly #body: BodyForm;
  readonly #state: FormState;
  readonly #action: string;

  constructor(body: BodyForm, state: FormState, action: string) {
    this.#body = body;
    this.#state = state;
    this.#action = action;
  }

  /** An object's parts. */
  partsOf(part: Part): Markup {
    const more = `${part.name}:more`;
    return html`<div class="parts">${part.control === "object" ? this.#body.partsOf(part).map((one) => this.#one(one)) : this.#one(part)}</div>
${
  this.#state.fields[more] === undefined
    ? ""
    : input(this.#state, { name: more, label: "명세에 없는 필드", rows: 4, hint: "이름과 값으로 된 JSON 객체입니다." })
}`;
  }

  #one(part: Part): Markup {
    const { name, control, isOptional } = part;
    const { fields } = this.#state;
    if (isJsonPart(part, fields))
      return html`<div class="across">${jsonArea(part, this.#state)}${this.#sent(part)}</div>`;
    if (control !== "object" && control !== "list") return html`<div>${this.#leaf(part)}${this.#sent(part)}</div>`;
    const isClosed = isOptional && !isBegun(part, fields);
    return html`<fieldset class="across" id="${name}"><legend>${labelOf(part)}</legend>
${problemAt(this.#state, name)}
${
  isClosed
    ? html`<p class="hint">보내지 않는 필드입니다. ${press(this.#action, `open ${name}`, "보내기", name, `${nameOf(part)} 보내기`)}</p>`
    : html`${this.#sent(part)}${control === "list" ? this.#rows(part) : this.partsOf(part)}`
}</fieldset>`;
  }

  #rows(part: Part): Markup {
    const { name, schema } = part;
    const label = nameOf(part);
    const count = rowsOf(this.#state.fields, name);
    return html`${hintOf(schema) === "" ? "" : html`<p class="hint">${hintOf(schema)}</p>`}
<input type="hidden" name="${name}:rows" value="${count}">
${Array.from({ length: count }, (_, index) => {
  const row = this.#body.row(part, index);
  const title = `${label} ${index + 1}번째`;
  return html`<div class="repeat" role="group" aria-label="${title}"${row.control === "object" ? html` id="${row.name}"` : ""}>
${row.control === "object" && !isJsonPart(row, this.#state.fields) ? html`${problemAt(this.#state, row.name)}${this.partsOf(row)}` : this.#one(row)}
<p>${press(this.#action, `remove ${name} ${index}`, "삭제", name, `${title} 삭제`)}</p></div>`;
})}
${count === 0 ? html`<p class="hint">빈 목록을 보냅니다.</p>` : ""}
<p>${press(this.#action, `add ${name}`, "추가", name, `${label} 추가`)}</p>`;
  }

  #leaf(part: Part): Markup {
    const { name, schema } = part;
    const text = field(this.#state.fields, name);
    const values = valuesOf(schema)?.map(String);
    const isLong = text.includes("\n");
    return input(this.#state, {
      ...{ name, label: labelOf(part) },
      ...(hintOf(schema) === "" ? {} : { hint: hintOf(schema) }),
      ...(isLong ? { rows: 4 } : {}),
      ...(values === undefined
        ? {}
        : {
            options: [
              ...(values.includes(text) ? [] : [{ value: text, label: text === "" ? "선택하십시오" : text }]),
              ...values.map((value) => ({ value, label: value === "" ? "(빈 문자열)" : value })),
            ],
          }),
    });
  }

  /** Says whether an optional part is there. */
  #sent(part: Part): Markup | "" {
    if (!part.isOptional) return "";
    const isChecked = isSent(part, this.#state.fields);
    return html`<label class="check sent"><input type="checkbox" name="${part.name}:sent" value="yes"${isChecked ? html` checked` : ""}> ${part.key} ${part.isChange ? "바꾸기" : "보내기"}</label>`;
  }
}

function jsonArea(part: Part, state: FormState, rows = 5): Markup {
  return input(state, {
    name: `${part.name}:json`,
    label: part.key === "" ? "본문(JSON)" : html`${labelOf(part)} (JSON)`,
    rows,
    hint: "JSON으로 입력하십시오. 문자열은 큰따옴표로 묶으십시오.",
  });
}

function problemAt({ problems }: FormState, name: string): Markup | "" {
  return problems[name] === undefined ? "" : html`<p class="problem">${problems[name]}</p>`;
}

/** Korean name and code. */
function labelOf({ key, schema: { title } }: Part): Markup {
  return title === undefined ? html`<code>${key}</code>` : html`${title} <code>${key}</code>`;
}

/** What a button calls a part: its Korean name, or its code. */
function nameOf({ key, schema: { title } }: Part): string {
  return title ?? key;
}
