import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { changelogSections } from "../../../scripts/checks/diff/changelog.ts";
import type { OpenApi } from "../../../scripts/bundle/openapi.ts";
import { check } from "../../../scripts/publish/release/check.ts";
import { releaseFiles } from "../../../scripts/publish/release/release.ts";
import { changelogFile, type State } from "../../../scripts/publish/release/state.ts";
import { root } from "../../../scripts/lib/paths.ts";
import { api } from "../../support/bundle.ts";

/** A bundle of a version, changed. */
function bundle(version: string, edit: (copy: OpenApi) => void = () => {}): OpenApi {
  const copy = structuredClone(api);
  copy.info.version = version;
  edit(copy);
  return copy;
}

/** A project whose files all have the version of the bundle, under this heading with these lines. */
function state(released: OpenApi, current: OpenApi, state: string, ...lines: string[]): State {
  const { version } = current.info;
  const changelog = [`# 변경 이력`, "", `## ${version} (${state})`, "", ...lines, ""].join("\n");
  const versions = Object.fromEntries(
    ["spec/openapi.yaml", "package.json", "package-lock.json", "CHANGELOG.md"].map((file) => [file, version]),
  );
  return {
    project: root,
    versions,
    changelog,
    section: changelogSections(changelog)[0],
    released,
    current,
    releasedSource: {},
    currentSource: {},
    isGenerated: true,
  };
}

const change =
  (keywords: object) =>
  (copy: OpenApi): void =>
    void Object.assign(
      copy.components.schemas["RequestDataHeader"]?.properties?.["UTZPE_CNCT_IPAD"] as object,
      keywords,
    );
const shorter = change({ maxLength: 20 });
const renamed = change({ title: "IP주소" });
const shorterLine = "- 명세: UTZPE_CNCT_IPAD의 maxLength 39 → 20 [호환되지 않음]";
const renamedLine = "- 명세: UTZPE_CNCT_IPAD의 title을 바꾸었습니다.";

async function problemsOf(subject: State): Promise<string[]> {
  return (await check(subject)).problems;
}

describe("the version moves as far as the changes ask", () => {
  test.each([
    ["0.1.3", "0.2.0", shorter, shorterLine, undefined],
    [
      "0.1.3",
      "0.1.4",
      shorter,
      shorterLine,
      "버전 0.1.4: 마지막으로 배포한 0.1.3에서 호환되지 않는 변경이 1건 있으므로 0.2.0 이상이어야 합니다.",
    ],
    ["0.1.3", "0.1.4", renamed, renamedLine, undefined],
    [
      "0.1.3",
      "0.1.3",
      renamed,
      renamedLine,
      "버전 0.1.3: 마지막으로 배포한 0.1.3에서 명세의 변경이 1건 있으므로 0.1.4 이상이어야 합니다.",
    ],
    [
      "1.9.0",
      "1.10.0",
      shorter,
      shorterLine,
      "버전 1.10.0: 마지막으로 배포한 1.9.0에서 호환되지 않는 변경이 1건 있으므로 2.0.0 이상이어야 합니다.",
    ],
    ["1.9.0", "2.0.0", shorter, shorterLine, undefined],
    ["1.9.0", "1.10.0", renamed, renamedLine, undefined],
    ["1.9.0", "1.9.0", () => {}, "", "버전 1.9.0: 마지막으로 배포한 버전이 1.9.0이므로 1.9.1 이상이어야 합니다."],
  ])("%s to %s", async (last, version, edit, line, problem) => {
    const problems = await problemsOf(state(bundle(last), bundle(version, edit), "준비 중", line));
    expect(problems).toEqual(problem === undefined ? [] : [expect.stringContaining(problem) as string]);
  });
});

test("a change of whatever class without a line is named, with a line to paste", async () => {
  const [problem, ...more] = await problemsOf(
    state(bundle("0.1.0"), bundle("0.2.0", renamed), "준비 중", "- 명세: UTZPE_CNCT_IPAD를 고쳤습니다."),
  );
  expect(more).toEqual([]);
  expect(problem?.split("\n")).toEqual([
    "마지막으로 배포한 0.1.0에서 바뀌었지만 CHANGELOG.md에 줄이 없는 것이 1건 있습니다.",
    "",
    "호환",
    '  UTZPE_CNCT_IPAD(IP주소): 한글 이름(title)을 바꾸었습니다. "이용자접속IP주소" → "IP주소"',
    expect.stringMatching(/^ {4}오퍼레이션: getCreditLoanBasicInfo, /),
    "    자리: 4.1.2절 /components/schemas/RequestDataHeader/properties/UTZPE_CNCT_IPAD/title",
    "    규칙: schema.title.changed, 설명: 없음",
    "",
    "CHANGELOG.md의 `## 0.2.0 (준비 중)` 아래에 다음 줄을 붙여 넣으십시오. 여러 변경을 한 줄로 합쳐도 됩니다.",
    expect.stringMatching(
      /^- 명세: getCreditLoanBasicInfo, .*: UTZPE_CNCT_IPAD\(IP주소\)의 title "이용자접속IP주소" → "IP주소"$/,
    ),
  ]);
});

describe("what the document says, and the errata", () => {
  const erratum = { id: "host", topic: "서버의 주소", section: "3.1", spec: "하나" };
  const row = { at: "dataBody", code: "NEW_CD", name: "새 항목", type: "S(3)" };
  const source = (errata: object[], rows: object[]): State["currentSource"] => ({
    "source/errata.yaml": errata,
    "source/fields.yaml": [{ section: "4.1.2", title: "표", schema: "a.yaml", rows }],
    "source/samples/a.json": { dataBody: { NEW_CD: "1" } },
  });
  const lines = (releasedSource: object, currentSource: object, ...told: string[]): Promise<string[]> =>
    problemsOf({
      ...state(bundle("0.1.0"), bundle("0.2.0"), "준비 중", ...told),
      releasedSource: releasedSource as State["currentSource"],
      currentSource: currentSource as State["currentSource"],
    }).then(([problem = ""]) => problem.split("\n").filter((line) => line.startsWith("- ")));
  const before = source([erratum], [row]);

  test.each([
    [
      "an erratum that says something else",
      source([{ ...erratum, spec: "둘" }], [row]),
      '- 명세: 정오표: host(서버의 주소)의 spec "하나" → "둘"',
    ],
    [
      "an erratum that is new",
      source([erratum, { ...erratum, id: "port" }], [row]),
      "- 명세: 정오표: port(서버의 주소) 추가",
    ],
    ["an erratum that is gone", source([], [row]), "- 명세: 정오표: host(서버의 주소) 삭제"],
    [
      "a row of a table",
      source([erratum], [{ ...row, type: "S(4)" }]),
      '- 명세: 원문 4.1.2: NEW_CD(새 항목)의 type "S(3)" → "S(4)"',
    ],
    ["a row that is new", source([erratum], [row, { ...row, code: "MORE" }]), "- 명세: 원문 4.1.2: MORE(새 항목) 추가"],
    [
      "a sample",
      { ...before, "source/samples/a.json": { dataBody: {} } },
      '- 명세: samples/a.json의 dataBody /NEW_CD "1" → 없음',
    ],
    ["a file that is new", { ...before, "source/flow.yaml": {} }, "- 명세: flow.yaml 추가"],
  ])("%s asks for a line, which explains it", async (_, after, line) => {
    expect(await lines(before, after)).toEqual([line]);
    expect(await lines(before, after, line)).toEqual([]);
  });

  test("rows in another order ask for a line", async () => {
    const more = { ...row, code: "MORE" };
    expect(await lines(source([erratum], [row, more]), source([erratum], [more, row]))).toHaveLength(1);
  });

  test("how x-source is written is no change, what it names is", async () => {
    const written = (value: unknown): OpenApi => bundle("0.1.0", change({ "x-source": value }));
    const open = async (one: unknown, other: unknown): Promise<number> =>
      (await check(state(written(one), written(other), "준비 중"))).changes.length;
    expect(await open({ section: "4.1.2", type: "S(39)", required: "Y" }, [{ section: "4.1.2", code: "A" }])).toBe(0);
    expect(await open({ section: "4.1.2", code: "A" }, { section: "4.1.2", code: "B" })).toBe(1);
    expect(await open({ section: "4.1.2" }, [{ section: "4.1.2" }, { section: "4.2.2" }])).toBe(1);
  });
});

describe("a released section", () => {
  test("is in order while nothing changes", async () => {
    expect(await problemsOf(state(bundle("0.2.0"), bundle("0.2.0"), "2026-11-23"))).toEqual([]);
  });

  test("takes no more lines: a change asks for a section of its own", async () => {
    const problems = await problemsOf(state(bundle("0.2.0"), bundle("0.2.0", shorter), "2026-11-23", shorterLine));
    expect(problems).toEqual([
      expect.stringContaining(
        "0.2.0 버전은 이미 배포했습니다. CHANGELOG.md 맨 위에 `## 0.3.0 (준비 중)` 절을 만들고",
      ) as string,
    ]);
  });

  test("cannot be dated by hand", async () => {
    const problems = await problemsOf(state(bundle("0.1.0"), bundle("0.2.0"), "2026-11-23"));
    expect(problems).toEqual([
      expect.stringContaining(
        "마지막으로 배포한 버전은 0.1.0인데(generated/released.json) CHANGELOG.md의 첫 제목은 배포한 버전 0.2.0입니다.",
      ) as string,
    ]);
  });
});

test("versions out of step are named with their files", async () => {
  const subject = state(bundle("0.1.0"), bundle("0.2.0"), "준비 중");
  const problems = await problemsOf({
    ...subject,
    versions: { ...subject.versions, "package.json": "0.3.0", "package-lock.json": undefined },
  });
  expect(problems).toEqual([
    expect.stringContaining(
      "버전이 서로 다릅니다: spec/openapi.yaml 0.2.0, package.json 0.3.0, package-lock.json 읽을 수 없음, CHANGELOG.md 0.2.0.\n",
    ) as string,
  ]);
});

test.each(["곧", "2026-13-01", "2026-02-30"])("a heading's state can be no %s", async (text) => {
  expect(await problemsOf(state(bundle("0.1.0"), bundle("0.2.0"), text))).toEqual([
    expect.stringContaining(`지금 제목: ## 0.2.0 (${text})`) as string,
  ]);
});

test("only what is in preparation, and generated, can be released", () => {
  const subject = state(bundle("0.1.0"), bundle("0.2.0"), "준비 중");
  expect(() => releaseFiles({ ...subject, isGenerated: false }, "2026-11-23")).toThrow("npm run generate를 실행하고");
  expect(() => releaseFiles(state(bundle("0.2.0"), bundle("0.2.0"), "2026-11-23"), "2026-11-24")).toThrow(
    "배포할 버전이 없습니다.",
  );
});

test("a bullet goes on in indented lines, and ends with them", () => {
  const [section] = changelogSections(
    "# 변경 이력\n\n## 1.0.0 (준비 중)\n\n- 명세: 하나\n  둘\n\n덧붙인 글\n- 셋\n\n## 0.9.0\n\n- 넷\n",
  );
  expect(section).toMatchObject({ version: "1.0.0", state: "준비 중", lines: ["명세: 하나 둘", "셋"] });
});

test("the project's own CHANGELOG is read", () => {
  expect(changelogSections(readFileSync(changelogFile, "utf8"))[0]?.version).toBe(api.info.version);
});
