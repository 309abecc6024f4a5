import { posix } from "node:path";
import { isObject } from "../lib/is-object.ts";
import { httpMethods } from "./openapi.ts";
import { refTarget, type Spec } from "./spec-files.ts";

type Node = Record<string, unknown>;

/** The kinds of nodes that may stand in a file of their own, and the component each becomes; a path item goes in place. */
const components = {
  schema: "schemas",
  parameter: "parameters",
  response: "responses",
  example: "examples",
  requestBody: "requestBodies",
  header: "headers",
  securityScheme: "securitySchemes",
  pathItem: undefined,
} as const;
type FileKind = keyof typeof components;
type Kind = FileKind | "operation" | "mediaType";

/** What a key holds: one node of a kind, a list of them or a map. */
type Holds = [kind: Kind, many?: "list" | "map"];

/** The keys under which nodes stand, by the kind around them, in Redocly's order: the components follow it. */
const children: Record<Kind, Record<string, Holds>> = {
  pathItem: {
    parameters: ["parameter", "list"],
    ...Object.fromEntries(httpMethods.map((method): [string, Holds] => [method, ["operation"]])),
  },
  operation: { parameters: ["parameter", "list"], requestBody: ["requestBody"], responses: ["response", "map"] },
  parameter: { schema: ["schema"], examples: ["example", "map"], content: ["mediaType", "map"] },
  header: { schema: ["schema"], examples: ["example", "map"], content: ["mediaType", "map"] },
  requestBody: { content: ["mediaType", "map"] },
  response: { headers: ["header", "map"], content: ["mediaType", "map"] },
  mediaType: { schema: ["schema"], examples: ["example", "map"] },
  schema: {
    allOf: ["schema", "list"],
    anyOf: ["schema", "list"],
    oneOf: ["schema", "list"],
    not: ["schema"],
    properties: ["schema", "map"],
    items: ["schema"],
    additionalProperties: ["schema"],
  },
  example: {},
  securityScheme: {},
};

/** The keys of a document that Redocly puts first. */
const topKeys = [
  ...["openapi", "info", "jsonSchemaDialect", "servers", "security", "tags", "externalDocs"],
  ...["paths", "webhooks", "x-webhooks", "components"],
];

/** A spec has something that only Redocly can join, or must refuse. */
class Unusual extends Error {}

/**
 * Joins a spec of the house style into one document, with the bytes that `redocly bundle` gives: each file that a `$ref`
 * leads to becomes a component of its name, path items and extensions stand in place.
 *
 * @returns undefined for any other spec: a `$ref` that leads nowhere, into a file or to the network, or an unusual place
 */
export function join(spec: Spec): unknown {
  try {
    return new Join(spec).document();
  } catch (error) {
    if (error instanceof Unusual) return undefined;
    throw error;
  }
}

class Join {
  readonly #spec: Spec;
  readonly #made = new Map<string, Node>();
  readonly #components: Record<string, Node> = {};
  /** The file of each component, as two of one name would take new names. */
  readonly #files = new Map<string, string>();

  constructor(spec: Spec) {
    this.#spec = spec;
  }

  document(): unknown {
    const file = "openapi.yaml";
    const index = this.#file(file);
    const { securitySchemes, ...more } = object(index["components"] ?? {});
    if (Object.keys(more).length > 0) throw new Unusual();
    const paths = index["paths"] === undefined ? undefined : this.#many(["pathItem", "map"], index["paths"], file);
    const schemes =
      securitySchemes === undefined ? {} : { securitySchemes: this.#schemes(object(securitySchemes), file) };
    const joined = { paths, components: { ...schemes, ...this.#components } };
    const held = [...Object.keys(index), "components"];
    const keys = new Set([...topKeys.filter((key) => held.includes(key)), ...held]);
    return Object.fromEntries(
      [...keys].map((key) => [
        key,
        key === "paths" || key === "components" ? joined[key] : this.#other(key, index[key], file),
      ]),
    );
  }

  /** The security schemes, each by the name that the index gives it. */
  #schemes(schemes: Node, file: string): Node {
    return Object.fromEntries(
      Object.entries(schemes).map(([name, scheme]) => {
        const held = object(scheme);
        if (!("$ref" in held)) return [name, this.#copy("securityScheme", held, file)];
        const target = this.#target(file, held);
        if (Object.keys(held).length > 1) throw new Unusual();
        return [name, this.#copy("securityScheme", this.#file(target), target)];
      }),
    );
  }

  /** A copy of a node, its `$ref`s leading to the components. */
  #node(kind: Kind, value: unknown, file: string): unknown {
    // A schema may be a boolean.
    if (!isObject(value)) return plain(value);
    if (!("$ref" in value)) return this.#copy(kind, value, file);
    if (kind === "operation" || kind === "mediaType") throw new Unusual();
    const target = this.#target(file, value);
    const { $ref: _, ...beside } = value;
    if (Object.keys(beside).length > 0) plain(beside);
    const component = components[kind];
    if (component === undefined) {
      if (Object.keys(beside).length > 0) throw new Unusual();
      return this.#copy(kind, this.#file(target), target);
    }
    return { ...value, $ref: this.#component(kind, component, target) };
  }

  #component(kind: FileKind, component: string, file: string): string {
    const name = posix.basename(file, ".yaml");
    const key = `${component}/${name}`;
    if ((this.#files.get(key) ?? file) !== file || name.includes(".")) throw new Unusual();
    this.#files.set(key, file);
    let made = this.#made.get(key);
    if (made === undefined) {
      made = {};
      // Before its parts: one of them may refer back to it.
      this.#made.set(key, made);
      Object.assign(made, this.#copy(kind, this.#file(file), file));
    }
    (this.#components[component] ??= Object.create(null) as Node)[name] = made;
    return `#/components/${key}`;
  }

  #copy(kind: Kind, node: Node, file: string): Node {
    const known = children[kind];
    const parts = new Map<string, unknown>();
    for (const [key, holds] of Object.entries(known))
      if (Object.hasOwn(node, key)) parts.set(key, this.#held(holds, node[key], file));
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [
        key,
        parts.has(key) ? parts.get(key) : this.#other(key, value, file),
      ]),
    );
  }

  #held([kind, many]: Holds, value: unknown, file: string): unknown {
    if (many === undefined) return this.#node(kind, value, file);
    return this.#many([kind, many], value, file);
  }

  #many([kind, many]: Holds, value: unknown, file: string): unknown {
    if (many === "list" && Array.isArray(value)) return value.map((item) => this.#node(kind, item, file));
    const entries = Object.entries(object(value));
    const isUnusual = (key: string): boolean =>
      kind === "response" ? !/^\d[\dX]{2}$/.test(key) : kind === "pathItem" ? !key.startsWith("/") : key === "$ref";
    if (many === "list" || entries.some(([key]) => isUnusual(key))) throw new Unusual();
    return Object.fromEntries(entries.map(([key, item]) => [key, this.#node(kind, item, file)]));
  }

  /** What holds no node. In an extension, and one level into it, the content of a file stands in place of a `$ref`. */
  #other(key: string, value: unknown, file: string, depth = 0): unknown {
    if (!key.startsWith("x-") || depth > 1 || !isObject(value)) return plain(value);
    if ("$ref" in value) {
      if (Object.keys(value).length > 1) throw new Unusual();
      return plain(this.#file(this.#target(file, value)));
    }
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, this.#other(key, item, file, depth + 1)]),
    );
  }

  /** The file that a `$ref` leads to. */
  #target(file: string, { $ref }: Node): string {
    if (typeof $ref !== "string" || !/^\.\.?\/[\w./-]+\.yaml$/.test($ref)) throw new Unusual();
    return refTarget(file, $ref).file;
  }

  #file(path: string): Node {
    const file = this.#spec.files.get(path);
    const data = file?.data;
    if (!file?.isCommon || !isObject(data) || "$ref" in data || Object.hasOwn(data, "__proto__")) throw new Unusual();
    return data;
  }
}

function object(value: unknown): Node {
  if (!isObject(value)) throw new Unusual();
  return value;
}

/** A copy of what holds no `$ref` at any depth. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  // JSON has no such numbers.
  if (typeof value === "number" && !Number.isFinite(value)) throw new Unusual();
  if (!isObject(value)) return value;
  if ("$ref" in value) throw new Unusual();
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}
