import { keepCompiledCode } from "../lib/compile-cache.ts";
import { type Call, npmScript, outFolder, readArgs, runCommand } from "./command-line.ts";
import { UserError } from "../lib/user-error.ts";
import { generatedDir, specDir } from "../lib/paths.ts";
import { isForConsumers } from "../generate/consumer-set.ts";
import { importExtensionUsage, withImportExtension } from "../generate/import-extension.ts";
import { print, printError } from "../lib/print.ts";

const usage = `사용법: npm run generate [-- --out DIR [--import-extension ts|js]]
       npm run generate:check

spec/에서 generated/를 만듭니다.
  --out DIR   여러분의 프로젝트 폴더에 클라이언트, 타입, openapi.json을 씁니다.
${importExtensionUsage}
  --check     쓰지 않고, generated/가 spec/과 다르면 파일 이름을 알리고 종료 코드 1로 끝납니다.

종료 코드: 0 썼거나 다른 파일이 없습니다. 1 --check에서 다른 파일을 찾았습니다. 2 만들거나 쓸 수 없습니다.`;

const states = { missing: "없음", stale: "spec/과 다름", extra: "만들지 않은 파일" };

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
  if (args.check && args.out !== undefined) throw new UserError("--check와 --out은 함께 쓸 수 없습니다.");
  if (args["import-extension"] !== undefined && args.out === undefined)
    throw new UserError("--import-extension은 --out과 함께 지정하십시오.");
  // After the compiled code is kept: what these import is most of the command's time.
  const [{ build }, { drift, writeOut }] = await Promise.all([
    import("../generate/build.ts"),
    import("../generate/write.ts"),
  ]);
  const files = await build(from);
  if (args.check) {
    const found = drift(to, files);
    for (const { file, state } of found) printError(`generated/${file}: ${states[state]}`);
    if (found.length === 0) print(`generated/의 파일 ${files.size}개가 spec/과 같습니다.`);
    else printError("npm run generate를 실행하고 바뀐 파일을 함께 커밋하십시오. 만들지 않은 파일은 지우십시오.");
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
