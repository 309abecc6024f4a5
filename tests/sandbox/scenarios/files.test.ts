import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sandbox as command } from "../../../scripts/cli/sandbox.ts";
import { startSandbox } from "../../../scripts/docs/sandbox.ts";
import { ScenarioChecker } from "../../../scripts/sandbox/scenarios/check.ts";
import { ScenarioFiles } from "../../../scripts/sandbox/scenarios/files.ts";
import { OperationTable } from "../../../scripts/server/checked-operation.ts";
import { api } from "../../support/bundle.ts";
import { serveBy } from "../../support/in-process.ts";
import { amountAt, folderWith, opened, scenario, usual } from "../../support/scenario-files.ts";

describe("files of scenarios", () => {
  test("one file, or those of a folder and its folders; YAML and JSON alike; the first name goes first", async () => {
    const dir = folderWith({
      "b.yaml": scenario("둘", "2"),
      "a/one.json": JSON.stringify({
        scenarios: [
          { name: "하나", operation: "getCreditLoanBasicInfo", response: { change: { dataBody: { LN_AVL_AM: "1" } } } },
        ],
      }),
      ".hidden.yaml": "no: yaml: at all",
      "readme.txt": "no scenario",
      "empty.yml": "",
    });
    const all = await opened(dir);
    expect([await amountAt(all.url), all.problems]).toEqual(["1", []]);
    expect(await amountAt((await opened(join(dir, "b.yaml"))).url)).toBe("2");
  });

  test("a wrong file is told by file, line and column, and the others are read", async () => {
    const dir = folderWith({
      "1-no-yaml.yaml": "scenarios: [",
      "2-unknown.yaml": "scenarios:\n  - nam: x\n",
      "3-body.yaml": `scenarios:
  - name: 본문
    operation: getCreditLoanBasicInfo
    response:
      change:
        dataBody:
          LN_AVL_AM: 12
`,
      "3-name.yaml": scenario("이름", "3").replace("LN_AVL_AM", "LN_AVL_AN"),
      "3-customer.yaml": `customers:
  - { app: 서비스 중인 앱, login: hong, name: 홍길동, answers: { getCreditLoanBasicInfo: { dataBody: { CNTT: "2" } } } }
`,
      "4-right.yaml": scenario("맞음", "4"),
      "5-same.yaml": `\n${scenario("맞음", "5")}`,
      "6-utf16.yaml": Buffer.from(scenario("글자", "6"), "utf16le").toString("latin1"),
      "7-list.yaml": "- 1\n",
    });
    const { url, problems } = await opened(dir);
    expect(await amountAt(url)).toBe("4");
    const told = problems.join("\n");
    for (const line of [
      "1-no-yaml.yaml:",
      "2-unknown.yaml:2:5 scenarios[0].nam: 알 수 없는 키입니다. 올바른 이름이 name인지 확인하십시오.",
      "3-body.yaml:7:11 scenarios[0].response.change.dataBody.LN_AVL_AM: LN_AVL_AM(대출금액(대출한도금액)): ",
      "3-name.yaml:4:39 scenarios[0].response.change.dataBody.LN_AVL_AN: 명세의 응답에 없는 필드입니다. 올바른 이름이 LN_AVL_AM인지 확인하십시오. 일부러 다르게 응답하려면 deviates: true를 지정하십시오.",
      "3-customer.yaml:2:95 customers[0].answers.getCreditLoanBasicInfo.dataBody.CNTT: 명세의 응답에 없는 필드입니다. 올바른 이름이 CNT인지 확인하십시오.",
      `5-same.yaml:3:5 scenarios[0].name: ${join(dir, "4-right.yaml")}:2:5에 이름이 같은 것이 있습니다.`,
      "6-utf16.yaml:",
      "7-list.yaml:1:1 파일: 객체(이름과 값)여야 하는데",
    ])
      expect(told).toContain(line);
  });

  test("a folder that a link leads back to is read once, also one named as a file; what is hidden is not", async () => {
    const dir = folderWith({ "a.yaml/b.yaml": scenario("하나", "1"), "node_modules/c.yaml": "scenarios: [" });
    symlinkSync(dir, join(dir, "loop"));
    symlinkSync("..", join(dir, "a.yaml/loop"));
    const { url, problems } = await opened(dir);
    expect([await amountAt(url), problems]).toEqual(["1", []]);
  });

  test.each([
    [
      "a value that no request has",
      "when: { body: { dataHeader: { UTZ_MCHR_OS_DSCD: 1 } } }",
      /UTZ_MCHR_OS_DSCD: 문자열/,
    ],
    ["a body that no request has", "when: { body: [] }", /when\.body: 객체/],
    ["a window without any time", 'when: { time: { from: "10:00", to: "10:00" } }', /when\.time: from과 to가 같아/],
    ["a customer of several lines", 'when: { customer: "a\\nb" }', /when\.customer: 줄바꿈/],
  ])("%s is refused: it would never answer", async (_name, condition, told) => {
    const file = scenario("하나", "1").replace("    response:", `    ${condition}\n    response:`);
    expect((await opened(folderWith({ "a.yaml": file }))).problems.join("\n")).toMatch(told);
  });

  test.each([
    [
      "a name that would write into a log",
      scenario('"하나\\e[31m"', "1"),
      /scenarios\[0\]\.name: 줄바꿈 같은 제어 문자/,
    ],
    [
      "a media type that no header can carry",
      scenario("하나", "1").replace(/response: .*/, 'response: { body: x, contentType: "글\\n", deviates: true }'),
      /response\.contentType: application\/json처럼/,
    ],
  ])("%s is refused", async (_name, file, told) => {
    expect((await opened(folderWith({ "a.yaml": file }))).problems.join("\n")).toMatch(told);
  });

  test("a scenario whose app or customer is not there yet is told, and answers once it is", async () => {
    const later = (more: string): string => scenario("나중", "1").replace("    operation", `${more}\n    operation`);
    const { url, problems } = await opened(
      folderWith({
        "a.yaml": later("    app: 없는 앱"),
        "b.yaml": scenario("고객", "2").replace("    response", "    when: { customer: nobody }\n    response"),
      }),
    );
    expect(problems.map((one) => one.replace(/^.*\/(?=[ab]\.yaml)/, ""))).toEqual([
      expect.stringMatching(/^a\.yaml:3:\d+ app: 없는 앱입니다\..* 사용하지 않습니다\.$/),
      expect.stringMatching(/^b\.yaml:4:\d+ when\.customer: 없는 고객 아이디입니다\./),
    ]);
    expect(await amountAt(url)).toBe(usual);
  });

  test("a program that does not ask for the problems gets the first as an error", async () => {
    const dir = folderWith({ "a.yaml": scenario("하나", "일") });
    await expect(startSandbox({ scenarios: dir })).rejects.toThrow(/a\.yaml:4:\d+ scenarios\[0\]\.response/);
    await expect(startSandbox({ scenarios: join(dir, "none") })).rejects.toThrow(/none: 파일이나 폴더가 없습니다/);
    const none = { name: "하나", operation: "none", response: { delay: 1 } };
    await expect(startSandbox({ scenarios: { scenarios: [none] } })).rejects.toThrow(/scenarios\[0\]\.operation: 없는/);
  });

  test("a file that changes, comes or goes is read again; one that is wrong then keeps what it said", async () => {
    const dir = folderWith({ "a.yaml": scenario("하나", "1") });
    const serving = await serveBy(command, "--scenarios", dir);
    const until = async (amount: unknown): Promise<void> => {
      while ((await amountAt(serving.url)) !== amount) await new Promise(setImmediate);
    };
    writeFileSync(join(dir, "a.yaml"), scenario("하나", "2"));
    await until("2");
    writeFileSync(join(dir, "a.yaml"), "scenarios: [");
    await serving.until(/이전 내용을 그대로 사용합니다/);
    expect(await amountAt(serving.url)).toBe("2");
    // As an editor saves.
    writeFileSync(join(dir, ".a.swp"), scenario("하나", "3"));
    renameSync(join(dir, ".a.swp"), join(dir, "a.yaml"));
    await until("3");
    rmSync(join(dir, "a.yaml"));
    await until(usual);
    writeFileSync(join(dir, "b.yaml"), scenario("둘", "4"));
    await until("4");
    // As git changes a branch.
    rmSync(dir, { recursive: true });
    mkdirSync(dir);
    writeFileSync(join(dir, "c.yaml"), scenario("셋", "5"));
    await until("5");
    writeFileSync(join(dir, "c.yaml"), scenario("셋", "6"));
    await until("6");
  });

  test("what is wrong is told once, until a file says something else", async () => {
    const dir = folderWith({ "a.yaml": "scenarios: [" });
    const files = new ScenarioFiles(join(dir, "a.yaml"), new ScenarioChecker(api, new OperationTable(api)));
    expect(await files.read()).toHaveLength(1);
    writeFileSync(join(dir, "some.log"), "a line");
    expect(await files.read()).toBeUndefined();
    writeFileSync(join(dir, "a.yaml"), "scenarios: {");
    expect(await files.read()).toHaveLength(1);
  });
});
