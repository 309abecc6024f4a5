import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { type Call, npmScript, readCommandLine, runCommand } from "./command-line.ts";
import { bundle } from "../bundle/bundle.ts";
import { readBundle } from "../bundle/bundle-file.ts";
import type { OpenApi } from "../bundle/openapi.ts";
import { loadSpec } from "../bundle/spec-files.ts";
import { type Export, exports, exportSource, filesOf } from "../generate/exports/exports.ts";
import { spellingAdvice } from "../lib/closest-word.ts";
import { pathFromHere, specDir } from "../lib/paths.ts";
import { print } from "../lib/print.ts";
import { UserError } from "../lib/user-error.ts";
import { replaceFiles, usingFolder } from "../lib/write-files.ts";
import { argument, file as fileMessages } from "./messages.ts";

const list = exports.map(({ name, does }) => `  ${name.padEnd(30)}  ${does}`).join("\n");

const usage = ({ commandLine }: Call): string => `사용법: ${commandLine} [이름] [--out FILE|DIR] [--bundle FILE]

명세를 다른 도구의 파일로 만듭니다. 이름을 지정하지 않으면 목록을 표시합니다.
${list}

  --out FILE|DIR  파일이나 폴더의 경로입니다. 지정하지 않으면 표준 출력으로 내보냅니다. 이 명령이 만들지 않은 파일은 덮어쓰지 않습니다.
  --bundle FILE   이 프로젝트가 묶은 OpenAPI 문서입니다. 지정하지 않으면 이 명세를 사용합니다.

종료 코드: 0 정상, 2 실행 실패(없는 이름, 인자·파일 오류)`;

/**
 * Makes one export, and writes it to a file, a folder or standard output; without a name, lists all.
 *
 * @param readApi gives the bundle where no other is named
 */
export async function exportOne(call: Call, readApi: () => OpenApi | Promise<OpenApi>): Promise<void> {
  const {
    values: { out, bundle: file },
    positionals: [name],
  } = readCommandLine(usage(call), { out: { type: "string" }, bundle: { type: "string" } }, ["이름"], call.args, 1);
  if (name === undefined) return print(usage(call));
  const one = exports.find((known) => known.name === name);
  if (one === undefined) throw new UserError(`${argument.unknownExport(name, advice(name))}\n${list}`);
  if (out === "") throw new UserError(argument.outFileOrFolder);
  const api = await (file === undefined ? readApi() : readBundle(resolve(call.folder, file)));
  const files = filesOf(one, exportSource(api, loadSpec(specDir)));
  if (out !== undefined) return write(one, files, resolve(call.folder, out), /[/\\]$/.test(out));
  const [text = ""] = files.values();
  if (!files.has(one.name))
    throw new UserError(argument.exportIsFolder(name, `${call.commandLine} ${name} --out docs`));
  process.stdout.write(text);
}

/** The name that was most likely meant: one with a part of it, or one spelt alike. */
function advice(name: string): string {
  const names = exports.map((known) => known.name);
  const longer = names.filter((known) => known.toLowerCase().includes(name.toLowerCase()));
  return longer.length === 0 ? spellingAdvice(name, names) : argument.likelyExports(longer);
}

/** Writes an export: a file under its own name into a folder that is there or is named with a slash, or as a file. */
async function write(one: Export, files: ReadonlyMap<string, string>, out: string, isFolder: boolean): Promise<void> {
  const isSingle = files.has(one.name);
  const inFolder = isFolder || !isSingle || (existsSync(out) && statSync(out).isDirectory());
  const dir = inFolder ? out : dirname(out);
  const named = inFolder ? files : new Map([[basename(out), files.get(one.name) ?? ""]]);
  const foreign = usingFolder(dir, () => [...named.keys()].filter((path) => isForeign(join(dir, path), one)));
  if (foreign.length > 0) throw new UserError(fileMessages.foreign(pathFromHere(dir), foreign));
  await replaceFiles(dir, named);
  for (const path of named.keys()) print(pathFromHere(join(dir, path)));
}

/** Whether a file is there that is no earlier export of the kind. An empty one is what a full disk has left. */
function isForeign(path: string, { mark }: Export): boolean {
  if (!existsSync(path)) return false;
  const text = statSync(path).isFile() ? readFileSync(path, "utf8") : undefined;
  return text === undefined || (text !== "" && !text.slice(0, 2000).includes(mark));
}

if (import.meta.main) await runCommand(() => exportOne(npmScript("npm run export --"), () => bundle(specDir)));
