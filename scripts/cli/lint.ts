import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { bundle } from "../bundle/bundle.ts";
import { type Call, npmScript, readArgs, runCommand } from "./command-line.ts";
import { UserError } from "../lib/user-error.ts";
import { bundleFile, root, specDir } from "../lib/paths.ts";
import { loadSpec, SpecFileError } from "../bundle/spec-files.ts";
import { inTemporaryFolder } from "../lib/temporary-folder.ts";
import type { Finding } from "../checks/lint/finding.ts";
import { report } from "../checks/lint/format.ts";
import { lintStructure } from "../checks/lint/redocly.ts";
import { checkSpec } from "../checks/lint/rule.ts";
import { specRules } from "../checks/lint/spec-rules.ts";
import { lintDocument, loadHouseRules } from "../checks/lint/spectral.ts";

const usage = `사용법: npm run lint [-- --format text|github|json] [--quick]

spec/을 세 가지로 검사합니다: 파일과 원문 추적(scripts/checks/lint/rules), 구조(redocly.yaml), 규칙(.spectral.yaml).
손으로 쓴 파일에서 지적이 없으면 하나로 묶은 문서도 같은 규칙으로 검사합니다. 그 지적의 자리는 generated/openapi.json입니다.
  --format text     한 줄에 하나씩: 파일:줄  규칙  지적. 규칙마다 고치는 방법. 기본값입니다.
  --format github   GitHub 워크플로 명령(::error file=…,line=…)으로 씁니다. 작업 요약($GITHUB_STEP_SUMMARY)에 표를 더합니다.
  --format json     {"findings": [{"rule", "file", "line", "message", "cure"}]}. npm run -s로 실행하면 JSON만 출력합니다.
  --quick           구조와 묶은 문서는 검사하지 않습니다. pre-commit 훅이 사용합니다.

종료 코드: 0 지적이 없습니다. 1 지적이 있습니다. 2 검사할 수 없습니다.`;

/** Checks spec/ and reports the findings. */
export async function lint(call: Call): Promise<number> {
  const args = readArgs(
    usage,
    { format: { type: "string", default: "text" }, quick: { type: "boolean", default: false } },
    call.args,
  );
  return report(args.format, "npm run lint", () => {
    if (process.stderr.isTTY) console.error("lint: 원문 추적, 구조, 규칙을 검사하는 중입니다…");
    return findingsOf(args.quick).catch(unreadable);
  });
}

async function findingsOf(isQuick: boolean): Promise<Finding[]> {
  const index = join(specDir, "openapi.yaml");
  const spec = loadSpec(specDir);
  // Redocly works in processes of its own, beside the rules that run here.
  const structure = isQuick ? [] : lintStructure(index);
  const bundled = isQuick ? undefined : lintBundle();
  const houseRules = await loadHouseRules();
  const findings = [...checkSpec(spec, specRules), ...(await lintDocument(houseRules, index)), ...(await structure)];
  const ofBundle = await bundled;
  // A finding in the sources stands in the bundle again, without its file and line.
  if (findings.length > 0 || ofBundle === undefined) return findings;
  if (ofBundle instanceof UserError) throw ofBundle;
  return inBundle([...ofBundle.findings, ...(await lintDocument(houseRules, bundleFile, ofBundle.text))]);
}

/** A file that is no YAML is the one thing to mend before any rule can run. */
function unreadable(error: unknown): Finding[] {
  if (!(error instanceof SpecFileError)) throw error;
  const { file, line, reason } = error;
  return [
    {
      rule: "yaml",
      file,
      line,
      message: reason,
      cure: "YAML 1.2로 읽을 수 있어야 다른 규칙을 검사합니다. 그 줄과 앞줄의 들여쓰기, 따옴표, 괄호를 확인하십시오.",
    },
  ];
}

/**
 * A fresh bundle, not generated/, which may be stale, and the findings of its structure. Where the spec cannot be
 * bundled, the error: the rules over the sources may say more plainly why.
 */
async function lintBundle(): Promise<{ text: string; findings: Finding[] } | UserError> {
  const api = await bundle(specDir).catch((error: unknown) =>
    error instanceof UserError ? error : Promise.reject(error as Error),
  );
  if (api instanceof UserError) return api;
  const text = `${JSON.stringify(api, null, 2)}\n`;
  return inTemporaryFolder(async (dir) => {
    const path = join(dir, "openapi.json");
    writeFileSync(path, text);
    return { text, findings: await lintStructure(path) };
  });
}

function inBundle(findings: Finding[]): Finding[] {
  return findings.map((finding) => ({ ...finding, file: relative(root, bundleFile) }));
}

if (import.meta.main) await runCommand(() => lint(npmScript("npm run lint --")));
