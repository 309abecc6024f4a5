import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import { Refused } from "./refused.ts";
import * as say from "./messages.ts";

/** Values of a statement by name. */
export type Values = Record<string, SQLInputValue>;

/** An open store: statements are prepared once, several changes are one transaction. */
export class Database {
  readonly #sqlite: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  /** Whether changes can be kept: false for a file on a medium that cannot be written. */
  readonly isWritable: boolean;
  #version = 0;
  #isInTransaction = false;

  constructor(sqlite: DatabaseSync, isWritable = true) {
    this.#sqlite = sqlite;
    this.isWritable = isWritable;
  }

  /** Grows with each change that the gateway must know of. */
  get version(): number {
    return this.#version;
  }

  rows<Row>(sql: string, values: Values = {}): Row[] {
    return this.#prepare(sql).all(values) as Row[];
  }

  row<Row>(sql: string, values: Values = {}): Row | undefined {
    return this.#prepare(sql).get(values) as Row | undefined;
  }

  /** @returns how many rows were changed, and the id of the last new one */
  change(sql: string, values: Values = {}): { changes: number; id: number } {
    const { changes, lastInsertRowid } = this.#prepare(sql).run(values);
    return { changes: Number(changes), id: Number(lastInsertRowid) };
  }

  /**
   * Does all of a work or nothing; within another transaction it is a part of that.
   *
   * @throws {Refused} where the storage takes no change
   */
  transaction<Result>(work: () => Result): Result {
    if (this.#isInTransaction) return work();
    if (!this.#sqlite.isOpen) throw new Refused(say.closed);
    if (!this.isWritable) throw new Refused(say.readOnly);
    this.#isInTransaction = true;
    try {
      this.#sqlite.exec("BEGIN IMMEDIATE");
      const result = work();
      this.#sqlite.exec("COMMIT");
      return result;
    } catch (error) {
      // SQLite itself rolls back where the disk is full.
      if (this.#sqlite.isTransaction) this.#sqlite.exec("ROLLBACK");
      throw storageProblem(error) ?? error;
    } finally {
      this.#isInTransaction = false;
      this.#version += 1;
    }
  }

  /** Does a work whose changes the gateway made itself. */
  record(work: () => void): void {
    if (this.isWritable) {
      const version = this.#version;
      this.transaction(work);
      this.#version = version;
    }
  }

  close(): void {
    this.#statements.clear();
    if (this.#sqlite.isOpen) this.#sqlite.close();
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      if (!this.#sqlite.isOpen) throw new Refused(say.closed);
      statement = this.#sqlite.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

/** SQLite's primary result codes for storage that takes no more (sqlite3.h). */
const storageTexts: Record<number, string> = { 8: say.readOnly, 10: say.deviceFailed, 13: say.diskFull };

function storageProblem(error: unknown): Refused | undefined {
  const code = resultCode(error);
  const text = code === undefined ? undefined : storageTexts[code];
  return text === undefined ? undefined : new Refused(text);
}

/** The primary result code of an error of SQLite's; undefined for another error. */
export function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("errcode" in error)) return undefined;
  return (error.errcode as number) & 0xff;
}
