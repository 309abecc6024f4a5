import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { operationsOf } from "../../scripts/bundle/openapi.ts";
import { api, type Envelope, loanPath, sampleRequest } from "./bundle.ts";
import { type Reply, send } from "./http.ts";
import { type Fields, fill, formOn, target, type Visitor } from "./portal.ts";

/** The loan operation: the first of the bundle. */
export const loanId = operationsOf(api)[0]?.operation.operationId ?? "";

/** Name of a field of the customer's form, by its place in the loan operation's answer. */
export const answerField = (...path: (string | number)[]): string => [`answer-${loanId}`, ...path].join("/");

/** An app in service and its credentials. */
export interface AppWithKeys {
  /** Below /portal. */
  path: string;
  appKey: string;
  secretKey: string;
}

/** A file of apps in service, all of the demo partner, for tests that take one each. */
export function fileOfApps(count: number): string {
  const apps = Array.from({ length: count }, (_, index) => ({
    ...{ name: `시험 앱 ${index}.`, appKey: `TEST-APP-KEY-${index}`, secretKey: `TEST-SECRET-KEY-${index}` },
    ...{ state: "in-service", tokens: { [`TEST-TOKEN-${index}`]: "valid" } },
  }));
  const file = join(inject("runFolder"), `apps-${randomUUID()}.json`);
  writeFileSync(file, JSON.stringify({ apps }));
  return file;
}

/** Gives the apps of such a file, each once. */
export function appsOf(person: () => Visitor): () => Promise<AppWithKeys> {
  let taken = 0;
  return async () => {
    const index = taken;
    taken += 1;
    const path = (await linkTo(person(), "/customers", `시험 앱 ${index}.`)).replace(/\/customers$/, "");
    return { path, appKey: `TEST-APP-KEY-${index}`, secretKey: `TEST-SECRET-KEY-${index}` };
  };
}

/** Calls the loan operation without a token, with something changed in the example request. */
export async function loanAnswer(
  url: string,
  { appKey, secretKey }: Pick<AppWithKeys, "appKey" | "secretKey">,
  dataBody: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<Reply & { body: Envelope }> {
  const sample = sampleRequest();
  const reply = await send(url + loanPath, {
    method: "POST",
    headers: { appKey, secretKey, "content-type": "application/json", ...headers },
    body: { ...sample, dataBody: { ...sample.dataBody, ...dataBody } },
  });
  return { ...reply, body: JSON.parse(reply.text) as Envelope };
}

/** Presses a button of a page's form with what the form holds, and some fields changed. */
export async function pressOn(
  person: Visitor,
  page: Pick<Reply, "text">,
  action: string,
  press: string,
  values: Record<string, string | string[]> = {},
): Promise<Reply> {
  return person.post(action, fieldsOf(page, action, { ...values, press }));
}

/** What a browser would send of a page's form. */
export function fieldsOf(page: Pick<Reply, "text">, action: string, values: Record<string, string | string[]>): Fields {
  return fill(formOn(page, action), values);
}

/** Registers a customer; returns the path of its page below /portal. */
export async function registeredCustomer(
  person: Visitor,
  app: string,
  login: string,
  values: Record<string, string | string[]> = {},
): Promise<string> {
  const action = `${app}/customers/new`;
  target(await person.submit(action, action, { login, name: `${login}(가짜)`, press: "save", ...values }));
  return linkTo(person, `${app}/customers`, login);
}

/** Registers an answer; returns the path of its page below /portal. */
export async function registeredAnswer(
  person: Visitor,
  app: string,
  name: string,
  values: Record<string, string | string[]>,
): Promise<string> {
  const action = `${app}/answers/new`;
  target(await person.submit(action, action, { name, operation: loanId, press: "save", ...values }));
  return linkTo(person, `${app}/answers`, name);
}

/** The path, below /portal, of a page's link. */
export async function linkTo(person: Visitor, page: string, name: string): Promise<string> {
  const { text } = await person.get(page);
  const found = [...text.matchAll(/href="\/portal([^"]*)">([^<]*)</g)].find(([, , label]) => label === name);
  if (found?.[1] === undefined) throw new Error(`no link ${name} on ${page}`);
  return found[1];
}
