// By Kubb's own build: its command asks a registry for the newest version.
import { build } from "@kubb/core";
import { pluginClient } from "@kubb/plugin-client";
import { pluginOas } from "@kubb/plugin-oas";
import { pluginTs } from "@kubb/plugin-ts";

await build({
  config: {
    root: ".",
    input: { path: "./openapi.json" },
    output: { path: "./out", barrelType: "named", write: true },
    plugins: [
      pluginOas({ generators: [], serverIndex: 0 }),
      pluginTs({ output: { path: "types" } }),
      pluginClient({ output: { path: "clients" }, client: "fetch", bundle: true, group: { type: "tag" } }),
    ],
  },
});
