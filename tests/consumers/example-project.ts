import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { inject, type TestContext } from "vitest";
import { root } from "../../scripts/lib/paths.ts";
import { execute, type Outcome } from "../support/execute.ts";
import { consumerEnv } from "./project.ts";
import { toolDir } from "./toolchain.ts";

/** The folders of examples/. */
export const exampleNames = readdirSync(join(root, "examples"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

interface Manifest {
  scripts: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** A copy of an example with the packed package and its dependencies, as npm would install them. */
export interface Example {
  dir: string;
  manifest: Manifest;
  /** Runs a script of its package.json to its end. */
  run: (script: string, env?: Record<string, string>) => Promise<Outcome>;
  /** Runs a command line to its end. */
  shell: (command: string, env: Record<string, string>) => Promise<Outcome>;
  /** Starts a command line that serves, by default its start script; it is stopped when the test ends. */
  serve: (context: TestContext, env: Record<string, string>, command?: string) => Promise<Serving>;
}

export interface Serving {
  /** The first address that it printed. */
  url: string;
  /** All that it has printed. */
  printed: () => string;
  /** Sends SIGTERM and resolves, once it has ended, with the exit code or the signal. */
  stop: () => Promise<number | NodeJS.Signals | null>;
}

/** Copies an example and installs it offline. */
export async function installExample(name: string): Promise<Example> {
  const folder = inject("folder");
  const dir = join(folder, "projects", `example-${name}`);
  const isMade = /\/(node_modules|vendor|\.next|dist)$/;
  cpSync(join(root, "examples", name), dir, { recursive: true, filter: (source) => !isMade.test(source) });
  const file = join(dir, "package.json");
  const written = readFileSync(file, "utf8");
  const manifest = JSON.parse(written) as Manifest;
  // npm has nothing but the tarballs: what else the example depends on is put beside them.
  writeFileSync(file, JSON.stringify({ ...manifest, dependencies: {}, devDependencies: {} }));
  const tarballs = readdirSync(join(folder, "vendor")).map((tarball) => join("../../vendor", tarball));
  const flags = ["--offline", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund"];
  const { exitCode, stderr } = await execute("npm", ["install", ...flags, ...tarballs], dir, consumerEnv(folder));
  if (exitCode !== 0) throw new Error(`npm install in examples/${name}:\n${stderr}`);
  writeFileSync(file, written);
  addDependencies(dir, { ...manifest.dependencies, ...manifest.devDependencies, ...versionsInImage(dir) });
  const environment = (env: Record<string, string> = {}): NodeJS.ProcessEnv => {
    const inherited = consumerEnv(folder);
    return { ...inherited, PATH: [join(dir, "node_modules/.bin"), inherited["PATH"]].join(delimiter), ...env };
  };
  return {
    dir,
    manifest,
    run: (script, env) => execute("npm", ["run", "--silent", script], dir, environment(env)),
    shell: (command, env) => execute("sh", ["-c", command], dir, environment(env)),
    serve: (context, env, command = manifest.scripts["start"] ?? "") => serve(context, command, dir, environment(env)),
  };
}

/** The npm packages that a Dockerfile installs by name and version, if there is one. */
function versionsInImage(dir: string): Record<string, string> {
  const file = join(dir, "Dockerfile");
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  return Object.fromEntries(
    [...text.matchAll(/(@[\w-]+\/[\w-]+)@(\d[\d.]*)/g)].map(([, name, version]) => [name, version]),
  );
}

/** Puts exact versions of npm packages into a project: links to the repository's, and copies of the toolchain's with all they need. */
function addDependencies(dir: string, versions: Record<string, string>): void {
  const modules = join(dir, "node_modules");
  const names = Object.keys(versions);
  const [copied, linked] = [
    names.filter((name) => versionIn(toolDir(name)) === versions[name]),
    names.filter((name) => versionIn(toolDir(name)) !== versions[name]),
  ];
  for (const name of linked) {
    const own = join(root, "node_modules", name);
    if (versionIn(own) !== versions[name])
      throw new Error(`no ${name} ${versions[name]} in tests/consumers/toolchain/package.json, nor in package.json`);
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(own, join(modules, name));
  }
  for (const name of copied) copyWithDependencies(name, modules);
  for (const name of names) linkCommands(modules, name);
}

/** Puts the commands of a package into .bin. */
function linkCommands(modules: string, name: string): void {
  const { bin = {} } = manifestIn(join(modules, name)) as { bin?: string | Record<string, string> };
  mkdirSync(join(modules, ".bin"), { recursive: true });
  for (const [command, path] of Object.entries(typeof bin === "string" ? { [name]: bin } : bin))
    symlinkSync(join("..", name, path), join(modules, ".bin", command));
}

function copyWithDependencies(name: string, modules: string): void {
  const place = join(modules, name);
  if (existsSync(place)) return;
  cpSync(toolDir(name), place, { recursive: true });
  for (const below of [place, ...nestedIn(place)]) {
    const { dependencies, optionalDependencies, peerDependencies } = manifestIn(below) as Record<string, object>;
    for (const needed of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }))
      if (existsSync(toolDir(needed))) copyWithDependencies(needed, modules);
  }
}

/** Folders of the packages that stand inside of a package. */
function nestedIn(place: string): string[] {
  const modules = join(place, "node_modules");
  if (!existsSync(modules)) return [];
  const names = readdirSync(modules).filter((entry) => !entry.startsWith("."));
  return names
    .flatMap((entry) =>
      entry.startsWith("@") ? readdirSync(join(modules, entry)).map((name) => join(entry, name)) : entry,
    )
    .map((entry) => join(modules, entry))
    .flatMap((nested) => [nested, ...nestedIn(nested)]);
}

function manifestIn(dir: string): unknown {
  const file = join(dir, "package.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

function versionIn(dir: string): string | undefined {
  return (manifestIn(dir) as { version?: string }).version;
}

async function serve(context: TestContext, command: string, cwd: string, env: NodeJS.ProcessEnv): Promise<Serving> {
  const child = spawn("sh", ["-c", `exec ${command}`], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  context.onTestFinished(() => void child.kill("SIGKILL"));
  let printed = "";
  const ended = new Promise<number | NodeJS.Signals | null>((done) =>
    child.once("close", (code, signal) => done(code ?? signal)),
  );
  const url = new Promise<string>((done) => {
    for (const stream of [child.stdout, child.stderr])
      createInterface(stream).on("line", (line) => {
        printed += `${line}\n`;
        const [address] = /http:\/\/[\w.[\]:]+:\d+/.exec(line) ?? [];
        if (address !== undefined) done(address);
      });
  });
  const ready = await Promise.race([url, ended.then(() => undefined)]);
  if (ready === undefined) throw new Error(`${command} ended:\n${printed}`);
  return {
    url: ready,
    printed: () => printed,
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}
