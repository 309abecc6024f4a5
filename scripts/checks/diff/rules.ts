import { isDeepStrictEqual } from "node:util";
import { httpMethods } from "../../bundle/openapi.ts";
import type { ChangeClass } from "./change.ts";
import type { Difference } from "./differences.ts";
import type { NodeType } from "./grammar.ts";
import { limits, type Shift, shiftOf } from "./shift.ts";

/** What a rule says of a difference; the action is the last part of its id. */
export interface Verdict {
  action: "added" | "removed" | "changed" | "reordered" | Shift;
  class: ChangeClass;
}

/** The sides, request or response, that a difference affects; both where no operation uses it. */
export interface Sides {
  request: boolean;
  response: boolean;
}

/** A class for both sides, or for each. */
type Class = ChangeClass | { request: ChangeClass; response: ChangeClass };
type Classes = Partial<Record<Verdict["action"], Class>>;

/*
 * The rules. They ask what a change means for those who call with the client, compile against the types, and test with
 * the mock and the sandbox:
 *   breaking  a call that was accepted is refused, code that compiled does not, a name to call or import is gone,
 *             or a value that was hidden is shown
 *   risky     everything still compiles and is accepted, but a test, a column or a habit may rely on how it was
 *   safe      nobody has to do anything
 * A request that is narrowed refuses what was accepted; a response that is widened brings what was never seen.
 */

/** Keys that mean the same in every node. They are read by people, and by the tools of this repository. */
const anywhere: Record<string, Classes> = {
  title: { added: "safe", removed: "safe", changed: "safe" },
  summary: { added: "safe", removed: "safe", changed: "safe" },
  description: { added: "safe", removed: "safe", changed: "safe" },
  externalDocs: { added: "safe", removed: "safe", changed: "safe" },
  "x-source": { added: "safe", removed: "safe", changed: "safe" },
  "x-errata": { added: "safe", removed: "safe", changed: "safe", reordered: "safe" },
  // Its target is compared as well, and the types of a component that goes are a change of their own.
  $ref: { added: "safe", removed: "safe", changed: "safe" },
};

/** Keywords of JSON Schema 2020-12 that only narrow what a schema allows, and that are compared as one value. */
const conditions = [
  "contains",
  "dependentRequired",
  "dependentSchemas",
  "else",
  "if",
  "multipleOf",
  "not",
  "patternProperties",
  "propertyNames",
  "then",
  "unevaluatedItems",
  "unevaluatedProperties",
  "uniqueItems",
];

const rules: Record<string, Classes> = {
  "document.openapi": { changed: "risky" },
  "document.paths": { added: "safe", removed: "breaking" },
  "document.security": { added: "breaking", removed: "safe", changed: "breaking" },
  // The servers are where the mock, the samples and many tools send to.
  "document.servers": { added: "safe", removed: "risky", reordered: "risky" },
  "tag.x-displayName": { added: "safe", removed: "safe", changed: "safe" },
  "document.tags": { added: "safe", removed: "safe", reordered: "safe" },
  "info.version": { changed: "safe" },
  "info.license": { added: "safe", removed: "risky", changed: "risky" },
  "server.variables": { added: "safe", removed: "risky" },
  "serverVariable.enum": { added: "risky", removed: "safe", changed: "risky", reordered: "safe" },
  "serverVariable.default": { changed: "risky" },

  // The types export every component by its name, all but the examples, which operations have under names of their own.
  "components.schemas": { added: "safe", removed: "breaking" },
  "components.responses": { added: "safe", removed: "breaking" },
  "components.parameters": { added: "safe", removed: "breaking" },
  "components.requestBodies": { added: "safe", removed: "breaking" },
  "components.headers": { added: "safe", removed: "breaking" },
  "components.examples": { added: "safe", removed: "safe" },
  "components.securitySchemes": { added: "safe", removed: "breaking" },
  "securityScheme.type": { changed: "breaking" },
  "securityScheme.in": { added: "breaking", removed: "breaking", changed: "breaking" },
  "securityScheme.name": { added: "breaking", removed: "breaking", changed: "breaking" },
  "securityScheme.scheme": { added: "breaking", removed: "breaking", changed: "breaking" },

  ...alike("pathItem", httpMethods, { added: "safe", removed: "breaking" }),
  // The client's method and the types are named by it.
  "operation.operationId": { added: "breaking", removed: "breaking", changed: "breaking" },
  "operation.tags": { added: "safe", removed: "safe", changed: "safe", reordered: "safe" },
  "operation.security": {
    added: "breaking",
    removed: "safe",
    narrowed: "breaking",
    widened: "safe",
    reordered: "safe",
  },
  "operation.deprecated": { added: "safe", removed: "safe", changed: "safe" },
  "operation.requestBody": { removed: "breaking" },
  // Code that sends a parameter that is gone does not compile. What one that is added means is in `exception`.
  ...alike("pathItem", ["parameters"], { removed: "breaking" }),
  ...alike("operation", ["parameters"], { removed: "breaking" }),
  "parameter.required": { narrowed: "breaking", widened: "safe" },
  "parameter.deprecated": { added: "safe", removed: "safe", changed: "safe" },
  ...alike("parameter", ["in", "name", "schema", "content", "style", "explode", "allowReserved"], {
    added: "breaking",
    removed: "breaking",
    changed: "breaking",
  }),
  // The samples and fixtures of a request are made of it; of several, the first.
  "parameter.example": { added: "safe", removed: "risky", changed: "risky" },
  "parameter.examples": { added: "safe", removed: "risky", reordered: "risky" },
  // Success of another kind is another type of data; an error of another status has the same body.
  "operation.responses": { added: "safe", removed: "risky" },
  "requestBody.required": { narrowed: "breaking", widened: "safe" },
  "requestBody.content": { added: "safe", removed: "breaking" },
  "response.content": { added: "safe", removed: "breaking" },
  "response.headers": { added: "safe", removed: "risky" },
  "header.required": { narrowed: "safe", widened: "breaking" },
  "header.schema": { added: "breaking", removed: "breaking" },
  // Chooses the error examples that the sandbox answers with.
  "response.x-error-status": { added: "risky", removed: "risky", changed: "risky" },
  "mediaType.schema": { added: "breaking", removed: "breaking" },
  // Tests ask for examples by name, and get the first where they do not ask.
  "mediaType.examples": { added: "safe", removed: "risky", reordered: "risky" },
  // Answers that the client promises to accept.
  "mediaType.x-legacy-samples": { added: "safe", removed: "risky" },
  "example.value": { added: "risky", removed: "risky", changed: "risky" },
  "example.x-omits": { added: "safe", removed: "safe", changed: "safe", reordered: "safe" },

  // A closed request refuses a field it does not know, and so do the types.
  "schema.properties": { added: "safe", removed: "breaking" },
  "schema.required": {
    narrowed: { request: "breaking", response: "safe" },
    widened: { request: "safe", response: "breaking" },
    reordered: "safe",
  },
  "schema.items": {
    added: { request: "breaking", response: "safe" },
    removed: { request: "safe", response: "breaking" },
  },
  "schema.type": {
    narrowed: { request: "breaking", response: "safe" },
    widened: { request: "safe", response: "breaking" },
    replaced: "breaking",
    reordered: "safe",
  },
  // Code that compares with a value that cannot come any more does not compile, but neither did it matter.
  "schema.enum": {
    narrowed: { request: "breaking", response: "risky" },
    widened: { request: "safe", response: "risky" },
    replaced: "breaking",
    reordered: "safe",
  },
  "schema.const": {
    narrowed: { request: "breaking", response: "safe" },
    widened: { request: "safe", response: "breaking" },
    replaced: "breaking",
  },
  // Patterns cannot be compared in general.
  "schema.pattern": {
    narrowed: { request: "breaking", response: "safe" },
    widened: { request: "safe", response: "risky" },
    replaced: { request: "breaking", response: "risky" },
  },
  ...alike("schema", limits, {
    narrowed: { request: "breaking", response: "safe" },
    widened: { request: "safe", response: "risky" },
  }),
  // Closed, it refuses what was let through. An explicit `true` also lets code read any key of an answer, which the types
  // forbid without it.
  "schema.additionalProperties": {
    narrowed: { request: "breaking", response: "risky" },
    widened: "safe",
    removed: { request: "safe", response: "breaking" },
    added: "safe",
  },
  // Without the mark a client shows the value in its errors.
  "schema.x-sensitive": { added: "safe", removed: "breaking", changed: "breaking" },
  // Their combined effect cannot be decided in general.
  "schema.allOf": { added: { request: "breaking", response: "risky" }, removed: "risky", reordered: "safe" },
  "schema.anyOf": { added: "risky", removed: { request: "breaking", response: "risky" }, reordered: "safe" },
  "schema.oneOf": {
    added: { request: "risky", response: "breaking" },
    removed: { request: "breaking", response: "risky" },
    reordered: "safe",
  },
  "schema.prefixItems": { added: "breaking", removed: "breaking", reordered: "breaking" },
  // Conditions: each allows less than none. Whether one allows more than another cannot be told in general.
  ...alike("schema", conditions, {
    added: { request: "breaking", response: "safe" },
    removed: { request: "safe", response: "breaking" },
    changed: "breaking",
  }),
  // Code generators make types of these.
  ...alike("schema", ["format", "contentMediaType", "contentEncoding"], {
    added: "breaking",
    removed: "breaking",
    changed: "breaking",
  }),
  ...alike("schema", ["deprecated", "readOnly", "discriminator"], { added: "safe", removed: "safe", changed: "safe" }),
  "schema.writeOnly": { added: "safe", removed: { request: "safe", response: "risky" }, changed: "risky" },
  // The client reads answers by these.
  "schema.x-role": { added: "risky", removed: "breaking", changed: "breaking" },
  "schema.x-aliases": {
    added: "safe",
    widened: "safe",
    removed: "breaking",
    narrowed: "breaking",
    replaced: "breaking",
    reordered: "safe",
  },
  // Input values that select the sandbox's scenario.
  "schema.x-scenarios": { added: "safe", widened: "safe", removed: "risky", narrowed: "risky", replaced: "risky" },

  // Unknown codes are kept by the client, and known ones are sent by the sandbox: tests name them, programs read the advice.
  "catalogue.codes": { added: "safe", removed: "risky", reordered: "safe" },
  "code.meaning": { changed: "safe" },
  "code.action": { changed: "safe" },
  "code.message": { changed: "risky" },
  "code.cause": { changed: "risky" },
  "code.layer": { changed: "risky" },
  "code.status": { changed: "risky", reordered: "risky" },
  "code.statusAssumed": { changed: "safe" },
  // A loop that sends again, or gives up, follows it.
  "code.resend": { added: "risky", removed: "risky", changed: "risky" },
  "code.retryable": { removed: "breaking" },
  "code.reproduce": { added: "safe", removed: "risky", changed: "risky" },
};

/** The same classes for several keys. */
function alike(type: NodeType, keys: readonly string[], classes: Classes): Record<string, Classes> {
  return Object.fromEntries(keys.map((key) => [`${type}.${key}`, classes]));
}

/** What the rules say of a difference, or undefined where they do not know it. */
export function classify(difference: Difference, sides: Sides): Verdict | undefined {
  const { type, key } = difference;
  const known = rules[`${type}.${key}`] ?? anywhere[key];
  if (known === undefined) return undefined;
  const action = actionOf(difference);
  const verdict = exception(difference, sides) ?? known[action];
  return verdict === undefined ? undefined : { action, class: bySides(verdict, sides) };
}

/** What depends on more than the key. */
function exception({ type, key, name, of, before, after, required }: Difference, sides: Sides): Class | undefined {
  const isRequired = (node: unknown): boolean => (node as { required?: unknown }).required === true;
  const added = of === "node" && before === undefined ? (after as Record<string, unknown>) : undefined;
  if (type === "operation" && key === "requestBody" && added !== undefined)
    return isRequired(added) ? "breaking" : "safe";
  if (key === "parameters" && added !== undefined) return isRequired(added) ? "breaking" : "safe";
  if (type === "response" && key === "headers" && of === "node" && after === undefined && isRequired(before))
    return "breaking";
  if (type === "operation" && key === "responses" && of === "node" && /^2/.test(name ?? ""))
    return added === undefined ? "breaking" : "risky";
  if (type === "schema" && key === "properties" && added !== undefined && required === true)
    return sides.request || !sides.response ? "breaking" : "safe";
  return undefined;
}

function bySides(verdict: Class, { request, response }: Sides): ChangeClass {
  if (typeof verdict === "string") return verdict;
  const own = [...(request || !response ? [verdict.request] : []), ...(response || !request ? [verdict.response] : [])];
  return own.includes("breaking") ? "breaking" : own.includes("risky") ? "risky" : "safe";
}

/** What was done, as the rules tell it. */
export function actionOf({ type, key, of, before, after }: Difference): Verdict["action"] {
  if (of === "order" || isSameSet(before, after)) return "reordered";
  const isSet = ["type", "enum", "const", "pattern", ...limits].includes(key) || isOpening(key, before, after);
  if (type === "schema" && of === "value" && isSet) return shiftOf(key, before, after);
  if (key === "required")
    return after === true ? "narrowed" : Array.isArray(before) || Array.isArray(after) ? "changed" : "widened";
  if (before === undefined) return "added";
  if (after === undefined) return "removed";
  if (type === "operation" && key === "security")
    return isStillEnough(before as Alternatives, after as Alternatives) ? "widened" : "narrowed";
  if (key === "x-aliases" || key === "x-scenarios") return entriesShift(before, after);
  return "changed";
}

/** Whether more or fewer objects pass than before, rather than only the types changing. */
function isOpening(key: string, before: unknown, after: unknown): boolean {
  return key === "additionalProperties" && shiftOf(key, before, after) !== "replaced";
}

function isSameSet(before: unknown, after: unknown): boolean {
  if (!Array.isArray(before) || !Array.isArray(after) || before.length !== after.length) return false;
  const texts = (list: unknown[]): string[] => list.map((item) => JSON.stringify(item)).sort();
  return isDeepStrictEqual(texts(before), texts(after));
}

type Alternatives = Record<string, string[]>[];

/** Whether who could call still can with the same credentials: each way in holds one that asks for no more. */
function isStillEnough(before: Alternatives, after: Alternatives): boolean {
  const asksNoMore = (asked: Record<string, string[]>, had: Record<string, string[]>): boolean =>
    Object.entries(asked).every(
      ([scheme, scopes]) => had[scheme] !== undefined && scopes.every((scope) => had[scheme]?.includes(scope)),
    );
  const orNone = (ways: Alternatives): Alternatives => (ways.length === 0 ? [{}] : ways);
  return orNone(before).every((had) => orNone(after).some((asked) => asksNoMore(asked, had)));
}

function entriesShift(before: unknown, after: unknown): Shift {
  const entries = (value: unknown): string[] =>
    Object.entries(Object(value) as object).map(([key, entry]) =>
      JSON.stringify(Array.isArray(value) ? entry : [key, entry]),
    );
  const [was, is] = [entries(before), entries(after)];
  return was.every((entry) => is.includes(entry))
    ? "widened"
    : is.every((entry) => was.includes(entry))
      ? "narrowed"
      : "replaced";
}
