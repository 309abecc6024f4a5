import { customerByLogin } from "../store/customers.ts";
import type { Store } from "../store/store.ts";
import type { Placed } from "./files.ts";
import { appNamed } from "./named-app.ts";
import type { Scenario } from "./scenario.ts";
import * as say from "./messages.ts";

/** Why a scenario of a file answers no call as things stand, by its place: its app or its customer is not there. */
export function idleNotes(store: Store, { value: { app, when }, placeOf }: Placed<Scenario>): string[] {
  const found = app === undefined ? undefined : appNamed(store, app);
  if (typeof found === "string") return [say.idleForApp(placeOf("app"), found)];
  const login = when?.customer;
  if (login === undefined) return [];
  const apps = found === undefined ? store.database.rows<{ id: number }>("SELECT id FROM apps") : [found];
  if (apps.some(({ id }) => customerByLogin(store.database, id, login) !== undefined)) return [];
  return [say.idleForCustomer(placeOf("when", "customer"))];
}
