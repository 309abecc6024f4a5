import { expect, inject } from "vitest";
import { examples } from "../../generated/examples.ts";
import { manifest } from "../../scripts/lib/manifest.ts";
import type { RequestRecord } from "../../scripts/sandbox/request-record.ts";
import type { Outcome } from "../support/execute.ts";
import type { Project } from "./project.ts";
import type { Node } from "./toolchain.ts";

const { LN_AVL_AM, ACCOUNT_LIST } = examples.getCreditLoanBasicInfo.success.dataBody;

/** What makeCalls of projects/shared/calls.mjs tells. */
export const told = {
  amount: LN_AVL_AM,
  accounts: ACCOUNT_LIST.map(({ CUS_USG_ACNO }) => CUS_USG_ACNO),
  issues: [],
  refusal: "SYSCD01002",
  mistakes: ["CRINF_INQ_AGR_YN"],
};

/** What main.mjs of projects/esm tells, under a Node of a version; other runtimes give one of Node's, too. */
export const toldByMain = (node: unknown = expect.any(String)): object => ({
  ...told,
  node,
  version: manifest().version,
  types: [],
  valid: [true, true, false],
});

let turn: Promise<unknown> = Promise.resolve();

/** Runs a consumer while no other calls the sandbox, and tells what the sandbox saw of it: method, status, consents. */
export function calling<T>(consumer: () => Promise<T>): Promise<{ outcome: T; seen: string[] }> {
  const mine = turn.then(async () => {
    await fetch(`${inject("sandbox")}/__sandbox/reset`, { method: "POST" });
    const outcome = await consumer();
    const records = (await (await fetch(`${inject("sandbox")}/__sandbox/requests`)).json()) as RequestRecord[];
    return { outcome, seen: records.map(inBrief) };
  });
  turn = mine.catch(() => {});
  return mine;
}

/** Node 20.16 imports JSON, and says on standard error that this may change. */
const jsonWarning = /^\(node:\d+\) ExperimentalWarning: Importing JSON modules [^\n]*\n[^\n]*\n/;

/** Runs a program of Node that calls makeCalls; see outcomeBy. */
export function outcomeOf(consumer: Project, file: string, node?: Node): Promise<unknown> {
  return outcomeBy(() => consumer.run("node", [file, inject("sandbox")], node));
}

/**
 * Runs a program that calls makeCalls, and expects that it ends well and that the sandbox saw each call with its body, and
 * nothing of the caller's mistake.
 *
 * @param method the documented GET, or POST where the platform sends by fetch
 * @returns what the program printed, read as JSON
 */
export async function outcomeBy(program: () => Promise<Outcome>, method: "GET" | "POST" = "GET"): Promise<unknown> {
  const {
    outcome: { exitCode, stdout, stderr },
    seen,
  } = await calling(program);
  expect({ exitCode, stderr: stderr.replace(jsonWarning, ""), seen }).toEqual({
    exitCode: 0,
    stderr: "",
    seen: seenOf(method),
  });
  return JSON.parse(stdout);
}

/** What the sandbox sees of makeCalls. */
export function seenOf(method: "GET" | "POST"): string[] {
  return [`${method} 200 YYYY`, `${method} 500 YYYY`];
}

function inBrief({ method, status, body }: RequestRecord): string {
  const { dataBody = {} } = (body ?? {}) as { dataBody?: Record<string, unknown> };
  return `${method} ${status} ${Object.values(dataBody).join("")}`;
}
