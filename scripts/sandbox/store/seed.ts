import { type OpenApi, operationsOf } from "../../bundle/openapi.ts";
import { groupBy } from "../../lib/group-by.ts";
import type { App } from "../apps.ts";
import { accountByLogin, addInstitution, type Role } from "./accounts.ts";
import { addPlan, planText, plans } from "./apis.ts";
import type { Database } from "./database.ts";
import { now } from "./journal.ts";
import { hashPassword } from "./passwords.ts";

/** The accounts of a new store: one of each role, and a colleague who can approve. */
export const demoAccounts: readonly { login: string; nickname: string; role: Role }[] = [
  { login: "partner", nickname: "데모 제휴사", role: "partner" },
  { login: "approver", nickname: "데모 승인자", role: "partner" },
  { login: "developer", nickname: "데모 API개발자", role: "developer" },
  { login: "admin", nickname: "데모 관리자", role: "admin" },
];

/** Their password until each changes it; the login page shows it to this machine alone. */
export const demoPassword = "sandbox-demo";

const providerName = "우리은행";
const consumerName = "샌드박스 핀테크";
/** The policy that the document's picture shows (2.3). */
const defaultPlan = "Shared Sandbox";
const terms = "샌드박스에서 시험할 목적으로만 사용합니다. 실제 키와 개인정보를 보내지 않습니다.";

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
  database.transaction(() => {
    const time = now();
    const provider = addInstitution(database, undefined, { name: providerName, kind: "provider" });
    const consumer = addInstitution(database, undefined, { name: consumerName, kind: "consumer" });
    for (const { login, nickname, role } of demoAccounts)
      database.change(
        `INSERT INTO accounts (login, nickname, role, institution_id, is_demo, state, created_at)
         VALUES (:login, :nickname, :role, :institution, 1, 'active', :time)`,
        { login, nickname, role, institution: role === "partner" ? consumer : provider, time },
      );
    addPlan(database, undefined, { name: defaultPlan, perSecond: null, total: null });
    for (const one of apisOf(api))
      database.change(
        `INSERT INTO apis (path, name, group_name, institution_id, terms, state, created_at)
         VALUES (:path, :name, :groupName, :provider, :terms, 'published', :time)`,
        { ...one, provider, terms, time },
      );
  });
}

/** Adds the apps that a store does not know by their keys, as apps of the first demo account. */
export function seedApps(database: Database, api: OpenApi, apps: readonly App[]): void {
  database.transaction(() => {
    const owner = accountByLogin(database, demoAccounts[0]?.login ?? "");
    if (owner === undefined) return;
    for (const app of apps) {
      if (database.row("SELECT 1 FROM apps WHERE app_key = :appKey", { appKey: app.appKey }) !== undefined) continue;
      const { id } = database.change(
        `INSERT INTO apps (name, institution_id, owner_id, type, state, app_key, secret_key, created_at)
         VALUES (:name, :institution, :owner, 'confidential', :state, :appKey, :secretKey, :time)`,
        {
          name: app.name,
          institution: owner.institutionId,
          owner: owner.id,
          state: app.state,
          appKey: app.appKey,
          secretKey: app.secretKey ?? null,
          time: now(),
        },
      );
      const plan = planFor(database, app);
      if (app.apis === undefined)
        database.change(
          `INSERT INTO app_apis (app_id, api_id, plan_id, approved_plan_id, agreed_at)
           SELECT :id, id, :plan, :approved, :time FROM apis WHERE state = 'published'`,
          { id, plan, approved: plan, time: now() },
        );
      else chooseOperations(database, api, { id, plan, operationIds: app.apis });
      for (const [token, state] of Object.entries(app.tokens ?? {}))
        database.change("INSERT INTO tokens (app_id, token, state) VALUES (:id, :token, :state)", { id, token, state });
    }
  });
}

/** The plan with an app's limits, which is made where there is none. */
function planFor(database: Database, { plan }: App): number {
  const perSecond = plan?.perSecond ?? null;
  const total = plan?.total ?? null;
  const known = plans(database).find((one) => one.perSecond === perSecond && one.total === total);
  return known?.id ?? addPlan(database, undefined, { name: planText({ perSecond, total }), perSecond, total });
}

function chooseOperations(
  database: Database,
  api: OpenApi,
  { id, plan, operationIds }: { id: number; plan: number; operationIds: readonly string[] },
): void {
  for (const [path, operations] of groupBy(operationsOf(api), (one) => one.path)) {
    const all = operations.map(({ operation }) => operation.operationId);
    const chosen = all.filter((one) => operationIds.includes(one));
    if (chosen.length > 0)
      database.change(
        `INSERT INTO app_apis (app_id, api_id, plan_id, approved_plan_id, operations, agreed_at)
         SELECT :id, id, :plan, :approved, :operations, :time FROM apis WHERE path = :path`,
        {
          id,
          plan,
          approved: plan,
          operations: chosen.length === all.length ? null : JSON.stringify(chosen),
          time: now(),
          path,
        },
      );
  }
}

/** Gives the demo accounts that have no password yet theirs; before that, nobody can log in with them. */
export async function completeDemoAccounts(database: Database): Promise<void> {
  if (!database.isWritable) return;
  const open = database.rows<{ id: number }>("SELECT id FROM accounts WHERE is_demo = 1 AND password_hash IS NULL");
  const hash = open.length === 0 ? "" : await hashPassword(demoPassword);
  if (hash !== "")
    database.transaction(() => {
      for (const { id } of open)
        database.change("UPDATE accounts SET password_hash = :hash WHERE id = :id", { id, hash });
    });
}
