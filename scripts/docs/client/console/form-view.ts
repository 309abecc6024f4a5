import { type BodyForm, isBegun, isJsonPart, isSent, type Part, rowsOf, valuesOf } from "../../../bundle/body-form.ts";
import { hintOf } from "../../../bundle/field-words.ts";
import { maxLengthOf } from "../../../bundle/openapi.ts";
import { field, type FormFields } from "../../../lib/form-fields.ts";
import { make } from "./elements.ts";

/** The controls of a form that is made from a schema. What is typed stays in its fields. */
export class FormView {
  readonly element = make("div", { class: "parts" });
  readonly form: BodyForm;
  readonly #onChange: () => void;
  #fields: FormFields;
  #problems: Readonly<Record<string, string>> = {};

  /** @param onChange called after each change by hand or by `show` */
  constructor(form: BodyForm, fields: FormFields, onChange: () => void) {
    this.form = form;
    this.#fields = fields;
    this.#onChange = onChange;
    this.element.addEventListener("input", ({ target }) => this.#take(target as HTMLInputElement));
    this.element.addEventListener("click", ({ target }) => {
      const press = (target as Element).closest<HTMLElement>("button[data-press]")?.dataset["press"];
      if (press !== undefined) this.press(press);
    });
    this.#render();
  }

  /** Whether the whole is typed as JSON. */
  get isJson(): boolean {
    return isJsonPart(this.form.root, this.#fields);
  }

  /** The text of the whole where it is typed as JSON. */
  get json(): string {
    return field(this.#fields, `${this.form.root.name}:json`);
  }

  /** The value that was typed; undefined where a part is no JSON, which is told then. */
  read(): { value: unknown } | undefined {
    const { value, problems } = this.form.read(this.#fields);
    if (Object.keys(problems).length === 0) return { value };
    this.show(this.#fields, problems);
    this.element.querySelector<HTMLElement>("[aria-invalid]")?.focus();
    return undefined;
  }

  /** Shows a value in place of what was typed, in the same view. */
  fill(value: unknown): void {
    const { name } = this.form.root;
    this.show(this.isJson ? { [`${name}:json`]: [JSON.stringify(value, null, 2)] } : this.form.fill(value));
  }

  /** Does what a button of the form says: see BodyForm. */
  press(button: string): void {
    const after = this.form.pressed(this.#fields, button);
    if (after !== undefined) this.show(after.fields, after.problems);
  }

  show(fields: FormFields, problems: Readonly<Record<string, string>> = {}): void {
    this.#fields = fields;
    this.#problems = problems;
    const focused = document.activeElement?.id ?? "";
    const isWithin = this.element.contains(document.activeElement);
    this.#render();
    if (isWithin) (document.getElementById(focused) ?? this.#nearest(focused))?.focus();
    this.#onChange();
  }

  /** What takes the focus of a control that is gone: the next one of its list, or the list's last button. */
  #nearest(id: string): HTMLElement | null {
    const [list = ""] = id.split(":remove:");
    return document.getElementById(`${list}:add`) ?? this.element.querySelector<HTMLElement>("input, select, textarea");
  }

  #take(control: HTMLInputElement): void {
    const { name } = control;
    const value = control.type === "checkbox" ? (control.checked ? "yes" : "") : control.value;
    this.#fields = { ...this.#fields, [name]: [value] };
    if (control.type !== "checkbox") {
      // What is typed into an optional field is meant to be sent.
      const sent = this.element.querySelector<HTMLInputElement>(`input[name="${CSS.escape(`${name}:sent`)}"]`);
      if (sent !== null && !sent.checked) {
        sent.checked = true;
        this.#fields = { ...this.#fields, [`${name}:sent`]: ["yes"] };
      }
      const counter = document.getElementById(`${name}:count`);
      if (counter !== null) count(counter, value);
    }
    this.#onChange();
  }

  #render(): void {
    const { root } = this.form;
    this.element.replaceChildren(...(isJsonPart(root, this.#fields) ? [this.#json(root, 18)] : this.#partsOf(root)));
  }

  #partsOf(part: Part): HTMLElement[] {
    const more = `${part.name}:more`;
    return [
      ...(part.control === "object" ? this.form.partsOf(part) : [part]).map((one) => this.#one(one)),
      ...(this.#fields[more] === undefined
        ? []
        : [this.#area(more, ["명세에 없는 필드"], "이름과 값으로 된 JSON 객체입니다.", 4)]),
    ];
  }

  #one(part: Part): HTMLElement {
    const { name, control, isOptional } = part;
    if (isJsonPart(part, this.#fields)) return make("div", { class: "across" }, this.#json(part, 5), this.#sent(part));
    if (control !== "object" && control !== "list") return make("div", {}, this.#leaf(part), this.#sent(part));
    const isClosed = isOptional && !isBegun(part, this.#fields);
    const inner = isClosed
      ? [
          make(
            "p",
            { class: "hint" },
            "보내지 않는 필드입니다. ",
            button(`open ${name}`, `${name}:open`, "보내기", `${nameOf(part)} 보내기`),
          ),
        ]
      : [
          this.#sent(part),
          ...(control === "list" ? this.#rows(part) : [make("div", { class: "parts" }, ...this.#partsOf(part))]),
        ];
    return make(
      "fieldset",
      { class: "across", id: name },
      make("legend", {}, ...labelOf(part)),
      this.#problem(name),
      ...inner,
    );
  }

  #rows(part: Part): HTMLElement[] {
    const { name } = part;
    const label = nameOf(part);
    const length = rowsOf(this.#fields, name);
    const rows = Array.from({ length }, (_, index) => {
      const row = this.form.row(part, index);
      const title = `${label} ${index + 1}번째`;
      const isObject = row.control === "object" && !isJsonPart(row, this.#fields);
      return make(
        "div",
        { class: "repeat", role: "group", "aria-label": title },
        ...(isObject ? [make("div", { class: "parts" }, ...this.#partsOf(row))] : [this.#one(row)]),
        button(`remove ${name} ${index}`, `${name}:remove:${index}`, "삭제", `${title} 삭제`),
      );
    });
    const hint = hintOf(part.schema);
    return [
      ...(hint === "" ? [] : [make("p", { class: "hint" }, hint)]),
      ...rows,
      ...(length === 0 ? [make("p", { class: "hint" }, "빈 목록을 보냅니다.")] : []),
      button(`add ${name}`, `${name}:add`, "추가", `${label} 추가`),
    ];
  }

  #leaf(part: Part): HTMLElement {
    const { name, schema, isOptional } = part;
    const text = field(this.#fields, name);
    const values = valuesOf(schema)?.map(String);
    const most = values === undefined && schema.type === "string" ? maxLengthOf(schema) : undefined;
    // The counter tells it.
    const { maxLength: _, ...counted } = schema;
    const hint = hintOf(most === undefined ? schema : counted);
    const described = [...(most === undefined ? [] : [`${name}:count`]), ...(hint === "" ? [] : [`${name}:hint`])];
    const attributes = { id: name, name, "aria-describedby": described.join(" ") || undefined };
    return make(
      "div",
      { class: "field" },
      make("label", { for: name }, ...labelOf(part), !isOptional && make("span", { class: "required" }, " 필수")),
      most !== undefined && counterOf(`${name}:count`, text, most),
      values !== undefined
        ? make(
            "select",
            attributes,
            ...(values.includes(text)
              ? []
              : [make("option", { value: text, selected: true }, text === "" ? "선택하십시오" : text)]),
            ...values.map((value) =>
              make("option", { value, selected: value === text }, value === "" ? "(빈 문자열)" : value),
            ),
          )
        : text.includes("\n")
          ? make("textarea", { ...attributes, rows: 4, spellcheck: "false" }, text)
          : make("input", { ...attributes, type: "text", value: text, autocomplete: "off", spellcheck: "false" }),
      hint !== "" && make("p", { class: "hint", id: `${name}:hint` }, hint),
      this.#problem(name),
    );
  }

  #sent(part: Part): HTMLElement | undefined {
    if (!part.isOptional) return undefined;
    const checked = isSent(part, this.#fields);
    const box = make("input", { type: "checkbox", name: `${part.name}:sent`, id: `${part.name}:sent`, checked });
    return make("label", { class: "sent" }, box, ` ${part.key} 보내기`);
  }

  #json(part: Part, rows: number): HTMLElement {
    const label = part.key === "" ? ["본문(JSON)"] : [...labelOf(part), " (JSON)"];
    return this.#area(`${part.name}:json`, label, "문자열은 큰따옴표로 묶습니다.", rows);
  }

  #area(name: string, label: readonly (Node | string)[], hint: string, rows: number): HTMLElement {
    const problem = this.#problem(name);
    const described = [`${name}:hint`, ...(problem === undefined ? [] : [problem.id])].join(" ");
    return make(
      "div",
      { class: "field across" },
      make("label", { for: name }, ...label),
      make(
        "textarea",
        { id: name, name, rows, spellcheck: "false", "aria-describedby": described, "aria-invalid": problem && "true" },
        field(this.#fields, name),
      ),
      make("p", { class: "hint", id: `${name}:hint` }, hint),
      problem,
    );
  }

  #problem(name: string): HTMLElement | undefined {
    const text = this.#problems[name];
    return text === undefined ? undefined : make("p", { class: "problem", id: `${name}:problem`, role: "alert" }, text);
  }
}

function button(press: string, id: string, text: string, spoken: string): HTMLElement {
  return make("button", { type: "button", "data-press": press, id, "aria-label": spoken }, text);
}

/** Korean name and code. */
function labelOf({ key, schema: { title } }: Part): (Node | string)[] {
  const code = make("code", {}, key);
  return title === undefined ? [code] : [`${title} `, code];
}

function nameOf({ key, schema: { title } }: Part): string {
  return title ?? key;
}

function counterOf(id: string, text: string, most: number): HTMLElement {
  const counter = make("span", { class: "count", id, "data-most": most });
  count(counter, text);
  return counter;
}

/** Tells the length of a text, and marks one that is too long: it may be sent to see it refused. */
function count(counter: HTMLElement, text: string): void {
  const { length } = [...text];
  const most = Number(counter.dataset["most"]);
  counter.textContent = length > most ? `${length}/${most}자, ${length - most}자 초과` : `${length}/${most}자`;
  counter.classList.toggle("over", length > most);
}
