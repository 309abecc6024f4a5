import { readdirSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";

/** What lies below a folder. */
export interface FileTree {
  /** Paths of files, sorted. */
  files: string[];
  /** Paths of folders, the first one itself. */
  folders: string[];
  /** Paths of folders that cannot be read. */
  unreadable: string[];
}

/** What lies below a folder, each folder once whatever links lead to it; nothing hidden, and no node_modules. */
export function fileTreeOf(dir: string): FileTree {
  const tree: FileTree = { files: [], folders: [], unreadable: [] };
  const seen = new Set<string>();
  const visit = (folder: string): void => {
    try {
      const real = realpathSync(folder);
      if (seen.has(real)) return;
      seen.add(real);
      tree.folders.push(folder);
      for (const name of readdirSync(folder)) {
        if (name.startsWith(".") || name === "node_modules") continue;
        const path = join(folder, name);
        if (isFolder(path)) visit(path);
        else tree.files.push(path);
      }
    } catch {
      tree.unreadable.push(folder);
    }
  };
  visit(dir);
  tree.files.sort();
  return tree;
}

/** Whether a path leads to a folder; false where it leads nowhere. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
