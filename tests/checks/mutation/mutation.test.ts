import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkGroups } from "../../../scripts/checks/contract/groups.ts";
import { specDir } from "../../../scripts/lib/paths.ts";
import { loadSpec } from "../../../scripts/bundle/spec-files.ts";
import { assemble } from "../../../scripts/checks/mutation/assemble.ts";
import { findEquivalents, loadEquivalents, refuseNoticed } from "../../../scripts/checks/mutation/equivalents.ts";
import { type Judge, openJudge } from "../../../scripts/checks/mutation/judge.ts";
import { kinds, type Mutant, mutate, nameOf } from "../../../scripts/checks/mutation/mutant.ts";
import { mutantsOf } from "../../../scripts/checks/mutation/mutants.ts";
import { formatReport } from "../../../scripts/checks/mutation/report.ts";
import { api } from "../../support/bundle.ts";
import { copyProject } from "../../support/project.ts";

const spec = loadSpec(specDir);
const mutants = mutantsOf(spec);
const equivalents = findEquivalents(loadEquivalents(), mutants);

/** The first mutant of each kind, and every 100th after it. */
const sample = Object.keys(kinds).flatMap((kind) =>
  mutants
    .map((mutant, index) => ({ mutant, index }))
    .filter(({ mutant }) => mutant.kind === kind)
    .filter((_, position) => position % 100 === 0),
);

let judge: Judge;
beforeAll(async () => {
  judge = await openJudge();
});
afterAll(() => judge.close());

test("every kind has mutants, and each changes the spec", () => {
  expect([...new Set(mutants.map(({ kind }) => kind))].sort()).toEqual(Object.keys(kinds).sort());
  const same = mutants.filter(
    (mutant) =>
      JSON.stringify(mutate(spec, mutant).file(mutant.file).data) === JSON.stringify(spec.file(mutant.file).data),
  );
  expect(same.map(nameOf)).toEqual([]);
});

test("the spec as it is passes the checks that judge the mutants", async () => {
  expect(await judge.judge(spec)).toBeUndefined();
});

test("the spec is bundled as npm run generate bundles it", () => {
  expect(JSON.parse(JSON.stringify(assemble(spec)))).toEqual(api);
});

describe("a sample of npm run test:mutation", () => {
  test.each(Object.keys(kinds))("%s: each mutant is noticed, or reviewed as the same", async (kind) => {
    const own = sample.filter(({ mutant, index }) => mutant.kind === kind && !equivalents.has(index));
    const survivors: string[] = [];
    for (const { mutant } of own)
      if ((await judge.judge(mutate(spec, mutant))) === undefined) survivors.push(nameOf(mutant));
    expect(survivors).toEqual([]);
  });
});

describe("the measure measures", () => {
  const relaxed = mutants.find(
    ({ kind, pointer }) => kind === "prose" && pointer === "/properties/ERRCODE/description",
  );

  test("without a group of checks, what only that group notices survives", async () => {
    const blunt = await openJudge(checkGroups.filter(({ name }) => name !== "prose"));
    try {
      expect(await judge.judge(mutate(spec, relaxed as Mutant))).toMatch(/^contract\/prose: /);
      expect(await blunt.judge(mutate(spec, relaxed as Mutant))).toBeUndefined();
    } finally {
      blunt.close();
    }
  });

  test("a survivor is named with file and line, and keeps the score from 100", () => {
    const [first, second] = mutants.filter(
      ({ kind, file }) => kind === "length" && file.endsWith("ErrorDataBody.yaml"),
    ) as [Mutant, Mutant];
    const report = formatReport(
      spec,
      [
        { mutant: first, killer: "lint/x", equivalent: undefined },
        { mutant: second, killer: undefined, equivalent: undefined },
      ],
      1,
    );
    expect(report).toMatch(/ {2}length +1 +1 +0 /);
    expect(report).toMatch(
      /\n {2}spec\/common\/schemas\/ErrorDataBody\.yaml:8 {2}length {2}\/properties\/MAIN_MSG_INF_REPT_CN\/maxLength {2}maxLength: 6\n/,
    );
    expect(report).toMatch(/mutation score: 50\.0 % \(1\/2\)$/);
  });

  test("an equivalent mutant is counted apart, with its reason", () => {
    const [mutant] = mutants as [Mutant];
    const report = formatReport(spec, [{ mutant, killer: undefined, equivalent: "시험입니다." }], 1);
    expect(report).toContain("시험입니다.");
    expect(report).toMatch(/mutation score: 100\.0 % \(0\/0\)$/);
  });
});

describe("the reviewed list of equivalent mutants", () => {
  const [mutant] = mutants as [Mutant];
  const entry = {
    kind: mutant.kind,
    file: mutant.file,
    pointer: mutant.pointer,
    what: mutant.what,
    reason: "뜻이 같습니다.",
  };

  test("an entry finds its mutant", () => {
    expect([...findEquivalents([entry], mutants)]).toEqual([[0, "뜻이 같습니다."]]);
  });

  test("an entry that no longer matches a mutant is refused", () => {
    expect(() => findEquivalents([{ ...entry, pointer: "/gone" }], mutants)).toThrow(
      "없는 변이를 적은 항목이 있습니다.",
    );
  });

  test("an entry whose mutant is noticed after all is refused", () => {
    expect(() => refuseNoticed([{ mutant, killer: "lint/x", equivalent: "뜻이 같습니다." }])).toThrow(
      "뜻이 같다고 적은 변이를 lint/x 검사가 알아챕니다.",
    );
    expect(() =>
      refuseNoticed([
        { mutant, killer: undefined, equivalent: "뜻이 같습니다." },
        { mutant, killer: "lint/x", equivalent: undefined },
      ]),
    ).not.toThrow();
  });

  test("an entry without a reason is refused", () => {
    expect(() => findEquivalents([{ ...entry, reason: "" }], mutants)).toThrow("reason에 이유를");
  });
});

describe("npm run test:mutation", () => {
  const script = "scripts/cli/mutation.ts";

  test("names what a missing check lets through, and fails", async () => {
    const project = copyProject();
    project.edit("scripts/checks/contract/decisions.ts", /host: \{ default: "127\.0\.0\.1" \}, /, "");
    const { exitCode, output } = await project.run(script, "--kind", "server");
    expect(output).toMatch(
      /spec\/openapi\.yaml:\d+ {2}server {2}\/servers\/0\/variables\/host\/default {2}default: "1"/,
    );
    expect(output).toMatch(/^mutation score: 92\.3 % \(12\/13\)$/m);
    expect(exitCode).toBe(1);
  });

  test("refuses a kind that is none", async () => {
    const { exitCode, output } = await copyProject().run(script, "--kind", "x");
    expect(output).toMatch(/^오류: --kind x: 없는 종류입니다\./);
    expect(exitCode).toBe(2);
  });
});
