import type { Database } from "./database.ts";

/** What statistics are narrowed by; hours are `2026-01-31T09` in UTC. */
export interface CallFilter {
  from: string;
  to: string;
  /** Who made the apps; everybody's where 0. */
  ownerId: number;
  /** One app; all where 0. */
  appId: number;
}

/** Calls that have something in common. */
export interface CallRow {
  key: string;
  label: string;
  count: number;
  errors: number;
  /** Milliseconds. */
  average: number;
  longest: number;
  /** Won: the calls that were served, by the price of the API now. */
  charge: number;
}

const groups = {
  app: { key: "app_id", label: "(SELECT name FROM apps WHERE id = app_id)" },
  operation: { key: "operation_id", label: "operation_id" },
  hour: { key: "hour", label: "hour" },
  status: { key: "status", label: "status" },
  code: { key: "code", label: "code" },
} as const;

/** The prices by operation, read once a statement: a join by JSON would read it for every row. */
const prices = `WITH prices AS MATERIALIZED (
       SELECT operations.key AS operation, price FROM json_each(:paths) AS operations JOIN apis ON apis.path = operations.value
     )`;

export type CallGroup = keyof typeof groups;

/**
 * The calls that the gateway answered, grouped.
 *
 * @param pathOf the path of an operation, which the price depends on; as `[operationId, path]`
 */
export function callsBy(
  database: Database,
  group: CallGroup,
  filter: CallFilter,
  pathOf: readonly (readonly [string, string])[],
): CallRow[] {
  const { key, label } = groups[group];
  return database.rows<CallRow>(
    `${prices}
     SELECT CAST(${key} AS TEXT) AS key, CAST(${label} AS TEXT) AS label, sum(count) AS count,
       sum(CASE WHEN status >= 400 THEN count ELSE 0 END) AS errors,
       sum(total_duration) / sum(count) AS average, max(max_duration) AS longest,
       sum(CASE WHEN status < 400 THEN count * coalesce(price, 0) ELSE 0 END) AS charge
     FROM calls LEFT JOIN prices ON prices.operation = operation_id
     WHERE hour >= :from AND hour <= :to AND (:appId = 0 OR app_id = :appId)
       AND (:ownerId = 0 OR app_id IN (SELECT id FROM apps WHERE owner_id = :ownerId))
     GROUP BY ${key} ORDER BY ${group === "hour" || group === "status" ? "1" : "count DESC, 1"}`,
    { ...filter, paths: JSON.stringify(Object.fromEntries(pathOf)) },
  );
}

/** How much of a plan an app has used for an API. */
export interface PlanUse {
  app: string;
  api: string;
  plan: string;
  /** null: without limit. */
  total: number | null;
  used: number;
}

/** The plans of the apps that have a total, or all apps of an owner. */
export function planUses(database: Database, { ownerId, appId }: Pick<CallFilter, "ownerId" | "appId">): PlanUse[] {
  return database.rows<PlanUse>(
    `SELECT apps.name AS app, apis.name AS api, plans.name AS plan, plans.total, coalesce(usage.total, 0) AS used
     FROM app_apis JOIN apps ON apps.id = app_apis.app_id JOIN apis ON apis.id = app_apis.api_id
     JOIN plans ON plans.id = approved_plan_id
     LEFT JOIN usage ON usage.app_id = apps.id AND usage.api_id = apis.id
     WHERE apps.state <> 'deleted' AND plans.total IS NOT NULL
       AND (:ownerId = 0 OR owner_id = :ownerId) AND (:appId = 0 OR apps.id = :appId)
     ORDER BY apps.name, apis.name LIMIT 500`,
    { ownerId, appId },
  );
}

/** One row of every combination that was counted, for a file. */
export interface DetailRow extends Omit<CallRow, "key" | "label" | "errors"> {
  hour: string;
  app: string;
  operationId: string;
  status: number;
  code: string;
}

export function detailedCalls(
  database: Database,
  filter: CallFilter,
  pathOf: readonly (readonly [string, string])[],
): DetailRow[] {
  return database.rows<DetailRow>(
    `${prices}
     SELECT hour, apps.name AS app, operation_id AS operationId, status, code, count,
       total_duration / count AS average, max_duration AS longest,
       CASE WHEN status < 400 THEN count * coalesce(price, 0) ELSE 0 END AS charge
     FROM calls JOIN apps ON apps.id = app_id LEFT JOIN prices ON prices.operation = operation_id
     WHERE hour >= :from AND hour <= :to AND (:ownerId = 0 OR owner_id = :ownerId) AND (:appId = 0 OR app_id = :appId)
     ORDER BY hour, app, operation_id, status, code`,
    { ...filter, paths: JSON.stringify(Object.fromEntries(pathOf)) },
  );
}
