import { isObject } from "../../lib/is-object.ts";
import { httpMethods } from "../../bundle/openapi.ts";

/** The kinds of node of a bundle that are compared part by part. Whatever is no such node is compared as one value. */
export type NodeType =
  | "document"
  | "info"
  | "server"
  | "serverVariable"
  | "tag"
  | "components"
  | "pathItem"
  | "operation"
  | "parameter"
  | "requestBody"
  | "response"
  | "header"
  | "mediaType"
  | "schema"
  | "example"
  | "securityScheme"
  | "catalogue"
  | "code";

interface ChildRule {
  type: NodeType;
  /** `list`: an array whose items are told apart by what `identify` says of them, else by their position. */
  shape: "one" | "map" | "list";
  identify?: (node: Record<string, unknown>) => unknown;
}

const one = (type: NodeType): ChildRule => ({ type, shape: "one" });
const map = (type: NodeType): ChildRule => ({ type, shape: "map" });
const list = (type: NodeType, identify?: ChildRule["identify"]): ChildRule => ({
  type,
  shape: "list",
  ...(identify && { identify }),
});

const parameters = list("parameter", (node) => node["$ref"] ?? `${String(node["in"])} ${String(node["name"])}`);
const servers = list("server", (node) => node["url"]);
const content = map("mediaType");

/** Which keys of a node hold nodes (OpenAPI 3.1.1, 4.8; JSON Schema 2020-12, 10.2 and 10.3), and the project's own x-* nodes. */
const grammar: Record<NodeType, Record<string, ChildRule>> = {
  document: {
    info: one("info"),
    servers,
    tags: list("tag", (node) => node["name"]),
    paths: map("pathItem"),
    components: one("components"),
    "x-error-catalogue": one("catalogue"),
  },
  components: {
    schemas: map("schema"),
    responses: map("response"),
    parameters: map("parameter"),
    examples: map("example"),
    requestBodies: map("requestBody"),
    headers: map("header"),
    securitySchemes: map("securityScheme"),
    pathItems: map("pathItem"),
  },
  pathItem: { ...Object.fromEntries(httpMethods.map((method) => [method, one("operation")])), parameters, servers },
  operation: { parameters, requestBody: one("requestBody"), responses: map("response"), servers },
  parameter: { schema: one("schema"), content, examples: map("example") },
  header: { schema: one("schema"), content, examples: map("example") },
  requestBody: { content },
  response: { headers: map("header"), content },
  mediaType: { schema: one("schema"), examples: map("example"), "x-legacy-samples": map("example") },
  schema: {
    properties: map("schema"),
    items: one("schema"),
    additionalProperties: one("schema"),
    allOf: list("schema"),
    anyOf: list("schema"),
    oneOf: list("schema"),
    prefixItems: list("schema"),
    not: one("schema"),
    $defs: map("schema"),
    patternProperties: map("schema"),
  },
  catalogue: { codes: list("code", (node) => node["code"]) },
  server: { variables: map("serverVariable") },
  info: {},
  serverVariable: {},
  tag: {},
  example: {},
  securityScheme: {},
  code: {},
};

/** How to compare a key of a node; undefined where the value is compared as a whole. */
export function childRule(type: NodeType, key: string): ChildRule | undefined {
  return Object.hasOwn(grammar[type], key) ? grammar[type][key] : undefined;
}

/** A node that a key holds: the name it goes by, and the segments that lead to it from the node with the key. */
export interface Child {
  name: string;
  segments: string[];
  node: unknown;
}

/** The nodes under a key by name, or undefined where the value has not the shape that OpenAPI gives it. */
export function childrenOf(rule: ChildRule, key: string, value: unknown): Map<string, Child> | undefined {
  if (value === undefined) return new Map();
  if (rule.shape === "one")
    return isObject(value) ? new Map([["", { name: "", segments: [key], node: value }]]) : undefined;
  if (rule.shape === "map") {
    return isObject(value)
      ? new Map(Object.entries(value).map(([name, node]) => [name, { name, segments: [key, name], node }]))
      : undefined;
  }
  if (!Array.isArray(value)) return undefined;
  const children = new Map<string, Child>();
  for (const [index, node] of (value as unknown[]).entries()) {
    const identity = rule.identify !== undefined && isObject(node) ? rule.identify(node) : undefined;
    const known = typeof identity === "string" && !children.has(identity) ? identity : String(index);
    children.set(known, { name: known, segments: [key, String(index)], node });
  }
  return children;
}

/** Where a node stands, read off the segments that lead to it from the root of the bundle. */
interface Context {
  component?: string;
  /** The operation's path and method; absent for nodes of a component. */
  path?: string;
  method?: string;
  status?: string;
  mediaType?: string;
  /** The field's code: the last name under `properties`. */
  field?: string;
  example?: string;
}

/** What the segments of a pointer say of the place. Segments behind the last node, such as a keyword, say nothing. */
export function contextOf(segments: readonly string[]): Context {
  const context: Context = {};
  let type: NodeType = "document";
  for (let at = 0; at < segments.length; at++) {
    const key = segments[at] ?? "";
    const rule = childRule(type, key);
    if (rule === undefined) break;
    const name = rule.shape === "one" ? key : segments[++at];
    if (name === undefined) break;
    if (type === "components") context.component = name;
    else if (rule.type === "pathItem") context.path = name;
    else if (rule.type === "operation") context.method = name;
    else if (rule.type === "response") context.status = name;
    else if (rule.type === "mediaType") context.mediaType = name;
    else if (rule.type === "example") context.example = name;
    else if (key === "properties") context.field = name;
    type = rule.type;
  }
  return context;
}
