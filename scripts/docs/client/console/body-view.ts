import { BodyForm } from "../../../bundle/body-form.ts";
import type { OpenApi, Schema } from "../../../bundle/openapi.ts";
import { make } from "./elements.ts";
import { FormView } from "./form-view.ts";

/** A body, typed field by field or as JSON: two views of one value. */
export class BodyView {
  readonly element: HTMLElement;
  readonly view: FormView;
  readonly #name: string;

  constructor(api: OpenApi, schema: Schema, example: unknown, name: string, onChange: () => void) {
    this.#name = name;
    const form = new BodyForm(api, schema, name);
    this.view = new FormView(form, form.fill(example), () => {
      this.#mark();
      onChange();
    });
    this.element = make(
      "fieldset",
      { class: "content" },
      make("legend", {}, "본문"),
      form.root.control !== "json" && this.#switch(),
      this.view.element,
    );
    this.#mark();
  }

  /** The text to send; undefined where a field cannot be read, which is told then. */
  text(): string | undefined {
    // As it was typed, also where it is no JSON: the sandbox tells what the bank would answer.
    if (this.view.isJson) return this.view.json;
    const read = this.view.read();
    return read && JSON.stringify(read.value, null, 2);
  }

  #switch(): HTMLElement {
    const radio = (value: "form" | "json", text: string): HTMLElement => {
      const input = make("input", {
        type: "radio",
        name: `${this.#name}:view`,
        value,
        id: `${this.#name}:as-${value}`,
      });
      input.addEventListener("change", () => this.view.press(`${value} ${this.#name}`));
      return make("label", {}, input, ` ${text}`);
    };
    return make(
      "div",
      { class: "views", role: "radiogroup", "aria-label": "본문을 입력하는 방법" },
      radio("form", "필드로 입력"),
      radio("json", "JSON으로 입력"),
    );
  }

  /** Marks the view that is shown: broken JSON stays in its own. */
  #mark(): void {
    const shown = this.view.isJson ? "json" : "form";
    for (const input of this.element.querySelectorAll<HTMLInputElement>('.views input[type="radio"]'))
      input.checked = input.value === shown;
  }
}
