import { readdirSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FieldNode, Operation } from "../../generated/runtime/contract.ts";
import { validator } from "../../generated/runtime/validator.ts";
import { validFor } from "../../scripts/checks/differential/arbitrary.ts";
import { broken, oneBreak } from "../../scripts/checks/differential/breaks.ts";
import { render } from "../../scripts/checks/differential/tree.ts";
import { clientOperations } from "../../scripts/generate/client/operations.ts";
import { generatedDir } from "../../scripts/lib/paths.ts";
import { api } from "../support/bundle.ts";
import { api as apiOfTwo, generated as generatedOfTwo } from "../support/two-services.ts";

const bodies = (
  await Promise.all(
    [
      { api, dir: generatedDir },
      { api: apiOfTwo, dir: generatedOfTwo },
    ].map(async ({ api, dir }) => {
      const modules = readdirSync(join(dir, "operations"));
      return Promise.all(
        clientOperations(api).map(async ({ id, requestSchema, responseSchema }) => {
          expect(modules).toContain(`${id}.ts`);
          const { operation } = (await import(join(dir, "operations", `${id}.ts`))) as { operation: Operation };
          return [
            { name: `${id} 요청`, api, schema: requestSchema, node: operation.request },
            { name: `${id} 응답`, api, schema: responseSchema, node: operation.response },
          ];
        }),
      );
    }),
  )
)
  .flat(2)
  .flatMap(({ schema, node, ...rest }) =>
    schema === undefined || node === undefined ? [] : [{ ...rest, schema, node }],
  );

/** The check of a node without its quick answer. */
function slowly({ accepts: _, ...node }: FieldNode): (value: unknown) => boolean {
  return validator(node);
}

describe.each(bodies)("$name: the quick answer", ({ api, schema, node }) => {
  test("is given for every body that a program would send", () => {
    const usual = validFor(api, schema).map(
      (tree) => JSON.parse(render(tree, { escaped: false, spaced: false })) as unknown,
    );
    fc.assert(
      fc.property(usual, (value) => node.accepts?.(value) === true || !hasUsualKeys(value)),
      { seed: 1, numRuns: 50 },
    );
  });

  test("is never yes where the slow check finds something", () => {
    const changed = fc
      .tuple(validFor(api, schema), fc.array(oneBreak, { minLength: 1, maxLength: 2 }))
      .map(([tree, breaks]) => render(broken(tree, breaks), { escaped: false, spaced: false }))
      .map((text) => JSON.parse(text) as unknown);
    fc.assert(
      fc.property(changed, (value) => node.accepts?.(value) !== true || slowly(node)(value)),
      { seed: 2, numRuns: 100 },
    );
  });
});

/** An unknown key may be one that every object inherits. */
function hasUsualKeys(value: unknown): boolean {
  return !JSON.stringify(value).includes("__proto__");
}
