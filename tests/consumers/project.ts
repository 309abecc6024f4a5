import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { inject } from "vitest";
import { root } from "../../scripts/lib/paths.ts";
import { execute, type Outcome } from "../support/execute.ts";
import { type Node, toolDir } from "./toolchain.ts";

const templates = join(import.meta.dirname, "projects");

/** A project outside of the repository with the package installed. */
export interface Project {
  dir: string;
  /**
   * Runs a program in it, such as `node` or `npx`, with one of the Nodes first on the path; by default with this one. SANDBOX
   * is the sandbox's URL.
   */
  run: (program: string, args: readonly string[], node?: Node) => Promise<Outcome>;
}

interface Preparation {
  /** Further npm packages, linked from the toolchain or the repository. */
  tools?: readonly string[];
  /** Installs the package in another way than npm does in a project of its own. */
  install?: (project: Project, tarballs: Record<string, string>) => Promise<void>;
  /** What is done in it before any test. */
  prepare?: (project: Project) => Promise<void> | void;
}

/**
 * A project of its own for the tests of a file, made when the first asks for it and gone when the suite ends.
 *
 * @param template folder of projects/
 * @param name tells it from others of the template
 */
export function useProject(template: string, name: string, preparation: Preparation = {}): () => Promise<Project> {
  let made: Promise<Project> | undefined;
  return () => (made ??= makeProject(template, name, preparation));
}

async function makeProject(
  template: string,
  name: string,
  { tools = [], install, prepare }: Preparation,
): Promise<Project> {
  const folder = inject("folder");
  const dir = install === undefined ? await installedProject(folder, template, name) : copied(folder, template, name);
  const project: Project = {
    dir,
    run: (program, args, node) =>
      execute(program, args, dir, { ...consumerEnv(folder, node), SANDBOX: inject("sandbox") }),
  };
  await install?.(project, tarballs(folder));
  linkTools(dir, tools);
  await prepare?.(project);
  return project;
}

/**
 * Copies a template and installs the package in it, by npm, offline, from the three tarballs and with an empty cache: nothing
 * else can come in.
 */
export async function installedProject(folder: string, template: string, name: string): Promise<string> {
  const dir = copied(folder, template, name);
  const { exitCode, stderr } = await execute(
    "npm",
    ["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", ...Object.values(tarballs(folder))],
    dir,
    consumerEnv(folder),
  );
  if (exitCode !== 0 || stderr !== "") throw new Error(`npm install in ${template}:\n${stderr}`);
  return dir;
}

function copied(folder: string, template: string, name: string): string {
  const dir = join(folder, "projects", name);
  cpSync(join(templates, template), dir, { recursive: true });
  cpSync(join(templates, "shared"), dir, { recursive: true });
  return dir;
}

/** Paths of the three tarballs by the packages' names. */
function tarballs(folder: string): Record<string, string> {
  const vendor = join(folder, "vendor");
  return Object.fromEntries(readdirSync(vendor).map((file) => [file.replace(/-\d+\..*$/, ""), join(vendor, file)]));
}

/** Puts npm packages of the toolchain, or of the repository, beside the installed ones. */
export function linkTools(dir: string, names: readonly string[]): void {
  for (const name of new Set(names)) {
    const link = join(dir, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(existsSync(toolDir(name)) ? toolDir(name) : join(root, "node_modules", name), link);
  }
}

/** The environment of a consumer: nothing of the npm script that runs this, a home and a cache without files, no registry. */
export function consumerEnv(folder: string, node?: Node): NodeJS.ProcessEnv {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|vite|node_|init_cwd|force_color)/i.test(name)),
  );
  const path = [node === undefined ? dirname(process.execPath) : join(node.dir, "bin"), process.env["PATH"]].join(
    delimiter,
  );
  return {
    ...inherited,
    PATH: path,
    HOME: join(folder, "home"),
    NO_COLOR: "1",
    npm_config_cache: join(folder, "cache"),
    npm_config_offline: "true",
    npm_config_registry: "http://127.0.0.1:9/",
    npm_config_update_notifier: "false",
  };
}
