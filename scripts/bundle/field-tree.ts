import { type FieldNode, type Role, roles } from "../client/contract.ts";
import { deref, envelopeKeys, type OpenApi, type Operation, type Schema } from "./openapi.ts";

type Writable = { -readonly [Key in keyof FieldNode]: FieldNode[Key] };

/** The trees of a bundle's schemas. A component has one node however often it is referred to. */
class FieldTrees {
  readonly #api: OpenApi;
  readonly #components = new Map<string, FieldNode>();
  readonly #origins = new Map<FieldNode, FieldNode>();

  constructor(api: OpenApi) {
    this.#api = api;
  }

  /** The nodes of the components requested so far, by name, dependencies first. */
  get components(): ReadonlyMap<string, FieldNode> {
    return this.#components;
  }

  /** The component that a node was copied from, to say more of it at one place. */
  originOf(node: FieldNode): FieldNode | undefined {
    return this.#origins.get(node);
  }

  /** The tree of a schema: its fields with their names, roles and marks. */
  of(schema: Schema): FieldNode {
    const { $ref, ...own } = schema;
    if ($ref === undefined) return this.#node(schema, {});
    const name = $ref.split("/").at(-1) ?? "";
    const shared = this.#components.get(name) ?? this.#component(name, $ref);
    // What stands beside a reference is said of this place alone.
    const marks = marksOf(own);
    if (Object.keys(marks).length === 0) return shared;
    const copy = { ...shared, ...marks };
    this.#origins.set(copy, shared);
    return copy;
  }

  #component(name: string, $ref: string): FieldNode {
    const schema = deref<Schema>(this.#api, { $ref });
    const node: Writable = { kind: "any" };
    // Before its parts: one of them may refer back to it.
    this.#components.set(name, node);
    const { title, ...rest } = schema;
    // An object's title is that of the component, not of the field that refers to it.
    this.#node(schema.type === "object" || title === undefined ? rest : schema, node);
    this.#components.delete(name);
    this.#components.set(name, node);
    return node;
  }

  #node(schema: Schema, node: Partial<Writable>): FieldNode {
    const kind = kindOf(schema);
    Object.assign(node, { kind }, marksOf(schema), rulesOf(schema));
    if (kind === "object") {
      const fields = Object.entries(schema.properties ?? {});
      node.fields = Object.fromEntries(
        fields.map(([code, field]) => {
          const { title: _, ...unnamed } = field;
          return [code, this.of(envelopeKeys.includes(code) ? unnamed : field)];
        }),
      );
      const optional = fields.map(([code]) => code).filter((code) => !(schema.required ?? []).includes(code));
      if (optional.length > 0) node.optional = optional;
    }
    if (kind === "list" && schema.items !== undefined) node.item = this.of(schema.items);
    return node as FieldNode;
  }
}

function marksOf(schema: Schema): Partial<FieldNode> {
  const role = roles.find((one): one is Role => one === schema["x-role"]);
  return {
    ...(schema.title === undefined ? {} : { name: schema.title }),
    ...(schema["x-sensitive"] === true ? { sensitive: true as const } : {}),
    ...(role === undefined ? {} : { role }),
    ...(schema["x-aliases"] === undefined ? {} : { aliases: schema["x-aliases"] }),
  };
}

/** What a value must keep to, besides its kind and its fields. */
function rulesOf(schema: Schema): Partial<FieldNode> {
  const { additionalProperties } = schema;
  const { min, max, pattern } = boundsOf(schema);
  const values = "const" in schema ? [schema.const] : schema.enum;
  return {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(pattern === undefined ? {} : { pattern: new RegExp(pattern, "u") }),
    ...(values === undefined ? {} : { values }),
    ...(schema.type === "object" && additionalProperties === false ? { closed: true as const } : {}),
  };
}

/** The bounds that mean something for the schema's type (JSON Schema 2020-12, 4.3.2). */
function boundsOf(schema: Schema): {
  min?: number | undefined;
  max?: number | undefined;
  pattern?: string | undefined;
} {
  switch (schema.type) {
    case "string":
      return { min: schema.minLength, max: schema.maxLength, pattern: schema.pattern };
    case "array":
      return { min: schema.minItems, max: schema.maxItems };
    case "object":
      return { min: schema.minProperties, max: schema.maxProperties };
    default:
      return { min: schema.minimum, max: schema.maximum };
  }
}

const kinds: Record<string, FieldNode["kind"]> = {
  string: "text",
  number: "number",
  integer: "integer",
  boolean: "boolean",
  array: "list",
  object: "object",
};

function kindOf({ type = "" }: Schema): FieldNode["kind"] {
  return Object.hasOwn(kinds, type) ? (kinds[type] as FieldNode["kind"]) : "any";
}

const kept = new WeakMap<OpenApi, FieldTrees>();

/** The trees of a bundle, made once. */
export function fieldTreesOf(api: OpenApi): FieldTrees {
  let trees = kept.get(api);
  if (trees === undefined) {
    trees = new FieldTrees(api);
    kept.set(api, trees);
  }
  return trees;
}

/** The error body of an operation's answers; empty where it has none. */
export function errorNode(api: OpenApi, { responses }: Operation): FieldNode {
  const schema = Object.values(responses)
    .map((reference) => deref(api, reference))
    .find((response) => response["x-error-status"] !== undefined)?.content["application/json"]?.schema;
  return schema === undefined ? { kind: "object" } : fieldTreesOf(api).of(schema);
}
