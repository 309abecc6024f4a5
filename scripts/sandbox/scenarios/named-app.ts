import type { Store } from "../store/store.ts";
import * as say from "./messages.ts";

/** The one app with a key, otherwise with a name; a Korean sentence where there is none, or several. */
export function appNamed({ directory, database }: Store, named: string): { id: number; appKey: string } | string {
  const byKey = directory.app(named);
  if (byKey !== undefined) return byKey;
  const found = database.rows<{ id: number; appKey: string }>(
    "SELECT id, app_key AS appKey FROM apps WHERE name = :named AND state <> 'deleted'",
    { named },
  );
  if (found.length > 1) return say.severalApps;
  return found[0] ?? say.noApp;
}
