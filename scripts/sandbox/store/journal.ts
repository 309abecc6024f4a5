import type { Database } from "./database.ts";

/** The present time as the store writes it. */
export function now(): string {
  return new Date().toISOString();
}

/** Notes who did what; the detail holds no secret and no personal data. Part of the transaction that does it. */
export function audit(
  database: Database,
  actor: { id: number } | undefined,
  action: string,
  subject: string,
  detail = "",
): void {
  database.change(
    "INSERT INTO audit (time, account_id, action, subject, detail) VALUES (:time, :account, :action, :subject, :detail)",
    { time: now(), account: actor?.id ?? null, action, subject, detail },
  );
}

/** Leaves a notice that the bank's portal would send by SMS and e-mail (1.3). Part of the transaction that causes it. */
export function notify(database: Database, accountIds: readonly number[], text: string): void {
  for (const account of new Set(accountIds))
    database.change("INSERT INTO notices (account_id, text, created_at) VALUES (:account, :text, :time)", {
      account,
      text,
      time: now(),
    });
}

export interface Notice {
  id: number;
  text: string;
  createdAt: string;
  readAt: string | null;
}

/** The notices of an account, the newest first. */
export function noticesOf(database: Database, account: number): Notice[] {
  return database.rows<Notice>(
    `SELECT id, text, created_at AS createdAt, read_at AS readAt FROM notices
     WHERE account_id = :account ORDER BY id DESC LIMIT 200`,
    { account },
  );
}

export function unreadCount(database: Database, account: number): number {
  return (
    database.row<{ count: number }>(
      "SELECT count(*) AS count FROM notices WHERE account_id = :account AND read_at IS NULL",
      { account },
    )?.count ?? 0
  );
}

export function markNoticesRead(database: Database, account: number): void {
  database.transaction(() =>
    database.change("UPDATE notices SET read_at = :time WHERE account_id = :account AND read_at IS NULL", {
      account,
      time: now(),
    }),
  );
}

export interface AuditRow {
  id: number;
  time: string;
  login: string | null;
  action: string;
  subject: string;
  detail: string;
}

/** @param before shows rows older than this id */
export function auditRows(database: Database, before = Number.MAX_SAFE_INTEGER, limit = 100): AuditRow[] {
  return database.rows<AuditRow>(
    `SELECT audit.id, time, login, action, subject, detail FROM audit
     LEFT JOIN accounts ON accounts.id = audit.account_id
     WHERE audit.id < :before ORDER BY audit.id DESC LIMIT :limit`,
    { before, limit },
  );
}
