import { request } from "node:https";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { startSandbox } from "../../scripts/docs/sandbox.ts";
import type { RequestRecord } from "../../scripts/sandbox/request-record.ts";
import { demoAccounts, demoPassword } from "../../scripts/sandbox/store/seed.ts";
import { loanPath, sampleRequest } from "../support/bundle.ts";
import { send } from "../support/http.ts";
import { appInService, fill, formOn, problemsOf, target, Visitor, visitorAt } from "../support/portal.ts";
import { pagesOf } from "../support/portal-pages.ts";
import { useSandbox } from "../support/servers.ts";

const records: RequestRecord[] = [];
const sandbox = useSandbox({ portal: true, onRecord: (record) => void records.push(record) });
const visitor = (login: string): Promise<Visitor> => visitorAt(sandbox.url(), login);
const nobody = (): Visitor => new Visitor(sandbox.url());

let partner: Visitor, approver: Visitor, developer: Visitor, admin: Visitor;
/** The path of an app in service. */
let app = "";

beforeAll(async () => {
  [partner, approver, developer, admin] = [
    await visitor("partner"),
    await visitor("approver"),
    await visitor("developer"),
    await visitor("admin"),
  ];
  app = await appInService({ partner, approver, admin }, "비밀이 있는 앱");
});

/** Every page that somebody can open by links. */
const everyPage = async (): Promise<Map<string, string>> => {
  const all = new Map<string, string>();
  for (const [name, person] of Object.entries({ nobody: nobody(), partner, approver, developer, admin }))
    for (const [path, { text }] of await pagesOf(person)) all.set(`${name} ${path}`, text);
  return all;
};

describe("the session", () => {
  test("is a cookie that no script reads and no other site sends", async () => {
    const page = await nobody().get("/login");
    expect(page.headers["set-cookie"]).toBeUndefined();
    const reply = await nobody().post(
      "/login",
      fill(formOn(page, "/login"), { login: "admin", password: demoPassword }),
    );
    const [name, ...attributes] = (reply.headers["set-cookie"]?.[0] ?? "").split(/;\s*/);
    expect(name).toMatch(/^woori-portal=[\w-]{43}$/);
    expect(attributes.sort()).toEqual(["HttpOnly", "Path=/portal", "SameSite=Strict"]);
  });

  test("over TLS is sent by TLS alone", async () => {
    const secure = await startSandbox({ portal: true, tls: true });
    onTestFinished(() => secure.close());
    const headers = { "content-type": "application/x-www-form-urlencoded", origin: secure.url };
    const cookies = await new Promise((done, fail) =>
      request(`${secure.url}/portal/login`, { method: "POST", headers, ca: secure.ca }, (reply) =>
        done(reply.resume().headers["set-cookie"]),
      )
        .on("error", fail)
        .end(`login=admin&password=${demoPassword}`),
    );
    expect(cookies).toEqual([expect.stringContaining("; Secure")]);
  });

  test("is another after each login, and one that somebody planted is none", async () => {
    const planted = "woori-portal=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    const person = new Visitor(sandbox.url(), planted);
    await person.login("admin");
    expect(person.cookie).not.toBe(planted);
    expect((await new Visitor(sandbox.url(), planted).get("/account")).text).toContain("<h1>로그인</h1>");
    const before = person.cookie;
    const form = formOn(await person.get("/account"), "/logout");
    target(await person.post("/logout", fill(form, {})));
    await person.login("admin");
    expect(person.cookie).not.toBe(before);
    expect((await new Visitor(sandbox.url(), before).get("/account")).text).toContain("<h1>로그인</h1>");
  });

  test("ends everywhere else when the password is changed, and with a locked account", async () => {
    const [here, there] = [await visitor("developer"), await visitor("developer")];
    const password = "another-fake-password";
    const values = { current: demoPassword, password, repeated: password };
    target(await here.submit("/account", "/account", values));
    expect((await here.get("/account")).text).toContain("<h1>내 정보</h1>");
    expect((await there.get("/account")).text).toContain("<h1>로그인</h1>");
    const { text } = await admin.get("/accounts");
    const lock = [...text.matchAll(/<tr>[^]*?<\/tr>/g)].find(([row]) => row.includes(">developer<"))?.[0] ?? "";
    const path = /\/portal(\/accounts\/\d+)\/lock/.exec(lock)?.[1] ?? "";
    target(await admin.submit(`${path}/lock`, `${path}/lock`, {}));
    expect((await here.get("/account")).text).toContain("<h1>로그인</h1>");
    target(await admin.submit("/accounts", `${path}/unlock`, {}));
    developer = await visitorAt(sandbox.url(), "developer", password);
  });
});

describe("a wrong password", () => {
  const tryLogin = async (login: string, password: string): Promise<[number, string]> => {
    const reply = await nobody().submit("/login", "/login", { login, password });
    expect(reply.text).not.toContain(`value="${password}"`);
    return [reply.status, problemsOf(reply.text).join(" ")];
  };

  test("five times holds the account back, whatever comes next; others still log in", async () => {
    const wrong = [401, "아이디나 비밀번호가 맞지 않습니다. 확인하고 다시 입력하십시오."];
    for (let time = 0; time < 5; time += 1) expect(await tryLogin("approver", `wrong-password-${time}`)).toEqual(wrong);
    const held = [429, expect.stringMatching(/\d+초 뒤에 다시 시도하십시오\./)];
    expect(await tryLogin("approver", demoPassword)).toEqual(held);
    expect(await tryLogin("APPROVER", demoPassword)).toEqual(held);
    await visitor("admin");
  });

  test("is looked at five times, also where twenty come at once", async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, () => tryLogin("developer", "wrong-password")));
    expect(replies.filter(([status]) => status === 401)).toHaveLength(5);
    expect(replies.filter(([status]) => status === 429)).toHaveLength(15);
  });

  test("is told as an account that is not there", async () => {
    expect(await tryLogin("nobody.at.all", "wrong-password")).toEqual(await tryLogin("admin", "wrong-password"));
  });

  test("for a secret is throttled too, and shows nothing", async () => {
    const ask = (password: string) => partner.submit(app, `${app}/secret`, { password });
    for (let time = 0; time < 5; time += 1) {
      const { status, text } = await ask("wrong-password");
      expect([status, text]).toEqual([400, expect.not.stringContaining("sandbox-secret-")]);
    }
    const right = await ask(demoPassword);
    expect([right.status, problemsOf(right.text).join(" ")]).toEqual([
      400,
      expect.stringContaining("초 뒤에 다시 시도하십시오."),
    ]);
    expect(right.text).not.toContain("sandbox-secret-");
  });
});

test("a secret is on the page that follows its password, and nowhere else: no list, log, record or answer of the sandbox", async () => {
  const other = await startSandbox({ portal: true });
  onTestFinished(() => other.close());
  const at = (login: string): Promise<Visitor> => visitorAt(other.url, login);
  const people = { partner: await at("partner"), approver: await at("approver"), admin: await at("admin") };
  const path = await appInService(people, "비밀이 있는 앱");
  const shown = (await people.partner.submit(path, `${path}/secret`, { password: demoPassword })).text;
  const [secretKey = ""] = /sandbox-secret-[\w-]+/.exec(shown) ?? [];
  const [appKey = ""] = /sandbox-app-[\w-]+/.exec(shown) ?? [];
  expect(secretKey).not.toBe("");
  const call = {
    method: "POST",
    headers: { appKey, secretKey, "content-type": "application/json" },
    body: sampleRequest(),
  };
  expect((await send(other.url + loanPath, call)).status).toBe(200);
  const texts = [JSON.stringify(other.requests())];
  for (const person of Object.values(people)) for (const { text } of (await pagesOf(person)).values()) texts.push(text);
  for (const place of ["apps", "requests", "scenarios", "health"])
    texts.push((await send(`${other.url}/__sandbox/${place}`, {})).text);
  expect(texts.length).toBeGreaterThan(20);
  for (const text of texts) expect(text).not.toMatch(/sandbox-secret-(?!…)[\w-]{10}/);
});

describe("demo accounts", () => {
  test("are shown where this machine alone can log in, until their passwords are changed", async () => {
    const { text } = await nobody().get("/login");
    expect(text).toContain(demoPassword);
    for (const { login } of demoAccounts.filter((one) => one.login !== "developer"))
      expect(text).toContain(`<code>${login}</code>`);
  });

  test("are neither shown nor taken where other machines can log in", async () => {
    const exposed = await startSandbox({ portal: true, host: "0.0.0.0" });
    onTestFinished(() => exposed.close());
    const url = exposed.url.replace("0.0.0.0", "127.0.0.1");
    const person = new Visitor(url);
    expect((await person.get("/login")).text).not.toContain(demoPassword);
    for (const { login } of demoAccounts) {
      const reply = await person.submit("/login", "/login", { login, password: demoPassword });
      expect([reply.status, reply.headers["set-cookie"], reply.text]).toEqual([
        401,
        undefined,
        expect.stringContaining("데모 비밀번호로 로그인할 수 없습니다."),
      ]);
    }
  });
});

test("every answer forbids inline script and style, frames, and keeping; and no page has any", async () => {
  for (const path of ["/login", "/", "/nothing", "/assets/portal.css", "/apps"]) {
    const { headers } = await partner.get(path);
    const policy = headers["content-security-policy"] ?? "";
    expect([path, policy]).toEqual([path, expect.stringContaining("default-src 'none'")]);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect([headers["x-content-type-options"], headers["x-frame-options"], headers["cache-control"]]).toEqual([
      "nosniff",
      "DENY",
      "no-store",
    ]);
  }
  const pages = await everyPage();
  expect(pages.size).toBeGreaterThan(30);
  for (const [path, text] of pages) {
    const inline =
      /<style|<script(?![^>]*\ssrc=)[^>]*>|\sstyle=|\son\w+=|javascript:|https?:\/\/(?!127\.0\.0\.1)[^\s"]*\.(js|css)/i.exec(
        text,
      );
    expect([path, inline?.[0]]).toEqual([path, undefined]);
  }
});

test("what somebody typed into a login comes back as text", async () => {
  const reply = await nobody().submit("/login", "/login", {
    login: '"><script>alert(1)</script>',
    password: "wrong-password",
  });
  expect([reply.status, reply.text]).toEqual([401, expect.not.stringContaining("<script>alert")]);
});
