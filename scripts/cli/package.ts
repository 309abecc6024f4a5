import { join } from "node:path";
import { type Call, npmScript, outFolder, readArgs, runCommand } from "./command-line.ts";
import { generatedDir, pathFromHere } from "../lib/paths.ts";
import { buildPackage } from "../publish/package/pack.ts";
import { groupBy } from "../lib/group-by.ts";
import { print, printError } from "../lib/print.ts";
import { shellPath } from "../lib/shell.ts";
import { progress } from "./messages.ts";

const usage = `사용법: npm run package [-- --out DIR]

다른 프로젝트에 설치할 패키지 woori-openapi를 만들어 묶습니다. 레지스트리에 접속하지 않으며 배포하지도 않습니다.
  --out DIR   패키지를 만들 폴더입니다. 기본값은 generated/package입니다.

종료 코드: 0 정상, 2 실행 실패`;

/** Builds the package and tells what is in it. */
async function pack(call: Call): Promise<void> {
  const args = readArgs(usage, { out: { type: "string" } }, call.args);
  const dir = outFolder(call, args.out, join(generatedDir, "package"));
  if (process.stderr.isTTY) printError(progress.package);
  const { name, version, tarball, size, unpackedSize, files } = await buildPackage(dir);
  const shown = pathFromHere(tarball);
  const folders = groupBy(files, ({ path }) => /^(?:dist\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? ".");
  print(
    [
      `${shown}: ${name} ${version}, ${kib(size)}(압축을 풀면 ${kib(unpackedSize)}), 파일 ${files.length}개`,
      ...[...folders].map(
        ([folder, inside]) =>
          `  ${folder.padEnd(12)} ${kib(inside.reduce((sum, file) => sum + file.size, 0)).padStart(8)}  파일 ${inside.length}개`,
      ),
      `다른 프로젝트에서 설치하십시오: npm install ${shellPath(tarball)}`,
    ].join("\n"),
  );
}

function kib(bytes: number): string {
  return `${Math.ceil(bytes / 1024)}KiB`;
}

if (import.meta.main) await runCommand(() => pack(npmScript("npm run package --")));
