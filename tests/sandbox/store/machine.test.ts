import fc from "fast-check";
import { rotateKeys } from "../../../scripts/sandbox/store/app-keys.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startSandbox } from "../../../scripts/sandbox/start.ts";
import { type Account, accountByLogin } from "../../../scripts/sandbox/store/accounts.ts";
import { publishedApis } from "../../../scripts/sandbox/store/apis.ts";
import { approvalsOf, stepsOf } from "../../../scripts/sandbox/store/approvals.ts";
import type { Database } from "../../../scripts/sandbox/store/database.ts";
import { decide } from "../../../scripts/sandbox/store/decide.ts";
import { addPlan, type Plan, plans } from "../../../scripts/sandbox/store/plans.ts";
import { Refused } from "../../../scripts/sandbox/store/refused.ts";
import {
  changeApp,
  editApp,
  registerApp,
  requestApp,
  suspendApp,
} from "../../../scripts/sandbox/store/registered-apps.ts";
import { type AppEvent, appMachine, type AppState } from "../../../scripts/sandbox/store/states.ts";
import { type Envelope, loanPath, sampleRequest } from "../../support/bundle.ts";
import { send } from "../../support/http.ts";

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let database: Database;
let partner: Account, approver: Account, admin: Account, otherAdmin: Account;

/** A demo account, as somebody who has logged in is. */
function account(login: string): Account {
  const { passwordHash: _, ...found } = accountByLogin(database, login) as Account & { passwordHash: unknown };
  return found;
}

beforeAll(async () => {
  sandbox = await startSandbox({}, undefined, ({ store }) => {
    ({ database } = store);
    return () => Promise.resolve();
  });
  [partner, approver, admin] = [account("partner"), account("approver"), account("admin")];
  addPlan(database, admin, { name: "다른 정책", perSecond: null, total: null });
  database.change("UPDATE accounts SET role = 'admin' WHERE login = 'developer'");
  otherAdmin = account("developer");
});
afterAll(() => sandbox.close());

const isUnlimited = ({ perSecond, total }: Pick<Plan, "perSecond" | "total">): boolean =>
  perSecond === null && total === null;

let made = 0;

/** Registers an app with every API. */
function newApp(): number {
  made += 1;
  const basic = { name: `앱 ${made}`, callbackUrl: "", scope: "", type: "public" as const, description: "" };
  return registerApp(database, partner, basic, choices());
}

function choices(planId = plans(database)[0]?.id ?? 0): { apiId: number; planId: number }[] {
  return publishedApis(database).map(({ id }) => ({ apiId: id, planId }));
}

interface Row {
  name: string;
  state: AppState;
  revision: number;
  appKey: string;
  secretKey: string;
}

function appRow(id: number): Row {
  const row = database.row<Row>(
    "SELECT name, state, revision, app_key AS appKey, secret_key AS secretKey FROM apps WHERE id = :id",
    { id },
  );
  if (row === undefined) throw new Error(`no app ${id}`);
  return row;
}

/** Every row of every table, but those that the gateway's calls write. */
function everything(): unknown {
  const tables = database.rows<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'");
  return tables
    .filter(({ name }) => !["calls", "usage"].includes(name))
    .map(({ name }) => database.rows(`SELECT * FROM "${name}"`));
}

/** The answer of the gateway to a call with an app's keys. */
async function gateway({ appKey, secretKey }: Row): Promise<{ status: number; code: unknown }> {
  const headers = { appKey, secretKey, "content-type": "application/json" };
  const reply = await send(sandbox.url + loanPath, { method: "POST", headers, body: sampleRequest() });
  return { status: reply.status, code: (reply.json() as Envelope).dataBody["ERRCODE"] };
}

/** What the table of states says that the gateway answers. */
function answerOf(state: AppState): { status: number; code: string | undefined } {
  const { status = 200, code } = appMachine.states[state].refusal ?? {};
  return { status, code };
}

function ask(id: number): void {
  requestApp(database, partner, { id, title: "시험", content: "", approverIds: [approver.id] });
}

/** Decides the next step of an app's last request, whoever's it is. */
function decideNext(id: number, decision: "approved" | "rejected"): void {
  const [approval] = approvalsOf(database, "app", id);
  const next = stepsOf(database, approval?.id ?? 0).find((step) => step.state === "waiting");
  const decider = next?.approverId === approver.id ? approver : admin;
  decide(database, decider, { id: approval?.id ?? 0, position: next?.position ?? 0, decision, reason: "시험" });
}

function approveWhole(id: number): void {
  decideNext(id, "approved");
  decideNext(id, "approved");
}

/** Each event as somebody causes it by the store. */
const steps: Record<AppEvent, (id: number) => void> = {
  edit: (id) => {
    const { name, revision } = appRow(id);
    const basic = { name, callbackUrl: "", scope: "", type: "public" as const, description: "시험" };
    // Another plan each time, so that there is something to approve.
    const known = plans(database).flatMap(({ id: one, ...plan }) => (isUnlimited(plan) ? [one] : []));
    const planId = known[revision % known.length] ?? 0;
    editApp(database, partner, { id, revision, basic, choices: choices(planId) });
  },
  request: ask,
  withdraw: (id) => changeApp(database, partner, id, "withdraw"),
  approve: approveWhole,
  reject: (id) => decideNext(id, "rejected"),
  suspend: (id) => suspendApp(database, admin, { id, event: "suspend", reason: "시험" }),
  resume: (id) => suspendApp(database, admin, { id, event: "resume", reason: "" }),
  rotate: (id) => rotateKeys(database, partner, id),
  delete: (id) => changeApp(database, partner, id, "delete"),
};
const events = Object.keys(steps) as AppEvent[];

/** Whether somebody refused to do something. */
function isRefused(work: () => void): boolean {
  try {
    work();
    return false;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    expect(error.message).toMatch(/[가-힣].*(십시오|니다)\.$/);
    return true;
  }
}

describe("any sequence of events", () => {
  test("keeps to the machine, a refusal changes nothing, and the gateway answers as the state's table says", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...events), { minLength: 1, maxLength: 25 }), async (sequence) => {
        const id = newApp();
        let wasApproved = false;
        for (const event of sequence) {
          const before = appRow(id);
          const all = everything();
          const refused = isRefused(() => steps[event](id));
          const after = appRow(id);
          if (refused) expect(everything()).toEqual(all);
          // A request may also lack something to approve, which the machine does not know.
          if (!refused) expect(after.state).toBe(appMachine.after(before.state, event));
          else if (event !== "request") expect(appMachine.allows(before.state, event)).toBe(false);
          wasApproved ||= event === "approve" && !refused;
          const answer = await gateway(after);
          expect([after.state, answer]).toEqual([after.state, answerOf(after.state)]);
          // Nothing but an approval opens the gateway.
          expect(answer.status === 200 && !wasApproved).toBe(false);
          if (event === "rotate" && !refused) expect((await gateway(before)).status).toBe(401);
          const waits = approvalsOf(database, "app", id).filter(({ state }) => state === "waiting");
          expect(waits).toHaveLength(["requested", "changing"].includes(after.state) ? 1 : 0);
        }
      }),
      { numRuns: 60 },
    );
  });
});

test("an edit of an app in service does not reach the gateway before it is approved", async () => {
  const id = newApp();
  ask(id);
  approveWhole(id);
  const none = database.change(
    "INSERT INTO plans (name, per_second, total, created_at) VALUES ('없음', NULL, 0, '')",
  ).id;
  const { name, revision } = appRow(id);
  const basic = { name, callbackUrl: "", scope: "", type: "public" as const, description: "" };
  editApp(database, partner, { id, revision, basic, choices: choices(none) });
  expect((await gateway(appRow(id))).status).toBe(200);
  ask(id);
  expect((await gateway(appRow(id))).status).toBe(200);
  approveWhole(id);
  expect(await gateway(appRow(id))).toEqual({ status: 403, code: "SYSCD03102" });
});

test.each([
  ["both approve", "approved", "approved", "in-service"],
  ["one approves, the other rejects", "approved", "rejected", "in-service"],
  ["one rejects, the other approves", "rejected", "approved", "rejected"],
] as const)(
  "of two administrators at once (%s), the first decides and the other is told",
  (_name, first, second, state) => {
    const id = newApp();
    ask(id);
    decideNext(id, "approved");
    const approval = approvalsOf(database, "app", id)[0]?.id ?? 0;
    // Both look at the same step.
    const seen = { id: approval, position: 1, reason: "시험" };
    decide(database, admin, { ...seen, decision: first });
    const all = everything();
    expect(() => decide(database, otherAdmin, { ...seen, decision: second })).toThrow(
      /이미 처리되었거나 취소된 요청입니다\./,
    );
    expect([everything(), appRow(id).state]).toEqual([all, state]);
  },
);

test("an administrator who decides a request that was withdrawn meanwhile is told, and the app stays", () => {
  const id = newApp();
  ask(id);
  const approval = approvalsOf(database, "app", id)[0]?.id ?? 0;
  steps.withdraw(id);
  expect(() => decide(database, approver, { id: approval, position: 0, decision: "approved", reason: "" })).toThrow(
    Refused,
  );
  expect(appRow(id).state).toBe("pending");
});

test("nobody decides another's step, nor skips one", () => {
  const id = newApp();
  ask(id);
  const approval = approvalsOf(database, "app", id)[0]?.id ?? 0;
  for (const [who, position] of [
    [admin, 0],
    [partner, 0],
    [admin, 1],
    [approver, 1],
  ] as const)
    expect(() => decide(database, who, { id: approval, position, decision: "approved", reason: "" })).toThrow(Refused);
  expect(appRow(id).state).toBe("requested");
});
