import { customerByLogin } from "../store/customers.ts";
import type { Store } from "../store/store.ts";
import type { Placed } from "./files.ts";
import { appNamed } from "./named-app.ts";
import type { Scenario } from "./scenario.ts";

/** Why a scenario of a file answers no call as things stand, by its place: its app or its customer is not there. */
export function idleNotes(store: Store, { value: { app, when }, placeOf }: Placed<Scenario>): string[] {
  const found = app === undefined ? undefined : appNamed(store, app);
  if (typeof found === "string") return [`${placeOf("app")} app: ${found} 이 응답정보는 아직 답하지 않습니다.`];
  const login = when?.customer;
  if (login === undefined) return [];
  const apps = found === undefined ? store.database.rows<{ id: number }>("SELECT id FROM apps") : [found];
  if (apps.some(({ id }) => customerByLogin(store.database, id, login) !== undefined)) return [];
  return [
    `${placeOf("when", "customer")} when.customer: 없는 고객 아이디입니다. 이 고객을 만들기 전에는 이 응답정보가 답하지 않습니다.`,
  ];
}
