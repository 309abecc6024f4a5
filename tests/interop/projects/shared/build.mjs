import { build } from "esbuild";

await build({
  entryPoints: ["main.ts"],
  outfile: "main.mjs",
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
});
