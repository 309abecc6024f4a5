import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { inject } from "vitest";

/**
 * What the test files of a run share: the first that asks makes it, and the others, in processes of their own, wait for it.
 *
 * @param make gives what JSON can hold; it may keep files in the folder that it is given
 */
export async function oncePerRun<T>(name: string, make: (dir: string) => Promise<T>): Promise<T> {
  const dir = join(inject("runFolder"), name);
  const result = `${dir}.json`;
  if (isFirst(dir)) {
    const made = await make(dir).then(
      (value) => ({ value }),
      (error: unknown) => ({ error: String(error) }),
    );
    // Written whole or not at all: others are looking.
    writeFileSync(`${result}.part`, JSON.stringify(made));
    renameSync(`${result}.part`, result);
  }
  while (!existsSync(result)) await wait(50);
  const made = JSON.parse(readFileSync(result, "utf8")) as { value: T } | { error: string };
  if ("error" in made) throw new Error(made.error);
  return made.value;
}

function isFirst(dir: string): boolean {
  try {
    mkdirSync(dir);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  }
}
