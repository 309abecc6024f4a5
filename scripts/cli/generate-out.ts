import { resolve } from "node:path";
import { type Call, readArgs } from "./command-line.ts";
import { UserError } from "../lib/user-error.ts";
import { dependencyVersion } from "../lib/manifest.ts";
import { consumerSet } from "../generate/consumer-set.ts";
import { importExtensionUsage, withImportExtension } from "../generate/import-extension.ts";
import { writeOut } from "../generate/write.ts";
import { print } from "../lib/print.ts";

const usage = ({ commandLine }: Call): string => `사용법: ${commandLine} --out DIR [--import-extension ts|js]

TypeScript 클라이언트, 타입, 검증기, 예제, openapi.json을 여러분의 프로젝트 폴더에 씁니다.
패키지를 가져오지 않고 소스를 프로젝트에 두고 싶을 때 사용합니다.
  --out DIR   쓸 폴더입니다. 이 명령이 만들지 않은 파일은 덮어쓰지 않습니다. 만든 파일은 고쳤더라도 다시 씁니다.
${importExtensionUsage}

종료 코드: 0 썼습니다. 2 쓸 수 없습니다(인자, 다른 파일이 있는 폴더).`;

/** Writes the consumer's TypeScript set, which the package carries as it was generated, into a folder of the caller. */
export async function generate(call: Call): Promise<void> {
  const args = readArgs(
    usage(call),
    { out: { type: "string" }, "import-extension": { type: "string", default: "ts" } },
    call.args,
  );
  if (args.out === undefined || args.out === "")
    throw new UserError(`--out에 파일을 쓸 폴더를 지정하십시오: ${call.commandLine} --out src/woori`);
  await writeOut(resolve(call.folder, args.out), withImportExtension(consumerSet(), args["import-extension"]));
  print(
    `클라이언트의 의존성은 openapi-fetch 하나입니다. 프로젝트의 dependencies에 없으면 설치하십시오:\n  npm install --save-exact openapi-fetch@${dependencyVersion("openapi-fetch")}`,
  );
}
