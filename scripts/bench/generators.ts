import { copyFileSync, existsSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { own } from "./measurement.ts";
import { ofPeer, ofProject } from "./peers.ts";
import { emptied, type Run } from "./run.ts";
import { type Command, timed } from "./run-process.ts";

/** A generator: the command that writes into the folder `out` of its working folder, where openapi.json lies. */
interface Generator {
  subject: string;
  command: (dir: string, project: string) => Command;
  /** The configuration as a module, by file. */
  config?: Record<string, string>;
}

const heyApi = `export default {
  input: "./openapi.json",
  output: { path: "./out" },
  plugins: ["@hey-api/client-fetch", "@hey-api/typescript", "zod", { name: "@hey-api/sdk", validator: true }],
  logs: { file: false },
};`;

const orval = `export default {
  api: { input: "./openapi.json", output: { target: "./out/api.ts", client: "fetch", mode: "single" } },
  zod: { input: "./openapi.json", output: { target: "./out/zod.ts", client: "zod", mode: "single" } },
};`;

// By Kubb's own build: its command asks a registry for the newest version.
const kubb = `import { build } from "@kubb/core";
import { pluginClient } from "@kubb/plugin-client";
import { pluginOas } from "@kubb/plugin-oas";
import { pluginTs } from "@kubb/plugin-ts";
import { pluginZod } from "@kubb/plugin-zod";
await build({
  config: {
    root: ".",
    input: { path: "./openapi.json" },
    output: { path: "./out", barrelType: "named", write: true, extension: { ".ts": ".ts" } },
    plugins: [
      pluginOas({ generators: [], validate: false }),
      pluginTs({ output: { path: "types" } }),
      pluginZod({ output: { path: "zod" } }),
      pluginClient({ output: { path: "clients" }, client: "fetch", parser: "zod", bundle: true }),
    ],
  },
});`;

/** The subjects that generate a client with validation, and openapi-typescript, which generates types alone. */
export const generators: readonly Generator[] = [
  {
    subject: own,
    command: (cwd, project) => ({ cwd, args: [join(project, "scripts/cli/generate.ts"), "--out", "out"] }),
  },
  {
    subject: "openapi-typescript(타입만)",
    command: (cwd) => ({
      cwd,
      args: [ofProject("openapi-typescript/bin/cli.js"), "openapi.json", "-o", "out/types.ts"],
    }),
  },
  {
    subject: "hey-api + zod",
    config: { "hey-api.config.mjs": heyApi },
    command: (cwd) => ({ cwd, args: [ofPeer("@hey-api/openapi-ts/dist/run.mjs"), "-f", "hey-api.config.mjs"] }),
  },
  {
    subject: "orval + zod",
    config: { "orval.config.mjs": orval },
    command: (cwd) => ({ cwd, args: [ofPeer("orval/dist/bin/orval.mjs"), "--config", "orval.config.mjs"] }),
  },
  { subject: "kubb + zod", config: { "kubb.mjs": kubb }, command: (cwd) => ({ cwd, args: ["kubb.mjs"] }) },
];

/** The folder that a generator works in for a platform; what it makes lies in `out`. */
function folderOf(run: Run, subject: string, operations: number): string {
  return join(run.dir, `generate-${subject.replaceAll(/\W+/g, "-")}-${operations}`);
}

/** Generates in a fresh process into an empty folder; gives that folder and what the process used. */
export async function generateWith(
  run: Run,
  { subject, command, config = {} }: Generator,
  operations: number,
): Promise<{ out: string; wall: number; cpu: number; peak: number }> {
  const project = await run.project(operations);
  const dir = emptied(folderOf(run, subject, operations));
  // The configurations import the peers from here.
  symlinkSync(ofPeer(""), join(dir, "node_modules"));
  writeFileSync(join(dir, "package.json"), '{ "type": "module" }');
  copyFileSync(join(project, "generated/openapi.json"), join(dir, "openapi.json"));
  for (const [file, text] of Object.entries(config)) writeFileSync(join(dir, file), text);
  const used = await timed(command(dir, project));
  return { out: join(dir, "out"), ...used };
}

/** What a generator has made of a platform, made where it is not there yet. */
export async function generatedBy(run: Run, subject: string, operations: number): Promise<string> {
  const out = join(folderOf(run, subject, operations), "out");
  const generator = generators.find((one) => one.subject === subject);
  if (generator === undefined) throw new Error(`no generator ${subject}`);
  return existsSync(out) ? out : (await generateWith(run, generator, operations)).out;
}
