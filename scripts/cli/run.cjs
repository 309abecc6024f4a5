"use strict";
// What every npm script begins with: says in one sentence why a command cannot start. CommonJS, as any Node may run it.
const { existsSync } = require("node:fs");
const { runMain } = require("node:module");
const { join, resolve } = require("node:path");

/** The oldest Node that runs the commands: it has import.meta.main and runs TypeScript. */
const oldest = { major: 24, minor: 2 };
const project = resolve(__dirname, "../..");

/** @param {string} reason @returns {never} */
function refuse(reason) {
  console.error(`오류: ${reason}`);
  process.exit(2);
}

/** @param {string} request @returns {string | undefined} */
function found(request) {
  try {
    return require.resolve(request, { paths: [project] });
  } catch {
    return undefined;
  }
}

/** What to do where npm found another Node than the one that `npm ci` installs. */
function howToGetNode() {
  const manifest = found("node/package.json");
  if (manifest === undefined)
    return "npm ci를 실행하십시오. 알맞은 Node가 node_modules에 함께 설치되고 npm 스크립트가 그 Node를 사용합니다.";
  if (existsSync(join(manifest, "../bin/node"))) return "알맞은 Node는 설치되어 있으니 npm run으로 실행하십시오.";
  return "node_modules에 알맞은 Node가 없는 것은 설치 스크립트를 실행하지 않았기 때문입니다(ignore-scripts). npm rebuild node --ignore-scripts=false를 실행하거나, 그 버전의 Node를 직접 설치하십시오.";
}

/**
 * A script of the project, or the program of a package, found as Node finds modules.
 *
 * @param {string} name
 */
function programOf(name) {
  if (name.endsWith(".ts")) return join(project, name);
  const manifest = found(`${name}/package.json`);
  if (manifest === undefined) refuse(`설치되지 않은 패키지입니다: ${name}. npm ci를 실행하십시오.`);
  const { bin } = require(manifest);
  return join(manifest, "..", typeof bin === "string" ? bin : Object.values(bin)[0]);
}

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < oldest.major || (major === oldest.major && minor < oldest.minor))
  refuse(
    `이 저장소의 명령에는 Node ${oldest.major}.${oldest.minor} 이상이 필요하며, 지금 사용하는 Node는 ${process.versions.node}입니다. ${howToGetNode()}`,
  );

const [node = "", , name = "", ...args] = process.argv;
// What fails while a script is loaded; once it runs, it tells of its errors itself.
if (name.endsWith(".ts"))
  process.once("uncaughtException", (error) => {
    require("./command-line.ts").reportFailure(error, args.includes("--debug"));
    process.exit(2);
  });
process.argv = [node, programOf(name), ...args];
runMain();
