import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Metafile } from "esbuild";
import { root } from "../../lib/paths.ts";

/** An npm package whose code stands in a bundle. */
interface Bundled {
  folder: string;
  name: string;
  version: string;
  license: string;
}

/** The packages whose code stands in the published file of another, which a bundle takes as it is. */
const within: Record<string, readonly string[]> = { "redos-detector": ["regjsparser"] };

/** Packages without a licence file, and the package of the same authors that has it. */
const licensedIn: Record<string, string> = { "koa-compose": "koa" };

/** The npm packages whose code stands in a bundle, by name and version. */
export function bundledPackages({ outputs }: Metafile): Bundled[] {
  const inputs = Object.values(outputs).flatMap((output) =>
    Object.entries(output.inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => path),
  );
  const folders = new Set(inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []));
  for (const [name, inner] of Object.entries(within)) {
    const folder = [...folders].find((one) => one.endsWith(`node_modules/${name}`));
    // Beside it, wherever the packages lie.
    if (folder !== undefined) for (const one of inner) folders.add(`${folder.slice(0, -name.length)}${one}`);
  }
  // A package may lie in several folders, in one version or in more.
  const packages = new Map(
    [...folders].sort().map((folder) => {
      const read = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as Bundled;
      const { name, version, license } = read;
      return [`${name}@${version}`, { folder, name, version, license }];
    }),
  );
  return [...packages.keys()].sort().flatMap((ref) => packages.get(ref) ?? []);
}

/**
 * The notices that the licences of bundled packages ask for: name, version and the whole text.
 *
 * @throws {Error} for a package without a licence file
 */
export function notices(packages: readonly Bundled[]): string {
  const parts = packages.map(({ folder, name, version, license }) => {
    const home = licensedIn[name] === undefined ? folder : `${folder.slice(0, -name.length)}${licensedIn[name]}`;
    const found = filesIn(home, /^(licen[cs]e|copying)(\.(md|txt|bsd))?$/i).slice(0, 1);
    if (found.length === 0) throw new Error(`${name} has no licence file`);
    // What a package has taken over from others.
    const texts = [...found, ...filesIn(folder, /^third-party-notices\.md$/i)];
    return `## ${name} ${version} (${license})\n\n${texts.join("\n\n")}\n`;
  });
  return [
    "# 포함된 라이브러리의 라이선스 (Third-party notices)\n",
    "dist/tools/의 파일에는 다음 라이브러리의 코드가 들어 있습니다. 클라이언트(dist/client.js)에는 들어 있지 않습니다.\n",
    ...parts,
  ].join("\n");
}

/** The texts of the files of a folder whose names match. */
function filesIn(folder: string, name: RegExp): string[] {
  return readdirSync(join(root, folder))
    .filter((one) => name.test(one))
    .map((one) =>
      readFileSync(join(root, folder, one), "utf8")
        .replaceAll("\r\n", "\n")
        .trim(),
    );
}
