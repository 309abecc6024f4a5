import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { validFor } from "../../../scripts/checks/differential/arbitrary.ts";
import { broken, oneBreak } from "../../../scripts/checks/differential/breaks.ts";
import { runCases } from "../../../scripts/checks/differential/cases.ts";
import { type Implementations, openImplementations } from "../../../scripts/checks/differential/implementations.ts";
import { checkKnown, loadKnown } from "../../../scripts/checks/differential/known.ts";
import { targetsOf } from "../../../scripts/checks/differential/targets.ts";
import { render } from "../../../scripts/checks/differential/tree.ts";
import { consumerSet } from "../../../scripts/generate/consumer-set.ts";
import { generatedDir } from "../../../scripts/lib/paths.ts";
import { differential } from "../../../scripts/cli/differential.ts";
import { api, committed } from "../../support/bundle.ts";
import { call } from "../../support/in-process.ts";
import { temporaryFolder } from "../../support/project.ts";

const validatorsFile = join(generatedDir, "validators.ts");

describe("three implementations of the schemas", () => {
  let implementations: Implementations;
  beforeAll(async () => {
    implementations = await openImplementations(committed, validatorsFile);
  });
  afterAll(() => implementations.close());

  test("agree on bodies of both kinds, valid and invalid", async () => {
    const { valid, invalid, disagreement } = await runCases(implementations, api, 1, 200);
    expect(disagreement).toBeUndefined();
    expect(Math.min(valid, invalid)).toBeGreaterThan(50);
  });

  test("differ from each other as known.yaml says, and not otherwise", async () => {
    const known = loadKnown();
    await checkKnown(implementations, known);
    const healed = known.filter(({ nested }) => nested !== undefined).map((entry) => ({ ...entry, nested: 2 }));
    await expect(checkKnown(implementations, healed)).rejects.toThrow("알려진 차이가 더 이상 나타나지 않습니다.");
  });
});

test("the smallest body is found on which a validator that accepts too much differs", async () => {
  const dir = temporaryFolder();
  for (const [file, text] of consumerSet()) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text.replaceAll(/(\bis\.text\([^,()]+), \d+/g, "$1, 1000"));
  }
  const implementations = await openImplementations(committed, join(dir, "validators.ts"));
  const { disagreement } = await runCases(implementations, api, 2, 400).finally(implementations.close);
  expect(disagreement?.verdicts).toEqual({ generated: "valid", independent: "invalid", prism: "invalid" });
  // Beside the values that an enum leaves no choice about, all that is left is the one text that is too long.
  const texts = [...(disagreement?.text ?? "").matchAll(/:"([^"]*)"/g)].filter(([, value = ""]) => value.length > 1);
  expect(texts).toHaveLength(1);
});

test.each(targetsOf(committed))("$name: every way to write a body says the same", ({ mediaType }) => {
  fc.assert(
    fc.property(validFor(api, mediaType.schema), fc.array(oneBreak, { maxLength: 2 }), (tree, breaks) => {
      const changed = broken(tree, breaks);
      const [first, ...others] = [true, false].flatMap((escaped) =>
        [true, false].map((spaced) => JSON.stringify(JSON.parse(render(changed, { escaped, spaced })))),
      );
      for (const other of others) expect(other).toBe(first);
    }),
    { seed: 5, numRuns: 20 },
  );
});

describe("npm run test:differential", () => {
  test("tells how many bodies it made, and on how many the implementations differ", async () => {
    const { exitCode, output } = await call(differential, "--cases", "20", "--seed", "3");
    expect(output).toMatch(/^유효 \d+개, 무효 \d+개, 알려진 차이 \d+건, \d+초$/m);
    expect(output).toMatch(/^응답 선택 \d+개, 그 가운데 Prism과 다른 선택 0개$/m);
    expect(output).toMatch(/^disagreements: 0 \(20 cases, seed 3\)$/m);
    expect(exitCode).toBe(0);
  });

  test.each([
    ["--cases", "0"],
    ["--seed", "x"],
  ])("refuses %s %s", async (name, value) => {
    const { exitCode, output } = await call(differential, `${name}=${value}`);
    expect(output).toContain(`오류: ${name}에는 1에서 99999999 사이의 정수를 지정하십시오. 입력한 값: "${value}"`);
    expect(exitCode).toBe(2);
  });
});
