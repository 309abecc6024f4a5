import { resolve } from "node:path";
import { type Call, readCommandLine } from "./command-line.ts";
import { UserError } from "../lib/user-error.ts";
import { problemAt, readText } from "../lib/read-text.ts";
import { checkTools } from "../lib/tools.ts";
import { report } from "../checks/lint/format.ts";
import { lintOneDocument } from "../checks/lint/lint-document.ts";
import { printError } from "../lib/print.ts";
import { shellPath } from "../lib/shell.ts";
import { argument, progress } from "./messages.ts";

const usage = ({ commandLine }: Call): string => `사용법: ${commandLine} FILE [--format text|github|json]

OpenAPI 3 문서 하나(JSON이나 YAML)를 두 가지로 검사합니다: 구조(Redocly), 이 프로젝트의 규칙(Spectral).
$ref는 문서가 있는 폴더의 파일만 따라갑니다. 폴더 밖의 파일과 인터넷의 문서를 가리키면 가져오지 않고 문제로 표시합니다.
  --format text    터미널에서 읽는 글(기본)
  --format github  줄에 붙는 GitHub 주석. 표를 작업 요약($GITHUB_STEP_SUMMARY)에 더합니다.
  --format json    프로그램이 읽는 JSON

종료 코드: 0 정상, 1 문제 발견(OpenAPI 3이 아니거나 읽을 수 없는 문서 포함), 2 실행 실패(인자·파일 오류, 도구 없음)`;

/** Checks one OpenAPI document, with the files that it refers to: its structure, and the house rules. */
export async function lintFile(call: Call): Promise<number> {
  const {
    values: { format },
    positionals: [file = ""],
  } = readCommandLine(usage(call), { format: { type: "string", default: "text" } }, ["FILE"], call.args);
  const path = resolve(call.folder, file);
  const text = textOf(path, file);
  return report(format, `${call.commandLine} ${shellPath(file)}`, call.folder, async () => {
    checkTools("lint", "lint");
    if (process.stderr.isTTY) printError(progress.lintFile);
    return lintOneDocument(path, text, call.folder);
  });
}

function textOf(path: string, shown: string): string {
  const text = readText(path);
  if ("problem" in text) throw new UserError(argument.noDocument(problemAt(shown, text.problem)));
  return text.value;
}
