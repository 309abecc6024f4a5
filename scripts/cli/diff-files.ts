import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readBundle } from "../bundle/bundle-file.ts";
import { changelogSections } from "../checks/diff/changelog.ts";
import { type Call, readCommandLine } from "./command-line.ts";
import { oneOf } from "../lib/option-values.ts";
import { bundleFile, root } from "../lib/paths.ts";
import type { Background } from "../checks/diff/explain.ts";
import { json } from "../checks/diff/formats/json.ts";
import { markdown } from "../checks/diff/formats/markdown.ts";
import { text } from "../checks/diff/formats/text.ts";
import { print, printError } from "../lib/print.ts";
import { progress } from "./messages.ts";

const formats = { text, markdown, json };

const usage = ({ commandLine }: Call): string => `사용법: ${commandLine} OLD [NEW] [--format text|markdown|json]

이 프로젝트가 묶은 OpenAPI 문서 둘(openapi.json)을 비교합니다. NEW를 지정하지 않으면 설치된 패키지의 문서와 비교합니다.
변경을 호환되지 않음, 주의, 호환으로 나누고 오퍼레이션, 대상, 전 → 후, 자리, 변경 이력의 설명을 표시합니다.
  --format text      터미널에서 읽는 글(기본)
  --format markdown  표
  --format json      프로그램이 읽는 JSON

종료 코드: 0 정상, 1 호환되지 않는 변경 발견, 2 실행 실패(인자·파일 오류)`;

/** Compares two bundles, the later one by default that of the package, for whoever has built on the earlier one. */
export async function diffFiles(call: Call): Promise<number> {
  const {
    values,
    positionals: [old = "", given],
  } = readCommandLine(usage(call), { format: { type: "string", default: "text" } }, ["OLD", "NEW"], call.args, 1);
  const format = formats[oneOf("--format", values.format, Object.keys(formats) as (keyof typeof formats)[])];
  const base = await readBundle(resolve(call.folder, old), "compare");
  const revision = await readBundle(given === undefined ? bundleFile : resolve(call.folder, given), "compare");
  if (process.stderr.isTTY) printError(progress.diffFiles);
  const { diffBundles } = await import("../checks/diff/diff.ts");
  const changes = diffBundles(
    base,
    revision,
    given === undefined ? changesSince(base.info.version, revision.info.version) : {},
  );
  print(format({ base: old, revision: given ?? `woori-openapi ${revision.info.version}`, changes }));
  return changes.some((change) => change.class === "breaking") ? 1 : 0;
}

/** What CHANGELOG.md, which the package carries, says of the versions after one. */
function changesSince(version: string, newest: string): Background {
  const sections = changelogSections(readFileSync(join(root, "CHANGELOG.md"), "utf8"));
  const old = sections.findIndex((section) => section.version === version);
  return {
    changelog: {
      version: newest,
      lines: sections.slice(0, old === -1 ? undefined : old).flatMap(({ lines }) => lines),
    },
  };
}
