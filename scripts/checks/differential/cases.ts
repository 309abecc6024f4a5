import * as fc from "fast-check";
import type { OpenApi } from "../../bundle/openapi.ts";
import { style, validFor } from "./arbitrary.ts";
import { type Break, broken, oneBreak } from "./breaks.ts";
import type { Implementations, Verdicts } from "./implementations.ts";
import type { Target } from "./targets.ts";
import { render, type Style, type Tree } from "./tree.ts";

/** One input: a body that the spec takes, then changed at no, one or several places. */
interface Case {
  target: Target;
  tree: Tree;
  breaks: Break[];
  style: Style;
}

/** Cases of every target: two in seven as the spec wants them, three broken at one point, two at several. */
function casesOf(api: OpenApi, targets: readonly Target[]): fc.Arbitrary<Case> {
  const breaks = fc.oneof(
    { weight: 2, arbitrary: fc.constant<Break[]>([]) },
    { weight: 3, arbitrary: fc.array(oneBreak, { minLength: 1, maxLength: 1 }) },
    { weight: 2, arbitrary: fc.array(oneBreak, { minLength: 2, maxLength: 4 }) },
  );
  return fc.oneof(
    ...targets.map((target) =>
      fc.record({ target: fc.constant(target), tree: validFor(api, target.mediaType.schema), breaks, style }),
    ),
  );
}

/** The JSON text of a case. */
function textOf({ tree, breaks, style: way }: Case): string {
  return render(broken(tree, breaks), way);
}

/** A case on which the implementations differ, as small as it could be made. */
export interface Disagreement {
  target: string;
  text: string;
  verdicts: Verdicts;
  /** Runs these cases again. */
  seed: number;
  cases: number;
}

/** What a run of cases came to. */
export interface Outcome {
  valid: number;
  invalid: number;
  disagreement: Disagreement | undefined;
}

/** Whether all implementations say the same, that it is valid or that it is not; a body that was not broken must be valid. */
function agree({ generated, independent, prism }: Verdicts, isBroken: boolean): boolean {
  return (
    generated === independent &&
    independent === prism &&
    (generated === "valid" || (isBroken && generated === "invalid"))
  );
}

/**
 * Validates cases until the implementations differ, then looks for the smallest on which they do.
 *
 * @param seed the same seed and count give the same cases
 */
export async function runCases(
  implementations: Implementations,
  api: OpenApi,
  seed: number,
  cases: number,
): Promise<Outcome> {
  const counts: Record<string, number> = { valid: 0, invalid: 0 };
  const property = fc.asyncProperty(casesOf(api, implementations.targets), async (one) => {
    const verdicts = await implementations.validate(one.target, textOf(one));
    counts[verdicts.generated] = (counts[verdicts.generated] ?? 0) + 1;
    return agree(verdicts, one.breaks.length > 0);
  });
  const { counterexample } = await fc.check(property, { seed, numRuns: cases });
  const { valid = 0, invalid = 0 } = counts;
  if (counterexample === null) return { valid, invalid, disagreement: undefined };
  const [one] = counterexample;
  const text = textOf(one);
  return {
    valid,
    invalid,
    disagreement: {
      target: one.target.name,
      text,
      verdicts: await implementations.validate(one.target, text),
      seed,
      cases,
    },
  };
}

export interface Chunk {
  seed: number;
  cases: number;
}
