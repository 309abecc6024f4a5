import { randomBytes } from "node:crypto";
import { type Account, colleagues } from "./accounts.ts";
import { apiById } from "./apis.ts";
import { approvalsOf, endApproval, openApproval } from "./approvals.ts";
import type { Database } from "./database.ts";
import { audit, notify, now } from "./journal.ts";
import { revokeAll } from "./oauth-records.ts";
import { plans } from "./plans.ts";
import { Absent, Refused } from "./refused.ts";
import { appMachine, type AppEvent, type AppState } from "./states.ts";
import * as say from "./messages.ts";

/** 공개 or 비공개. The document does not say what tells them apart. */
export type AppType = "public" | "confidential";

export const appTypeNames: Readonly<Record<AppType, string>> = { public: "공개", confidential: "비공개" };

/** An app as the portal lists it (2.3); never with its secret. */
export interface RegisteredApp {
  id: number;
  name: string;
  description: string;
  institutionId: number;
  institution: string;
  ownerId: number;
  owner: string;
  callbackUrl: string;
  scope: string;
  type: AppType;
  state: AppState;
  appKey: string;
  /** Grows with each change, so that a form tells what it was made from. */
  revision: number;
  apiCount: number;
  /** APIs whose choice or policy waits for approval. */
  unapprovedCount: number;
  createdAt: string;
}

/** An API of an app with its policy. */
export interface ChosenApi {
  apiId: number;
  name: string;
  path: string;
  institution: string;
  planId: number;
  plan: string;
  /** The plan that the gateway knows; null until it is approved. */
  approvedPlanId: number | null;
  /** operationIds as JSON where the app has not all of the API's. */
  operations: string | null;
}

/** Step 1 of the form of 2.3. */
export interface BasicInformation {
  name: string;
  callbackUrl: string;
  scope: string;
  type: AppType;
  description: string;
}

/** Step 2 of the form: an API with the policy chosen for it; its terms were agreed to. */
export interface ApiChoice {
  apiId: number;
  planId: number;
}

const columns = `apps.id, apps.name, description, apps.institution_id AS institutionId, institutions.name AS institution,
  owner_id AS ownerId, nickname AS owner, callback_url AS callbackUrl, scope, type, apps.state, app_key AS appKey,
  revision, (SELECT count(*) FROM app_apis WHERE app_id = apps.id) AS apiCount,
  (SELECT count(*) FROM app_apis WHERE app_id = apps.id AND approved_plan_id IS NOT plan_id) AS unapprovedCount, apps.created_at AS createdAt`;
const tables = `apps JOIN institutions ON institutions.id = apps.institution_id JOIN accounts ON accounts.id = owner_id`;

/** What a list of apps is narrowed by. */
export interface AppFilter {
  /** Times of the store's, the last not included. */
  from?: string;
  to?: string;
  state?: string;
  name?: string;
  /** Who made the apps; everybody where left out. */
  ownerId?: number;
}

/** One page of a list of apps, the newest first, and how many there are. */
export function listApps(
  database: Database,
  { from = "", to = "", state = "", name = "", ownerId = 0 }: AppFilter,
  page = { offset: 0, limit: 20 },
): { apps: RegisteredApp[]; count: number } {
  const where = `apps.state <> 'deleted'
    AND (:ownerId = 0 OR owner_id = :ownerId)
    AND (:from = '' OR apps.created_at >= :from)
    AND (:to = '' OR apps.created_at < :to)
    AND (:state = '' OR apps.state = :state)
    AND (:name = '' OR instr(lower(apps.name), lower(:name)) > 0)`;
  const values = { ownerId, from, to, state, name };
  return {
    apps: database.rows<RegisteredApp>(
      `SELECT ${columns} FROM ${tables} WHERE ${where} ORDER BY apps.id DESC LIMIT :limit OFFSET :offset`,
      { ...values, ...page },
    ),
    count:
      database.row<{ count: number }>(`SELECT count(*) AS count FROM ${tables} WHERE ${where}`, values)?.count ?? 0,
  };
}

/** An app that an account may see: his own, or any as an administrator. */
export function appFor(database: Database, actor: Account, id: number): RegisteredApp {
  const app = database.row<RegisteredApp>(`SELECT ${columns} FROM ${tables} WHERE apps.id = :id`, { id });
  if (app === undefined || app.state === "deleted" || (actor.role !== "admin" && app.ownerId !== actor.id))
    throw new Absent(say.noApp);
  return app;
}

export function chosenApis(database: Database, appId: number): ChosenApi[] {
  return database.rows<ChosenApi>(
    `SELECT api_id AS apiId, apis.name, path, institutions.name AS institution, plan_id AS planId, plans.name AS plan,
       approved_plan_id AS approvedPlanId, operations
     FROM app_apis JOIN apis ON apis.id = api_id JOIN plans ON plans.id = plan_id
     JOIN institutions ON institutions.id = apis.institution_id
     WHERE app_id = :appId ORDER BY apis.name, path`,
    { appId },
  );
}

/** Registers an app with its APIs (2.3). It needs approval before its keys work. */
export function registerApp(
  database: Database,
  actor: Account,
  basic: BasicInformation,
  choices: readonly ApiChoice[],
): number {
  return database.transaction(() => {
    checkName(database, actor.institutionId, basic.name);
    const { id } = database.change(
      `INSERT INTO apps (name, description, institution_id, owner_id, callback_url, scope, type, state, app_key, secret_key, created_at)
       VALUES (:name, :description, :institution, :owner, :callbackUrl, :scope, :type, 'pending', :appKey, :secretKey, :time)`,
      { ...basic, ...newKeys(), institution: actor.institutionId, owner: actor.id, time: now() },
    );
    choose(database, id, choices);
    audit(database, actor, "앱 등록", basic.name);
    return id;
  });
}

/**
 * Changes an app. What the gateway knows of its APIs stays as approved; an API that is no more chosen is taken away.
 *
 * @param revision the revision that the form was made from
 */
export function editApp(
  database: Database,
  actor: Account,
  given: { id: number; revision: number; basic: BasicInformation; choices: readonly ApiChoice[] },
): void {
  const { id, revision, basic, choices } = given;
  database.transaction(() => {
    const app = appFor(database, actor, id);
    if (app.revision !== revision) throw new Refused(say.appChanged);
    moveApp(database, app, "edit");
    checkName(database, app.institutionId, basic.name, id);
    database.change(
      `UPDATE apps SET name = :name, description = :description, callback_url = :callbackUrl, scope = :scope, type = :type
       WHERE id = :id`,
      { ...basic, id },
    );
    choose(database, id, choices);
    audit(database, actor, "앱 수정", basic.name);
  });
}

/** Asks for an app's approval (2.4): colleagues in the order given, at last an administrator. */
export function requestApp(
  database: Database,
  actor: Account,
  given: { id: number; title: string; content: string; approverIds: readonly number[] },
): number {
  const { id, approverIds } = given;
  return database.transaction(() => {
    const app = appFor(database, actor, id);
    moveApp(database, app, "request");
    const chosen = chosenApis(database, id);
    if (chosen.length === 0) throw new Refused(say.appWithoutApi);
    if (!isToBeApproved(app)) throw new Refused(say.nothingToApprove);
    const possible = new Set(colleagues(database, app.institutionId).map((one) => one.id));
    if (approverIds.length === 0 || approverIds.some((one) => !possible.has(one)))
      throw new Refused(say.noApprover, "approvers");
    audit(database, actor, "앱 승인요청", app.name, given.title);
    return openApproval(database, { ...given, kind: "app", subjectId: id, requester: actor, approverIds });
  });
}

/** Whether there is something to approve: an app in service may have changed nothing. */
export function isToBeApproved({ state, unapprovedCount }: Pick<RegisteredApp, "state" | "unapprovedCount">): boolean {
  return appMachine.allows(state, "request") && (state !== "in-service" || unapprovedCount > 0);
}

/** Takes a request back, or deletes an app. */
export function changeApp(database: Database, actor: Account, id: number, event: "withdraw" | "delete"): void {
  database.transaction(() => {
    const app = appFor(database, actor, id);
    moveApp(database, app, event);
    for (const approval of approvalsOf(database, "app", id)) endApproval(database, approval.id, "withdrawn");
    if (event === "delete") revokeAll(database, app.appKey);
    audit(database, actor, `앱 ${appMachine.events[event].name}`, app.name);
  });
}

/** Suspends an app or ends that, which an administrator does. */
export function suspendApp(
  database: Database,
  actor: Account,
  given: { id: number; event: "suspend" | "resume"; reason: string },
): void {
  const { id, event, reason } = given;
  database.transaction(() => {
    const app = appFor(database, actor, id);
    moveApp(database, app, event);
    if (event === "suspend" && reason === "") throw new Refused(say.suspendReason, "reason");
    for (const approval of approvalsOf(database, "app", id)) endApproval(database, approval.id, "withdrawn");
    if (event === "suspend") revokeAll(database, app.appKey);
    audit(database, actor, appMachine.events[event].name, app.name, reason);
    notify(database, [app.ownerId], say.appMoved(app.name, appMachine.events[event].name, reason));
  });
}

/** Takes over what was approved, so that the gateway knows it. Part of a transaction. */
export function approveChoices(database: Database, appId: number): void {
  database.change("UPDATE app_apis SET approved_plan_id = plan_id WHERE app_id = :appId", { appId });
}

/** Part of a transaction. */
export function moveApp(database: Database, app: Pick<RegisteredApp, "id" | "state">, event: AppEvent): void {
  const state = appMachine.after(app.state, event);
  database.change("UPDATE apps SET state = :state, revision = revision + 1 WHERE id = :id", { id: app.id, state });
}

function checkName(database: Database, institution: number, name: string, but = 0): void {
  const taken = database.row(
    "SELECT 1 FROM apps WHERE institution_id = :institution AND name = :name AND state <> 'deleted' AND id <> :but",
    { institution, name, but },
  );
  if (taken !== undefined) throw new Refused(say.takenAppName, "name");
}

function choose(database: Database, appId: number, choices: readonly ApiChoice[]): void {
  const known = plans(database);
  const before = new Map(chosenApis(database, appId).map((one) => [one.apiId, one]));
  for (const { apiId, planId } of choices) {
    const api = apiById(database, apiId);
    if (api?.state !== "published" && !before.has(apiId)) throw new Refused(say.unpublishedApi, "apis");
    if (!known.some(({ id }) => id === planId)) throw new Refused(say.choosePlan(api?.name), `plan-${apiId}`);
    database.change(
      `INSERT INTO app_apis (app_id, api_id, plan_id, agreed_at) VALUES (:appId, :apiId, :planId, :time)
       ON CONFLICT DO UPDATE SET plan_id = :planId`,
      { appId, apiId, planId, time: now() },
    );
    before.delete(apiId);
  }
  for (const apiId of before.keys())
    database.change("DELETE FROM app_apis WHERE app_id = :appId AND api_id = :apiId", { appId, apiId });
}

/** Keys that nobody takes for the bank's. */
export function newKeys(): { appKey: string; secretKey: string } {
  const random = (): string => randomBytes(15).toString("base64url");
  return { appKey: `sandbox-app-${random()}`, secretKey: `sandbox-secret-${random()}` };
}
