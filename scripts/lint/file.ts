import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Call, readArgsAndWords, UserError } from "../lib/cli.ts";
import { requireTools } from "../lib/tools.ts";
import { formatFindings } from "./finding.ts";

const usage = ({ words }: Call): string => `사용법: ${words} FILE

OpenAPI 문서 하나(JSON이나 YAML)를 두 가지로 검사합니다: 구조(Redocly), 이 프로젝트의 규칙(Spectral).
$ref는 이 기기의 파일만 따라갑니다. 인터넷의 문서는 가져오지 않고 지적합니다.

종료 코드: 0 지적이 없습니다. 1 지적이 있습니다. 2 검사할 수 없습니다(인자, 파일, 없는 도구).`;

/** Checks one OpenAPI document, with the files that it refers to, by the rules for structure and the house rules. */
export async function lintFile(call: Call): Promise<number> {
  const { words: [file = ""] } = readArgsAndWords(usage(call), {}, call.args, ["FILE"]);
  const path = resolve(call.folder, file);
  const text = textOf(path, file);
  requireTools("lint", "lint");
  const [{ lintStructure }, { lintDocument, loadHouseRules }] = await Promise.all([import("./redocly.ts"), import("./spectral.ts")]);
  if (process.stderr.isTTY) console.error("lint: 구조와 규칙을 검사하는 중입니다…");
  const structure = lintStructure(path, call.folder);
  const findings = [...(await lintDocument(await loadHouseRules(), path, text, call.folder)), ...(await structure)];
  if (findings.length > 0) console.log(formatFindings(findings));
  console.log(findings.length === 0 ? "lint: 지적이 없습니다." : `lint: 지적 ${findings.length}건. 위에 적힌 대로 고친 뒤 다시 확인하십시오: ${call.words} ${file}`);
  return findings.length === 0 ? 0 : 1;
}

function textOf(path: string, shown: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new UserError(`${shown} 파일을 읽을 수 없습니다. OpenAPI 문서의 경로를 적으십시오. ${(error as Error).message}`);
  }
}
