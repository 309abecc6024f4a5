import { accountById, type Account, setAccountState } from "./accounts.ts";
import { apiById, moveApi } from "./apis.ts";
import { decideStep } from "./approvals.ts";
import type { Database } from "./database.ts";
import { Absent } from "./refused.ts";
import { approveChoices, moveApp, type RegisteredApp } from "./registered-apps.ts";
import * as say from "./messages.ts";

/** A decision about the next step of an approval. */
export interface Decision {
  id: number;
  /** The step that the decider saw. */
  position: number;
  decision: "approved" | "rejected";
  /** Required where it is rejected. */
  reason: string;
}

/**
 * Decides a step of an approval; after the last one what was approved changes its state.
 *
 * @throws {Refused} where the step is another's, or was decided meanwhile; nothing changes then
 */
export function decide(database: Database, decider: Account, decision: Decision): void {
  database.transaction(() => {
    const { state, kind, subjectId } = decideStep(database, decider, decision);
    if (state !== "approved" && state !== "rejected") return;
    const event = state === "approved" ? "approve" : "reject";
    if (kind === "account") setAccountState(database, found(accountById(database, subjectId)), event);
    else if (kind === "api") moveApi(database, found(apiById(database, subjectId)), event);
    else {
      const app = database.row<Pick<RegisteredApp, "id" | "state">>("SELECT id, state FROM apps WHERE id = :id", {
        id: subjectId,
      });
      moveApp(database, found(app), event);
      if (event === "approve") approveChoices(database, subjectId);
    }
  });
}

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Absent(say.subjectGone);
  return value;
}
