import { closeSync, existsSync, openSync, readFileSync, readSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import type { DatabaseSync } from "node:sqlite";
import { requireSqlite } from "../../lib/sqlite.ts";
import { UserError } from "../../lib/user-error.ts";
import { Database, resultCode } from "./database.ts";
import { applicationId, migrations } from "./migrations.ts";
import * as say from "./messages.ts";

/**
 * Opens a store and brings its tables up to date.
 *
 * @param file the file, made where there is none; a store in memory where left out
 * @returns the store, and what lets go of it
 * @throws {UserError} where another process holds the file, it is no store, or a newer version wrote it; it is untouched then
 */
export function openStore(file?: string): { database: Database; close: () => void } {
  const { DatabaseSync } = requireSqlite();
  if (file === undefined) {
    const database = new DatabaseSync(":memory:");
    migrate(database);
    const store = new Database(database);
    return { database: store, close: () => store.close() };
  }
  const version = versionOf(file);
  const { sqlite, isWritable } = openFile(DatabaseSync, file, version);
  try {
    if (isWritable) migrate(sqlite);
  } catch (error) {
    sqlite.close();
    throw cannotOpen(file, error);
  }
  if (isWritable) tell(file);
  const store = new Database(sqlite, isWritable);
  const close = (): void => {
    // Before the lock is let go: the next holder leaves word of its own.
    if (isWritable) rmSync(holderFile(file), { force: true });
    store.close();
  };
  return { database: store, close };
}

const headerLength = 100;
const magic = "SQLite format 3\0";

/** The version of a file by its header, read without SQLite, which could write to it; 0 where there is no file. */
function versionOf(file: string): number {
  const header = readHeader(file);
  if (header === undefined) return 0;
  const version = header.readUInt32BE(60);
  const isOurs = header.readUInt32BE(68) === applicationId;
  // A process that was killed while it made the file leaves neither id nor tables in it; what it committed is in the log.
  const isUnfinished = header.readUInt32BE(68) === 0 && version === 0 && header.readUInt32BE(28) <= 1;
  if (header.toString("latin1", 0, magic.length) !== magic || !(isOurs || isUnfinished))
    throw new UserError(say.notData(file));
  if (version > migrations.length) throw new UserError(say.newerData(file, version, migrations.length));
  return version;
}

function readHeader(file: string): Buffer | undefined {
  const folder = dirname(file);
  if (!existsSync(folder)) throw new UserError(say.noFolder(file, folder));
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found === undefined) return undefined;
    if (found.isDirectory()) throw new UserError(say.isFolder(file));
    const header = Buffer.alloc(headerLength);
    const descriptor = openSync(file, "r");
    try {
      return readSync(descriptor, header) === 0 ? undefined : header;
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw cannotOpen(file, error);
  }
}

/** Opens a file for this process alone; only to read where it cannot be written. */
function openFile(
  Sqlite: typeof DatabaseSync,
  file: string,
  version: number,
): { sqlite: DatabaseSync; isWritable: boolean } {
  let sqlite: DatabaseSync | undefined;
  try {
    // Keys and tokens are in it: it is for its owner alone, as are the files that SQLite puts beside it.
    if (version === 0) closeSync(openSync(file, "a", 0o600));
    sqlite = new Sqlite(file, { timeout: 0 });
    // A lock that the operating system takes back from a process that was killed.
    sqlite.exec("PRAGMA locking_mode = EXCLUSIVE");
    sqlite.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE; COMMIT");
    return { sqlite, isWritable: true };
  } catch (error) {
    if (sqlite?.isOpen === true) sqlite.close();
    if (resultCode(error) === 5) throw held(file);
    if (version !== migrations.length || !isReadOnly(error)) throw cannotOpen(file, error);
    if (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size) throw new UserError(say.unfinishedData(file));
    const url = pathToFileURL(file);
    url.search = "immutable=1";
    return { sqlite: new Sqlite(url, { readOnly: true }), isWritable: false };
  }
}

/**
 * Whether a file, or the folder that its log stands in, can be read alone: SQLITE_READONLY, SQLITE_CANTOPEN, or
 * SQLITE_IOERR_LOCK, as a file that was opened to read takes no lock to write.
 */
function isReadOnly(error: unknown): boolean {
  const code = resultCode(error);
  return code === 8 || code === 14 || (error as { errcode?: number }).errcode === 3850;
}

function migrate(sqlite: DatabaseSync): void {
  sqlite.exec("PRAGMA foreign_keys = ON");
  // The log may be ahead of the header.
  const { user_version: from } = sqlite.prepare("PRAGMA user_version").get() as { user_version: number };
  if (from === migrations.length) return;
  sqlite.exec(
    [
      "BEGIN IMMEDIATE",
      ...migrations.slice(from),
      `PRAGMA application_id = ${applicationId}`,
      `PRAGMA user_version = ${migrations.length}`,
      "COMMIT",
      // The header says the version to whoever opens the file next.
      "PRAGMA wal_checkpoint(TRUNCATE)",
    ].join(";\n"),
  );
}

function holderFile(file: string): string {
  return `${file}.holder`;
}

/** Leaves word who holds a file; the lock itself is SQLite's. */
function tell(file: string): void {
  writeFileSync(holderFile(file), JSON.stringify({ pid: process.pid, since: new Date().toISOString() }));
}

function held(file: string): UserError {
  let holder = say.otherProcess;
  try {
    const { pid, since } = JSON.parse(readFileSync(holderFile(file), "utf8")) as { pid: number; since: string };
    holder = say.processSince(pid, since);
  } catch {
    // The holder has not left word yet.
  }
  return new UserError(say.heldData(file, holder));
}

function cannotOpen(file: string, error: unknown): UserError {
  if (error instanceof UserError) return error;
  const code = resultCode(error);
  const reason = code === 11 || code === 26 ? say.brokenData : code === 13 ? say.noSpace : say.checkPermissions;
  return new UserError(say.cannotOpen(file, reason));
}
