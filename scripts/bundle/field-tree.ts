import { type FieldNode, type Role, roles } from "../client/contract.ts";
import { deref, envelopeKeys, type OpenApi, type Operation, type Schema } from "./openapi.ts";

type Writable = { -readonly [Key in keyof FieldNode]: FieldNode[Key] };

/** The trees of a bundle's schemas. A component has one node however often it is referred to. */
class FieldTrees {
  readonly #api: OpenApi;
  readonly #components = new Map<string, FieldNode>();

  constructor(api: OpenApi) {
    this.#api = api;
  }

  /** The nodes of the components requested so far, by name, dependencies first. */
  get components(): ReadonlyMap<string, FieldNode> {
    return this.#components;
  }

  /** The tree of a schema: its fields with their names, roles and marks. */
  of(schema: Schema): FieldNode {
    const { $ref, ...own } = schema;
    if ($ref === undefined) return this.#node(schema, {});
    const name = $ref.split("/").at(-1) ?? "";
    const shared = this.#components.get(name) ?? this.#component(name, $ref);
    // What stands beside a reference is said of this place alone.
    const marks = marksOf(own);
    return Object.keys(marks).length === 0 ? shared : { ...shared, ...marks };
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
    Object.assign(node, { kind }, marksOf(schema));
    if (kind === "object")
      node.fields = Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([code, field]) => {
          const { title: _, ...unnamed } = field;
          return [code, this.of(envelopeKeys.includes(code) ? unnamed : field)];
        }),
      );
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

function kindOf({ type, items }: Schema): FieldNode["kind"] {
  if (items !== undefined) return "list";
  if (type === "object") return "object";
  if (type === "string") return "text";
  return type === "number" || type === "integer" ? "number" : "any";
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
