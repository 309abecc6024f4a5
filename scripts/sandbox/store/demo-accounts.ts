import type { Database } from "./database.ts";
import { hashPassword } from "./passwords.ts";
import { demoPassword } from "./seed.ts";

/** Gives the demo accounts that have no password yet theirs; before that, nobody can log in with them. */
export async function completeDemoAccounts(database: Database): Promise<void> {
  if (!database.isWritable) return;
  const open = database.rows<{ id: number }>("SELECT id FROM accounts WHERE is_demo = 1 AND password_hash IS NULL");
  const hash = open.length === 0 ? "" : await hashPassword(demoPassword);
  if (hash !== "")
    database.transaction(() => {
      for (const { id } of open)
        database.change("UPDATE accounts SET password_hash = :hash WHERE id = :id", { id, hash });
    });
}
