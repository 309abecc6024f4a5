import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import { runChild } from "./child-process.ts";
import { pathFromFolder } from "./paths.ts";

/**
 * Names files as the repository around a folder does, from its topmost folder; where there is no repository, from the folder.
 *
 * @param folder where relative names start from
 * @returns gives a file's name, with forward slashes; the whole path of a file outside
 */
export async function repositoryNames(folder: string): Promise<(file: string) => string> {
  const here = realpathSync(folder);
  // Not by its whole path, in which a folder's name may hold a line feed.
  const { exitCode, stdout } = await runChild("git", ["rev-parse", "--show-cdup"], { cwd: here }).catch(() => ({
    exitCode: 1,
    stdout: "",
  }));
  const top = exitCode === 0 ? resolve(here, stdout.replace(/\n$/, "")) : here;
  return (file) => {
    const path = resolve(here, file);
    try {
      return pathFromFolder(top, realpathSync(path));
    } catch {
      // A file that is gone, or in no folder at all.
      return pathFromFolder(top, path);
    }
  };
}
