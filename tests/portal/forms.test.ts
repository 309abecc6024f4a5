import { beforeAll, describe, expect, test } from "vitest";
import type { Reply } from "../support/http.ts";
import {
  appInService,
  type Control,
  decideFirst,
  type Fields,
  fill,
  formOn,
  problemsOf,
  registeredApp,
  requestApproval,
  target,
  Visitor,
  visitorAt,
} from "../support/portal.ts";
import { useSandbox } from "../support/servers.ts";

const sandbox = useSandbox({ portal: true });
const people: Record<string, Visitor> = {};
const person = (name: string): Visitor => people[name] ?? new Visitor(sandbox.url());
const names = ["partner", "approver", "developer", "admin"] as const;
const script = "\"><script>alert(1)</script></textarea>'<script>alert(1)</script>";

beforeAll(async () => {
  for (const name of names) people[name] = await visitorAt(sandbox.url(), name);
  // An API that its developer may change, and another that waits to be registered anew.
  const published = await rowsOf("admin", "/apis", /\/portal(\/apis\/\d+)\/stop/g);
  for (const path of published) target(await send("admin", `${path}/stop`));
  const [first = "", second = ""] = published;
  for (const path of [first, second]) target(await send("developer", `${path}/request`));
  await decideFirst(person("admin"), "게시 승인요청", "approved");
  await decideFirst(person("admin"), "게시 승인요청", "rejected", "시험");
});

/** Paths, below /portal, that a page leads to. */
async function rowsOf(name: string, page: string, pattern: RegExp): Promise<string[]> {
  return [...(await person(name).get(page)).text.matchAll(pattern)].map(([, path = ""]) => path);
}

/** Sends a form of the session that has no other field. */
async function send(name: string, path: string, fields: Fields = []): Promise<Reply> {
  return person(name).post(path, [["csrf", await person(name).csrf()], ...fields]);
}

let made = 0;
/** A name that no other has. */
const fresh = (what: string): string => `${what} ${(made += 1)}`;

interface Case {
  title: string;
  who: string;
  /** The page with the form, and where it is sent; made anew where sending it uses it up. */
  at: () => Promise<{ page: string; action: string }>;
  /** What is sent beside what the page has. */
  values: () => Record<string, string | string[]>;
}

const still =
  (page: string, action = page) =>
  () =>
    Promise.resolve({ page, action });
const waiting = async (): Promise<{ page: string; action: string }> => {
  const name = fresh("처리할 앱");
  await requestApproval(person("partner"), await registeredApp(person("partner"), name), "데모 승인자");
  const { text } = await person("approver").get("/waiting");
  const path = new RegExp(`href="/portal(/approvals/\\d+)">${name} `).exec(text)?.[1] ?? "";
  return { page: path, action: path };
};
const appWith = (tail: string) => async () => {
  const path = await registeredApp(person("partner"), fresh("시험 앱"));
  return { page: `${path}${tail}`, action: `${path}${tail}` };
};

/** Deletes the API that nobody approved, so that it can be registered. */
const unregistered = async (): Promise<{ page: string; action: string }> => {
  for (const path of await rowsOf("developer", "/apis", /\/portal(\/apis\/\d+)\/delete/g))
    target(await send("developer", `${path}/delete`));
  return { page: "/apis/new", action: "/apis/new" };
};

const cases: Case[] = [
  {
    title: "포털 가입",
    who: "nobody",
    at: still("/sign-up"),
    values: () => ({
      role: "partner",
      institutionId: "2",
      login: `fake.login${(made += 1)}`,
      password: "fake-password-1",
      repeated: "fake-password-1",
    }),
  },
  {
    title: "앱 등록의 기본정보",
    who: "partner",
    at: still("/apps/new"),
    values: () => ({ name: fresh("앱"), step: "apis" }),
  },
  {
    title: "앱 수정의 기본정보",
    who: "partner",
    at: appWith("/edit"),
    values: () => ({ name: fresh("앱"), step: "save" }),
  },
  {
    title: "고객 등록",
    who: "partner",
    at: appWith("/customers/new"),
    values: () => ({ login: fresh("login"), press: "save" }),
  },
  {
    title: "응답정보 등록",
    who: "partner",
    at: appWith("/answers/new"),
    values: () => ({ name: fresh("응답정보"), delay: "5", press: "save" }),
  },
  { title: "승인요청", who: "partner", at: appWith("/request"), values: () => ({ approvers: "2" }) },
  { title: "승인 처리", who: "approver", at: waiting, values: () => ({ decision: "rejected", reason: "시험" }) },
  { title: "승인 라인", who: "partner", at: still("/lines"), values: () => ({ approvers: "2" }) },
  {
    title: "이용 정지",
    who: "admin",
    at: async () => {
      const deciders = { partner: person("partner"), approver: person("approver"), admin: person("admin") };
      const id = (await appInService(deciders, fresh("정지할 앱"))).split("/").at(-1) ?? "";
      return { page: `/all-apps/${id}`, action: `/all-apps/${id}/suspend` };
    },
    values: () => ({}),
  },
  { title: "기관", who: "admin", at: still("/institutions"), values: () => ({ name: fresh("기관") }) },
  { title: "기본 플랜", who: "admin", at: still("/plans"), values: () => ({ name: fresh("플랜"), total: "10" }) },
  { title: "API 등록", who: "developer", at: unregistered, values: () => ({}) },
  {
    title: "단가 변경",
    who: "admin",
    at: async () => {
      const [page = ""] = await rowsOf("admin", "/apis", /\/portal(\/apis\/\d+\/price)/g);
      return { page, action: page };
    },
    values: () => ({ price: "10" }),
  },
];

/** The form of a case as it is opened now. */
async function opened({ who, at }: Case): Promise<{ action: string; controls: Control[] }> {
  const { page, action } = await at();
  return { action, controls: formOn(await person(who).get(page), action) };
}

/** What was done, as the audit record has it. */
async function done(): Promise<string> {
  return (await person("admin").get("/audit")).text;
}

/** Texts that a person types. */
const isTyped = ({ type }: Control): boolean => ["text", "url", "textarea"].includes(type);

/** Sends a form that must be refused: it says why, keeps what was typed but passwords, and nothing is done. */
async function refusal(one: Case, action: string, fields: Fields): Promise<string[]> {
  const before = await done();
  const reply = await person(one.who).post(action, fields);
  expect([one.title, reply.status]).toEqual([one.title, 400]);
  const sent = new Map(fields);
  for (const control of formOn(reply, action))
    if (isTyped(control) && sent.has(control.name))
      expect([control.name, control.value]).toEqual([control.name, sent.get(control.name)]);
    else if (control.type === "password") expect(control.value).toBe("");
  const problems = problemsOf(reply.text);
  expect(problems).not.toEqual([]);
  for (const problem of problems) expect(problem).toMatch(/[가-힣].*(십시오|니다)\./);
  expect(await done()).toBe(before);
  return problems;
}

describe.each(cases)("$title", (one) => {
  test("filled in, is done once", async () => {
    const { action, controls } = await opened(one);
    const before = await done();
    const reply = await person(one.who).post(action, fill(controls, one.values()));
    // The first step of two leads to the second.
    if (one.values()["step"] === "apis") expect(reply.text).toContain('<li aria-current="step">API정보</li>');
    else expect([reply.status, problemsOf(reply.text), (await done()) === before]).toEqual([303, [], false]);
  });

  test("without a required field, says which", async () => {
    const { action, controls } = await opened(one);
    const filled = fill(controls, one.values());
    for (const { name } of controls.filter(({ isRequired, type }) => isRequired && type !== "checkbox"))
      await refusal(one, action, [...filled.filter(([other]) => other !== name), [name, ""]]);
  });

  test("with a text that is too long, says how long it may be", async () => {
    const { action, controls } = await opened(one);
    const filled = fill(controls, one.values());
    for (const { name, most } of controls.filter((control) => isTyped(control) && control.most < Infinity)) {
      const fields: Fields = [...filled.filter(([other]) => other !== name), [name, "가".repeat(most + 1)]];
      expect((await refusal(one, action, fields)).join(" ")).toContain(`${most}자`);
    }
  });

  test.each([
    ["a control character", "시험\u0007"],
    ["a character that turns the direction", "시험\u202e"],
    ["NUL", "시\u0000험"],
  ])("with %s, refuses it", async (_name, text) => {
    const { action, controls } = await opened(one);
    for (const { name } of controls.filter(isTyped)) {
      const filled = fill(controls, one.values()).filter(([other]) => other !== name);
      await refusal(one, action, [...filled, [name, text]]);
    }
  });

  test("with bytes that are no text, as of a lone surrogate, refuses them", async () => {
    const { action, controls } = await opened(one);
    for (const { name } of controls.filter(isTyped)) {
      const filled = fill(controls, one.values()).filter(([other]) => other !== name);
      const body = `${new URLSearchParams(filled).toString()}&${name}=%ED%A0%80`;
      const before = await done();
      const reply = await person(one.who).post(action, body);
      expect([name, reply.status, problemsOf(reply.text)]).toEqual([
        name,
        400,
        expect.arrayContaining([expect.any(String)]),
      ]);
      expect(await done()).toBe(before);
    }
  });

  test("with markup, shows it as text wherever it appears", async () => {
    const { action, controls } = await opened(one);
    const typed = Object.fromEntries(controls.filter(isTyped).map(({ name, most }) => [name, script.slice(0, most)]));
    const reply = await person(one.who).post(action, fill(controls, { ...one.values(), ...typed }));
    expect(reply.status).toBeLessThan(500);
    const shown = [reply.text];
    for (const page of [
      "/",
      "/notices",
      "/audit",
      "/waiting",
      "/ended",
      "/institutions",
      "/plans",
      "/accounts",
      "/all-apps",
      "/apis",
    ])
      shown.push((await person("admin").get(page)).text);
    for (const page of ["/apps", "/approvals", "/lines", "/notices", "/apps/new"])
      shown.push((await person("partner").get(page)).text);
    for (const text of shown) expect(text).not.toMatch(/<script>|"><script|'<script/);
  });

  test("with a file for a text, or names that objects have, is refused or does as without them", async () => {
    const { action, controls } = await opened(one);
    const csrf: Fields = fill(controls, {}).filter(([name]) => name === "csrf");
    const parts = new FormData();
    for (const [name, value] of csrf) parts.append(name, value);
    for (const { name } of controls.filter(isTyped)) parts.append(name, new File(["시험"], "a.txt"));
    const encoded = new Response(parts);
    const file = await person(one.who).post(action, Buffer.from(await encoded.arrayBuffer()), {
      "content-type": encoded.headers.get("content-type") ?? "",
    });
    expect([file.status, problemsOf(file.text)]).toEqual([400, expect.arrayContaining([expect.any(String)])]);
    const odd: Fields = [
      "__proto__",
      "constructor",
      "toString",
      "hasOwnProperty",
      "__proto__[isAdmin]",
      "plan-__proto__",
    ].map((name) => [name, "시험"]);
    const first = controls.find(({ type, isRequired }) => isRequired && type !== "checkbox")?.name ?? "reason";
    await refusal(one, action, [...fill(controls, one.values()).filter(([name]) => name !== first), ...odd]);
  });

  test("repeated fields count once, the last", async () => {
    const { action, controls } = await opened(one);
    const typed = controls.filter(isTyped).map(({ name }): [string, string] => [name, "시험\u0007"]);
    await refusal(one, action, [...fill(controls, one.values()), ...typed]);
  });

  test("of more than 64 KB is not read", async () => {
    const { action, controls } = await opened(one);
    const before = await done();
    const reply = await person(one.who).post(action, [...fill(controls, one.values()), ["more", "x".repeat(65_536)]]);
    expect([reply.status, reply.text]).toEqual([413, expect.stringContaining("64KB를 넘어")]);
    expect(await done()).toBe(before);
  });
});

describe("a name that is taken", () => {
  test.each(cases.filter(({ title }) => ["포털 가입", "기관", "기본 플랜"].includes(title)))("$title", async (one) => {
    const { action, controls } = await opened(one);
    const fields = fill(controls, one.values());
    target(await person(one.who).post(action, fields));
    expect((await refusal(one, action, fields)).join(" ")).toMatch(/이미 (있습니다|사용 중인)/);
  });
});
