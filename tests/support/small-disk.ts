import { spawnSync } from "node:child_process";
import { mkdtempSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Mounts a file system of some KiB on an empty folder; undefined where this machine does not let us. */
function mount(kib: number): string | undefined {
  const dir = mkdtempSync(join(tmpdir(), "woori-disk-"));
  if (spawnSync("mount", ["-t", "tmpfs", "-o", `size=${kib}k`, "tmpfs", dir]).status === 0) return dir;
  rmdirSync(dir);
  return undefined;
}

function unmount(dir: string): void {
  spawnSync("umount", [dir]);
  rmdirSync(dir);
}

/** Whether this machine lets us mount file systems. */
export const canMount = ((): boolean => {
  const dir = process.platform === "linux" ? mount(4) : undefined;
  if (dir !== undefined) unmount(dir);
  return dir !== undefined;
})();

/** Lends the folder of a file system that holds so many KiB. */
export async function onSmallDisk<T>(kib: number, use: (dir: string) => Promise<T>): Promise<T> {
  const dir = mount(kib);
  if (dir === undefined) throw new Error("no file system can be mounted");
  try {
    return await use(dir);
  } finally {
    unmount(dir);
  }
}
