import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { bundleFile, root } from "../lib/paths.ts";
import { inTemporaryFolder } from "../lib/temporary-folder.ts";
import { type Figure, median } from "./figure.ts";

/** Wall milliseconds of our generate, which makes bundle, types, client and validators, beside openapi-typescript's command for types alone. */
export function commandTimes(): Promise<Figure[]> {
  return inTemporaryFolder(async (dir) => {
    // Run from elsewhere: openapi-typescript's command would read this repository's redocly.yaml and refuse.
    const rivals: [string, string[]][] = [
      ["generate --out(묶음, 타입, 클라이언트, 검증기)", [join(root, "scripts/cli/generate.ts"), "--out", dir]],
      [
        "openapi-typescript 명령(타입만)",
        [join(root, "node_modules/openapi-typescript/bin/cli.js"), bundleFile, "-o", join(dir, "only-types.ts")],
      ],
      ["lint", [join(root, "scripts/cli/lint.ts")]],
    ];
    const rounds = rivals.map((): number[] => []);
    for (let round = 0; round < 5; round++) {
      for (const [index, [, args]] of rivals.entries()) {
        const start = performance.now();
        await promisify(execFile)(process.execPath, args, { cwd: dir });
        rounds[index]?.push(performance.now() - start);
      }
    }
    return rivals.map(([name], index) => ({ name, value: median(rounds[index] ?? []) }));
  });
}
