import { readFileSync } from "node:fs";
import { join } from "node:path";
import { manifest } from "../../lib/manifest.ts";
import { installCommands, installedVersion, toolsOf } from "../../lib/tools.ts";

/**
 * The consumer's README: `{version}` is the package's, `{openapi-fetch}` and the like those of what is installed here,
 * `{install:lint}` the lines that install a command's tools.
 *
 * @throws {Error} for a name that is not installed, or no command that has tools
 */
export function readme(): string {
  const text = readFileSync(join(import.meta.dirname, "README.md"), "utf8");
  return text
    .replaceAll(/\{install:(\w+)\}/g, (_, command: string) => {
      if (!isToolUser(command)) throw new Error(`no command that has tools: ${command}`);
      return installCommands(command).join("\n");
    })
    .replaceAll(/\{(version|@?[\w/-]+-[\w-]+)\}/g, (_, name: string) =>
      name === "version" ? manifest().version : installed(name),
    );
}

function isToolUser(command: string): command is keyof typeof toolsOf {
  return Object.hasOwn(toolsOf, command);
}

function installed(name: string): string {
  const version = installedVersion(name);
  if (version === undefined) throw new Error(`not installed: ${name}`);
  return version;
}
