import { relative, resolve } from "node:path";
import { readArgs, runCommand, UserError } from "../lib/cli.ts";
import { generatedDir, specDir } from "../lib/paths.ts";
import { build, isForConsumers } from "./build.ts";
import { drift, write } from "./write.ts";

const usage = `사용법: npm run generate [-- --out DIR]
       npm run generate:check

spec/에서 generated/를 만듭니다.
  --out DIR   여러분의 프로젝트 폴더에 클라이언트, 타입, openapi.json을 씁니다.
  --check     쓰지 않고, generated/가 spec/과 다르면 파일 이름을 알리고 종료 코드 1로 끝납니다.`;

const states = { missing: "없음", stale: "spec/과 다름", extra: "만들지 않은 파일" };

await runCommand(async () => {
  const args = readArgs(usage, { out: { type: "string" }, check: { type: "boolean" } });
  if (args.check && args.out !== undefined) throw new UserError("--check와 --out은 함께 쓸 수 없습니다.");
  if (args.out === "") throw new UserError("--out에 폴더를 적으십시오.");
  const files = await build(specDir);
  if (args.check) {
    const found = drift(generatedDir, files);
    for (const { file, state } of found) console.error(`generated/${file}: ${states[state]}`);
    if (found.length === 0) console.log(`generated/의 파일 ${files.size}개가 spec/과 같습니다.`);
    else console.error("npm run generate를 실행하고 바뀐 파일을 함께 커밋하십시오. 만들지 않은 파일은 지우십시오.");
    return found.length === 0 ? 0 : 1;
  }
  const dir = args.out === undefined ? generatedDir : resolve(process.env["INIT_CWD"] ?? "", args.out);
  const chosen = args.out === undefined ? files : new Map([...files].filter(([file]) => isForConsumers(file)));
  const changed = write(dir, chosen);
  const shown = relative(process.cwd(), dir) || ".";
  console.log(`${shown}: 파일 ${chosen.size}개 가운데 ${changed.length}개를 새로 썼습니다.`);
  for (const file of changed) console.log(`  ${file}`);
  return 0;
});
