import { type OpenApi, operationsOf } from "../../bundle/openapi.ts";
import { groupBy } from "../../lib/group-by.ts";
import type { App } from "../apps.ts";
import type { InstitutionKind, Role } from "./accounts.ts";
import type { Database } from "./database.ts";
import { now } from "./journal.ts";
import { planText } from "./plans.ts";

/** The accounts of a new store: one of each role, and a colleague who can approve. */
export const demoAccounts: readonly { login: string; nickname: string; role: Role }[] = [
  { login: "partner", nickname: "데모 제휴사", role: "partner" },
  { login: "approver", nickname: "데모 승인자", role: "partner" },
  { login: "developer", nickname: "데모 API개발자", role: "developer" },
  { login: "admin", nickname: "데모 관리자", role: "admin" },
];

/** Their password until each changes it; the login page shows it to this machine alone. */
export const demoPassword = "sandbox-demo";

/** The customer of an app that a file brings, if it has a callback. */
const demoCustomer = { login: "demo", name: "데모 고객" };

const providerName = "우리은행";
const consumerName = "샌드박스 핀테크";
/** The policy that the document's picture shows (2.3). */
const defaultPlan = "Shared Sandbox";
const terms = "샌드박스에서 시험할 목적으로만 사용합니다. 실제 키나 개인정보를 보내지 마십시오.";

/** An API that the bundle has: a path, by the name and group that the spec gives it. */
export interface SpecApi {
  path: string;
  name: string;
  groupName: string;
}

/** The APIs of a bundle, in document order. */
export function apisOf(api: OpenApi): SpecApi[] {
  const tags = new Map(
    ((api as { tags?: { name: string; "x-displayName"?: string }[] }).tags ?? []).map((tag) => [
      tag.name,
      tag["x-displayName"] ?? tag.name,
    ]),
  );
  return [...groupBy(operationsOf(api), ({ path }) => path)].map(([path, [first]]) => {
    const { summary, tags: [tag = ""] = [] } = first?.operation as { summary: string; tags?: string[] };
    return { path, name: summary, groupName: tags.get(tag) ?? tag };
  });
}

/** Fills a new store: institutions, demo accounts, the default plan, and every API of the bundle as published. */
export function seedStore(database: Database, api: OpenApi): void {
  const time = now();
  database.transaction(() => {
    const institution = (name: string, kind: InstitutionKind): number =>
      database.change("INSERT INTO institutions (name, kind, created_at) VALUES (:name, :kind, :time)", {
        name,
        kind,
        time,
      }).id;
    const provider = institution(providerName, "provider");
    const consumer = institution(consumerName, "consumer");
    for (const { login, nickname, role } of demoAccounts)
      database.change(
        `INSERT INTO accounts (login, nickname, role, institution_id, is_demo, state, created_at)
         VALUES (:login, :nickname, :role, :institution, 1, 'active', :time)`,
        { login, nickname, role, institution: role === "partner" ? consumer : provider, time },
      );
    database.change("INSERT INTO plans (name, created_at) VALUES (:name, :time)", { name: defaultPlan, time });
    database.change(
      `INSERT INTO apis (path, name, group_name, institution_id, terms, state, created_at)
       SELECT value ->> 'path', value ->> 'name', value ->> 'groupName', :provider, :terms, 'published', :time
       FROM json_each(:apis) ORDER BY key`,
      { apis: JSON.stringify(apisOf(api)), provider, terms, time },
    );
  });
}

/** Adds the apps that a store does not know by their keys, as apps of the first demo account. */
export function seedApps(database: Database, api: OpenApi, apps: readonly App[]): void {
  const known = new Set(
    database
      .rows<{ key: string }>("SELECT app_key AS key FROM apps UNION SELECT app_key FROM seeded_keys")
      .map(({ key }) => key),
  );
  const added = apps.filter(({ appKey }) => !known.has(appKey));
  if (added.length === 0) return;
  const paths = groupBy(operationsOf(api), ({ path }) => path);
  const time = now();
  database.transaction(() => {
    const owner = database.row<{ id: number; institution: number }>(
      "SELECT id, institution_id AS institution FROM accounts WHERE login = :login",
      { login: demoAccounts[0]?.login ?? "" },
    );
    if (owner === undefined) return;
    for (const { name, state, appKey, secretKey = null, plan, apis, tokens = {}, ...oauth } of added) {
      const { id } = database.change(
        `INSERT INTO apps (name, institution_id, owner_id, type, callback_url, scope, state, app_key, secret_key, created_at)
         VALUES (:name, :institution, :owner, :type, :callbackUrl, :scope, :state, :appKey, :secretKey, :time)`,
        {
          name,
          institution: owner.institution,
          owner: owner.id,
          type: oauth.type ?? "confidential",
          callbackUrl: oauth.callbackUrl ?? "",
          scope: oauth.scope ?? "",
          state,
          appKey,
          secretKey,
          time,
        },
      );
      database.change("INSERT INTO seeded_keys (app_key) VALUES (:appKey)", { appKey });
      // Somebody to log in with, where the app has somewhere to come back to.
      if (oauth.callbackUrl !== undefined)
        database.change(
          `INSERT INTO customers (app_id, login, name, source, created_at) VALUES (:id, :login, :name, 'portal', :time)`,
          { id, ...demoCustomer, time },
        );
      const chosen = { id, plan: planFor(database, plan, time), time };
      if (apis === undefined)
        database.change(
          `INSERT INTO app_apis (app_id, api_id, plan_id, approved_plan_id, agreed_at)
           SELECT :id, id, :plan, :plan, :time FROM apis WHERE state = 'published'`,
          chosen,
        );
      else
        database.change(
          `INSERT INTO app_apis (app_id, api_id, plan_id, approved_plan_id, operations, agreed_at)
           SELECT :id, apis.id, :plan, :plan, given.value, :time
           FROM apis JOIN json_each(:operations) AS given ON given.key = apis.path`,
          { ...chosen, operations: JSON.stringify(operationsByPath(paths, apis)) },
        );
      for (const [token, tokenState] of Object.entries(tokens))
        database.change("INSERT INTO tokens (app_id, token, state) VALUES (:id, :token, :state)", {
          id,
          token,
          state: tokenState,
        });
    }
  });
}

/** The plan with an app's limits, which is made where there is none. */
function planFor(database: Database, given: App["plan"], time: string): number {
  const plan = { perSecond: given?.perSecond ?? null, total: given?.total ?? null };
  const known = database.row<{ id: number }>(
    "SELECT id FROM plans WHERE per_second IS :perSecond AND total IS :total ORDER BY id",
    plan,
  );
  if (known !== undefined) return known.id;
  const isTaken = (name: string): boolean =>
    database.row("SELECT 1 FROM plans WHERE name = :name", { name }) !== undefined;
  let name = planText(plan);
  for (let count = 2; isTaken(name); count += 1) name = `${planText(plan)} (${count})`;
  return database.change(
    "INSERT INTO plans (name, per_second, total, created_at) VALUES (:name, :perSecond, :total, :time)",
    { ...plan, name, time },
  ).id;
}

/** By the path of each API that an app may call: its operations as JSON, null for all that the API has. */
function operationsByPath(
  paths: ReadonlyMap<string, readonly { operation: { operationId: string } }[]>,
  chosen: readonly string[],
): Record<string, string | null> {
  const ids = new Set(chosen);
  return Object.fromEntries(
    [...paths].flatMap(([path, operations]) => {
      const all = operations.map(({ operation }) => operation.operationId);
      const found = all.filter((id) => ids.has(id));
      if (found.length === 0) return [];
      return [[path, found.length === all.length ? null : JSON.stringify(found)]];
    }),
  );
}
