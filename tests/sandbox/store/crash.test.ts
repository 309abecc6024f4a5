import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { openSandboxStore } from "../../../scripts/sandbox/store/store.ts";
import { temporaryFolder } from "../../support/project.ts";
import { oneOperation } from "./one-operation.ts";
import type { Committed } from "./writer.ts";

/** The latest of each app that writers have printed. */
type Known = Map<number, Required<Committed>>;

const ranks = ["pending", "requested", "in-service"];

/** Runs a writer, and kills it after so many lines, in the midst of whatever it is writing then. */
async function writeAndKill(writer: string, file: string, known: Known, lines: number): Promise<void> {
  const child = spawn(process.execPath, [writer, file], { stdio: ["ignore", "pipe", "inherit"] });
  const closed = once(child, "close");
  let left = lines;
  for await (const line of createInterface(child.stdout)) {
    const committed = JSON.parse(line) as Committed;
    known.set(committed.app, { state: "pending", calls: 0, ...known.get(committed.app), ...committed });
    left -= 1;
    if (left === 0) child.kill("SIGKILL");
  }
  const [, signal] = (await closed) as [number | null, string | null];
  expect(signal).toBe("SIGKILL");
}

/** Opens the store as a sandbox does, and looks for everything that was printed. */
function examine(file: string, known: Known): void {
  const { database, usage, close } = openSandboxStore(oneOperation, [], file);
  expect(database.rows("PRAGMA integrity_check")).toEqual([{ integrity_check: "ok" }]);
  expect(database.rows("PRAGMA foreign_key_check")).toEqual([]);
  const [api] = database.rows<{ id: number }>("SELECT id FROM apis");
  const stored = new Map(
    database
      .rows<{ id: number; state: string; count: number | null }>(
        "SELECT id, state, (SELECT sum(count) FROM calls WHERE app_id = apps.id) AS count FROM apps",
      )
      .map((row) => [row.id, row]),
  );
  for (const { app, state, calls } of known.values()) {
    const row = stored.get(app);
    expect(ranks.indexOf(row?.state ?? "")).toBeGreaterThanOrEqual(ranks.indexOf(state));
    expect([row?.count ?? 0, usage.totalOf(app, api?.id ?? 0)]).toEqual([expect.any(Number), row?.count ?? 0]);
    expect(row?.count ?? 0).toBeGreaterThanOrEqual(calls);
  }
  // An app is in service with all of its approval, or not.
  const half = `SELECT apps.id FROM apps JOIN approvals ON kind = 'app' AND subject_id = apps.id
    WHERE (apps.state = 'in-service') <> (approvals.state = 'approved') OR apps.state = 'pending'`;
  expect(database.rows(half)).toEqual([]);
  close();
}

test("killed a hundred times while it writes, the store opens, is whole, and has lost nothing that was committed", async () => {
  const folder = temporaryFolder();
  // One file of JavaScript starts in a fraction of the time.
  const writer = join(folder, "writer.mjs");
  await build({
    entryPoints: [join(import.meta.dirname, "writer.ts")],
    outfile: writer,
    bundle: true,
    format: "esm",
    platform: "node",
    tsconfigRaw: {},
  });
  let committed = 0;
  const rounds = async (file: string): Promise<void> => {
    const known: Known = new Map();
    for (let round = 0; round < 50; round += 1) {
      await writeAndKill(writer, file, known, 1 + Math.floor(Math.random() * 30));
      examine(file, known);
    }
    committed += known.size;
  };
  await Promise.all(["one", "two"].map((name) => rounds(join(folder, name))));
  expect(committed).toBeGreaterThan(100);
});
