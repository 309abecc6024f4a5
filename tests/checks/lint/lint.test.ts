import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { lint } from "../../../scripts/cli/lint.ts";
import { specRules } from "../../../scripts/checks/lint/spec-rules.ts";
import { loadHouseRules } from "../../../scripts/checks/lint/spectral.ts";
import { call, callFrom } from "../../support/in-process.ts";
import { copySpec } from "../../support/project.ts";

/** `file:line` of the line of a spec's file that holds a text. */
function lineOf(dir: string, file: string, text: string): string {
  const lines = readFileSync(join(dir, file), "utf8").split("\n");
  return `${join(dir, file)}:${lines.findIndex((line) => line.includes(text)) + 1}`;
}

describe("npm run lint", () => {
  test("ends with a verdict on the spec as it is", async () => {
    expect(await call(lint, "--quick")).toEqual({ exitCode: 0, output: "lint: 문제가 없습니다.\n" });
  });

  test("prints file, line, rule and fix of each tool's findings, and fails", async () => {
    const header = "common/schemas/RequestDataHeader.yaml";
    const dir = copySpec((edit) => {
      edit(header, "title: 이용자접속IP주소", "title: 접속IP");
      edit("oauth/paths/checkToken.yaml", "  summary: 토큰 확인\n", "");
      edit("openapi.yaml", ":444", ":444/");
    });
    const { exitCode, output } = await call(lint, "--spec", dir);
    expect(exitCode).toBe(1);
    expect(output).toContain(`${lineOf(dir, header, "title: 접속IP")}  erratum-cover  이름(title): `);
    expect(output).toMatch(/^\S*oauth\/paths\/checkToken\.yaml:\d+  operation-summary  /m);
    expect(output).toContain(
      `${lineOf(dir, "openapi.yaml", ":444/")}  redocly/no-server-trailing-slash  서버 주소의 끝에 있는 /를 지우십시오.`,
    );
    expect(output).toContain("\nerratum-cover: 원문과 다른 곳은 모두 설명되어야 합니다.");
    expect(output).toContain("lint: 문제가 3건 있습니다. 위의 설명대로 고친 뒤 다시 확인하십시오: npm run lint");
  });

  test("tells what only bundling brings to light: an example made of the error-code catalogue", async () => {
    const dir = copySpec((edit) =>
      edit("common/error-codes.yaml", "필드의 키가 없습니다.", "필드의 키가 없습니다. hong@bank.kr에 문의합니다."),
    );
    const { exitCode, output } = await call(lint, "--spec", dir);
    expect(exitCode).toBe(1);
    expect(output).toMatch(/^\S*openapi\.yaml:\d+ {2}example-fake {2}/m);
    expect(output).toContain("lint: 문제가 1건 있습니다.");
  });

  test("--format json prints the findings under names that stay, and nothing else", async () => {
    const header = "common/schemas/RequestDataHeader.yaml";
    const dir = copySpec((edit) => edit(header, "title: 이용자접속IP주소", "title: 이용자 접속 주소"));
    const { exitCode, output } = await call(lint, "--quick", "--format", "json", "--spec", dir);
    const finding = {
      rule: "erratum-cover",
      file: join(dir, header),
      line: expect.any(Number) as number,
      message: expect.stringMatching(/^이름\(title\): 원문과 다르지만/) as string,
      fix: expect.stringMatching(/십시오\.$/) as string,
    };
    expect(JSON.parse(output)).toEqual({ findings: [finding] });
    expect(exitCode).toBe(1);
  });

  test("--spec checks another folder, from the caller's, and names its files", async () => {
    const dir = copySpec((edit) => edit("openapi.yaml", "  title:", "  titel:"));
    const { exitCode, output } = await callFrom(dirname(dir), lint, "--quick", "--spec", basename(dir));
    expect(exitCode).toBe(1);
    expect(output).toMatch(/^\S*openapi\.yaml:\d+  known-key  titel 키는 .*title의 오타인지 확인하십시오\.\n/);
    expect(output.endsWith(`: npm run lint -- --spec ${basename(dir)}\n`)).toBe(true);
    expect(await call(lint, "--spec", "scripts")).toEqual({
      exitCode: 2,
      output: "오류: scripts에 openapi.yaml이 없습니다. 명세의 폴더를 지정하십시오.\n",
    });
  });

  test("prints what cannot be read as an annotation too", async () => {
    const dir = copySpec((edit) => edit("openapi.yaml", "openapi: 3.1.0", "openapi: [3.1.0"));
    expect(await call(lint, "--format", "github", "--spec", dir)).toEqual({
      exitCode: 1,
      output: expect.stringMatching(/^::error file=\S*openapi\.yaml,line=2,title=yaml::들여쓰기가/) as string,
    });
  });

  test("refuses arguments that it does not know, in Korean", async () => {
    expect((await call(lint, "--nope")).output).toMatch(
      /^오류: 인자를 읽을 수 없습니다\. 알 수 없는 옵션입니다: --nope\.\n\n사용법: /,
    );
    expect((await call(lint, "spec")).output).toMatch(
      /^오류: 인자를 읽을 수 없습니다\. 이 명령에 지정할 수 없는 인자입니다: spec\. /,
    );
    expect((await call(lint, "--format")).output).toMatch(
      /^오류: 인자를 읽을 수 없습니다\. --format 옵션의 값을 확인하십시오\.\n/,
    );
  });

  test("refuses a format that is none", async () => {
    const { exitCode, output } = await call(lint, "--format", "sarif");
    expect(output).toBe('오류: --format에는 text, github, json 가운데 하나를 지정하십시오. 입력한 값: "sarif"\n');
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
