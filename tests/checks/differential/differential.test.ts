import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { validFor } from "../../../scripts/checks/differential/arbitrary.ts";
import { broken, oneBreak } from "../../../scripts/checks/differential/breaks.ts";
import { targetsOf } from "../../../scripts/checks/differential/targets.ts";
import { render } from "../../../scripts/checks/differential/tree.ts";
import { root } from "../../../scripts/lib/paths.ts";
import { api, committed } from "../../support/bundle.ts";
import { copyProject, run } from "../../support/project.ts";

const script = "scripts/cli/differential.ts";

describe("npm run test:differential", () => {
  test("finds no disagreement among cases of both kinds, valid and invalid", async () => {
    const { exitCode, output } = await run(root, script, "--cases", "600");
    const [, valid, invalid] = /유효 (\d+)개, 무효 (\d+)개, 알려진 차이 \d+건/.exec(output) ?? [];
    expect(Number(valid) + Number(invalid)).toBe(600);
    expect(Number(valid)).toBeGreaterThan(150);
    expect(Number(invalid)).toBeGreaterThan(150);
    expect(output).toMatch(/^disagreements: 0 \(2000 cases, seed 1\)$/m);
    expect(exitCode).toBe(0);
  });

  test("shows the smallest body on which a validator of its own mind differs, and how to run it again", async () => {
    const project = copyProject();
    project.edit("generated/validators.ts", /(func\d+\(data\d+\)) > \d+/g, "$1 > 1000");
    const { exitCode, output } = await project.run(script, "--cases", "1000", "--seed", "2");
    expect(output).toMatch(/불일치: .+\n {2}generated {3}valid\n {2}independent invalid\n {2}prism {7}invalid\n/);
    const [, text = "{}"] = /본문 {8}(\{.*\})/.exec(output) ?? [];
    // All that is left beside the consents is the one text that is too long.
    expect([...text.matchAll(/:"([^"]*)"/g)].filter(([, value]) => !["", "Y"].includes(value ?? ""))).toHaveLength(1);
    expect(output).toContain("다시 실행   npm run test:differential -- --seed 2 --cases 1000");
    expect(output).toMatch(/^disagreements: 1 /m);
    expect(exitCode).toBe(1);
  });

  test("refuses a known difference that no longer occurs", async () => {
    const project = copyProject();
    project.edit("scripts/checks/differential/known.yaml", "nested: 20000", "nested: 2");
    const { exitCode, output } = await project.run(script);
    expect(output).toMatch(
      /^오류: scripts\/checks\/differential\/known\.yaml의 prism-deep: 알려진 차이가 더 이상 나타나지 않습니다\./m,
    );
    expect(exitCode).toBe(2);
  });

  test.each([
    ["--cases", "0"],
    ["--seed", "x"],
  ])("refuses %s %s", async (name, value) => {
    const { exitCode, output } = await run(root, script, `${name}=${value}`);
    expect(output).toContain(`오류: ${name}: 1에서 99999999 사이의 정수. 받은 값: "${value}".`);
    expect(exitCode).toBe(2);
  });
});

describe("the bodies that are made", () => {
  test.each(targetsOf(committed))("$name: every way to write a body says the same", ({ mediaType }) => {
    fc.assert(
      fc.property(validFor(api, mediaType.schema), fc.array(oneBreak, { maxLength: 2 }), (tree, breaks) => {
        const changed = broken(tree, breaks);
        const [first, ...others] = [true, false].flatMap((escaped) =>
          [true, false].map((spaced) => JSON.stringify(JSON.parse(render(changed, { escaped, spaced })))),
        );
        for (const other of others) expect(other).toBe(first);
      }),
      { seed: 5, numRuns: 60 },
    );
  });
});
