import { oneOf } from "../lib/option-values.ts";
import { type Call, npmScript, readCommandLine, runCommand } from "./command-line.ts";
import { addToJobSummary } from "../checks/github.ts";
import { root } from "../lib/paths.ts";
import { repositoryNames } from "../lib/repository.ts";
import { compareWithRef } from "../checks/diff/compare.ts";
import { github } from "../checks/diff/formats/github.ts";
import { json } from "../checks/diff/formats/json.ts";
import { markdownWithFix } from "../checks/diff/formats/markdown.ts";
import { text, verdict } from "../checks/diff/formats/text.ts";
import { type Report, unexplained } from "../checks/diff/report.ts";
import { print, printCommands, printError } from "../lib/print.ts";
import { progress } from "./messages.ts";

const usage = `사용법: npm run diff -- REF [--format text|markdown|json|github]

git의 커밋, 브랜치, 태그(REF)의 spec/과 작업 폴더의 spec/을 비교합니다. 변경을 호환되지 않음, 주의, 호환으로 나누고
오퍼레이션, 대상, 전 → 후, 자리, 설명(CHANGELOG.md의 줄이나 정오표)을 표시합니다.
  --format text      터미널에서 읽는 글(기본)
  --format markdown  표
  --format json      프로그램이 읽는 JSON
  --format github    바뀐 줄에 붙는 GitHub 주석. 표를 작업 요약($GITHUB_STEP_SUMMARY)에 더합니다.

CHANGELOG.md 맨 위의 (준비 중) 절에서 REF에는 없던 "명세:" 줄에 바뀐 것의 이름과 키가 낱말로 있으면 설명된 변경입니다.
호환되지 않는 변경의 줄에는 [호환되지 않음]도 있어야 합니다. 바뀐 자리의 정오표 항목이 추가되었거나 바뀌었어도 설명된 변경입니다.
npm run release:check는 마지막 배포 뒤의 변경을 같은 말로 알려 주며, 호환되는 변경과 정오표가 설명하는 변경의 줄도 요구합니다.
종료 코드: 0 정상, 1 설명이 없는 호환되지 않는 변경 발견, 2 실행 실패`;

/**
 * Compares spec/ with that of a commit and tells the changes.
 *
 * @param project the folder of the project
 */
export async function diff(call: Call, project = root): Promise<number> {
  const options = { format: { type: "string", default: "text" } } as const;
  const { values, positionals } = readCommandLine(usage, options, ["REF"], call.args);
  const format = oneOf("--format", values.format, ["text", "markdown", "json", "github"]);
  const [ref = ""] = positionals;
  if (process.stderr.isTTY) printError(progress.diff);
  const { changes, spec, section } = await compareWithRef(project, ref);
  const report: Report = { base: ref, revision: "작업 폴더", changes };
  if (format === "json") print(json(report));
  else if (format === "markdown") print(markdownWithFix(report));
  else if (format === "text") print(text(report));
  else {
    if (changes.length === 0) print(text(report));
    else printCommands(github(report, spec, await repositoryNames(project)));
    addToJobSummary(markdownWithFix(report));
  }
  const failure = verdict(changes, section?.heading);
  if (failure !== "") printError(`\n${failure}`);
  return unexplained(changes).length === 0 ? 0 : 1;
}

if (import.meta.main) await runCommand(() => diff(npmScript("npm run diff --")));
