import { type OpenApi, type Schema, toPointer, nodeAt } from "../../bundle/openapi.ts";
import { isObject } from "../../lib/is-object.ts";
import { type Difference, resolve } from "./differences.ts";
import { contextOf } from "./grammar.ts";
import type { Use } from "./uses.ts";

/** The subject of a change, by its usual name. */
interface ChangedNode {
  /** A field's code, an operationId, an error code, the name of an example, a component … */
  name: string;
  /** Its Korean name. */
  title: string | undefined;
  /** The component or operation that holds it, where the name alone may mean another. */
  within: string | undefined;
}

/** The subject of changes of the whole catalogue. */
const catalogueName = "오류 코드표";

/** Finds the node that a difference belongs to. */
export function changedNode(
  base: OpenApi,
  revision: OpenApi,
  difference: Difference,
  uses: readonly Use[],
  isOfAllCodes: boolean,
): ChangedNode {
  const { type, key, name, of, before, after } = difference;
  const [api, segments] =
    after === undefined && difference.base !== undefined
      ? [base, difference.base]
      : [revision, difference.revision ?? []];
  const { component, path, status, mediaType, example } = contextOf(segments);
  const node = nodeAt(api, segments);
  const operationId = uses[0]?.operationId;
  const member = of === "node" ? (after ?? before) : undefined;
  const subject = (named: string | undefined, title?: string, within?: string): ChangedNode => ({
    name: named ?? toPointer(segments),
    title,
    within: within === named ? undefined : within,
  });
  if (isOfAllCodes || (type === "catalogue" && member === undefined)) return subject(catalogueName);
  if (type === "code" || type === "catalogue")
    return subject(textOf(member ?? node, "code"), textOf(member ?? node, "meaning"));
  if (type === "schema") return fieldSubject(api, difference, segments, uses);
  if (key === "parameters" && member !== undefined) {
    const parameter = resolve(api, { node: member as Record<string, unknown>, segments: [] })?.node ?? member;
    return subject(textOf(parameter, "name"), titleOfParameter(api, parameter), operationId);
  }
  if (type === "pathItem" && member !== undefined)
    return subject(textOf(member, "operationId"), textOf(member, "summary"));
  if (member !== undefined && name !== undefined) {
    const isUnique = type === "document" || type === "components";
    return subject(
      name,
      titled(api, member)?.title ?? textOf(titled(api, member), "summary"),
      isUnique ? undefined : (component ?? operationId),
    );
  }
  if (type === "example")
    return subject(
      uses.find((use) => use.example !== undefined)?.example ?? example ?? component,
      textOf(node, "summary"),
      operationId,
    );
  if (type === "server") return subject(textOf(node, "url"));
  if (type === "serverVariable") return subject(segments.at(-1));
  if (type === "tag") return subject(textOf(node, "name"));
  if (type === "document" || type === "components") return subject(key);
  if (type === "parameter") {
    const parameter = parameterAround(api, segments);
    return subject(textOf(parameter, "name"), titleOfParameter(api, parameter), component ?? operationId);
  }
  if (type === "info") return subject("info");
  if (type === "mediaType") return subject(mediaType, undefined, component ?? operationId);
  if (type === "response") return subject(component ?? status, undefined, operationId);
  return subject(component ?? (path === undefined ? undefined : operationId) ?? path);
}

const textOf = (node: unknown, property: string): string | undefined =>
  isObject(node) && typeof node[property] === "string" ? node[property] : undefined;

function fieldSubject(
  api: OpenApi,
  { key, name, before, after }: Difference,
  segments: string[],
  uses: readonly Use[],
): ChangedNode {
  const context = contextOf(segments);
  const isOfField = key === "properties" || (key === "required" && name !== undefined);
  const code = isOfField ? name : context.field;
  const schema =
    key === "properties"
      ? (after ?? before)
      : isOfField
        ? nodeAt(api, [...segments, "properties", name ?? ""])
        : nodeAt(api, segments);
  const owner = context.component ?? uses[0]?.operationId;
  const parameter = parameterAround(api, segments);
  if (code === undefined && parameter !== undefined)
    return { name: textOf(parameter, "name") ?? "", title: titled(api, schema)?.title, within: owner };
  if (code === undefined)
    return { name: owner ?? toPointer(segments), title: titled(api, schema)?.title, within: undefined };
  return { name: code, title: titled(api, schema)?.title, within: isAlone(api, code) ? undefined : owner };
}

/** The parameter in which a place of the bundle stands, if it does. */
function parameterAround(api: OpenApi, segments: readonly string[]): unknown {
  // components/parameters, paths/{path}/parameters, paths/{path}/{method}/parameters
  const index = segments.indexOf("parameters");
  return index < 1 || index > 3 ? undefined : nodeAt(api, segments.slice(0, index + 2));
}

function titleOfParameter(api: OpenApi, parameter: unknown): string | undefined {
  return isObject(parameter) ? titled(api, parameter["schema"])?.title : undefined;
}

/** A schema behind its references. */
function titled(api: OpenApi, node: unknown): Schema | undefined {
  return isObject(node)
    ? (("title" in node ? node : resolve(api, { node, segments: [] })?.node) as Schema | undefined)
    : undefined;
}

const fieldCounts = new WeakMap<OpenApi, Map<string, number>>();

/** Whether no two schemas of the bundle have a field of this code. */
function isAlone(api: OpenApi, code: string): boolean {
  let counts = fieldCounts.get(api);
  if (counts === undefined) {
    counts = new Map();
    for (const { properties } of Object.values(api.components.schemas))
      for (const own of isObject(properties) ? Object.keys(properties) : [])
        counts.set(own, (counts.get(own) ?? 0) + 1);
    fieldCounts.set(api, counts);
  }
  return (counts.get(code) ?? 0) <= 1;
}
