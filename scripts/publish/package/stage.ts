import { chmodSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { consumerSet } from "../../generate/consumer-set.ts";
import { UserError } from "../../lib/user-error.ts";
import { root } from "../../lib/paths.ts";
import { replaceFolder } from "../../lib/write-files.ts";
import { styles } from "../../docs/styles.ts";
import { compile, declarationsOf } from "./compile.ts";
import { packageManifest, platformTransport, sandboxTypes } from "./manifest.ts";
import { bundledPackages, notices } from "./notices.ts";
import { readme } from "./readme.ts";
import { bundleTools } from "./tools.ts";
import { packaging } from "../messages.ts";

/** Only a package of ours has it. */
const noticesFile = "THIRD-PARTY-NOTICES.md";

/** For users of Dredd, who name it by its path. */
const dreddHooks = "dredd-hooks.cjs";

/** Files of the repository that stand in the package under the same path: the commands read them there. */
const carried = [
  "LICENSE",
  "CHANGELOG.md",
  ".spectral.yaml",
  "redocly.yaml",
  ...styles,
  ...["portal.css", "portal.js"].map((file) => `scripts/portal/assets/${file}`),
  "scripts/sandbox/apps.json",
  ...["document", "errata", "fields", "flow", "portal", "search-words"].map((name) => `spec/source/${name}.yaml`),
];

/**
 * Lays out the package in a folder, which is emptied first: the compiled client and tools, the generated TypeScript that
 * `generate --out` hands on, the data that the commands read.
 *
 * @param from the generated files; generated/ where left out
 * @throws {UserError} where the folder holds something else than an earlier package, or cannot be written to
 */
export async function stage(dir: string, from?: string): Promise<void> {
  if (existsSync(dir) && readdirSync(dir).length > 0 && !existsSync(join(dir, noticesFile)))
    throw new UserError(packaging.foreign(dir));
  const { files: tools, metafile } = await bundleTools();
  const generated = consumerSet(from);
  const texts = new Map<string, string>([
    ["package.json", `${JSON.stringify(packageManifest(), null, 2)}\n`],
    ["README.md", readme()],
    [dreddHooks, readFileSync(join(import.meta.dirname, dreddHooks), "utf8")],
    [noticesFile, notices(bundledPackages(metafile))],
    ...under("dist", compiledClient(generated)),
    ...under("dist", declarationsOf("docs/sandbox.ts")),
    [`dist/${sandboxTypes.file}`, sandboxTypes.text],
    ...under("dist/tools", tools),
    ...under("generated", generated),
    ...[...carried, ...rules()].map((file): [string, string] => [file, readFileSync(join(root, file), "utf8")]),
  ]);
  await replaceFolder(dir, texts);
  chmodSync(join(dir, "dist/tools/woori-openapi.js"), 0o755);
}

/** The client as JavaScript; package.json says which transport it takes. */
function compiledClient(generated: ReadonlyMap<string, string>): Map<string, string> {
  const compiled = compile(new Map([...generated].filter(([file]) => file.endsWith(".ts"))));
  const connection = compiled.get("runtime/connection.js") ?? "";
  return compiled.set("runtime/connection.js", connection.replace("./platform-transport.js", platformTransport));
}

/** The functions of .spectral.yaml. */
function rules(): string[] {
  const folder = "scripts/checks/lint/functions";
  return readdirSync(join(root, folder))
    .filter((file) => file.endsWith(".js"))
    .map((file) => `${folder}/${file}`);
}

function under(folder: string, files: ReadonlyMap<string, string>): [string, string][] {
  return [...files].map(([file, text]) => [`${folder}/${file}`, text]);
}
