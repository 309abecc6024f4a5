import { resolve } from "node:path";
import { type Call, readArgs } from "./command-line.ts";
import { UserError } from "../lib/user-error.ts";
import { dependencyVersion } from "../lib/manifest.ts";
import { consumerSet } from "../generate/consumer-set.ts";
import { importExtensionUsage, withImportExtension } from "../generate/import-extension.ts";
import { writeOut } from "../generate/write.ts";
import { print } from "../lib/print.ts";
import { argument, file } from "./messages.ts";

const usage = ({ commandLine }: Call): string => `사용법: ${commandLine} --out DIR [--import-extension ts|js]

TypeScript 클라이언트, 타입, 검증기, 예제, openapi.json을 여러분의 프로젝트 폴더에 생성합니다.
패키지를 설치하지 않고 소스를 프로젝트에 두고 싶을 때 사용합니다.
  --out DIR   파일을 쓸 폴더입니다. 이 명령이 만들지 않은 파일은 덮어쓰지 않습니다. 만든 파일은 고쳤더라도 덮어씁니다.
${importExtensionUsage}

종료 코드: 0 정상, 2 실행 실패(인자 오류, 다른 파일이 있는 폴더)`;

/** Writes the consumer's TypeScript set, which the package carries as it was generated, into a folder of the caller. */
export async function generate(call: Call): Promise<void> {
  const args = readArgs(
    usage(call),
    { out: { type: "string" }, "import-extension": { type: "string", default: "ts" } },
    call.args,
  );
  if (args.out === undefined || args.out === "")
    throw new UserError(argument.outFolderFor("소스를 쓸", `${call.commandLine} --out src/woori`));
  await writeOut(resolve(call.folder, args.out), withImportExtension(consumerSet(), args["import-extension"]));
  print(file.dependency(dependencyVersion("openapi-fetch")));
}
