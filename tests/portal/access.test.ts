import { beforeAll, describe, expect, test } from "vitest";
import type { Role } from "../../scripts/sandbox/store/accounts.ts";
import { routes } from "../../scripts/portal/routes.ts";
import {
  appInService,
  decideFirst,
  fill,
  formOn,
  registeredApp,
  requestApproval,
  target,
  Visitor,
  visitorAt,
} from "../support/portal.ts";
import { useSandbox } from "../support/servers.ts";

const sandbox = useSandbox({ portal: true, allowHosts: ["portal.example"] });
const nobody = (): Visitor => new Visitor(sandbox.url());
const visitors: Partial<Record<string, Visitor>> = {};
const visitor = (name: Role | "approver" | "other" | "stranger"): Visitor => visitors[name] ?? nobody();
const password = "fake-password-1";
/** Paths of an app in service and of one that waits for its colleague, both the demo partner's. */
let inService = "";
let requested = "";

/** Somebody of an institution whose sign-up was approved. */
async function signedUp(login: string, institution: string): Promise<Visitor> {
  const person = nobody();
  const page = await person.get("/sign-up");
  const [, institutionId = ""] = new RegExp(`<option value="(\\d+)">${institution} `).exec(page.text) ?? [];
  const fields = { login, nickname: login, institutionId, password, repeated: password };
  target(await person.post("/sign-up", fill(formOn(page, "/sign-up"), fields)));
  await decideFirst(visitor("admin"), login, "approved");
  return person.login(login, password);
}

beforeAll(async () => {
  for (const login of ["partner", "approver", "developer", "admin"])
    visitors[login] = await visitorAt(sandbox.url(), login);
  target(await visitor("admin").submit("/institutions", "/institutions", { name: "다른 핀테크", kind: "consumer" }));
  visitors["other"] = await signedUp("other.partner", "샌드박스 핀테크");
  visitors["stranger"] = await signedUp("stranger", "다른 핀테크");
  const deciders = { partner: visitor("partner"), approver: visitor("approver"), admin: visitor("admin") };
  inService = await appInService(deciders, "서비스하는 앱");
  requested = await registeredApp(visitor("partner"), "기다리는 앱");
  await requestApproval(visitor("partner"), requested, "데모 승인자");
  target(await visitor("partner").submit("/lines", "/lines", { name: "시험 라인", approvers: "1" }));
});

/** The path of a route with the id of a row that is there. */
const pathOf = (route: { path: string }, id = inService.split("/").at(-1) ?? ""): string =>
  route.path
    .replace(/:id\{[^}]*\}/, route.path.startsWith("/apps/") || route.path.startsWith("/all-apps/") ? id : "1")
    .replaceAll(/:\w+\{[^}]*\}/g, "1");

/** All that the portal keeps, as an administrator reads it: what was done stands in the audit record. */
async function kept(): Promise<string[]> {
  const paths = ["/audit", "/all-apps", "/apis", "/plans", "/institutions", "/accounts", "/waiting", "/ended"];
  const texts = [];
  for (const path of paths) texts.push((await visitor("admin").get(path)).text);
  return texts;
}

const ways = (["nobody", "partner", "developer", "admin"] as const).flatMap((who) =>
  routes.map((route) => ({ who, method: route.method, path: route.path, route })),
);

/** Whether somebody must not reach a route. */
function isClosed({ who, route: { access } }: (typeof ways)[number]): boolean {
  if (access === "anyone") return false;
  return who === "nobody" || (access !== "signed-in" && !access.includes(who));
}

describe("what a role must not reach", () => {
  test("answers with the login or a refusal, and changes nothing", async () => {
    const before = await kept();
    for (const way of ways.filter(isClosed)) {
      const { who, method, route } = way;
      const person = who === "nobody" ? nobody() : visitor(who);
      const fields: [string, string][] = [
        ["csrf", who === "nobody" ? "" : await person.csrf()],
        ["reason", "시험"],
      ];
      const reply = method === "GET" ? await person.get(pathOf(route)) : await person.post(pathOf(route), fields);
      const wanted = who === "nobody" ? [[200, 401], /<h1>로그인<\/h1>/] : [[403], /역할로는 볼 수 없는 화면입니다\./];
      expect([who, method, route.path, reply.text]).toEqual([
        who,
        method,
        route.path,
        expect.stringMatching(wanted[1] as RegExp),
      ]);
      expect(wanted[0]).toContain(reply.status);
    }
    expect(await kept()).toEqual(before);
  });

  test("every page that a role may reach answers it", async () => {
    for (const way of ways.filter((one) => one.method === "GET" && one.who !== "nobody" && !isClosed(one))) {
      // Server-sent events, which do not end.
      if (way.path === "/requests/feed") continue;
      const path = pathOf(way.route);
      const { status, text } = await visitor(way.who as Role).get(path);
      expect([way.who, path, status, text]).toEqual([
        way.who,
        path,
        expect.any(Number),
        expect.not.stringContaining("포털 오류"),
      ]);
      expect(status).toBeLessThan(500);
    }
  });
});

describe("a form of another page", () => {
  const forged = {
    "without a token": () => "",
    "with a forged token": () => "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "with the token of another's session": (person: Visitor) =>
      visitor(person === visitor("admin") ? "partner" : "admin").csrf(),
  };

  test.each(Object.entries(forged))("%s changes nothing, and what was typed comes back", async (_name, token) => {
    const before = await kept();
    for (const { who, route } of ways.filter(
      (one) => one.method === "POST" && one.who !== "nobody" && !isClosed(one),
    )) {
      const person = visitor(who as Role);
      const reply = await person.post(pathOf(route), [
        ["csrf", await token(person)],
        ["name", "입력한 이름"],
        ["password", "typed-fake-password"],
      ]);
      expect([who, route.path, reply.status]).toEqual([who, route.path, 403]);
      expect(reply.text).toContain('name="name" value="입력한 이름"');
      expect(reply.text).not.toContain("typed-fake-password");
    }
    expect(await kept()).toEqual(before);
  });

  test.each([
    ["of another origin", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["of another port of this machine", { origin: "http://127.0.0.1:1", "sec-fetch-site": "same-site" }],
    ["that hides its origin", { origin: "null", "sec-fetch-site": "cross-site" }],
  ])("%s is refused, even with the session and its token", async (_name, headers) => {
    const admin = visitor("admin");
    const before = await kept();
    const reply = await admin.post(
      "/institutions",
      [
        ["csrf", await admin.csrf()],
        ["name", "다른 곳의 기관"],
        ["kind", "consumer"],
      ],
      headers,
    );
    expect([reply.status, reply.text]).toEqual([403, expect.stringContaining("다른 사이트에서 보낸 요청이므로")]);
    expect(await kept()).toEqual(before);
  });

  test("of another origin does not log anybody in", async () => {
    const reply = await nobody().post(
      "/login",
      [
        ["login", "partner"],
        ["password", "sandbox-demo"],
      ],
      { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
    );
    expect([reply.status, reply.headers["set-cookie"]]).toEqual([403, undefined]);
  });
});

describe("what is another partner's", () => {
  test("neither shows nor changes by any route of an app", async () => {
    const other = visitor("other");
    const before = await kept();
    for (const route of routes.filter(({ path }) => path.startsWith("/apps/:id")))
      for (const app of [inService, requested]) {
        const path = pathOf(route, app.split("/").at(-1));
        const fields: [string, string][] = [
          ["csrf", await other.csrf()],
          ["sure", "yes"],
          ["password", password],
        ];
        const reply = route.method === "GET" ? await other.get(path) : await other.post(path, fields);
        expect([route.method, path, reply.status]).toEqual([route.method, path, 404]);
        expect(reply.text).toContain("없는 앱이거나 내가 만든 앱이 아닙니다.");
        expect(reply.text).not.toMatch(/서비스하는 앱|기다리는 앱|sandbox-(app|secret)-/);
      }
    expect(await kept()).toEqual(before);
  });

  test("is as an app that nobody has: the answer does not tell them apart", async () => {
    const other = visitor("other");
    const none = await other.get("/apps/999999");
    expect((await other.get(inService)).text.replaceAll(inService, "")).toBe(none.text.replaceAll("/apps/999999", ""));
  });

  test("stays out of its lists, statistics and requests", async () => {
    for (const path of ["/apps", "/approvals", "/waiting", "/statistics", "/statistics.csv", "/requests"])
      expect((await visitor("other").get(path)).text).not.toMatch(/서비스하는 앱|기다리는 앱/);
  });

  test("an approval is for those who ask, decide and administer", async () => {
    const path = /\/portal(\/approvals\/\d+)/.exec((await visitor("approver").get("/waiting")).text)?.[1] ?? "";
    for (const name of ["partner", "approver", "admin"] as const)
      expect((await visitor(name).get(path)).text).toContain("기다리는 앱 - 승인요청");
    const other = visitor("other");
    const before = await kept();
    expect((await other.get(path)).status).toBe(404);
    const fields: [string, string][] = [
      ["csrf", await other.csrf()],
      ["position", "0"],
      ["decision", "approved"],
    ];
    expect((await other.post(path, fields)).status).toBe(404);
    // The administrator's turn comes after the colleague's.
    const early = await visitor("admin").post(path, [["csrf", await visitor("admin").csrf()], ...fields.slice(1)]);
    expect([early.status, early.text]).toEqual([400, expect.stringContaining("이 단계의 승인자가 아니므로")]);
    expect(await kept()).toEqual(before);
  });
});

test("a line of approvers is its institution's", async () => {
  const stranger = visitor("stranger");
  expect((await stranger.get("/lines")).text).not.toContain("시험 라인");
  const page = await visitor("partner").get("/lines");
  const action = /action="\/portal(\/lines\/\d+\/delete)"/.exec(page.text)?.[1] ?? "";
  const reply = await stranger.post(action, [["csrf", await stranger.csrf()]]);
  expect([reply.status, reply.text]).toEqual([404, expect.stringContaining("없는 승인 라인입니다.")]);
  expect((await visitor("partner").get("/lines")).text).toContain("시험 라인");
});

describe("by another name", () => {
  test("of a page that was made to lead here, nothing answers", async () => {
    for (const path of ["/", "/login", "/audit", "/assets/portal.css"]) {
      const { status, text } = await visitor("admin").get(path, { host: "evil.example" });
      expect([path, status, text]).toEqual([path, 404, expect.stringContaining("이 샌드박스의 이름이 아닙니다.")]);
    }
  });

  test("that was allowed, pages and forms work", async () => {
    const host = `portal.example:${new URL(sandbox.url()).port}`;
    const page = await nobody().get("/login", { host });
    const reply = await nobody().post(
      "/login",
      fill(formOn(page, "/login"), { login: "partner", password: "sandbox-demo" }),
      { host, origin: `http://${host}` },
    );
    expect(reply.status).toBe(303);
  });
});
