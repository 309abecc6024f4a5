import * as client from "openid-client";
import { beforeAll, describe, expect, test } from "vitest";
import { deleteCustomer } from "../../../scripts/sandbox/store/customers.ts";
import { expectError } from "../../support/envelope.ts";
import type { Reply } from "../../support/http.ts";
import { callLoan } from "../../support/loan.ts";
import { appOf, callHeaders, checkToken, type TestApp, tokensOf, useOauth } from "../../support/oauth.ts";

const sandbox = useOauth();
const { url, discover, database } = sandbox;
const [confidential, other, narrow] = [appOf("CONFIDENTIAL"), appOf("OTHER"), appOf("NARROW")];
beforeAll(async () => {
  for (const app of [confidential, other]) await sandbox.customer(app, "hong");
});

const call = (app: TestApp, token: string): Promise<Reply> => callLoan(url(), { headers: callHeaders(app, token) });

/** The one sentence that a token was refused with, and the challenge beside it. */
function refused(reply: Reply): { text: string; challenge: string } {
  const [text = "", ...more] = expectError(reply, 401, "SYSCD03001");
  expect(more).toEqual([]);
  return { text, challenge: reply.headers["www-authenticate"] ?? "" };
}

test("a token of the loan operation also opens tokencheck", async () => {
  const { access_token: token } = await client.clientCredentialsGrant(await discover(confidential));
  expect(await checkToken(url(), confidential, token)).toMatchObject({ status: 200 });
});

test("a token without the API's scope is told as that, by RFC 6750's error", async () => {
  const { access_token: token } = await client.clientCredentialsGrant(await discover(narrow));
  expect(await checkToken(url(), narrow, token)).toMatchObject({ status: 200 });
  const { text, challenge } = refused(await call(narrow, token));
  expect(text).toMatch(/^Authorization: .*scope\(\w+\)가 없습니다\./);
  expect(challenge).toMatch(/Bearer realm="sandbox", error="insufficient_scope", scope="\w+"/);
});

describe("a token is refused, and told why,", () => {
  test.each<[string, string, (token: string) => Promise<[app: TestApp, token: string]>]>([
    ["of another app", "다른 앱에 발급된 액세스 토큰입니다.", async (token) => [other, token]],
    ["that nobody issued", "이 앱에 발급되지 않은 액세스 토큰입니다.", async (token) => [confidential, `${token}x`]],
    [
      "that was revoked",
      "폐기된 액세스 토큰입니다.",
      async (token) => {
        await client.tokenRevocation(await discover(confidential), token);
        return [confidential, token];
      },
    ],
    [
      "that has expired",
      "만료된 액세스 토큰입니다.",
      async (token) => {
        database().transaction(() =>
          database().change("UPDATE oauth_records SET expires_at = 1 WHERE revoked_at IS NULL"),
        );
        return [confidential, token];
      },
    ],
  ])("%s", async (_name, sentence, change) => {
    const { access_token: token } = await tokensOf(await discover(confidential), confidential, url());
    expect(await call(confidential, token)).toMatchObject({ status: 200 });
    const { text, challenge } = refused(await call(...(await change(token))));
    expect(text).toContain(`Authorization: ${sentence}`);
    expect(challenge).toContain('Bearer realm="sandbox", error="invalid_token"');
  });
});

test("revoking a refresh token ends the access tokens that came with it", async () => {
  const config = await discover(confidential);
  const { access_token: token, refresh_token: refresh = "" } = await tokensOf(config, confidential, url());
  await client.tokenRevocation(config, refresh);
  refused(await call(confidential, token));
  await expect(client.refreshTokenGrant(config, refresh)).rejects.toMatchObject({ error: "invalid_grant" });
});

test("introspection tells an app of its own tokens alone", async () => {
  const { access_token: token } = await tokensOf(await discover(confidential), confidential, url());
  expect(await client.tokenIntrospection(await discover(confidential), token)).toMatchObject({ active: true });
  expect(await client.tokenIntrospection(await discover(other), token)).toEqual({ active: false });
});

test("a customer who is deleted takes every token along", async () => {
  const config = await discover(confidential);
  const id = await sandbox.customer(confidential, "leaving");
  const { access_token: token, refresh_token: refresh = "" } = await tokensOf(config, confidential, url(), {
    login: "leaving",
  });
  const appId = database().row<{ id: number }>("SELECT app_id AS id FROM customers WHERE id = :id", { id })?.id ?? 0;
  deleteCustomer(database(), { id, appId });
  refused(await call(confidential, token));
  await expect(client.refreshTokenGrant(config, refresh)).rejects.toMatchObject({ error: "invalid_grant" });
});
