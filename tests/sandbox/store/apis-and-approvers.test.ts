import { beforeEach, expect, onTestFinished, test } from "vitest";
import {
  type Account,
  accountByLogin,
  addInstitution,
  institutions,
  moveAccount,
  signUp,
} from "../../../scripts/sandbox/store/accounts.ts";
import { changeApi, editApi, publishedApis, registerApi, requestApi } from "../../../scripts/sandbox/store/apis.ts";
import { waitingFor } from "../../../scripts/sandbox/store/approvals.ts";
import { decide } from "../../../scripts/sandbox/store/decide.ts";
import { plans } from "../../../scripts/sandbox/store/plans.ts";
import { Absent } from "../../../scripts/sandbox/store/refused.ts";
import { registerApp, requestApp } from "../../../scripts/sandbox/store/registered-apps.ts";
import { statisticsOf } from "../../../scripts/sandbox/store/statistics.ts";
import { openSandboxStore, type Store } from "../../../scripts/sandbox/store/store.ts";
import { oneOperation } from "./one-operation.ts";

const seeded = {
  name: "시험 앱",
  appKey: "SANDBOX-TEST-KEY",
  secretKey: "SANDBOX-TEST-SECRET",
  state: "in-service",
} as const;

let store: Store;
beforeEach(() => {
  store = openSandboxStore(oneOperation, [seeded]);
  onTestFinished(store.close);
});

const account = (login: string): Account => {
  const found = accountByLogin(store.database, login);
  if (found === undefined) throw new Error(`no account ${login}`);
  return found;
};
const apiId = (): number => publishedApis(store.database)[0]?.id ?? 0;

/** Lets an administrator approve all that waits for one. */
function approveAll(): void {
  for (const { id } of waitingFor(store.database, account("admin")))
    decide(store.database, account("admin"), { id, position: 0, decision: "approved", reason: "" });
}

test("a developer changes the APIs of his own institution alone", async () => {
  const id = apiId();
  const institutionId = addInstitution(store.database, account("admin"), { name: "다른은행", kind: "provider" });
  const told = { login: "other.developer", nickname: "다른 개발자", role: "developer", email: "", phone: "" } as const;
  await signUp(store.database, { ...told, institutionId, password: "not-a-real-password" });
  approveAll();
  changeApi(store.database, account("admin"), id, "stop");
  const other = account("other.developer");
  expect(other.state).toBe("active");
  expect(() => editApi(store.database, other, id, "다른 약관")).toThrow(Absent);
  expect(() => requestApi(store.database, other, id)).toThrow(Absent);
  expect(() => changeApi(store.database, other, id, "delete")).toThrow(Absent);
  requestApi(store.database, account("developer"), id);
  expect(institutions(store.database).map(({ name }) => name)).toContain("다른은행");
});

test("an API that is registered anew has none of the apps that agreed to its old terms", () => {
  const id = apiId();
  const developer = account("developer");
  expect(store.directory.app(seeded.appKey)?.apiAt("/test")).toBeDefined();
  changeApi(store.database, account("admin"), id, "stop");
  requestApi(store.database, developer, id);
  changeApi(store.database, developer, id, "withdraw");
  changeApi(store.database, developer, id, "delete");
  registerApi(store.database, developer, { path: "/test", name: "시험", groupName: "", terms: "새 약관" });
  expect(store.directory.app(seeded.appKey)?.apiAt("/test")).toBeUndefined();
});

test("what waits for an approver who is locked out waits for the administrators", () => {
  const partner = account("partner");
  const basic = { name: "기다리는 앱", callbackUrl: "", scope: "", description: "", type: "public" } as const;
  const planId = plans(store.database)[0]?.id ?? 0;
  const app = registerApp(store.database, partner, basic, [{ apiId: apiId(), planId }]);
  const approverIds = [account("approver").id];
  const id = requestApp(store.database, partner, { id: app, title: "승인요청", content: "", approverIds });
  expect(waitingFor(store.database, account("admin"))).toEqual([]);
  moveAccount(store.database, account("admin"), account("approver").id, "lock");
  expect(waitingFor(store.database, account("admin")).map((one) => one.id)).toEqual([id]);
});

test("a call whose connection ended without an answer is an error, and costs nothing", () => {
  const { id: appId } = store.directory.app(seeded.appKey) ?? { id: 0 };
  store.database.transaction(() => store.database.change("UPDATE apis SET price = 100"));
  for (const status of [200, 0, 500])
    store.usage.count({ appId, operationId: "getTest", status, code: "", duration: 1 });
  store.usage.flush();
  const filter = { from: "0", to: "9", ownerId: 0, appId: 0 };
  expect(statisticsOf(store.database, filter, [["getTest", "/test"]]).operation).toMatchObject([
    { count: 3, errors: 2, charge: 100 },
  ]);
});
