import type { FieldNode } from "../client/contract.ts";
import { named } from "../client/field-messages.ts";
import { describeValue } from "../client/problem.ts";
import { place } from "../client/problems.ts";
import type { CheckedOperation } from "../server/checked-operation.ts";
import { deref, type MediaType, type OpenApi, type Schema } from "../bundle/openapi.ts";
import type { Content } from "./content.ts";
import { duplicateKeys } from "./duplicate-keys.ts";
import type { Findings, Side } from "./findings.ts";
import type { KeyNames } from "../server/key-names.ts";
import * as say from "./messages.ts";

/** The spec's data that a body is checked with. */
export interface CheckContext {
  api: OpenApi;
  operation: CheckedOperation;
  keys: KeyNames;
}

/** Validates a body and finds duplicate keys, unknown keys and aliases, which a schema cannot express. */
export function checkContent(
  context: CheckContext,
  findings: Findings,
  side: Side,
  { body, text, isJson }: Content,
  mediaType: MediaType,
): void {
  const { operation, keys } = context;
  const tree = operation.treeOf(mediaType);
  const show = (key: string): string => keys.show(key);
  for (const problem of operation.check(mediaType, body, show)) findings.deviate(side, problem);
  for (const way of isJson ? duplicateKeys(text) : []) {
    findings.deviate(side, {
      ...place(tree, way, show),
      rule: "duplicate-key",
      expected: say.nameOnce,
      found: say.nameTwice,
    });
  }
  checkKeys({ ...context, tree }, findings, side, mediaType.schema, body, []);
}

function checkKeys(
  context: CheckContext & { tree: FieldNode },
  findings: Findings,
  side: Side,
  reference: Schema,
  value: unknown,
  way: readonly string[],
): void {
  const { api, tree, keys } = context;
  const { items, properties, additionalProperties } = deref<Schema>(api, reference);
  if (Array.isArray(value) && items !== undefined)
    value.forEach((item, index) => checkKeys(context, findings, side, items, item, [...way, String(index)]));
  if (typeof value !== "object" || value === null || Array.isArray(value) || properties === undefined) return;
  const show = (key: string): string => keys.show(key);
  const aliases = new Map(
    Object.entries(properties).flatMap(([code, field]) => (field["x-aliases"] ?? []).map((alias) => [alias, code])),
  );
  for (const [key, child] of Object.entries(value)) {
    if (findings.isFull) return;
    const code = aliases.get(key);
    const field = properties[code ?? key];
    if (code !== undefined) {
      findings.deviate(side, {
        ...place(tree, [...way, key], show),
        rule: "alias",
        expected: named(code),
        found: named(key),
      });
    }
    if (field !== undefined && Object.hasOwn(properties, code ?? key))
      checkKeys(context, findings, side, field, child, [...way, key]);
    // A closed object's unknown keys are the schema's to find.
    else if (additionalProperties === undefined)
      findings.note(side, {
        ...place(tree, [...way, key], show),
        rule: "unknown-key",
        expected: say.unknownField,
        found: describeValue(child),
      });
  }
}
