import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { lint } from "../../../scripts/cli/lint.ts";
import { lintWords } from "../../../scripts/checks/words/lint-words.ts";
import { call } from "../../support/in-process.ts";
import { temporaryFolder } from "../../support/project.ts";

/** A glossary unlike the project's own: what is found stands in the table alone. */
const glossary = `# 기여하기

| 개념 | 쓰는 말 | 쓰지 않는 말 |
| --- | --- | --- |
| 식물 | 나무 | \`수목\`, 풀 |
| 쓰기 | 작성 | \`적다\` |
| 선택 | 지정 | \`고르다\` |
| 시작 | 실행하다 | \`문을 열다\` |
| 멈춤 | 종료 | \`끝내다\` |
| 전함 | 알려 줍니다 | \`알립니다\` |
`;

/** What is found in files of a folder that has the glossary, as `file:line found`. */
async function foundIn(files: Record<string, string>): Promise<string[]> {
  const dir = temporaryFolder();
  for (const [name, text] of Object.entries({ "CONTRIBUTING.md": glossary, ...files })) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  const findings = await lintWords(dir);
  return findings.map(({ file, line, message }) => `${file}:${line} ${/^"([^"]*)"/.exec(message)?.[1] ?? ""}`);
}

describe("the words of the glossary", () => {
  test("a noun is found with its line, the word to use and where the glossary is", async () => {
    const dir = temporaryFolder();
    writeFileSync(join(dir, "CONTRIBUTING.md"), glossary);
    writeFileSync(join(dir, "README.md"), "# 제목\n\n산의 수목이 자랍니다.\n");
    expect(await lintWords(dir)).toEqual([
      {
        rule: "word",
        file: "README.md",
        line: 3,
        message: '"수목" 대신 "나무"를 사용하십시오.',
        fix: expect.stringContaining("CONTRIBUTING.md") as string,
      },
    ]);
  });

  test.each([
    ["적는", "이름을 적는 곳입니다."],
    ["적으", "이름을 적으십시오."],
    ["적혀", "이름이 적혀 있습니다."],
    ["적은", "적은 값입니다."],
    ["고릅", "하나를 고릅니다."],
    ["고른", "고른 값입니다."],
    ["골라", "하나를 골라 주십시오."],
    ["문을 엽", "문을 엽니다."],
    ["문을\n여는", "문을\n여는 사람입니다."],
    ["끝낸", "일을 끝낸 뒤입니다."],
    ["끝내", "끝내려면 누르십시오."],
    ["끝냈", "일을 끝냈습니다."],
    ["알립니다", "이유를 알립니다."],
  ])("the form %j of a verb is found", async (found, text) => {
    expect(await foundIn({ "README.md": text })).toEqual([`README.md:1 ${found}`]);
  });

  test.each([
    "목적은 적용과 적절한 최적은 적합합니다. 적어도 하나입니다.",
    "이유를 알려 줍니다. 끝나면 닫습니다.",
    "풀은 자랍니다.",
    "이름은 `수목`입니다.",
  ])("words that only look like one are not found: %s", async (text) => {
    expect(await foundIn({ "README.md": text })).toEqual([]);
  });
});

describe("particles", () => {
  test.each([
    ["오류을", "오류을 고치십시오."],
    ["값를", "값를 고치십시오."],
    ["값와", "값와 이름입니다."],
    ["파일으로", "파일으로 만듭니다."],
    ["값로", "값로 만듭니다."],
    ["401를", "401를 보냅니다."],
    ["405을", "405을 보냅니다."],
    ["은(는)", "값은(는) 없습니다."],
    ["을(를)", "값을(를) 지우십시오."],
  ])("%s is found", async (found, text) => {
    expect(await foundIn({ "README.md": text })).toEqual([`README.md:1 ${found}`]);
  });

  test("right ones are not found", async () => {
    const text =
      "마을을 지나 경로로 가서 파일로 만들고, 401을 405로 바꾸고, IPv6를 값과 이름으로 나을 때까지 부를 수 있습니다.";
    expect(await foundIn({ "README.md": text })).toEqual([]);
  });

  test("one after a variable is found in a message: it is right for some values only", async () => {
    expect(
      await foundIn({ "scripts/a.ts": "const b = `${c}을 지우십시오.`;\nconst d = `{이름}을 지우십시오.`;\n" }),
    ).toEqual(["scripts/a.ts:1 }을"]);
  });
});

describe("what users read", () => {
  test("strings and templates of the toolchain are read, its comments and names are not", async () => {
    const program = [
      "// 수목",
      'const a = "수목";',
      "const b = `나무 ${a} 수목`;",
      "/** 수목 */",
      "const c = /수목/;",
      "",
    ].join("\n");
    expect(await foundIn({ "scripts/checks/a.ts": program, "scripts/cli/run.cjs": program })).toEqual([
      "scripts/checks/a.ts:2 수목",
      "scripts/checks/a.ts:3 수목",
      "scripts/cli/run.cjs:2 수목",
      "scripts/cli/run.cjs:3 수목",
    ]);
  });

  test("the spec is read, but not what the bank has printed nor the values of examples", async () => {
    const text = "summary: 수목\nvalue: 수목\n";
    const found = await foundIn({
      "spec/common/error-codes.yaml": "cause: 수목\n",
      "spec/credit/examples/A.yaml": text,
      "spec/source/errata.yaml": "spec: 수목\n",
      "spec/source/fields.yaml": text,
      "spec/source/samples/a.json": text,
    });
    expect(found.map((one) => one.replace(/:\d+/, ""))).toEqual([
      "spec/common/error-codes.yaml 수목",
      "spec/credit/examples/A.yaml 수목",
      "spec/source/errata.yaml 수목",
    ]);
  });

  test("examples are read whole; of the CHANGELOG, what is not released; tests and generated files not at all", async () => {
    expect(
      await foundIn({
        "CHANGELOG.md": "# 변경 이력\n\n## 0.2.0 (준비 중)\n\n- 수목\n\n## 0.1.0 (2026-01-01)\n\n- 수목\n",
        "examples/a/src/a.ts": "// 수목\n",
        "generated/client.ts": "// 수목\n",
        "tests/a.test.ts": '"수목";\n',
      }),
    ).toEqual(["CHANGELOG.md:5 수목", "examples/a/src/a.ts:1 수목"]);
  });
});

test("npm run lint reads the project's own words and finds none of those that it does not use", async () => {
  const { exitCode, output } = await call(lint, "--quick", "--format", "json");
  expect({ exitCode, findings: (JSON.parse(output) as { findings: unknown[] }).findings }).toEqual({
    exitCode: 0,
    findings: [],
  });
});
