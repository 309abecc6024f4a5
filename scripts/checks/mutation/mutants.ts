import { UserError } from "../../lib/user-error.ts";
import type { Spec } from "../../bundle/spec-files.ts";
import { type Mutant, nameOf, type Operator } from "./mutant.ts";
import { errata } from "./operators/errata.ts";
import { exampleOperators } from "./operators/examples.ts";
import { markOperators } from "./operators/marks.ts";
import { operationOperators } from "./operators/operations.ts";
import { prose } from "./operators/prose.ts";
import { schemaOperators } from "./operators/schemas.ts";

const operators: Operator[] = [
  ...schemaOperators,
  ...operationOperators,
  ...exampleOperators,
  ...markOperators,
  prose,
  errata,
];

/**
 * Every mutant of a spec, in the order of its operators and files: the same spec gives the same list.
 *
 * @throws {UserError} when two have one name, as a reviewed entry could then mean either
 */
export function mutantsOf(spec: Spec): Mutant[] {
  // Of the data beside OpenAPI, the errata are decisions; the rest is the document's and is compared with its digest.
  const files = [...spec.openapiFiles, spec.file("source/errata.yaml")];
  const found = operators.flatMap((operator) => files.flatMap((file) => operator(file, spec)));
  const seen = new Set<string>();
  for (const name of found.map(nameOf)) {
    if (seen.has(name)) throw new UserError(`같은 이름의 변이가 두 개입니다: ${name}`);
    seen.add(name);
  }
  return found;
}
