import type { Database } from "./database.ts";
import { audit, now } from "./journal.ts";
import { Refused } from "./refused.ts";
import * as say from "./messages.ts";

/** A policy that limits the use of an API (2.3). A limit of null is none. */
export interface Plan {
  id: number;
  name: string;
  perSecond: number | null;
  total: number | null;
}

export function plans(database: Database): Plan[] {
  return database.rows<Plan>("SELECT id, name, per_second AS perSecond, total FROM plans ORDER BY id");
}

/** Registers a plan (1.3, step 1). */
export function addPlan(database: Database, actor: { id: number } | undefined, told: Omit<Plan, "id">): number {
  return database.transaction(() => {
    if (database.row("SELECT 1 FROM plans WHERE name = :name", { name: told.name }) !== undefined)
      throw new Refused(say.takenPlanName, "name");
    const { id } = database.change(
      "INSERT INTO plans (name, per_second, total, created_at) VALUES (:name, :perSecond, :total, :time)",
      { name: told.name, perSecond: told.perSecond, total: told.total, time: now() },
    );
    audit(database, actor, "기본 플랜 등록", told.name, planText(told));
    return id;
  });
}

/** The limits of a plan in words. */
export function planText({ perSecond, total }: Pick<Plan, "perSecond" | "total">): string {
  const limits = [
    ...(perSecond === null ? [] : [`초당 ${perSecond}건`]),
    ...(total === null ? [] : [`전체 ${total}건`]),
  ];
  return limits.length === 0 ? "제한 없음" : limits.join(", ");
}
