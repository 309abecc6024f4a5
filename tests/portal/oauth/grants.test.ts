import * as client from "openid-client";
import { beforeAll, describe, expect, test } from "vitest";
import { api } from "../../support/bundle.ts";
import { scopesOf } from "../../../scripts/sandbox/oauth.ts";
import { callLoan } from "../../support/loan.ts";
import { appOf, authorization, callHeaders, decide, exchange, tokensOf, useOauth } from "../../support/oauth.ts";

const sandbox = useOauth();
const { url, discover } = sandbox;
const everyScope = scopesOf(api).map(({ name }) => name);
const [confidential, open, native, narrow] = (["CONFIDENTIAL", "PUBLIC", "NATIVE", "NARROW"] as const).map(appOf) as [
  ReturnType<typeof appOf>,
  ReturnType<typeof appOf>,
  ReturnType<typeof appOf>,
  ReturnType<typeof appOf>,
];
beforeAll(async () => {
  for (const app of [confidential, open, native, narrow]) await sandbox.customer(app, "hong");
});

/** The error of a token endpoint. */
async function refusalOf(grant: Promise<unknown>): Promise<string> {
  const error: unknown = await grant.then(
    () => new Error("it was granted"),
    (thrown: unknown) => thrown,
  );
  if (error instanceof client.ResponseBodyError) return error.error;
  throw error;
}

test("the metadata names the sandbox's own addresses, which lie below the issuer", async () => {
  const metadata = (await discover(open)).serverMetadata();
  expect(metadata).toMatchObject({
    issuer: `${url()}/__sandbox/oauth`,
    response_types_supported: ["code"],
    code_challenge_methods_supported: ["S256"],
    scopes_supported: everyScope,
  });
  for (const endpoint of ["authorization", "token", "revocation", "introspection"])
    expect(metadata[`${endpoint}_endpoint`]).toMatch(`${url()}/__sandbox/oauth/`);
});

describe.each([
  ["a confidential app", confidential],
  ["a public app", open],
  ["an app with a scheme of its own", native],
])("%s, by code and PKCE", (_name, app) => {
  test("gets tokens for everything it may call, and calls with them", async () => {
    const tokens = await tokensOf(await discover(app), app, url());
    expect(tokens).toMatchObject({ token_type: "bearer", scope: everyScope.join(" "), expires_in: 3600 });
    expect(await callLoan(url(), { headers: callHeaders(app, tokens.access_token) })).toMatchObject({ status: 200 });
  });

  test("calls with what a refresh gave", async () => {
    const config = await discover(app);
    const { refresh_token: first = "" } = await tokensOf(config, app, url());
    const tokens = await client.refreshTokenGrant(config, first);
    expect(await callLoan(url(), { headers: callHeaders(app, tokens.access_token) })).toMatchObject({ status: 200 });
  });

  test("is refused with a verifier that is not its own", async () => {
    const begun = await authorization(await discover(app), app);
    const callback = await decide(begun, url());
    const verifier = client.randomPKCECodeVerifier();
    expect(await refusalOf(exchange({ ...begun, verifier }, callback))).toBe("invalid_grant");
  });

  test("loses what a code gave when the code comes again", async () => {
    const begun = await authorization(await discover(app), app);
    const callback = await decide(begun, url());
    const { access_token: token } = await exchange(begun, callback);
    expect(await refusalOf(exchange(begun, callback))).toBe("invalid_grant");
    expect(await callLoan(url(), { headers: callHeaders(app, token) })).toMatchObject({ status: 401 });
  });

  test("gets the narrower scope that it asks for", async () => {
    const tokens = await tokensOf(await discover(app), app, url(), { scope: "checkToken" });
    expect(tokens.scope).toBe("checkToken");
  });

  test("is called back with access_denied where the customer refuses", async () => {
    const begun = await authorization(await discover(app), app);
    const { searchParams } = await decide(begun, url(), { decision: "refuse" });
    expect([searchParams.get("error"), searchParams.get("state"), searchParams.get("code")]).toEqual([
      "access_denied",
      begun.state,
      null,
    ]);
  });
});

test("a public app has a new refresh token each time; the old one ends all of them", async () => {
  const config = await discover(open);
  const { refresh_token: first = "" } = await tokensOf(config, open, url());
  const { refresh_token: second = "", access_token: token } = await client.refreshTokenGrant(config, first);
  expect(second).not.toBe(first);
  expect(await refusalOf(client.refreshTokenGrant(config, first))).toBe("invalid_grant");
  expect(await refusalOf(client.refreshTokenGrant(config, second))).toBe("invalid_grant");
  expect(await callLoan(url(), { headers: callHeaders(open, token) })).toMatchObject({ status: 401 });
});

test("a public app must use PKCE, and gets no token for itself", async () => {
  const config = await discover(open);
  const { href } = client.buildAuthorizationUrl(config, { redirect_uri: open.callbackUrl, state: "x" });
  const reply = await fetch(href, { redirect: "manual" });
  expect(new URL(reply.headers.get("location") ?? "").searchParams.get("error")).toBe("invalid_request");
  expect(await refusalOf(client.clientCredentialsGrant(config))).toBe("invalid_request");
});

test.each([client.ClientSecretBasic, client.ClientSecretPost])(
  "a confidential app gets a token for itself with its secret (%o)",
  async (authenticate) => {
    const config = await discover(confidential);
    const own = new client.Configuration(
      config.serverMetadata(),
      confidential.appKey,
      {},
      authenticate(confidential.secretKey),
    );
    client.allowInsecureRequests(own);
    const { access_token: token, scope, refresh_token: refresh } = await client.clientCredentialsGrant(own);
    expect([scope, refresh]).toEqual([everyScope.join(" "), undefined]);
    expect(await callLoan(url(), { headers: callHeaders(confidential, token) })).toMatchObject({ status: 200 });
    const wrong = new client.Configuration(config.serverMetadata(), confidential.appKey, {}, authenticate("wrong"));
    client.allowInsecureRequests(wrong);
    await expect(client.clientCredentialsGrant(wrong)).rejects.toMatchObject({ status: 401 });
  },
);

test.each(["unknown", "openid", "checkToken unknown"])("no app gets the scope %s", async (scope) => {
  const config = await discover(confidential);
  expect(await refusalOf(client.clientCredentialsGrant(config, { scope }))).toBe("invalid_scope");
  const { url: asked } = await authorization(config, confidential, { scope });
  const reply = await fetch(asked, { redirect: "manual" });
  expect(new URL(reply.headers.get("location") ?? "").searchParams.get("error")).toBe("invalid_scope");
});

test("an app's OAuth Scope is all that its tokens have, and all that it may ask for", async () => {
  const config = await discover(narrow);
  expect((await client.clientCredentialsGrant(config)).scope).toBe("checkToken");
  const beyond = everyScope.find((name) => name !== "checkToken") ?? "";
  expect(await refusalOf(client.clientCredentialsGrant(config, { scope: beyond }))).toBe("invalid_scope");
});
