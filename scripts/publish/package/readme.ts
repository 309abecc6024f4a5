import { readFileSync } from "node:fs";
import { join } from "node:path";
import { manifest } from "../../lib/manifest.ts";
import { installedVersion } from "../../lib/tools.ts";

/**
 * The consumer's README: `{version}` is the package's, `{openapi-fetch}` and the like those of what is installed here.
 *
 * @throws {Error} for a name that is not installed
 */
export function readme(): string {
  const text = readFileSync(join(import.meta.dirname, "README.md"), "utf8");
  return text.replaceAll(/\{(version|@?[\w/-]+-[\w-]+)\}/g, (_, name: string) =>
    name === "version" ? manifest().version : installed(name),
  );
}

function installed(name: string): string {
  const version = installedVersion(name);
  if (version === undefined) throw new Error(`not installed: ${name}`);
  return version;
}
