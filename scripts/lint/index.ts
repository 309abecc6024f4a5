import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { marker } from "../generate/marker.ts";
import { bundle } from "../generate/bundle.ts";
import { readArgs, runCommand, UserError } from "../lib/cli.ts";
import { bundleFile, root, specDir } from "../lib/paths.ts";
import { loadSpec } from "../lib/spec-files.ts";
import { type Finding, formatFindings } from "./finding.ts";
import { lintStructure } from "./redocly.ts";
import { checkSpec } from "./rule.ts";
import { specRules } from "./rules/index.ts";
import { lintDocument, loadHouseRules } from "./spectral.ts";

const usage = `사용법: npm run lint

spec/을 세 가지로 검사합니다: 파일과 원문 추적(scripts/lint/rules), 구조(redocly.yaml), 규칙(.spectral.yaml).
손으로 쓴 파일에서 지적이 없으면 하나로 묶은 문서도 같은 규칙으로 검사합니다.`;

await runCommand(async () => {
  readArgs(usage, {});
  if (process.stderr.isTTY) console.error("lint: 원문 추적, 구조, 규칙을 검사하는 중입니다…");
  const index = join(specDir, "openapi.yaml");
  const spec = loadSpec(specDir);
  // Redocly works in processes of its own, beside the rules that run here.
  const structure = lintStructure(index);
  const bundled = lintBundle();
  const houseRules = await loadHouseRules();
  const findings = [...checkSpec(spec, specRules), ...(await lintDocument(houseRules, index)), ...(await structure)];
  const ofBundle = await bundled;
  if (findings.length === 0 && ofBundle instanceof UserError) throw ofBundle;
  // A finding in the sources stands in the bundle again, without its file and line.
  if (findings.length === 0 && !(ofBundle instanceof UserError)) findings.push(...inBundle([...ofBundle.findings, ...(await lintDocument(houseRules, bundleFile, ofBundle.text))]));
  if (findings.length > 0) console.log(formatFindings(findings));
  console.log(findings.length === 0 ? "lint: 지적이 없습니다." : `lint: 지적 ${findings.length}건. 위에 적힌 대로 고친 뒤 npm run lint로 확인하십시오.`);
  return findings.length === 0 ? 0 : 1;
});

/**
 * A fresh bundle, not generated/, which may be stale, and the findings of its structure. Where the spec cannot be
 * bundled, the error: the rules over the sources may say more plainly why.
 */
async function lintBundle(): Promise<{ text: string; findings: Finding[] } | UserError> {
  const api = await bundle(specDir, marker).catch((error: unknown) => (error instanceof UserError ? error : Promise.reject(error as Error)));
  if (api instanceof UserError) return api;
  const text = `${JSON.stringify(api, null, 2)}\n`;
  const dir = mkdtempSync(join(tmpdir(), "woori-lint-"));
  try {
    const path = join(dir, "openapi.json");
    writeFileSync(path, text);
    return { text, findings: await lintStructure(path) };
  } finally {
    rmSync(dir, { recursive: true });
  }
}

function inBundle(findings: Finding[]): Finding[] {
  return findings.map((finding) => ({ ...finding, file: relative(root, bundleFile) }));
}
