import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { bundle } from "../../bundle/bundle.ts";
import { type ChangelogSection, changelogSections } from "../../checks/diff/changelog.ts";
import { readSource, type SourceFiles } from "../../checks/diff/source-files.ts";
import { readBundle } from "../../bundle/bundle-file.ts";
import { readDataFile } from "../../lib/read-data-file.ts";
import { UserError } from "../../lib/user-error.ts";
import { manifest } from "../../lib/manifest.ts";
import type { OpenApi } from "../../bundle/openapi.ts";
import { bundleFile, releasedFile, releasedSourceFile, root, specDir } from "../../lib/paths.ts";
import { release } from "../messages.ts";

/** What a release is judged by. */
export interface State {
  /** The folder of the project. */
  project: string;
  /** The version as each file has it, by the file's name from the project's folder. */
  versions: Record<string, string | undefined>;
  /** CHANGELOG.md and its topmost section; undefined where that heading is not written as it should be. */
  changelog: string;
  section: ChangelogSection | undefined;
  /** The last released and the current spec: bundles and the data of spec/source/. */
  released: OpenApi;
  current: OpenApi;
  releasedSource: SourceFiles;
  currentSource: SourceFiles;
  /** Whether generated/openapi.json is what spec/ gives. */
  isGenerated: boolean;
}

export const changelogFile = join(root, "CHANGELOG.md");

/**
 * @param project the folder of the project
 * @throws {UserError} when a file is missing or cannot be read, or the spec not be bundled
 */
export async function readState(project = root): Promise<State> {
  const changelog = read(inProject(project, changelogFile));
  const lock = readDataFile(join(project, "package-lock.json")) as {
    version?: string;
    packages?: Record<string, { version?: string }>;
  };
  const released = await readReleased(inProject(project, releasedFile));
  const current = await bundle(inProject(project, specDir));
  // A first heading of any other form is no section.
  const [heading] = /^## .*$/m.exec(changelog) ?? [];
  const [top] = changelogSections(changelog);
  const section = top !== undefined && top.heading === heading?.trim() ? top : undefined;
  return {
    project,
    versions: {
      "spec/openapi.yaml": current.info.version,
      "package.json": manifest(project).version,
      "package-lock.json": lock.version === lock.packages?.[""]?.version ? lock.version : undefined,
      "CHANGELOG.md": section?.version,
    },
    changelog,
    section,
    released,
    current,
    releasedSource: readReleasedSource(inProject(project, releasedSourceFile)),
    currentSource: readSource(inProject(project, specDir)),
    isGenerated: read(inProject(project, bundleFile)) === `${JSON.stringify(current, null, 2)}\n`,
  };
}

/** A file of this repository as it lies in another copy of it. */
export function inProject(project: string, path: string): string {
  return join(project, relative(root, path));
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new UserError(release.missingFile(path));
  }
}

async function readReleased(file: string): Promise<OpenApi> {
  try {
    return await readBundle(file, "compare");
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(release.unreadable(file, "generated/released.json"));
  }
}

function readReleasedSource(file: string): SourceFiles {
  try {
    return (readDataFile(file) as { files: SourceFiles }).files;
  } catch {
    throw new UserError(release.unreadable(file, "generated/released-source.json"));
  }
}
