import type { FieldNode } from "../../client/contract.ts";
import { literal, propertyName } from "../source-text.ts";
import { predicate } from "./predicate.ts";

/** The components of a bundle as constants: their names, and which of them lead back to themselves. */
export interface Components {
  nameOf: (node: FieldNode) => string | undefined;
  /** The component that a node adds marks to. */
  originOf: (node: FieldNode) => FieldNode | undefined;
  /** Whether a component is part of what is checked. The error body is only read. */
  isChecked: (node: FieldNode) => boolean;
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
    const isChecked = this.#components.isChecked(node);
    // A module that this one leads back to may still wait for it: what is in a circle is read late.
    const leadsBack = (part: FieldNode): boolean => part === node || componentsIn(part, this.#components).has(node);
    const isLate = componentsIn(node, this.#components).has(node) ? leadsBack : () => false;
    return `const ${name}: ${isChecked ? "SchemaNode" : "FieldNode"} = ${this.#body(node, { isChecked, isLate })};`;
  }

  /** The constant of a node that is no component, under a name of the module's own. */
  constant(name: string, node: FieldNode): string {
    return `const ${name}: SchemaNode = ${this.#body(node, { isChecked: true, isLate: () => false })};`;
  }

  /** The name of a component; undefined for a node that is none. */
  mention(node: FieldNode): string | undefined {
    return this.#nameOf(node);
  }

  #body(node: FieldNode, how: How): string {
    const entries = [
      ...this.#marks(node, how),
      ...(how.isChecked ? [this.#accepts(node)] : []),
      ...this.#parts(node, how, "    "),
    ];
    return `{\n${entries.map((entry) => `  ${entry},\n`).join("")}}`;
  }

  #accepts(node: FieldNode): string {
    const conditions = predicate(node, "value", {
      component: (one) => this.#nameOf(this.#components.originOf(one) ?? one),
      pattern: (one) => this.#pattern(one),
    });
    return `accepts: (value) => ${conditions}`;
  }

  #marks({ fields: _, item: __, accepts: ___, pattern, ...marks }: FieldNode, { isChecked }: How): string[] {
    const { kind, sensitive, role, aliases } = marks;
    if (!isChecked) return marksOf({ kind, sensitive, role, aliases });
    return [...marksOf(marks), ...(pattern === undefined ? [] : [`pattern: ${this.#pattern(pattern)}`])];
  }

  #parts({ fields, item }: FieldNode, how: How, indent: string): string[] {
    const child = (key: string, part: FieldNode): string => {
      const text = this.#inner(part, how, `${indent}  `);
      const isLate = how.isLate(this.#components.originOf(part) ?? part);
      return isLate ? `get ${key}() { return ${text}; }` : `${key}: ${text}`;
    };
    const rows = Object.entries(fields ?? {}).map(([code, field]) => `${indent}${child(propertyName(code), field)},\n`);
    return [
      ...(fields === undefined ? [] : [`fields: {\n${rows.join("")}${indent.slice(2)}}`]),
      ...(item === undefined ? [] : [child("item", item)]),
    ];
  }

  #inner(node: FieldNode, how: How, indent: string): string {
    const name = this.#nameOf(node);
    if (name !== undefined) return name;
    const origin = this.#components.originOf(node);
    if (origin === undefined) return `{ ${[...this.#marks(node, how), ...this.#parts(node, how, indent)].join(", ")} }`;
    const added = Object.entries(node).filter(([key, value]) => origin[key as keyof FieldNode] !== value);
    return `{ ${[`...${this.#nameOf(origin)}`, ...marksOf(Object.fromEntries(added))].join(", ")} }`;
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

/** How the nodes of one constant are written. */
interface How {
  /** False for what is only read: it needs no rules and no Korean names. */
  isChecked: boolean;
  /** Whether a component is reached by a getter. */
  isLate: (part: FieldNode) => boolean;
}

function marksOf(marks: object): string[] {
  return Object.entries(marks).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${inline(value)}`]));
}

/** Data on one line. */
function inline(value: unknown): string {
  return Array.isArray(value) ? `[${value.map(inline).join(", ")}]` : literal(value);
}
