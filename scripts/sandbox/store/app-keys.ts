import type { Account } from "./accounts.ts";
import type { Database } from "./database.ts";
import { audit } from "./journal.ts";
import { revokeAll } from "./oauth-records.ts";
import { Refused } from "./refused.ts";
import { appFor, moveApp, newKeys } from "./registered-apps.ts";
import { appMachine, type AppState } from "./states.ts";
import * as say from "./messages.ts";

/** The secret of an app in service (2.5). Whoever asks has given his password once more. */
export function secretOf(database: Database, actor: Account, id: number): string | null {
  return database.transaction(() => {
    const app = appFor(database, actor, id);
    if (!hasKeys(app.state)) throw new Refused(say.secretUnserved);
    audit(database, actor, "시크릿 키 조회", app.name);
    return (
      database.row<{ secret: string | null }>("SELECT secret_key AS secret FROM apps WHERE id = :id", { id })?.secret ??
      null
    );
  });
}

/** Gives an app new keys; the old ones stop at once. */
export function rotateKeys(database: Database, actor: Account, id: number): void {
  database.transaction(() => {
    const app = appFor(database, actor, id);
    moveApp(database, app, "rotate");
    revokeAll(database, app.appKey);
    database.change("UPDATE apps SET app_key = :appKey, secret_key = :secretKey WHERE id = :id", { id, ...newKeys() });
    audit(database, actor, "키 재발급", app.name);
  });
}

/** Whether an app's keys can be read: once it was approved. */
export function hasKeys(state: AppState): boolean {
  return appMachine.allows(state, "rotate");
}
