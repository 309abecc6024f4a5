import { join, relative } from "node:path";
import { text } from "../checks/diff/formats/text.ts";
import { replaceFiles } from "../lib/write-files.ts";
import { type Call, npmScript, readArgs, runCommand } from "./command-line.ts";
import { UserError } from "../lib/user-error.ts";
import { root } from "../lib/paths.ts";
import { inTemporaryFolder } from "../lib/temporary-folder.ts";
import { buildPackage, type Packed } from "../publish/package/pack.ts";
import { check, isDay } from "../publish/release/check.ts";
import { commandsFor, releaseFiles, today } from "../publish/release/release.ts";
import { readState } from "../publish/release/state.ts";
import { print, printError } from "../lib/print.ts";
import { argument, progress, verdicts } from "./messages.ts";

const usage = `사용법: npm run release [-- --dry-run] [--date YYYY-MM-DD]
       npm run release:check

버전과 CHANGELOG.md를 확인한 뒤 배포할 파일을 쓰고 패키지를 만듭니다. 커밋하고 올리는 명령은 실행하지 않고 표시합니다.
  --dry-run   파일을 쓰지 않고, 배포할 변경과 쓰게 될 파일, 패키지에 들어갈 파일을 표시합니다.
  --date      CHANGELOG.md에 입력할 날짜입니다. 기본값은 오늘입니다.
  --check     확인만 합니다. npm test에서도 실행됩니다.

다음을 확인합니다.
  - spec/openapi.yaml의 info.version, package.json, package-lock.json, CHANGELOG.md 맨 위의 버전이 같은지
  - 마지막으로 배포한 명세(generated/released.json)와 원문 자료(generated/released-source.json)에서 바뀐 것에 맞게 버전을
    올렸는지(1.0 전에는 호환되지 않으면 가운데 자리, 그 밖의 변경은 끝자리 이상)
  - 명세의 모든 변경을 설명하는 줄이 CHANGELOG.md의 (준비 중) 절에 있는지

종료 코드: 0 정상, 1 문제 발견, 2 실행 실패`;

/**
 * Checks the versions and the CHANGELOG, and writes what is to be released.
 *
 * @param project the folder of the project
 */
export async function release(call: Call, project = root): Promise<number> {
  const args = readArgs(
    usage,
    { check: { type: "boolean" }, "dry-run": { type: "boolean" }, date: { type: "string" } },
    call.args,
  );
  if (args.check && (args["dry-run"] || args.date !== undefined))
    throw new UserError(argument.excludes("--check", "--dry-run, --date"));
  const day = args.date ?? today();
  if (!isDay(day)) throw new UserError(argument.date(day));
  if (process.stderr.isTTY) printError(progress.release);
  const state = await readState(project);
  const { problems, changes } = await check(state);
  if (problems.length > 0) {
    printError(problems.join("\n\n"));
    return 1;
  }
  const [version, last] = [state.current.info.version, state.released.info.version];
  if (args.check) {
    print(verdicts.released(version, last, changes.length));
    return 0;
  }
  const files = releaseFiles(state, day);
  print(text({ base: `마지막으로 배포한 ${last}`, revision: `배포할 ${version}`, changes }));
  if (!args["dry-run"])
    await replaceFiles(project, new Map([...files].map(([path, content]) => [relative(project, path), content])));
  print(`\n${args["dry-run"] ? "쓰게 될 파일(--dry-run이므로 쓰지 않았습니다)" : "쓴 파일"}`);
  for (const [path, content] of files) print(`  ${relative(project, path)} ${Buffer.byteLength(content)}바이트`);
  print(`  CHANGELOG.md의 제목: ${state.section?.heading} → ## ${version} (${day})`);
  print(
    `\n${
      args["dry-run"]
        ? packageLines("만들게 될 패키지", await inTemporaryFolder(buildPackage))
        : packageLines("만든 패키지", await buildPackage(join(project, "generated/package")))
    }`,
  );
  print(`\n${args["dry-run"] ? "npm run release를 실행한 뒤에" : "이어서"} 실행할 명령`);
  for (const command of commandsFor(
    version,
    [...files.keys()].map((path) => relative(project, path)),
  ))
    print(`  ${command}`);
  return 0;
}

/** What would be published, file by file. */
function packageLines(title: string, { name, version, size, unpackedSize, files }: Packed): string {
  return [
    `${title}: ${name}-${version}.tgz, ${size}바이트(압축을 풀면 ${unpackedSize}바이트), 파일 ${files.length}개`,
    ...files.map((file) => `  ${file.path} ${file.size}바이트`),
  ].join("\n");
}

if (import.meta.main) await runCommand(() => release(npmScript("npm run release --")));
