import { createServer } from "node:http";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Call, npmScript, readArgs, runCommand, untilEnd } from "./command-line.ts";
import { UserError } from "../lib/user-error.ts";
import { wholeNumber } from "../lib/option-values.ts";
import { listen, stop } from "../server/listen.ts";
import { bundle } from "../bundle/bundle.ts";
import type { OpenApi } from "../bundle/openapi.ts";
import { generatedDir, pathFromHere, specDir } from "../lib/paths.ts";
import { loadSpec } from "../bundle/spec-files.ts";
import { replaceFiles, replaceFolder } from "../lib/write-files.ts";
import { siteOf } from "../docs/site.ts";
import { serveFile } from "../docs/serve-file.ts";
import { earlierFiles, refuseForeignFolder } from "../docs/foreign-folder.ts";
import { print, printError } from "../lib/print.ts";
import { argument, file as fileMessages, progress, serving } from "./messages.ts";

const usage = (
  commandLine: string,
  ownDir: string | undefined,
): string => `사용법: ${commandLine} [--out DIR] [--serve [--port N]]

명세로 문서 사이트를 만듭니다. 인터넷이나 서버 없이 index.html을 바로 열 수 있고, 어느 경로에 두어도 됩니다.
  --out DIR   사이트를 쓸 폴더입니다. ${ownDir === undefined ? "--serve만 지정하면 파일을 쓰지 않고 보여 줍니다." : `기본값은 ${pathFromHere(ownDir)}입니다.`} 빈 폴더나 이 명령이 만든 사이트가 있는 폴더에만 씁니다.
  --serve     만든 사이트를 127.0.0.1에서 보여 줍니다.
  --port N    --serve의 포트 번호입니다. 기본값은 4020이며 0을 지정하면 비어 있는 포트를 자동으로 선택합니다.

종료 코드: 0 정상, 2 실행 실패`;

/**
 * Makes the docs site, writes it into a folder, and shows it where that is asked for.
 *
 * @param readApi gives the bundle
 * @param ownDir the folder that is written anew where no other is named
 */
export async function docs(call: Call, readApi: () => OpenApi | Promise<OpenApi>, ownDir?: string): Promise<void> {
  const args = readArgs(
    usage(call.commandLine, ownDir),
    { out: { type: "string" }, serve: { type: "boolean", default: false }, port: { type: "string" } },
    call.args,
  );
  if (args.port !== undefined && !args.serve) throw new UserError(argument.needs("--port", "--serve"));
  const port = wholeNumber("--port", args.port ?? "4020", 0, 65535);
  const dir = args.out === undefined ? ownDir : resolve(call.folder, args.out);
  if (args.out === "" || (dir === undefined && !args.serve))
    throw new UserError(argument.outFolderFor("사이트를 쓸", `${call.commandLine} --out docs`));
  if (dir !== undefined && dir !== ownDir) refuseForeignFolder(dir);
  if (process.stderr.isTTY) printError(progress.docs);
  const { files } = siteOf(await readApi(), loadSpec(specDir));
  const site = new Map<string, string>();
  let count = 0;
  let size = 0;
  /** The site, file by file; what is served is kept. */
  const counted = async function* (): ReturnType<typeof files> {
    for await (const [file, text] of files()) {
      count += 1;
      size += Buffer.byteLength(text);
      if (args.serve) site.set(file, text);
      yield [file, text];
    }
  };
  if (dir === undefined) for await (const _file of counted());
  else {
    await (dir === ownDir
      ? replaceFolder(dir, counted())
      : replaceFiles(dir, counted(), { remove: earlierFiles(dir) }));
    print(fileMessages.siteWritten(pathFromHere(dir), count, Math.ceil(size / 1024)));
    print(fileMessages.openInBrowser(pathToFileURL(join(dir, "index.html")).href));
  }
  if (!args.serve) return;
  const server = createServer((request, response) => serveFile(site, (request.url ?? "").slice(1), response));
  const url = await listen(server, "127.0.0.1", port);
  print(`${serving.docs(url)}\n${serving.stop}`);
  await untilEnd(call);
  await stop(server);
}

if (import.meta.main)
  await runCommand(() => docs(npmScript("npm run docs --"), () => bundle(specDir), join(generatedDir, "docs")));
