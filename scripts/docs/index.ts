import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, relative } from "node:path";
import { marker } from "../generate/build.ts";
import { bundle } from "../generate/bundle.ts";
import { readArgs, runCommand, wholeNumber } from "../lib/cli.ts";
import { generatedDir, specDir } from "../lib/paths.ts";
import { loadSpec } from "../lib/spec-files.ts";
import { buildSite } from "./build.ts";
import { answerFile } from "./files.ts";

const usage = `사용법: npm run docs [-- --serve [--port N]]

명세로 문서 사이트를 만들어 generated/docs/에 씁니다. 인터넷 없이 index.html을 바로 열 수 있습니다.
  --serve     만든 사이트를 127.0.0.1에서 보여 줍니다.
  --port N    --serve의 포트 번호입니다. 기본값은 4020이며 0은 빈 포트를 고릅니다.`;

await runCommand(async () => {
  const args = readArgs(usage, { serve: { type: "boolean", default: false }, port: { type: "string", default: "4020" } });
  const port = wholeNumber("--port", args.port, 0, 65535);
  if (process.stderr.isTTY) console.error("docs: 사이트를 만드는 중입니다…");
  const site = await buildSite(await bundle(specDir, marker), loadSpec(specDir));
  const dir = join(generatedDir, "docs");
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir);
  for (const [file, content] of site) writeFileSync(join(dir, file), content);
  const shown = relative(process.cwd(), dir);
  console.log([`${shown}: 파일 ${site.size}개를 썼습니다.`, ...[...site].map(([file, content]) => `  ${file}  ${Math.ceil(Buffer.byteLength(content) / 1024)}KiB`)].join("\n"));
  if (!args.serve) return void console.log(`브라우저에서 여십시오: ${join(shown, "index.html")}`);
  const server = createServer((request, response) => answerFile(site, (request.url ?? "").slice(1), response));
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  console.log(`문서: http://127.0.0.1:${(server.address() as AddressInfo).port}/\n끝내려면 Ctrl+C를 누르십시오.`);
});
