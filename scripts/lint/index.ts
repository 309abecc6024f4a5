import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { marker } from "../generate/build.ts";
import { bundle } from "../generate/bundle.ts";
import { readArgs, runCommand } from "../lib/cli.ts";
import { specDir } from "../lib/paths.ts";
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
  const index = join(specDir, "openapi.yaml");
  const houseRules = loadHouseRules();
  const structure = lintStructure(index);
  const ofFiles = checkSpec(loadSpec(specDir), specRules);
  const findings = [...ofFiles, ...(await structure), ...(await lintDocument(await houseRules, index))];
  if (findings.length === 0) findings.push(...(await lintBundle(await houseRules)));
  if (findings.length > 0) console.log(formatFindings(findings));
  console.log(findings.length === 0 ? "lint: 지적이 없습니다." : `lint: 지적 ${findings.length}건. 위에 적힌 대로 고친 뒤 npm run lint로 확인하십시오.`);
  return findings.length === 0 ? 0 : 1;
});

/** Structure and house rules on a fresh bundle, not on generated/, which may be stale. */
async function lintBundle(houseRules: Awaited<ReturnType<typeof loadHouseRules>>): Promise<Finding[]> {
  const text = `${JSON.stringify(await bundle(specDir, marker), null, 2)}\n`;
  const dir = mkdtempSync(join(tmpdir(), "woori-lint-"));
  try {
    const path = join(dir, "openapi.json");
    writeFileSync(path, text);
    const findings = [await lintStructure(path), await lintDocument(houseRules, path, text)].flat();
    return findings.map((finding) => ({ ...finding, file: "generated/openapi.json" }));
  } finally {
    rmSync(dir, { recursive: true });
  }
}
