import { UserError } from "./user-error.ts";

type Sqlite = typeof import("node:sqlite");

/**
 * Node's own SQLite.
 *
 * @throws {UserError} on a Node before 22.16, which has none or one that cannot tell a transaction
 */
export function requireSqlite(): Sqlite {
  const sqlite = withoutItsWarning(() => process.getBuiltinModule("node:sqlite") as Sqlite | undefined);
  // It came with the accessor isTransaction, which is seen on an open database alone.
  if (sqlite?.backup === undefined)
    throw new UserError(
      `샌드박스에는 Node 22.16 이상이 있어야 합니다. 사용 중인 버전: ${process.versions.node}. 클라이언트는 이 버전에서도 사용할 수 있습니다.`,
    );
  return sqlite;
}

/** Keeps Node 22 from telling that its SQLite is experimental; other warnings come through. */
function withoutItsWarning<Result>(load: () => Result): Result {
  const { emitWarning } = process;
  process.emitWarning = (warning: string | Error, ...more: unknown[]) => {
    if (!String(warning).startsWith("SQLite is an experimental feature"))
      (emitWarning as (...given: unknown[]) => void).call(process, warning, ...more);
  };
  try {
    return load();
  } finally {
    process.emitWarning = emitWarning;
  }
}
