type Attribute = string | number | boolean | undefined;
type Child = Node | string | false | undefined;

/** An element with attributes and children; false and undefined are left out. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, Attribute> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

/** A select of one value; groups stand under their label. */
export function choice(
  id: string,
  options: readonly (Option | { label: string; options: readonly Option[] })[],
): HTMLSelectElement {
  const one = ({ value, text }: Option): HTMLOptionElement => make("option", { value }, text);
  return make(
    "select",
    { id },
    ...options.map((each) =>
      "options" in each ? make("optgroup", { label: each.label }, ...each.options.map(one)) : one(each),
    ),
  );
}

export interface Option {
  value: string;
  text: string;
}

/** A control under its label, with what is said of it. */
export function labelled(label: Child | readonly Child[], control: HTMLElement, hint?: HTMLElement): HTMLElement {
  if (hint !== undefined) control.setAttribute("aria-describedby", hint.id);
  return make("div", { class: "field" }, make("label", { for: control.id }, ...[label].flat()), control, hint);
}
