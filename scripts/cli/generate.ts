import { keepCompiledCode } from "../lib/compile-cache.ts";
import { type Call, npmScript, outFolder, readArgs, runCommand } from "./command-line.ts";
import { UserError } from "../lib/user-error.ts";
import { generatedDir, specDir } from "../lib/paths.ts";
import { isForConsumers } from "../generate/consumer-set.ts";
import { importExtensionUsage, withImportExtension } from "../generate/import-extension.ts";
import { print, printError } from "../lib/print.ts";
import { argument, file } from "./messages.ts";

const usage = `사용법: npm run generate [-- --out DIR [--import-extension ts|js]]
       npm run generate:check

spec/에서 generated/를 만듭니다.
  --out DIR   여러분의 프로젝트 폴더에 클라이언트, 타입, openapi.json을 생성합니다.
${importExtensionUsage}
  --check     파일을 쓰지 않고, generated/가 spec/과 다르면 파일 이름을 알려 주고 종료 코드 1로 종료합니다.

종료 코드: 0 파일을 썼거나 차이가 없음, 1 --check에서 차이 발견, 2 실행 실패`;

const states = { missing: "없음", stale: "spec/과 다름", extra: "생성 대상이 아닌 파일" };

/**
 * Writes what is made of a spec, or tells what of it is not up to date.
 *
 * @param from the folder of the spec
 * @param to the folder that is written where no other is named
 */
export async function generate(call: Call, from = specDir, to = generatedDir): Promise<number> {
  const args = readArgs(
    usage,
    { out: { type: "string" }, "import-extension": { type: "string" }, check: { type: "boolean" } },
    call.args,
  );
  if (args.check && args.out !== undefined) throw new UserError(argument.excludes("--check", "--out"));
  if (args["import-extension"] !== undefined && args.out === undefined)
    throw new UserError(argument.needs("--import-extension", "--out"));
  // After the compiled code is kept: what these import is most of the command's time.
  const [{ build }, { drift, writeOut }] = await Promise.all([
    import("../generate/build.ts"),
    import("../generate/write.ts"),
  ]);
  const files = await build(from);
  if (args.check) {
    const found = drift(to, files);
    for (const { file: name, state } of found) printError(`generated/${name}: ${states[state]}`);
    if (found.length === 0) print(file.upToDate(files.size));
    else printError(file.outOfDate);
    return found.length === 0 ? 0 : 1;
  }
  const dir = outFolder(call, args.out, to);
  const forConsumers = new Map([...files].filter(([file]) => isForConsumers(file)));
  const set = args.out === undefined ? files : withImportExtension(forConsumers, args["import-extension"] ?? "ts");
  // With the compiler, which has been loaded meanwhile.
  const { checkSyntax } = await import("../generate/syntax.ts");
  await writeOut(dir, set, checkSyntax);
  return 0;
}

if (import.meta.main) {
  keepCompiledCode();
  await runCommand(() => generate(npmScript("npm run generate --")));
}
