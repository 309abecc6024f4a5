import { resolve } from "node:path";
import { type Call, npmScript, readArgs, runCommand } from "./command-line.ts";
import { keepCompiledCode } from "../lib/compile-cache.ts";
import { root, specDir } from "../lib/paths.ts";
import { report } from "../checks/lint/format.ts";
import { printError } from "../lib/print.ts";
import { shellPath } from "../lib/shell.ts";
import { progress } from "./messages.ts";

const usage = `사용법: npm run lint [-- --format text|github|json] [--quick] [--spec DIR]

명세를 네 단계로 검사합니다. 앞 단계에 문제가 있으면 그 문제만 표시합니다.
  1. 읽을 수 있는 YAML인지
  2. 형식: 키, $ref, 데이터의 형식(scripts/checks/lint/rules), OpenAPI의 구조(redocly.yaml)
  3. 내용: 원문 추적과 파일(scripts/checks/lint/rules), 규칙(.spectral.yaml, redocly.yaml)
  4. 하나로 묶은 문서. 이 문제의 자리는 generated/openapi.json입니다.
저장소의 글과 메시지가 CONTRIBUTING.md의 용어를 따르는지도 검사합니다(--spec을 지정하면 검사하지 않습니다).
옵션:
  --format text     한 줄에 하나씩: 파일:줄  규칙  문제. 규칙마다 고치는 방법. 기본값입니다.
  --format github   GitHub 워크플로 명령(::error file=…,line=…)으로 출력합니다. 작업 요약($GITHUB_STEP_SUMMARY)에 표를 더합니다.
  --format json     {"findings": [{"rule", "file", "line", "message", "fix"}]}. npm run -s로 실행하면 JSON만 출력합니다.
  --quick           Redocly와 묶은 문서는 검사하지 않습니다. pre-commit 훅이 사용합니다.
  --spec DIR        spec/ 대신 DIR의 명세를 검사합니다. DIR에는 openapi.yaml과 source/가 있어야 합니다.

종료 코드: 0 정상, 1 문제 발견, 2 실행 실패`;

/** Checks spec/, or the folder that --spec names, and reports the findings. */
export async function lint(call: Call): Promise<number> {
  const { format, quick, spec } = readArgs(
    usage,
    {
      format: { type: "string", default: "text" },
      quick: { type: "boolean", default: false },
      spec: { type: "string" },
    },
    call.args,
  );
  const dir = spec === undefined ? specDir : resolve(call.folder, spec);
  const rerunCommand = spec === undefined ? "npm run lint" : `npm run lint -- --spec ${shellPath(spec)}`;
  return report(format, rerunCommand, root, async () => {
    const [{ lintSpec }, { lintWords }] = await Promise.all([
      import("../checks/lint/lint-spec.ts"),
      import("../checks/words/lint-words.ts"),
    ]);
    if (process.stderr.isTTY) printError(progress.lint);
    const { findings, isPartial } = await lintSpec(dir, quick);
    return { findings: [...findings, ...(spec === undefined ? await lintWords(root) : [])], isPartial };
  });
}

if (import.meta.main) {
  keepCompiledCode();
  await runCommand(() => lint(npmScript("npm run lint --")));
}
