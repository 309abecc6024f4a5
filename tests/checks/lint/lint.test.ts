import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { specRules } from "../../../scripts/checks/lint/spec-rules.ts";
import { loadHouseRules } from "../../../scripts/checks/lint/spectral.ts";
import { copyProject } from "../../support/project.ts";

const lint = "scripts/cli/lint.ts";

describe("npm run lint", () => {
  test("ends with a verdict on the spec as it is", async () => {
    expect(await copyProject().run(lint)).toEqual({ exitCode: 0, output: "lint: 지적이 없습니다.\n" });
  });

  test("prints file, line, rule and cure of each tool's findings, and fails", async () => {
    const project = copyProject();
    project.edit("spec/common/schemas/RequestDataHeader.yaml", "    maxLength: 39\n", "");
    project.edit("spec/oauth/paths/checkToken.yaml", "  summary: 토큰 확인\n", "");
    project.edit("spec/openapi.yaml", /^ {2}version: .*\n/m, "");
    const { exitCode, output } = await project.run(lint);
    expect(exitCode).toBe(1);
    expect(output).toContain(
      "spec/common/schemas/RequestDataHeader.yaml:15  erratum-cover  원문과 다릅니다: 길이(maxLength).",
    );
    expect(output).toContain(
      "spec/common/schemas/RequestDataHeader.yaml:15  field-source  UTZPE_CNCT_IPAD의 maxLength: 명세 없음, 원문의 타입 S(39).",
    );
    expect(output).toMatch(/spec\/oauth\/paths\/checkToken\.yaml:\d+  operation-summary  /);
    expect(output).toMatch(/spec\/openapi\.yaml:\d+  redocly\/struct  .*version/);
    expect(output).toContain("\nerratum-cover: 원문과 다른 곳은 모두 설명되어야 합니다.");
    expect(output).toMatch(/lint: 지적 \d+건\. 위에 적힌 대로 고친 뒤 다시 확인하십시오: npm run lint\n$/);
  });

  test("--format json prints the findings under names that stay, and nothing else", async () => {
    const project = copyProject();
    project.edit("spec/common/schemas/RequestDataHeader.yaml", "title: 이용자접속IP주소", "title: 이용자 접속 주소");
    const { exitCode, output } = await project.run(lint, "--quick", "--format", "json");
    const finding = {
      rule: "erratum-cover",
      file: "spec/common/schemas/RequestDataHeader.yaml",
      line: 17,
      message: expect.stringMatching(/^원문과 다릅니다: 이름/) as string,
      cure: expect.stringMatching(/십시오\.$/) as string,
    };
    expect(JSON.parse(output)).toEqual({ findings: [finding] });
    expect(exitCode).toBe(1);
  });

  test("says where YAML cannot be read, in every format", async () => {
    const project = copyProject();
    project.edit("spec/openapi.yaml", "openapi: 3.1.1", "openapi: [3.1.1");
    expect((await project.run(lint)).output).toMatch(
      /^spec\/openapi\.yaml:2 {2}yaml {2}YAML을 읽을 수 없습니다\. .*\n\nyaml: .*십시오\.\nlint: 지적 1건\./,
    );
    expect(await project.run(lint, "--format", "github")).toEqual({
      exitCode: 1,
      output: expect.stringMatching(
        /^::error file=spec\/openapi\.yaml,line=2,title=yaml::YAML을 읽을 수 없습니다\./,
      ) as string,
    });
  });

  test("refuses arguments that it does not know, in Korean", async () => {
    const { run } = copyProject();
    expect((await run(lint, "--nope")).output).toMatch(
      /^오류: 인자를 읽을 수 없습니다\. 없는 옵션: --nope\.\n\n사용법: /,
    );
    expect((await run(lint, "spec")).output).toMatch(/^오류: 인자를 읽을 수 없습니다\. 받지 않는 인자: spec\.\n/);
    expect((await run(lint, "--format")).output).toMatch(
      /^오류: 인자를 읽을 수 없습니다\. --format의 값을 확인하십시오\.\n/,
    );
  });

  test("refuses a format that is none", async () => {
    const { exitCode, output } = await copyProject().run(lint, "--format", "sarif");
    expect(output).toBe('오류: --format: text, github, json 가운데 하나. 받은 값: "sarif".\n');
    expect(exitCode).toBe(2);
  });
});

test("every rule has a description and a test of its name", async () => {
  const houseRules = Object.entries((await loadHouseRules()).rules).map(([id, { description }]) => ({
    id,
    description,
  }));
  const tests = new Set(readdirSync(import.meta.dirname));
  for (const { id, description } of [...houseRules, ...specRules]) {
    expect(description, id).toMatch(/시오\./);
    expect(tests, id).toContain(`${id}.test.ts`);
  }
});
