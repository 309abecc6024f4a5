import { manifest } from "../../lib/manifest.ts";
import { testedVersions } from "../../lib/tools.ts";

const entry = (name: string): object => ({ types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` });

/** The name by which the compiled client imports its transport, which depends on the platform. */
export const platformTransport = "#platform-transport";

/** The package's own package.json. The client needs `dependencies` alone; a command names the tools that it lacks. */
export function packageManifest() {
  const { name, version, description, license, type, repository, devDependencies } = manifest();
  const testedWith = testedVersions();
  return {
    name,
    version,
    description,
    keywords: ["woori", "openapi", "우리은행", "오픈API", "sandbox"],
    license,
    ...(repository === undefined ? {} : { repository }),
    type,
    // process.getBuiltinModule, by which the client finds node:http without a bundler seeing it.
    engines: { node: ">=20.16" },
    bin: { [name]: `./dist/tools/${name}.js` },
    exports: {
      ".": entry("client"),
      "./operations": entry("operations"),
      "./operations/*": entry("operations/*"),
      "./types": entry("types"),
      "./openapi.json": "./generated/openapi.json",
      "./validators": entry("validators"),
      "./fixtures": entry("examples"),
      "./sandbox": { types: "./dist/docs/sandbox.d.ts", default: "./dist/tools/sandbox.js" },
      "./package.json": "./package.json",
    },
    // Bundlers for browsers leave node:http's part out: nothing there asks for it.
    imports: {
      [platformTransport]: {
        browser: "./dist/runtime/browser-transport.js",
        default: "./dist/runtime/platform-transport.js",
      },
    },
    sideEffects: false,
    dependencies: { "openapi-fetch": devDependencies?.["openapi-fetch"] },
    peerDependencies: Object.fromEntries(Object.keys(testedWith).map((tool) => [tool, "*"])),
    peerDependenciesMeta: Object.fromEntries(Object.keys(testedWith).map((tool) => [tool, { optional: true }])),
    testedWith,
  };
}
