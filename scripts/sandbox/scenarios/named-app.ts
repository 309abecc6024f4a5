import type { Store } from "../store/store.ts";

export const severalApps = "같은 이름의 앱이 여러 개입니다. 앱 키로 지정하십시오.";

/** The one app with a key, otherwise with a name; a Korean sentence where there is none, or several. */
export function appNamed({ directory, database }: Store, named: string): { id: number; appKey: string } | string {
  const byKey = directory.app(named);
  if (byKey !== undefined) return byKey;
  const found = database.rows<{ id: number; appKey: string }>(
    "SELECT id, app_key AS appKey FROM apps WHERE name = :named AND state <> 'deleted'",
    { named },
  );
  if (found.length > 1) return severalApps;
  return found[0] ?? "없는 앱입니다. 앱 이름이나 앱 키를 지정하십시오.";
}
