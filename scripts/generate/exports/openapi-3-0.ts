import { type OpenApi, type Operation, type Schema } from "../../bundle/openapi.ts";

type Node = Record<string, unknown>;

/** The parts of a document that 3.0 has in another form. */
interface Document extends Omit<OpenApi, "info" | "servers" | "paths"> {
  info: Node & { title: string; version: string; summary?: string; description?: string; license?: Node };
  servers: Server[];
  tags?: { name: string; description?: string; "x-displayName"?: string }[];
  paths: Record<string, Record<string, Operation & { tags?: string[] }>>;
  security?: Operation["security"];
}

interface Server {
  url: string;
  variables?: Record<string, { default: string }>;
}

/**
 * A bundle as OpenAPI 3.0.3, for tools that read no 3.1: a plain server first, ASCII tags, one security alternative, no GET
 * with a body where a POST stands in for it, Korean names in descriptions too.
 *
 * Converters of others leave `info.summary`, which 3.0 refuses, and know nothing of the rest; the subset of 3.1 that a bundle
 * may use (bundle/schema-keywords.ts) differs from 3.0 in four keywords.
 *
 * @param mark says how the document was made
 */
export function openApi30(api: OpenApi, mark: string): object {
  const {
    info,
    servers,
    tags = [],
    paths,
    components,
    security,
    ...rest
  } = structuredClone(api) as unknown as Document;
  const names = asciiNames(tags.map(({ name }) => name));
  const { schemas, ...parts } = components as OpenApi["components"] & Node;
  return {
    ...rest,
    openapi: "3.0.3",
    "x-generated": mark,
    info: infoOf(info),
    servers: plainServers(servers),
    tags: tags.map(({ name, ...tag }) => ({
      name: names.get(name),
      ...tag,
      description: named(tag["x-displayName"] ?? name, tag.description),
    })),
    ...(security === undefined ? {} : { security: security.slice(0, 1) }),
    paths: Object.fromEntries(Object.entries(paths).map(([path, item]) => [path, pathItem(item, names)])),
    components: {
      ...(withSchemas(parts) as Node),
      schemas: Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, schemaOf(schema)])),
    },
  };
}

/** 3.0 has neither a summary nor a licence's identifier. */
function infoOf({ summary, license, ...info }: Document["info"]): Node {
  const { identifier: _, ...own } = license ?? {};
  return { ...info, description: named(summary, info.description), ...(license === undefined ? {} : { license: own }) };
}

/** The servers without variables; where all have some, the first with their default values. */
function plainServers(servers: readonly Server[]): Server[] {
  const plain = servers.filter(({ variables }) => variables === undefined);
  if (plain.length > 0 || servers[0] === undefined) return plain;
  const [{ url, variables = {}, ...server }] = servers as [Server];
  return [{ ...server, url: url.replaceAll(/\{(\w+)\}/g, (_, name: string) => variables[name]?.default ?? "") }];
}

/** Classes and modules are named after tags: one of other letters becomes ServiceN. */
function asciiNames(names: readonly string[]): Map<string, string> {
  return new Map(names.map((name, index) => [name, /^[A-Za-z][\w-]*$/.test(name) ? name : `Service${index + 1}`]));
}

function pathItem(item: Document["paths"][string], tagNames: ReadonlyMap<string, string>): Node {
  const { get, ...others } = item;
  // In 3.0 the body of a GET has no meaning (4.7.10.1), and many clients cannot send one.
  const isReplaced = get?.requestBody !== undefined && others["post"] !== undefined;
  return Object.fromEntries(
    Object.entries(isReplaced ? others : item).map(([key, part]) => [
      key,
      Array.isArray(part) || typeof part !== "object" || !("operationId" in part)
        ? withSchemas(part)
        : operation(part, tagNames),
    ]),
  );
}

function operation(
  { tags, security, ...rest }: Operation & { tags?: string[] },
  names: ReadonlyMap<string, string>,
): Node {
  return {
    ...(withSchemas(rest) as Node),
    ...(tags === undefined ? {} : { tags: tags.map((name) => names.get(name) ?? name) }),
    // Generators that know no alternatives ask for the credentials of all.
    ...(security === undefined ? {} : { security: security.slice(0, 1) }),
  };
}

/** A part of the document with the schemas in it converted; examples are data and stay. */
function withSchemas(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withSchemas);
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]: [string, unknown]) => {
      if (key === "schema") return [key, schemaOf(value as Schema)];
      return [key, key === "examples" || key === "example" || key.startsWith("x-") ? value : withSchemas(value)];
    }),
  );
}

/**
 * A schema of 3.0: `const` is an enum of one, the first of `examples` is the example, what stands beside a reference (which
 * 3.0 ignores) goes around it. An object's title, from which generators would name a type in Korean, is in its description.
 */
function schemaOf(schema: Schema): Node {
  const { $ref, title, description, examples, const: only, properties, items, ...rest } = schema;
  const isGroup = schema.type === "object" || schema.type === "array";
  const { $comment: _, ...own } = rest as Node;
  const told = named(title, description);
  const converted: Node = {
    ...(title === undefined || isGroup || $ref !== undefined ? {} : { title }),
    ...(told === undefined ? {} : { description: told }),
    ...own,
    ...("const" in schema ? { enum: [only] } : {}),
    ...(examples === undefined || "example" in own ? {} : { example: examples[0] }),
    ...(properties === undefined
      ? {}
      : { properties: Object.fromEntries(Object.entries(properties).map(([code, field]) => [code, schemaOf(field)])) }),
    // 3.0 demands the schema of a list's items.
    ...(schema.type === "array" ? { items: schemaOf(items ?? {}) } : {}),
  };
  if ($ref === undefined) return converted;
  return Object.keys(converted).length === 0 ? { $ref } : { ...converted, allOf: [{ $ref }] };
}

/** A description that starts with the Korean name. */
function named(name: string | undefined, description: string | undefined): string | undefined {
  if (name === undefined) return description;
  return description === undefined ? name : `${name}. ${description}`;
}
