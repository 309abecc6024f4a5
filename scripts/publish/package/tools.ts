import { builtinModules } from "node:module";
import { basename, dirname } from "node:path";
import { build, type Metafile, type Plugin } from "esbuild";
import { exampleTest, exampleTestFile } from "../../docs/example-test.ts";
import { bundleSiteScript } from "../../docs/site-script.ts";
import { root } from "../../lib/paths.ts";
import { testedVersions } from "../../lib/tools.ts";

/** What the package carries made, so that esbuild is not needed to make it. */
const prebuilt = (script: string): Plugin => ({
  name: "prebuilt",
  setup: ({ onLoad }) => {
    onLoad({ filter: /\/docs\/site-script\.ts$/ }, () => ({
      contents: `const script = ${JSON.stringify(script)};\nexport const siteScript = () => Promise.resolve(script);\n`,
    }));
    onLoad({ filter: /\/docs\/example-test\.ts$/ }, () => ({
      contents: `export const exampleTestFile = ${JSON.stringify(exampleTestFile)};\nexport const exampleTest = ${JSON.stringify(exampleTest)};\n`,
    }));
  },
});

/** The one limiter that the portal uses: the package's index would bring those for every database. */
const memoryLimiter: Plugin = {
  name: "memory-limiter",
  setup: ({ onLoad }) =>
    onLoad({ filter: /rate-limiter-flexible[\\/]index\.js$/ }, ({ path }) => ({
      contents: 'exports.RateLimiterMemory = require("./lib/RateLimiterMemory.js");',
      resolveDir: dirname(path),
    })),
};

/** Node's own modules for CommonJS within, as an ES module has no require(). */
const builtins: Plugin = {
  name: "builtins",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: new RegExp(`^(node:)?(${builtinModules.join("|")})$`) }, ({ path, kind }) =>
      kind === "require-call" || !path.startsWith("node:")
        ? { path: path.replace(/^(?!node:)/, "node:"), namespace: "builtin" }
        : { path, external: true },
    );
    onLoad({ filter: /^/, namespace: "builtin" }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
    }));
  },
};

/**
 * The command and the sandbox as JavaScript, what they share in chunks, small libraries within. All lie in
 * one folder, two below the package's: there `lib/paths.ts` finds the same root as in the repository.
 *
 * @returns the text of each file by name, and what each was made from
 */
export async function bundleTools(): Promise<{ files: Map<string, string>; metafile: Metafile }> {
  const script = await bundleSiteScript();
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: { "woori-openapi": "scripts/cli/woori-openapi.ts", sandbox: "scripts/docs/sandbox.ts" },
    external: ["node:*", ...Object.keys(testedVersions())],
    plugins: [prebuilt(script.text), memoryLimiter, builtins],
    outdir: "dist/tools",
    // Not "node": it would take CommonJS builds, whose require() an ES module does not have.
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "node20.16",
    charset: "utf8",
    legalComments: "none",
    metafile: true,
    write: false,
    tsconfigRaw: {},
    logLevel: "silent",
  });
  return {
    files: new Map(outputFiles.map(({ path, text }) => [basename(path), text])),
    // The libraries of the docs' script are in a string of a file.
    metafile: { ...metafile, outputs: { ...metafile.outputs, ...script.metafile.outputs } },
  };
}
