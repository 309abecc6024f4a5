import { beforeAll, describe, expect, test } from "vitest";
import { appOf, authorization, type Authorization, decide, exchange, useOauth } from "../../support/oauth.ts";
import { Customer } from "../../support/customer.ts";
import { type Reply, send } from "../../support/http.ts";
import { problemsOf } from "../../support/portal.ts";

const sandbox = useOauth();
const { url, discover } = sandbox;
const [confidential, other, open, nowhere] = [appOf("CONFIDENTIAL"), appOf("OTHER"), appOf("PUBLIC"), appOf("NOWHERE")];
beforeAll(async () => {
  await sandbox.customer(confidential, "hong");
  await sandbox.customer(confidential, "kim", "correct horse battery");
  await sandbox.customer(other, "choi");
});

const begin = async (app = confidential): Promise<Authorization> => authorization(await discover(app), app);
const text = (html: string): string => html.replaceAll(/<[^>]+>/g, "").replaceAll(/\s+/g, " ");

test("the page tells who asks, what for, where it leads, and that it is the sandbox's", async () => {
  const page = text((await new Customer(url()).open((await begin()).url)).text);
  for (const one of [
    "비공개 앱",
    "샌드박스 핀테크",
    "대출기본정보",
    "토큰",
    confidential.callbackUrl,
    "은행의 화면이 아니라",
  ])
    expect(page).toContain(one);
  expect(page).not.toContain(confidential.secretKey);
});

test("a customer with a password of its own logs in with that one alone", async () => {
  const begun = await begin();
  await expect(decide(begun, url(), { login: "kim" })).rejects.toThrow("고객 아이디나 비밀번호가 맞지 않습니다");
  const callback = await decide(begun, url(), { login: "kim", password: "correct horse battery" });
  expect(await exchange(begun, callback)).toMatchObject({ token_type: "bearer" });
});

test("a customer of another app is nobody here", async () => {
  await expect(decide(await begin(), url(), { login: "choi" })).rejects.toThrow(
    "고객 아이디나 비밀번호가 맞지 않습니다",
  );
});

test("an app asks for the login anew, also in a browser where somebody has just consented", async () => {
  const customer = new Customer(url());
  const first = await customer.send(await customer.open((await begin()).url), {
    login: "hong",
    password: "sandbox-demo",
    decision: "agree",
  });
  expect(first.headers.location).toContain("code=");
  const begun = await begin();
  const second = await customer.send(await customer.open(begun.url), {
    login: "kim",
    password: "correct horse battery",
    decision: "agree",
  });
  expect(second.headers.location).toContain("code=");
  const silent = await customer.open(
    (await authorization(await discover(confidential), confidential, { prompt: "none" })).url,
  );
  expect(silent.headers.location).toContain("error=login_required");
});

test("a password is guessed five times a minute, no more", async () => {
  const customer = new Customer(url());
  let page = await customer.open((await begin(other)).url);
  for (let tries = 0; tries < 6; tries += 1)
    page = await customer.send(page, { login: "choi", password: "wrong", decision: "agree" });
  expect([page.status, problemsOf(page.text)]).toEqual([429, [expect.stringContaining("뒤에 다시 시도하십시오.")]]);
});

describe("an address that is not letter by letter the registered one leads nowhere:", () => {
  test.each([
    ["a slash more", `${confidential.callbackUrl}/`],
    ["another port", "http://127.0.0.1:10/Callback"],
    ["no port", "http://127.0.0.1/Callback"],
    ["another case", "http://127.0.0.1:9/callback"],
    ["a query more", `${confidential.callbackUrl}?next=1`],
    ["a host that ends alike", "http://127.0.0.1:9.example/Callback"],
    ["an escape", "http://127.0.0.1:9/%43allback"],
    ["another app's", other.callbackUrl],
  ])("%s", async (_name, redirect) => {
    const { url: asked } = await authorization(await discover(confidential), confidential, { redirect_uri: redirect });
    const page = await new Customer(url()).open(asked);
    expect([page.status, page.headers.location]).toEqual([400, undefined]);
    expect(text(page.text)).toContain("redirect_uri가 앱에 등록된 OAuth Callback URL과 다릅니다.");
  });
});

test.each([
  ["of no app", { ...confidential, appKey: "nobody" }, "client_id의 앱을 찾을 수 없습니다."],
  ["without a callback", { ...nowhere, callbackUrl: "http://127.0.0.1:9/" }, "redirect_uri가"],
] as const)("a request %s is told what to do", async (_name, app, sentence) => {
  const { url: asked } = await authorization(await discover(confidential), app, { client_id: app.appKey });
  const page = await new Customer(url()).open(asked);
  expect([page.status, text(page.text)]).toEqual([400, expect.stringContaining(sentence)]);
});

test("a login page that was used, or came from elsewhere, is told as expired", async () => {
  const customer = new Customer(url());
  const page = await customer.open((await begin()).url);
  const values = { login: "hong", password: "sandbox-demo", decision: "agree" };
  await customer.send(page, values);
  for (const again of [await customer.send(page, values), await new Customer(url()).send(page, values)])
    expect([again.status, text(again.text)]).toEqual([400, expect.stringContaining("로그인을 다시 시작하십시오.")]);
});

test("a form of another site is not taken", async () => {
  const customer = new Customer(url());
  const page = await customer.open((await begin()).url);
  const [, action = ""] = /action="([^"]+)"/.exec(page.text) ?? [];
  const headers = { "content-type": "application/x-www-form-urlencoded", origin: "https://elsewhere.example" };
  const reply = await customer.open(action, {
    method: "POST",
    headers,
    body: "login=hong&password=sandbox-demo&decision=agree",
  });
  expect([reply.status, reply.headers.location]).toEqual([400, undefined]);
  expect(text(reply.text)).toContain("다른 사이트에서 보냈거나");
});

test("a page of the public app's own origin may ask for tokens, another one may not read them", async () => {
  const metadata = (await discover(open)).serverMetadata();
  const ask = (origin: string, appKey: string): Promise<Response> =>
    fetch(metadata.token_endpoint ?? "", {
      method: "POST",
      headers: { origin },
      body: new URLSearchParams({ grant_type: "refresh_token", refresh_token: "none", client_id: appKey }),
    });
  const own = await ask(new URL(open.callbackUrl).origin, open.appKey);
  expect([own.headers.get("access-control-allow-origin"), ((await own.json()) as { error: string }).error]).toEqual([
    "http://127.0.0.1:9",
    "invalid_grant",
  ]);
  expect((await ask("https://elsewhere.example", open.appKey)).headers.get("access-control-allow-origin")).toBeNull();
  const preflight = await fetch(metadata.revocation_endpoint ?? "", {
    method: "OPTIONS",
    headers: { origin: "http://127.0.0.1:9", "access-control-request-method": "POST" },
  });
  expect([preflight.status, preflight.headers.get("access-control-allow-origin")]).toEqual([204, "http://127.0.0.1:9"]);
});

test("a token is the same by whichever name the server was called", async () => {
  const { port } = new URL(url());
  const path = `${url()}/__sandbox/oauth`;
  const ask = (endpoint: string, host: string, fields: Record<string, string>): Promise<Reply> =>
    send(`${path}/${endpoint}`, {
      method: "POST",
      headers: { host: `${host}:${port}`, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({
        client_id: confidential.appKey,
        client_secret: confidential.secretKey,
        ...fields,
      }).toString(),
    });
  const issued = await ask("token", "localhost", { grant_type: "client_credentials" });
  const { access_token: token } = issued.json() as { access_token: string };
  expect((await ask("introspect", "127.0.0.1", { token })).json()).toMatchObject({ active: true });
  const metadata = await send(`${url()}/.well-known/oauth-authorization-server/__sandbox/oauth`, {
    headers: { host: `localhost:${port}` },
  });
  expect(metadata.json()).toMatchObject({ issuer: `http://localhost:${port}/__sandbox/oauth` });
});

test("the server answers to its own names alone", async () => {
  const reply = await new Customer(url()).open("/__sandbox/oauth/.well-known/openid-configuration", {
    headers: { host: "elsewhere.example" },
  });
  expect([reply.status, reply.contentType]).toEqual([404, "application/json"]);
});
