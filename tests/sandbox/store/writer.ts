import { writeSync } from "node:fs";
import { accountByLogin, type Account } from "../../../scripts/sandbox/store/accounts.ts";
import { publishedApis } from "../../../scripts/sandbox/store/apis.ts";
import { plans } from "../../../scripts/sandbox/store/plans.ts";
import { decide } from "../../../scripts/sandbox/store/decide.ts";
import { registerApp, requestApp } from "../../../scripts/sandbox/store/registered-apps.ts";
import { openSandboxStore } from "../../../scripts/sandbox/store/store.ts";
import { oneOperation } from "./one-operation.ts";

/** What a writer has committed when it prints this. */
export interface Committed {
  /** An app's id. */
  app: number;
  state?: "pending" | "requested" | "in-service";
  /** Calls of the app that were counted. */
  calls?: number;
}

/** Writes to the store whose file it is given until it is killed, and prints each change once it is committed. */
const { database, usage } = openSandboxStore(oneOperation, [], process.argv[2]);
const [partner, approver, admin] = ["partner", "approver", "admin"].map((login) => accountByLogin(database, login));
const [api] = publishedApis(database);
const [plan] = plans(database);
const print = (committed: Committed): void => void writeSync(1, `${JSON.stringify(committed)}\n`);

function writeApp(owner: Account, deciders: readonly Account[]): void {
  const basic = { name: `앱 ${process.pid} ${performance.now()}`, callbackUrl: "", scope: "", description: "" };
  const app = registerApp(database, owner, { ...basic, type: "public" }, [
    { apiId: api?.id ?? 0, planId: plan?.id ?? 0 },
  ]);
  print({ app });
  const request = { id: app, title: "시험", content: "", approverIds: [deciders[0]?.id ?? 0] };
  const id = requestApp(database, owner, request);
  print({ app, state: "requested" });
  for (const [position, decider] of deciders.entries())
    decide(database, decider, { id, position, decision: "approved", reason: "" });
  print({ app, state: "in-service" });
  for (let calls = 1; calls <= 3; calls += 1) {
    usage.take(app, { id: api?.id ?? 0, plan: { perSecond: null, total: 10 }, operations: undefined });
    usage.count({ appId: app, operationId: "getTest", status: 200, code: "", duration: 1 });
    usage.flush();
    print({ app, calls });
  }
}

if (partner !== undefined && approver !== undefined && admin !== undefined)
  for (;;) writeApp(partner, [approver, admin]);
