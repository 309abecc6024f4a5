import type { FieldNode } from "../../client/contract.ts";
import { literal, propertyName } from "../source-text.ts";
import { predicate } from "./predicate.ts";

/** The components of a bundle as constants: their names, and which of them lead back to themselves. */
export interface Components {
  nameOf: (node: FieldNode) => string | undefined;
  /** The component that a node adds marks to. */
  originOf: (node: FieldNode) => FieldNode | undefined;
}

/** The components that a node refers to, itself not included unless it leads back to itself. */
export function componentsIn(node: FieldNode, components: Components): Set<FieldNode> {
  const found = new Set<FieldNode>();
  const visit = (one: FieldNode): void => {
    for (const part of [...Object.values(one.fields ?? {}), ...(one.item === undefined ? [] : [one.item])]) enter(part);
  };
  const enter = (part: FieldNode): void => {
    const component = components.originOf(part) ?? part;
    if (components.nameOf(component) === undefined) return visit(part);
    if (found.has(component)) return;
    found.add(component);
    visit(component);
  };
  const origin = components.originOf(node);
  if (origin === undefined) visit(node);
  else enter(node);
  return found;
}

/** Writes the nodes of one module, and keeps what they share and refer to. */
export class SchemaCode {
  readonly #components: Components;
  readonly #patterns = new Map<string, string>();
  readonly #mentioned = new Set<string>();

  constructor(components: Components) {
    this.#components = components;
  }

  /** The regular expressions of the nodes written so far, as constants. */
  get patterns(): string[] {
    return [...this.#patterns].map(([pattern, name]) => `const ${name} = ${pattern};`);
  }

  /** The constants of components that what is written so far mentions. */
  get mentioned(): ReadonlySet<string> {
    return this.#mentioned;
  }

  /** The constant of a component. */
  component(node: FieldNode): string {
    const name = this.#components.nameOf(node);
    const circle = new Set([node].filter((one) => componentsIn(one, this.#components).has(one)));
    return `const ${name}: SchemaNode = ${this.#body(node, this.#lateIn(node, circle))};`;
  }

  /** A node of an operation: the name of its component, or the node itself. */
  root(node: FieldNode): string {
    return this.#nameOf(node) ?? this.#body(node, () => false);
  }

  /** The components within a node that are read late: the module that holds one may still wait for this one. */
  #lateIn(node: FieldNode, circle: ReadonlySet<FieldNode>): (part: FieldNode) => boolean {
    return (part) => circle.size > 0 && (part === node || componentsIn(part, this.#components).has(node));
  }

  #body(node: FieldNode, isLate: (part: FieldNode) => boolean): string {
    const accepts = predicate(node, "value", {
      component: (one) => this.#nameOf(this.#components.originOf(one) ?? one),
      pattern: (one) => this.#pattern(one),
    });
    const entries = [...this.#marks(node), `accepts: (value) => ${accepts}`, ...this.#parts(node, isLate, "    ")];
    return `{\n${entries.map((entry) => `  ${entry},\n`).join("")}}`;
  }

  #marks({ fields: _, item: __, accepts: ___, pattern, ...marks }: FieldNode): string[] {
    return [
      ...Object.entries(marks).map(([key, value]) => `${key}: ${inline(value)}`),
      ...(pattern === undefined ? [] : [`pattern: ${this.#pattern(pattern)}`]),
    ];
  }

  #parts({ fields, item }: FieldNode, isLate: (part: FieldNode) => boolean, indent: string): string[] {
    const child = (key: string, part: FieldNode): string => {
      const text = this.#inner(part, isLate, `${indent}  `);
      return isLate(this.#components.originOf(part) ?? part) ? `get ${key}() { return ${text}; }` : `${key}: ${text}`;
    };
    const rows = Object.entries(fields ?? {}).map(([code, field]) => `${indent}${child(propertyName(code), field)},\n`);
    return [
      ...(fields === undefined ? [] : [`fields: {\n${rows.join("")}${indent.slice(2)}}`]),
      ...(item === undefined ? [] : [child("item", item)]),
    ];
  }

  #inner(node: FieldNode, isLate: (part: FieldNode) => boolean, indent: string): string {
    const name = this.#nameOf(node);
    if (name !== undefined) return name;
    const origin = this.#components.originOf(node);
    if (origin !== undefined) {
      const added = Object.entries(node).filter(([key, value]) => origin[key as keyof FieldNode] !== value);
      return `{ ...${this.#nameOf(origin)}, ${added.map(([key, value]) => `${key}: ${inline(value)}`).join(", ")} }`;
    }
    return `{ ${[...this.#marks(node), ...this.#parts(node, isLate, indent)].join(", ")} }`;
  }

  #nameOf(node: FieldNode): string | undefined {
    const name = this.#components.nameOf(node);
    if (name !== undefined) this.#mentioned.add(name);
    return name;
  }

  #pattern(pattern: RegExp): string {
    const text = String(pattern);
    const name = this.#patterns.get(text) ?? `$pattern${this.#patterns.size + 1}`;
    this.#patterns.set(text, name);
    return name;
  }
}

/** Data on one line. */
function inline(value: unknown): string {
  return Array.isArray(value) ? `[${value.map(inline).join(", ")}]` : literal(value);
}
