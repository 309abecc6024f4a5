import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { UserError } from "./user-error.ts";
import { manifest } from "./manifest.ts";
import { nodeObstacle } from "./node-version.ts";
import { printError } from "./print.ts";
import { requireSqlite } from "./sqlite.ts";

const require = createRequire(import.meta.url);

/**
 * The npm packages that a command works with and the package does not bring: whoever wants the client alone is spared
 * them. They are optional peers of the package and development dependencies of the repository.
 */
export const toolsOf = {
  sandbox: ["@stoplight/prism-core", "@stoplight/prism-http"],
  lint: [
    "@redocly/cli",
    "@stoplight/spectral-core",
    "@stoplight/spectral-parsers",
    "@stoplight/spectral-ref-resolver",
    "@stoplight/spectral-ruleset-bundler",
  ],
  certificate: ["@peculiar/x509", "reflect-metadata"],
} as const;

/** What switches off what a tool sends home, by the scope of its packages: their install script, or the tool itself. */
const silences = new Map([
  ["@stoplight/", "npm pkg set --json scarfSettings.enabled=false"],
  ["@redocly/", "export REDOCLY_TELEMETRY=off"],
]);

/** A tool as it is installed, beside the version that this project is tested with. */
interface Tool {
  name: string;
  installed: string | undefined;
  tested: string;
}

/** The version of each tool that this project is tested with, by name. */
export function testedVersions(): Record<string, string> {
  const { testedWith, devDependencies = {} } = manifest();
  return (
    testedWith ??
    Object.fromEntries(
      [...new Set(Object.values(toolsOf).flat())].sort().map((name) => [name, devDependencies[name] ?? ""]),
    )
  );
}

/**
 * Checks that a command's tools are installed and can run.
 *
 * @param purpose the purpose of the tools in Korean, for the message
 * @throws {UserError} that names each tool with its installed and its tested version, and what to install
 */
export function requireTools(command: keyof typeof toolsOf, purpose: string): void {
  if (command === "sandbox") requireSqlite();
  const obstacle = nodeObstacle();
  if (obstacle !== undefined) throw new UserError(obstacle);
  const tools = stateOf(command);
  if (tools.some(({ installed }) => installed === undefined))
    throw new UserError(installAdvice(`${purpose}에 필요한 도구가 없습니다.`, tools));
}

/** The same for a command, which also tells on standard error of versions that this project is not tested with. */
export function checkTools(command: keyof typeof toolsOf, purpose: string): void {
  requireTools(command, purpose);
  const advice = toolsDiffer(command, purpose);
  if (advice !== undefined) printError(`주의: ${advice}`);
}

/** What to install, in Korean, where a command's tools are not just the tested versions; undefined where they are. */
function toolsDiffer(command: keyof typeof toolsOf, purpose: string): string | undefined {
  const tools = stateOf(command);
  if (tools.every(({ installed, tested }) => installed === tested)) return undefined;
  return installAdvice(`${purpose}에 필요한 도구가 없거나 시험한 버전이 아닙니다.`, tools);
}

function stateOf(command: keyof typeof toolsOf): Tool[] {
  const tested = testedVersions();
  return toolsOf[command].map((name) => ({ name, installed: installedVersion(name), tested: tested[name] ?? "" }));
}

/** The version of a package as Node finds it from here; undefined where it is not installed. */
export function installedVersion(name: string): string | undefined {
  const path = manifestPath(name);
  return path && (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version;
}

/** Where a package does not export its package.json, in the folders where Node looks. */
function manifestPath(name: string): string | undefined {
  const path = `${name}/package.json`;
  try {
    return require.resolve(path);
  } catch {
    return (require.resolve.paths(name) ?? []).map((folder) => join(folder, path)).find(existsSync);
  }
}

function installAdvice(title: string, tools: readonly Tool[]): string {
  const width = Math.max(...tools.map(({ name }) => name.length));
  return [
    title,
    ...tools.map(
      ({ name, installed, tested }) =>
        `  ${name.padEnd(width)}  설치된 버전: ${installed ?? "없음"}, 시험한 버전: ${tested}`,
    ),
    "사용하는 프로젝트의 폴더에서 설치하십시오:",
    ...installLines(tools).map((line) => `  ${line}`),
  ].join("\n");
}

/** What a command's tools are installed with, a line of a shell each; what they would send is switched off first. */
export function installCommands(command: keyof typeof toolsOf): string[] {
  return installLines(stateOf(command));
}

function installLines(tools: readonly Pick<Tool, "name" | "tested">[]): string[] {
  const silenced = [...silences].filter(([scope]) => tools.some(({ name }) => name.startsWith(scope)));
  return [
    ...silenced.map(([, line]) => line),
    `npm install --save-dev --save-exact ${tools.map(({ name, tested }) => `${name}@${tested}`).join(" ")}`,
  ];
}
