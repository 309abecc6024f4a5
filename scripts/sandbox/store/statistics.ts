import type { Database } from "./database.ts";

/** What statistics are narrowed by; hours are `2026-01-31T09` in UTC, the last not included. */
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

export type CallGroup = "app" | "operation" | "hour" | "status" | "code";

/** Calls that were counted together, for some of the groups. */
interface Counted {
  hour?: string;
  app?: string;
  operation: string;
  status?: number;
  code?: string;
  count: number;
  errors: number;
  served: number;
  total: number;
  longest: number;
}

const selected = `hour >= :from AND hour < :to AND (:appId = 0 OR app_id = :appId)
  AND (:ownerId = 0 OR app_id IN (SELECT id FROM apps WHERE owner_id = :ownerId))`;

const sums = `sum(count) AS count, sum(total_duration) AS total, max(max_duration) AS longest,
  sum(CASE WHEN status BETWEEN 200 AND 399 THEN 0 ELSE count END) AS errors,
  sum(CASE WHEN status BETWEEN 200 AND 399 THEN count ELSE 0 END) AS served`;

/**
 * The calls that the gateway answered, by each group. The calls are read twice: by hour, and by all the rest.
 *
 * @param pathOf the path of an operation, which the price depends on; as `[operationId, path]`
 */
export function statisticsOf(
  database: Database,
  filter: CallFilter,
  pathOf: readonly (readonly [string, string])[],
): Record<CallGroup, CallRow[]> {
  const values = { ...filter };
  const hours = database.rows<Counted>(
    `SELECT hour, operation_id AS operation, ${sums} FROM calls WHERE ${selected} GROUP BY hour, operation_id`,
    values,
  );
  const rest = database.rows<Counted>(
    `SELECT CAST(app_id AS TEXT) AS app, operation_id AS operation, status, code, ${sums}
     FROM calls WHERE ${selected} GROUP BY app_id, operation_id, status, code`,
    values,
  );
  const prices = pricesOf(database, pathOf);
  const names = new Map(
    database.rows<{ id: number; name: string }>("SELECT id, name FROM apps").map(({ id, name }) => [String(id), name]),
  );
  return {
    hour: gathered(hours, prices, ({ hour = "" }) => hour).toSorted((one, other) => (one.key < other.key ? -1 : 1)),
    app: gathered(rest, prices, ({ app = "" }) => app).map((row) => ({ ...row, label: names.get(row.key) ?? "" })),
    operation: gathered(rest, prices, ({ operation }) => operation),
    status: gathered(rest, prices, ({ status }) => String(status)).toSorted((one, other) => +one.key - +other.key),
    code: gathered(rest, prices, ({ code = "" }) => code),
  };
}

/** Rows by a key, those with the most calls first. */
function gathered(
  rows: readonly Counted[],
  prices: ReadonlyMap<string, number>,
  keyOf: (row: Counted) => string,
): CallRow[] {
  const found = new Map<string, CallRow & { total: number }>();
  for (const row of rows) {
    const key = keyOf(row);
    const sum = found.get(key) ?? { key, label: key, count: 0, errors: 0, total: 0, average: 0, longest: 0, charge: 0 };
    sum.count += row.count;
    sum.errors += row.errors;
    sum.total += row.total;
    sum.average = sum.total / sum.count;
    sum.longest = Math.max(sum.longest, row.longest);
    sum.charge += row.served * (prices.get(row.operation) ?? 0);
    found.set(key, sum);
  }
  return [...found.values()].toSorted((one, other) => other.count - one.count);
}

/** The price of a call by operation, in won. */
function pricesOf(
  database: Database,
  pathOf: readonly (readonly [operationId: string, path: string])[],
): Map<string, number> {
  const rows = database.rows<{ path: string; price: number }>("SELECT path, price FROM apis WHERE price > 0");
  const byPath = new Map(rows.map(({ path, price }) => [path, price]));
  return new Map(pathOf.map(([operationId, path]) => [operationId, byPath.get(path) ?? 0]));
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
  const prices = pricesOf(database, pathOf);
  return database
    .rows<DetailRow>(
      `SELECT hour, apps.name AS app, operation_id AS operationId, calls.status, code, count,
         total_duration / count AS average, max_duration AS longest
       FROM calls JOIN apps ON apps.id = app_id WHERE ${selected}
       ORDER BY hour, app, operation_id, calls.status, code`,
      { ...filter },
    )
    .map((row) => ({
      ...row,
      charge: row.status >= 200 && row.status < 400 ? row.count * (prices.get(row.operationId) ?? 0) : 0,
    }));
}
