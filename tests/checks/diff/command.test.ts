import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { operationsOf } from "../../../scripts/bundle/openapi.ts";
import { diff } from "../../../scripts/cli/diff.ts";
import { api } from "../../support/bundle.ts";
import { call } from "../../support/in-process.ts";
import { copyPapers, type Outcome } from "../../support/project.ts";
import { gitEnv } from "../../support/repository.ts";

const preparation = "## 9.9.9 (준비 중)";
/** The operations that take the request header. */
const takers = operationsOf(api)
  .filter(({ operation }) => operation.requestBody?.content["application/json"] !== undefined)
  .map(({ operation }) => operation.operationId)
  .join(", ");
const line = `- 명세: ${takers}: UTZPE_CNCT_IPAD(이용자접속IP주소)의 maxLength 39 → 20 [호환되지 않음]`;

const callIn = (dir: string, ...args: string[]): Promise<Outcome> => call((how) => diff(how, dir), ...args);

/** A copy of the project in a repository of its own, with one commit. */
function repository() {
  const project = copyPapers();
  const git = (...args: string[]): string =>
    execFileSync("git", args, { cwd: project.dir, env: gitEnv(), encoding: "utf8", stdio: "pipe" });
  const commit = (): void => {
    git("add", "spec", "CHANGELOG.md");
    git("commit", "--quiet", "--message", "change");
  };
  // Whatever state the project itself is in.
  project.edit("CHANGELOG.md", /^## .*$/m, preparation);
  git("init", "--quiet");
  commit();
  const shorten = (from: number, to: number): void =>
    project.edit("spec/common/schemas/RequestDataHeader.yaml", `maxLength: ${from}\n`, `maxLength: ${to}\n`);
  return { ...project, git, commit, shorten, diff: (...args: string[]) => callIn(project.dir, ...args) };
}

describe("npm run diff", () => {
  test("refuses a breaking change until the line that it prints stands in the CHANGELOG", async () => {
    const project = repository();
    project.shorten(39, 20);
    const refused = await project.diff("HEAD");
    expect(refused.output).toContain("HEAD → 작업 폴더: 호환되지 않음 1, 주의 0, 호환 0");
    expect(refused.output).toContain(
      `  UTZPE_CNCT_IPAD(이용자접속IP주소): 요청의 최대 길이(maxLength)를 줄였습니다. 39 → 20\n    오퍼레이션: ${takers}\n`,
    );
    expect(refused.output).toContain(`CHANGELOG.md의 \`${preparation}\` 아래에 다음 줄을 붙여 넣으십시오.\n${line}\n`);
    expect(refused.exitCode).toBe(1);

    project.edit("CHANGELOG.md", preparation, `${preparation}\n\n${line}`);
    const passed = await project.diff("HEAD");
    expect(passed.output).toContain(`설명: CHANGELOG "${line.slice(2, 40)}`);
    expect(passed.exitCode).toBe(0);
  });

  test("passes what has not changed", async () => {
    expect(await repository().diff("HEAD")).toEqual({ exitCode: 0, output: "HEAD → 작업 폴더: 바뀐 것이 없습니다.\n" });
  });

  test("annotates the line of the spec for GitHub, and adds a table to the job's summary", async () => {
    const project = repository();
    vi.stubEnv("GITHUB_STEP_SUMMARY", join(project.dir, "summary.md"));
    onTestFinished(() => void vi.unstubAllEnvs());
    project.shorten(39, 20);
    project.edit("spec/common/schemas/RequestDataHeader.yaml", "title: 이용기기모델명", "title: 기기|모델`명<b>*");
    project.edit("spec/source/errata.yaml", "confidence: medium", "confidence: low");
    // A file that is gone is shown at what referred to it.
    project.edit(
      "spec/credit/paths/getCreditLoanBasicInfo.yaml",
      "            noAccounts:\n              $ref: ../examples/CreditLoanBasicInfoNoAccounts.yaml\n",
      "",
    );
    rmSync(join(project.dir, "spec/credit/examples/CreditLoanBasicInfoNoAccounts.yaml"));
    const { exitCode, output } = await project.diff("HEAD", "--format", "github");
    expect(exitCode).toBe(1);
    const lineOf = (file: string, text: string, skip = 0): number =>
      readFileSync(join(project.dir, file), "utf8")
        .split("\n")
        .flatMap((at, index) => (at.trim() === text ? [index + 1] : []))[skip] ?? 0;
    const [schema, path] = [
      "spec/common/schemas/RequestDataHeader.yaml",
      "spec/credit/paths/getCreditLoanBasicInfo.yaml",
    ];
    expect(output).toContain(
      `::error file=${schema},line=${lineOf(schema, "maxLength: 20")},title=호환되지 않음::UTZPE_CNCT_IPAD(이용자접속IP주소): `,
    );
    expect(output).toContain(
      `::warning file=${path},line=${lineOf(path, "examples:", 1)},title=주의::getCreditLoanBasicInfo의 noAccounts(정상 응답(계좌 없음)): 응답의 예제를 없앴습니다.\n`,
    );
    const register = "spec/source/errata.yaml";
    expect(output).toContain(
      `::notice file=${register},line=${lineOf(register, "confidence: low")},title=호환::정오표의 `,
    );
    const summary = readFileSync(join(project.dir, "summary.md"), "utf8");
    // Cells stay cells, whatever a value has in it.
    const [row = ""] = summary.split("\n").filter((text) => text.includes("UTZ_MCHR_MDL_NM"));
    expect(row.split(/(?<!\\)\|/)).toHaveLength(9);
    expect(row).toContain('"이용기기모델명" → "기기\\|모델\\`명\\<b\\>\\*"');
    expect(summary).toContain("### 호환되지 않음\n\n| 오퍼레이션 | 대상 |");
    expect(summary).toContain(`\`\`\`markdown\n${line}\n\`\`\``);
  });

  test("writes JSON with every change, inside a larger repository too, and lets no line explain that the commit had already", async () => {
    const project = repository();
    mkdirSync(join(project.dir, "api"));
    for (const name of ["spec", "CHANGELOG.md"]) renameSync(join(project.dir, name), join(project.dir, "api", name));
    project.edit("api/CHANGELOG.md", preparation, `${preparation}\n\n${line}`);
    project.git("add", "api/spec", "api/CHANGELOG.md");
    project.git("commit", "--quiet", "--message", "move");
    project.edit("api/spec/common/schemas/RequestDataHeader.yaml", "maxLength: 39\n", "maxLength: 10\n");
    const { exitCode, output } = await callIn(join(project.dir, "api"), "HEAD", "--format", "json");
    expect(exitCode).toBe(1);
    expect(JSON.parse(output.slice(0, output.lastIndexOf("}") + 1))).toMatchObject({
      base: "HEAD",
      summary: { breaking: 1, risky: 0, safe: 0 },
      changes: [
        {
          rule: "schema.maxLength.narrowed",
          class: "breaking",
          subject: "UTZPE_CNCT_IPAD",
          key: "maxLength",
          before: 39,
          after: 10,
          explanation: null,
        },
      ],
    });
  });

  test("says what to do where it cannot compare", async () => {
    const project = repository();
    const message = async (...args: string[]): Promise<string> => {
      const { exitCode, output } = await project.diff(...args);
      expect(exitCode).toBe(2);
      return output;
    };
    expect(await message()).toContain("다음 인자를 순서대로 입력하십시오: REF. 입력한 값: 없음.");
    expect(await message("HEAD", "--format", "xml")).toContain(
      '--format에는 text, markdown, json, github 가운데 하나를 지정하십시오. 입력한 값: "xml"',
    );
    expect(await message("main...HEAD")).toContain(
      'REF에는 범위가 아니라 커밋, 브랜치, 태그 하나를 지정하십시오. 입력한 값: "main...HEAD".',
    );
    expect(await message("nowhere")).toContain(
      'git에 없는 이름입니다: "nowhere". 이름을 확인하거나, 원격에 있으면 git fetch origin으로 받으십시오.',
    );
    project.git("rm", "--quiet", "-r", "--cached", "spec");
    project.git("commit", "--quiet", "--message", "without spec");
    expect(await message("HEAD")).toContain('"HEAD"에는 spec/ 폴더가 없습니다.');
    appendFileSync(join(project.dir, ".git/shallow"), project.git("rev-parse", "HEAD"));
    expect(await message("main...HEAD")).toContain(
      'REF에는 범위가 아니라 커밋, 브랜치, 태그 하나를 지정하십시오. 입력한 값: "main...HEAD".',
    );
    expect(await message("nowhere")).toContain("git fetch --unshallow");
    rmSync(join(project.dir, ".git"), { recursive: true });
    expect(await message("HEAD")).toContain("이 폴더는 git 저장소가 아닙니다.");
  });

  test("says which commit's spec cannot be bundled", async () => {
    const project = repository();
    project.edit("spec/openapi.yaml", "./oauth/paths/checkToken.yaml", "./oauth/paths/missing.yaml");
    project.commit();
    project.edit("spec/openapi.yaml", "./oauth/paths/missing.yaml", "./oauth/paths/checkToken.yaml");
    const { exitCode, output } = await project.diff("HEAD");
    expect(exitCode).toBe(2);
    expect(output).toContain('오류: "HEAD"의 spec/을 하나로 묶을 수 없습니다.');
    expect(output).toContain("missing.yaml");
  });
});
