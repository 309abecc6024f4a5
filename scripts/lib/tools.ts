import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { UserError } from "./user-error.ts";
import { manifest } from "./manifest.ts";
import { nodeObstacle } from "./node-version.ts";
import { printError } from "./print.ts";

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
  reference: ["@redocly/cli"],
} as const;

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
export function toolsDiffer(command: keyof typeof toolsOf, purpose: string): string | undefined {
  const tools = stateOf(command);
  if (tools.every(({ installed, tested }) => installed === tested)) return undefined;
  return installAdvice(`${purpose}에 필요한 도구가 없거나 시험한 버전이 아닙니다.`, tools);
}

function stateOf(command: keyof typeof toolsOf): Tool[] {
  const tested = testedVersions();
  return toolsOf[command].map((name) => ({ name, installed: installedVersion(name), tested: tested[name] ?? "" }));
}

/** Read from the folders where Node looks, as not every package exports its package.json. */
function installedVersion(name: string): string | undefined {
  for (const folder of require.resolve.paths(name) ?? []) {
    try {
      return (JSON.parse(readFileSync(join(folder, name, "package.json"), "utf8")) as { version: string }).version;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
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
    `  npm install --save-dev --save-exact ${tools.map(({ name, tested }) => `${name}@${tested}`).join(" ")}`,
  ].join("\n");
}
