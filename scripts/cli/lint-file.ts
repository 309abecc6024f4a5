import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { parseDocument } from "yaml";
import { type Call, readCommandLine } from "./command-line.ts";
import { UserError } from "../lib/user-error.ts";
import { checkTools } from "../lib/tools.ts";
import type { Finding } from "../checks/lint/finding.ts";
import { report } from "../checks/lint/format.ts";

const usage = ({ words }: Call): string => `사용법: ${words} FILE [--format text|github|json]

OpenAPI 3 문서 하나(JSON이나 YAML)를 두 가지로 검사합니다: 구조(Redocly), 이 프로젝트의 규칙(Spectral).
$ref는 이 기기의 파일만 따라갑니다. 인터넷의 문서는 가져오지 않고 지적합니다.
  --format text    터미널에서 읽는 글(기본)
  --format github  줄에 붙는 GitHub 주석. 표를 작업 요약($GITHUB_STEP_SUMMARY)에 더합니다.
  --format json    프로그램이 읽는 JSON

종료 코드: 0 지적이 없습니다. 1 지적이 있습니다(OpenAPI 3이 아니거나 읽을 수 없는 문서도 지적합니다). 2 검사할 수 없습니다(인자, 파일, 없는 도구).`;

/** Checks one OpenAPI document, with the files that it refers to: its structure, and the house rules. */
export async function lintFile(call: Call): Promise<number> {
  const {
    values: { format },
    positionals: [file = ""],
  } = readCommandLine(usage(call), { format: { type: "string", default: "text" } }, ["FILE"], call.args);
  const path = resolve(call.folder, file);
  const text = textOf(path, file);
  return report(format, `${call.words} ${file}`, async () => {
    checkTools("lint", "lint");
    if (process.stderr.isTTY) console.error("lint: 구조와 규칙을 검사하는 중입니다…");
    return unreadable(text, relative(call.folder, path)) ?? lint(path, text, call.folder);
  });
}

function textOf(path: string, shown: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new UserError(
      `${shown} 파일을 읽을 수 없습니다. OpenAPI 문서의 경로를 적으십시오. ${(error as Error).message}`,
    );
  }
}

/** The finding of a document that no tool can read; undefined where they can. */
function unreadable(text: string, file: string): Finding[] | undefined {
  const document = parseDocument(text);
  const [error] = document.errors;
  const cure = "JSON이나 YAML 1.2로 적은 OpenAPI 3 문서여야 검사할 수 있습니다.";
  if (error !== undefined)
    return [
      {
        rule: "yaml",
        file,
        line: error.linePos?.[0].line ?? 1,
        message: `읽을 수 없습니다. ${error.message.split("\n")[0]}`,
        cure,
      },
    ];
  const root = document.toJS() as { openapi?: unknown } | null;
  return /^3\./.test(String(root?.openapi))
    ? undefined
    : [
        {
          rule: "openapi",
          file,
          line: 1,
          message: "OpenAPI 3 문서가 아닙니다: 최상위의 openapi에 3.x 버전이 없습니다.",
          cure,
        },
      ];
}

/** A house rule about how this repository divides its spec into files; another's document is divided as its owner likes. */
const ofRepository = "endpoint-is-file";

/** The house rules presume an OpenAPI document: what they say of another, or that they fail at it, means nothing. */
async function lint(path: string, text: string, base: string): Promise<Finding[]> {
  const [{ lintStructure }, { lintDocument, loadHouseRules }] = await Promise.all([
    import("../checks/lint/redocly.ts"),
    import("../checks/lint/spectral.ts"),
  ]);
  const structure = lintStructure(path, base);
  const house = await loadHouseRules()
    .then((rules) => lintDocument(rules, path, text, base))
    .catch((error: unknown) => error as Error);
  const found = await structure;
  if (found.some(({ rule }) => rule === "redocly/struct")) return found;
  if (house instanceof Error) throw house;
  return [...house.filter(({ rule }) => rule !== ofRepository), ...found];
}
