import type { OpenApi, Operation, Schema } from "../../bundle/openapi.ts";

type Node = Record<string, unknown>;

/** The parts of a document that 3.0 has in another form. */
interface Document extends Pick<OpenApi, "components"> {
  info: Node & { summary?: string; description?: string; license?: Node };
  servers: Server[];
  tags?: { name: string; description?: string; "x-displayName"?: string }[];
  paths: Record<string, Record<string, TaggedOperation>>;
  security?: Operation["security"];
}

type TaggedOperation = Operation & { tags?: string[]; description?: string };

interface Server {
  url: string;
  variables?: Record<string, { default: string }>;
}

/**
 * A bundle as OpenAPI 3.0.3, for tools that read no 3.1: a plain server first, ASCII tags, one security alternative, no GET
 * with a body where a POST stands in for it, Korean names in descriptions too, no keys of this project's own tools.
 *
 * Converters of others leave `info.summary`, which 3.0 refuses, and know nothing of the rest; the subset of 3.1 that a bundle
 * may use (bundle/schema-keywords.ts) differs from 3.0 in four keywords.
 *
 * @param mark says how the document was made
 */
export function openApi30(api: OpenApi, mark: string): object {
  const { info, servers, tags = [], paths, components, security } = api as unknown as Document;
  const tagNames = asciiNames(tags.map(({ name }) => name));
  const { schemas, ...parts } = components;
  return {
    openapi: "3.0.3",
    "x-generated": mark,
    info: infoOf(info),
    servers: withSchemas(plainServers(servers)),
    tags: tags.map(({ name, ...tag }) => ({
      name: tagNames.get(name),
      ...tag,
      description: named(tag["x-displayName"] ?? name, tag.description),
    })),
    ...(security === undefined ? {} : { security: security.slice(0, 1) }),
    paths: mapValues(paths, (item) => pathItem(item, tagNames)),
    components: { ...(withSchemas(parts) as Node), schemas: mapValues(schemas, schemaOf) },
  };
}

/** What a reader of this edition is told first. */
const edition =
  "이 문서는 3.1 명세(openapi.yaml)를 OpenAPI 3.0.3으로 변환한 것입니다. 본문을 실은 GET, 변수가 있는 서버, 두 번째 인증 방식, x-로 시작하는 키는 들어 있지 않습니다.";

/** 3.0 has neither a summary nor a licence's identifier. */
function infoOf({ summary, license, ...info }: Document["info"]): Node {
  const { identifier: _, ...own } = license ?? {};
  return {
    ...(withSchemas(info) as Node),
    description: lines(named(summary, info.description), edition),
    ...(license === undefined ? {} : { license: own }),
  };
}

/** The servers without variables; where all have some, the first with their default values. */
function plainServers(servers: readonly Server[]): Server[] {
  const plain = servers.filter(({ variables }) => variables === undefined);
  if (plain.length > 0 || servers[0] === undefined) return plain;
  const { url, variables = {}, ...server } = servers[0];
  return [{ ...server, url: url.replaceAll(/\{(\w+)\}/g, (_, name: string) => variables[name]?.default ?? "") }];
}

/** Classes and modules are named after tags: one of other letters becomes ServiceN. */
function asciiNames(names: readonly string[]): Map<string, string> {
  return new Map(names.map((name, index) => [name, /^[A-Za-z][\w-]*$/.test(name) ? name : `Service${index + 1}`]));
}

function pathItem(item: Document["paths"][string], tagNames: ReadonlyMap<string, string>): Node {
  const { get, ...others } = item;
  // In 3.0 the body of a GET has no meaning (4.7.10.1), and many clients cannot send one.
  const { post } = others;
  const isReplaced = get?.requestBody !== undefined && post !== undefined;
  const kept = isReplaced
    ? { ...others, post: { ...post, description: lines(post.description, get.description) } }
    : item;
  return mapValues(kept, (part) =>
    typeof part === "object" && "operationId" in part ? operationOf(part, tagNames) : withSchemas(part),
  );
}

function operationOf({ tags, security, ...rest }: TaggedOperation, tagNames: ReadonlyMap<string, string>): Node {
  return {
    ...(withSchemas(rest) as Node),
    ...(tags === undefined ? {} : { tags: tags.map((name) => tagNames.get(name) ?? name) }),
    // Generators that know no alternatives ask for the credentials of all.
    ...(security === undefined ? {} : { security: security.slice(0, 1) }),
  };
}

/** A part of the document with its schemas converted and without our own keys; the value of an example is data and stays. */
function withSchemas(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withSchemas);
  if (typeof part !== "object" || part === null) return part;
  return mapValues(withoutOwnKeys(part), (value, key) => {
    if (key === "schema") return schemaOf(value as Schema);
    return key === "value" || key === "example" ? value : withSchemas(value);
  });
}

/** Strict validators refuse x-* keys, which are for the tools of this project. */
function withoutOwnKeys(part: object): Node {
  return Object.fromEntries(Object.entries(part).filter(([key]) => !key.startsWith("x-")));
}

/**
 * A schema of 3.0: `const` is an enum of one, the first of `examples` is the example, what stands beside a reference (which
 * 3.0 ignores) goes around it. An object's title, from which generators would name a type in Korean, is in its description.
 */
function schemaOf(schema: Schema): Node {
  const { $ref, title, description, examples, const: only, properties, items, ...rest } = schema;
  const isField = schema.type !== "object" && schema.type !== "array" && $ref === undefined;
  const { $comment: _, ...own } = withoutOwnKeys(rest);
  const mark = schema["x-sensitive"] === true ? "개인정보입니다." : undefined;
  const told = named(title, [description, mark].filter((part) => part !== undefined).join(" "));
  const converted: Node = {
    ...(isField && title !== undefined ? { title } : {}),
    ...(told === undefined ? {} : { description: told }),
    ...own,
    ...("const" in schema ? { enum: [only] } : {}),
    ...(examples === undefined || "example" in own ? {} : { example: examples[0] }),
    ...(properties === undefined ? {} : { properties: mapValues(properties, schemaOf) }),
    // 3.0 demands the schema of a list's items.
    ...(schema.type === "array" ? { items: schemaOf(items ?? {}) } : {}),
  };
  if ($ref === undefined) return converted;
  return Object.keys(converted).length === 0 ? { $ref } : { ...converted, allOf: [{ $ref }] };
}

/** A description that starts with the Korean name; undefined where there is neither. */
function named(name: string | undefined, description = ""): string | undefined {
  return [name, description].filter((part) => part !== undefined && part !== "").join(". ") || undefined;
}

function lines(...texts: (string | undefined)[]): string {
  return texts.flatMap((text) => text?.trim() ?? []).join("\n");
}

function mapValues<Value>(object: Record<string, Value>, change: (value: Value, key: string) => unknown): Node {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
}
