import { join } from "node:path";
import { generatedDir, pathFromHere, root } from "../lib/paths.ts";
import { replaceFiles } from "../lib/write-files.ts";
import { packageContents } from "../publish/package/contents.ts";
import { projectBom } from "../publish/sbom/bom.ts";
import { packageBom } from "../publish/sbom/package.ts";
import { type Call, npmScript, outFolder, readArgs, runCommand } from "./command-line.ts";
import { print, printError } from "../lib/print.ts";
import { progress } from "./messages.ts";

const usage = `사용법: npm run sbom [-- --out DIR]

npm sbom으로 CycloneDX 형식의 소프트웨어 자재 명세서(SBOM)를 만듭니다. 외부 네트워크에 접속하지 않습니다.
  toolchain.cdx.json       package-lock.json의 모든 패키지
  woori-openapi.cdx.json   배포하는 패키지(npm run package)가 의존하는 것과 그 안에 담긴 것
  --out DIR                파일을 쓸 폴더입니다. 기본값은 generated/sbom입니다.

종료 코드: 0 정상, 2 실행 실패`;

/** Writes what is installed and what is published, as CycloneDX. */
export async function sbom(call: Call): Promise<void> {
  const args = readArgs(usage, { out: { type: "string" } }, call.args);
  const dir = outFolder(call, args.out, join(generatedDir, "sbom"));
  if (process.stderr.isTTY) printError(progress.sbom);
  const [toolchain, contents] = await Promise.all([projectBom(root), packageContents()]);
  const documents = new Map([
    ["toolchain.cdx.json", toolchain],
    [`${contents.name}.cdx.json`, packageBom(toolchain, contents)],
  ]);
  await replaceFiles(dir, new Map([...documents].map(([file, bom]) => [file, `${JSON.stringify(bom, null, 2)}\n`])));
  for (const [file, bom] of documents)
    print(`${pathFromHere(join(dir, file))}: CycloneDX ${bom.specVersion}, 패키지 ${bom.components.length}개`);
}

if (import.meta.main) await runCommand(() => sbom(npmScript("npm run sbom --")));
