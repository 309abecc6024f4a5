import type { Scenario } from "../scenarios/scenario.ts";
import type { Account } from "./accounts.ts";
import type { Database } from "./database.ts";
import { audit, now } from "./journal.ts";
import { Absent, Refused } from "./refused.ts";
import { appFor } from "./registered-apps.ts";
import * as say from "./messages.ts";

/** A scenario that somebody registered in the portal for an app. */
export interface StoredScenario {
  id: number;
  appId: number;
  /** Unique within the app. */
  name: string;
  /** Whether it answers. */
  isOn: boolean;
  definition: Scenario;
}

interface Row extends Omit<StoredScenario, "isOn" | "definition"> {
  isOn: number;
  definition: string;
}

const columns = "id, app_id AS appId, name, is_on AS isOn, definition";

/** The scenarios of an app, the newest first. */
export function scenariosOf(database: Database, appId: number): StoredScenario[] {
  return database
    .rows<Row>(`SELECT ${columns} FROM scenarios WHERE app_id = :appId ORDER BY id DESC`, { appId })
    .map(scenarioOf);
}

/** The definitions of all that answer, as JSON with their app, the newest first. */
export function activeScenarios(database: Database): { appId: number; definition: string }[] {
  return database.rows("SELECT app_id AS appId, definition FROM scenarios WHERE is_on = 1 ORDER BY id DESC");
}

/**
 * A scenario of an app that an account may see.
 *
 * @throws {Absent} where there is none
 */
export function scenarioFor(database: Database, actor: Account, appId: number, id: number): StoredScenario {
  appFor(database, actor, appId);
  const row = database.row<Row>(`SELECT ${columns} FROM scenarios WHERE app_id = :appId AND id = :id`, { appId, id });
  if (row === undefined) throw new Absent(say.noScenario);
  return scenarioOf(row);
}

/**
 * Adds a scenario, or changes the one with the id. It was checked against the spec.
 *
 * @throws {Refused} where another scenario of the app has the name
 */
export function saveScenario(
  database: Database,
  actor: Account,
  given: { appId: number; id?: number; isOn: boolean; definition: Scenario },
): number {
  const { appId, id, isOn, definition } = given;
  const { name } = definition;
  return database.transaction(() => {
    appFor(database, actor, appId);
    const same = database.row<{ id: number }>("SELECT id FROM scenarios WHERE app_id = :appId AND name = :name", {
      appId,
      name,
    });
    if (same !== undefined && same.id !== id) throw new Refused(say.takenScenario, "name");
    audit(database, actor, id === undefined ? "응답정보 등록" : "응답정보 수정", name);
    const values = { name, isOn: isOn ? 1 : 0, definition: JSON.stringify(definition) };
    if (id !== undefined) {
      scenarioFor(database, actor, appId, id);
      database.change("UPDATE scenarios SET name = :name, is_on = :isOn, definition = :definition WHERE id = :id", {
        ...values,
        id,
      });
      return id;
    }
    return database.change(
      `INSERT INTO scenarios (app_id, name, is_on, definition, created_at)
       VALUES (:appId, :name, :isOn, :definition, :time)`,
      { ...values, appId, time: now() },
    ).id;
  });
}

/** Takes a scenario away. */
export function deleteScenario(database: Database, actor: Account, appId: number, id: number): void {
  database.transaction(() => {
    const { name } = scenarioFor(database, actor, appId, id);
    database.change("DELETE FROM scenarios WHERE id = :id", { id });
    audit(database, actor, "응답정보 삭제", name);
  });
}

function scenarioOf({ isOn, definition, ...row }: Row): StoredScenario {
  return { ...row, isOn: isOn === 1, definition: JSON.parse(definition) as Scenario };
}
