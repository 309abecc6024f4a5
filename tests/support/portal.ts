import { expect } from "vitest";
import { demoPassword } from "../../scripts/sandbox/store/seed.ts";
import { type Reply, send } from "./http.ts";

/** A field of a form as a page shows it. */
export interface Control {
  name: string;
  /** The type of an input, otherwise `select` or `textarea`. */
  type: string;
  value: string;
  isRequired: boolean;
  isChecked: boolean;
  /** Infinity where the page says none. */
  most: number;
  /** Values of a list. */
  options: string[];
}

/** The names and values of a form in their order; a name may be there several times. */
export type Fields = [name: string, value: string][];

/** Headers of a form that a browser sends from a page of the same site. */
const sameOrigin = (url: string): Record<string, string> => ({ origin: url, "sec-fetch-site": "same-origin" });

/** A person at the portal, without a script: one cookie, links and forms. */
export class Visitor {
  readonly #url: string;
  /** What the browser keeps of the session. */
  cookie: string;

  constructor(url: string, cookie = "") {
    this.#url = url;
    this.cookie = cookie;
  }

  /** Loads a page; the path is below /portal. */
  get(path: string, headers: Record<string, string> = {}): Promise<Reply> {
    return this.#send(path, { headers });
  }

  /** Sends a form as it is given. */
  post(path: string, fields: Fields | string | Buffer, headers: Record<string, string> = {}): Promise<Reply> {
    const body = Array.isArray(fields) ? new URLSearchParams(fields).toString() : fields;
    const type = { "content-type": "application/x-www-form-urlencoded" };
    return this.#send(path, { method: "POST", headers: { ...type, ...sameOrigin(this.#url), ...headers }, body });
  }

  /** Fills in the form of a page, and sends it. */
  async submit(page: string, action: string, values: Record<string, string | string[]>): Promise<Reply> {
    return this.post(action, fill(formOn(await this.get(page), action), values));
  }

  async login(login: string, password: string = demoPassword): Promise<this> {
    const reply = await this.submit("/login", "/login", { login, password });
    expect([login, reply.status, reply.headers.location]).toEqual([login, 303, "/portal/"]);
    return this;
  }

  /** The token that the forms of the session carry. */
  async csrf(): Promise<string> {
    const [, token = ""] = /name="csrf" value="([^"]+)"/.exec((await this.get("/account")).text) ?? [];
    return token;
  }

  async #send(
    path: string,
    request: { method?: string; headers: Record<string, string>; body?: unknown },
  ): Promise<Reply> {
    const cookie: Record<string, string> = this.cookie === "" ? {} : { cookie: this.cookie };
    const reply = await send(`${this.#url}/portal${path}`, { ...request, headers: { ...cookie, ...request.headers } });
    const [set] = reply.headers["set-cookie"] ?? [];
    if (set !== undefined) this.cookie = /Max-Age=0/.test(set) ? "" : (set.split(";")[0] ?? "");
    return reply;
  }
}

/** Logs in with a demo account. */
export function visitorAt(url: string, login: string, password?: string): Promise<Visitor> {
  return new Visitor(url).login(login, password);
}

/** The path, below /portal, that an answer leads to. */
export function target({ status, headers, text }: Reply): string {
  expect([status, problemsOf(text)]).toEqual([303, []]);
  return (headers.location ?? "").replace(/^\/portal/, "").replace(/[?&]done=[\w-]+/, "");
}

/** What a page says is wrong with a form. */
export function problemsOf(text: string): string[] {
  return [...text.matchAll(/<p class="problem"[^>]*>([^<]*)<|<div class="alert"[^>]*>\s*<p>([^<]*)</g)].map(
    ([, field, whole]) => unescape(field ?? whole ?? ""),
  );
}

/** The form of a page with an action, below /portal. */
export function formOn({ text }: Pick<Reply, "text">, action: string): Control[] {
  const found = formsIn(text).find((one) => one.action === `/portal${action}`);
  if (found === undefined) throw new Error(`no form ${action} in: ${text.replace(/^[^]*<main/, "").slice(0, 500)}`);
  return found.controls;
}

/** The one form of a page. */
export function formIn({ text }: Pick<Reply, "text">): { action: string; controls: Control[] } {
  const [found] = formsIn(text);
  if (found === undefined) throw new Error(`no form in: ${text.replace(/^[^]*<main/, "").slice(0, 500)}`);
  return found;
}

function formsIn(text: string): { action: string; controls: Control[] }[] {
  return [...text.matchAll(/<form method="post" action="([^"]*)"[^>]*>([^]*?)<\/form>/g)].map(
    ([, action = "", inner = ""]) => ({ action: unescape(action), controls: controlsIn(inner) }),
  );
}

function controlsIn(text: string): Control[] {
  const controls = text.matchAll(
    /<(input)\b([^>]*)>|<(select)\b([^>]*)>([^]*?)<\/select>|<(textarea)\b([^>]*)>\n?([^<]*)<\/textarea>/g,
  );
  return [...controls].map(([, one, inputText, two, selectText, inner = "", three, areaText, area = ""]) => {
    const attributes = inputText ?? selectText ?? areaText ?? "";
    const options = [...inner.matchAll(/<option value="([^"]*)"( selected)?/g)];
    const selected = options.find(([, , is]) => is !== undefined) ?? options[0];
    return {
      name: attribute(attributes, "name") ?? "",
      type: one === undefined ? (two ?? three ?? "") : (attribute(attributes, "type") ?? "text"),
      value: unescape(two === undefined ? (attribute(attributes, "value") ?? area) : (selected?.[1] ?? "")),
      isRequired: / required\b/.test(attributes),
      isChecked: / checked\b/.test(attributes),
      most: Number(attribute(attributes, "maxlength") ?? Infinity),
      options: options.map(([, value = ""]) => unescape(value)),
    };
  });
}

/** A form's fields: those given, and for the others what the page has, or something that can be sent. */
export function fill(form: readonly Control[], values: Record<string, string | string[]>): Fields {
  const fields = form.flatMap(({ name, type, value, isRequired, isChecked, options }): Fields => {
    if (name in values) return [];
    if (type === "checkbox") return isRequired || isChecked ? [[name, value]] : [];
    if (value !== "" || !isRequired) return [[name, value]];
    return [[name, options.at(-1) ?? "시험"]];
  });
  return [
    ...fields,
    ...Object.entries(values).flatMap(([name, one]) => [one].flat().map((text): [string, string] => [name, text])),
  ];
}

function attribute(text: string, name: string): string | undefined {
  return new RegExp(` ${name}="([^"]*)"`).exec(` ${text}`)?.[1];
}

const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

function unescape(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);
}

/**
 * Registers an app of a demo partner with every API, and brings it into service.
 *
 * @returns its path below /portal
 */
export async function appInService(
  { partner, approver, admin }: Record<"partner" | "approver" | "admin", Visitor>,
  name: string,
): Promise<string> {
  const path = await registeredApp(partner, name);
  await requestApproval(partner, path, "데모 승인자");
  for (const decider of [approver, admin]) await decideFirst(decider, name, "approved");
  return path;
}

/** Registers an app with every API in the two steps of the form; returns its path below /portal. */
export async function registeredApp(partner: Visitor, name: string): Promise<string> {
  return target(await partner.post("/apps/new", await appFields(partner, name)));
}

/** The fields of a new app, ready to be saved. */
export async function appFields(partner: Visitor, name: string): Promise<Fields> {
  const basic = fill(formOn(await partner.get("/apps/new"), "/apps/new"), { name, step: "apis" });
  let step = await partner.post("/apps/new", basic);
  for (;;) {
    const group = /name="add-group" value="([^"]*)"/.exec(step.text)?.[1];
    const form = formOn(step, "/apps/new");
    const fields = fill(form, {
      ...Object.fromEntries(
        form.flatMap(({ name: one, options }): [string, string][] => {
          if (one.startsWith("plan-")) return [[one, options.find((value) => value !== "") ?? ""]];
          return one.startsWith("agree-") ? [[one, "yes"]] : [];
        }),
      ),
      ...(group === undefined ? { step: "save" } : { "add-group": unescape(group) }),
    });
    if (group === undefined) return fields;
    step = await partner.post("/apps/new", fields);
  }
}

/** Asks for the approval of an app by colleagues, by their nicknames. */
export async function requestApproval(partner: Visitor, path: string, ...colleagues: string[]): Promise<void> {
  const page = await partner.get(`${path}/request`);
  const approvers = colleagues.map(
    (one) => new RegExp(`name="approvers" value="(\\d+)"[^>]*> [^<]*${one}<`).exec(page.text)?.[1] ?? "",
  );
  target(await partner.post(`${path}/request`, fill(formOn(page, `${path}/request`), { approvers })));
}

/** Decides the first waiting request whose title names something. */
export async function decideFirst(
  decider: Visitor,
  name: string,
  decision: "approved" | "rejected",
  reason = "",
): Promise<void> {
  const { text } = await decider.get("/waiting");
  const path = [...text.matchAll(/href="\/portal(\/approvals\/\d+)">([^<]*)</g)].find(([, , title = ""]) =>
    title.includes(name),
  )?.[1];
  if (path === undefined) throw new Error(`nothing waits for ${name}`);
  target(await decider.submit(path, path, { decision, reason }));
}
