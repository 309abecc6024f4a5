import type { Database } from "./database.ts";
import { type Account } from "./accounts.ts";
import { openApproval, approvalsOf, endApproval } from "./approvals.ts";
import { audit, now } from "./journal.ts";
import { Absent, Refused } from "./refused.ts";
import { apiMachine, type ApiEvent, type ApiState } from "./states.ts";
import * as say from "./messages.ts";

/** An API as the portal offers it: a path of the spec, with all its methods. */
export interface Api {
  id: number;
  path: string;
  name: string;
  /** The spec's tag by its Korean name. */
  groupName: string;
  institutionId: number;
  institution: string;
  terms: string;
  /** Won a call. */
  price: number;
  state: ApiState;
  createdBy: number | null;
  createdAt: string;
}

const columns = `apis.id, path, apis.name, group_name AS groupName, institution_id AS institutionId,
  institutions.name AS institution, terms, price, state, created_by AS createdBy, apis.created_at AS createdAt`;
const tables = "apis JOIN institutions ON institutions.id = institution_id";

/** All but the deleted, by group and name. */
export function apis(database: Database): Api[] {
  return database.rows<Api>(
    `SELECT ${columns} FROM ${tables} WHERE state <> 'deleted' ORDER BY group_name, apis.name, path`,
  );
}

export function publishedApis(database: Database): Api[] {
  return apis(database).filter(({ state }) => state === "published");
}

export function apiById(database: Database, id: number): Api | undefined {
  return database.row<Api>(`SELECT ${columns} FROM ${tables} WHERE apis.id = :id`, { id });
}

/** What registers an API (1.3, step 6). */
export interface ApiRegistration {
  path: string;
  name: string;
  groupName: string;
  terms: string;
}

/** Registers an API of the developer's institution. A deleted one is registered anew. */
export function registerApi(database: Database, actor: Account, told: ApiRegistration): number {
  return database.transaction(() => {
    const known = database.row<{ id: number; state: string }>("SELECT id, state FROM apis WHERE path = :path", {
      path: told.path,
    });
    if (known !== undefined && known.state !== "deleted") throw new Refused(say.takenApi, "path");
    const values = { ...told, institution: actor.institutionId, actor: actor.id, time: now() };
    audit(database, actor, "API 등록", told.name, told.path);
    if (known !== undefined) {
      // Nobody agreed to the new terms yet.
      database.change("DELETE FROM app_apis WHERE api_id = :id", { id: known.id });
      database.change(
        `UPDATE apis SET price = 0, name = :name, group_name = :groupName, terms = :terms, institution_id = :institution,
           created_by = :actor, created_at = :time, state = 'pending' WHERE path = :path`,
        values,
      );
      return known.id;
    }
    return database.change(
      `INSERT INTO apis (path, name, group_name, institution_id, terms, state, created_by, created_at)
       VALUES (:path, :name, :groupName, :institution, :terms, 'pending', :actor, :time)`,
      values,
    ).id;
  });
}

/** Changes the terms of an API that is not published. */
export function editApi(database: Database, actor: Account, id: number, terms: string): void {
  database.transaction(() => {
    const api = existing(database, id, actor);
    moveApi(database, api, "edit");
    database.change("UPDATE apis SET terms = :terms WHERE id = :id", { id, terms });
    audit(database, actor, "API 수정", api.name);
  });
}

/** Asks an administrator to publish an API. */
export function requestApi(database: Database, actor: Account, id: number): void {
  database.transaction(() => {
    const api = existing(database, id, actor);
    moveApi(database, api, "request");
    openApproval(database, {
      kind: "api",
      subjectId: id,
      title: `${api.name} - 게시 승인요청`,
      content: api.path,
      requester: actor,
    });
    audit(database, actor, "API 승인요청", api.name);
  });
}

/** Withdraws the request, stops the API, or deletes it. */
export function changeApi(database: Database, actor: Account, id: number, event: "withdraw" | "stop" | "delete"): void {
  database.transaction(() => {
    const api = existing(database, id, actor);
    moveApi(database, api, event);
    if (event === "withdraw")
      for (const approval of approvalsOf(database, "api", id)) endApproval(database, approval.id, "withdrawn");
    audit(database, actor, `API ${apiMachine.events[event].name}`, api.name);
  });
}

/** Sets what a call of an API costs, in won. */
export function setPrice(database: Database, actor: Account, id: number, price: number): void {
  database.transaction(() => {
    const api = existing(database, id, actor);
    database.change("UPDATE apis SET price = :price WHERE id = :id", { id, price });
    audit(database, actor, "과금 단가 변경", api.name, `호출당 ${price}원`);
  });
}

/** Part of a transaction. */
export function moveApi(database: Database, api: Pick<Api, "id" | "state">, event: ApiEvent): void {
  const state = apiMachine.after(api.state, event);
  database.change("UPDATE apis SET state = :state WHERE id = :id", { id: api.id, state });
}

/** An API that an account may change: a developer those of his institution, an administrator all. */
function existing(database: Database, id: number, actor: Account): Api {
  const api = apiById(database, id);
  if (api === undefined || (actor.role !== "admin" && api.institutionId !== actor.institutionId))
    throw new Absent(say.noApi);
  return api;
}
