import { html } from "hono/html";
import { oauthMetadataPath, oauthPath, scopesOf } from "../../sandbox/oauth.ts";
import { oauthClient } from "../../sandbox/store/oauth-clients.ts";
import { type LiveToken, liveTokens, revokeToken } from "../../sandbox/store/oauth-records.ts";
import { appFor, type RegisteredApp } from "../../sandbox/store/registered-apps.ts";
import type { Markup } from "../kit/form.ts";
import { button, redirect, table, time } from "../kit/page.ts";
import { field, guarded, idOf, type SignedInVisit } from "../kit/visit.ts";

const kinds: Readonly<Record<LiveToken["kind"], string>> = {
  AccessToken: "액세스 토큰",
  ClientCredentials: "액세스 토큰",
  RefreshToken: "리프레시 토큰",
};

/** The part of an app's page about OAuth: where its server is, and the tokens that live. */
export function oauthSection(visit: SignedInVisit, app: RegisteredApp): Markup {
  const { database } = visit.store;
  const { origin } = new URL(visit.http.req.url);
  const client = oauthClient(database, app.appKey, scopesOf(visit.api));
  const addresses = [
    ["OAuth 서버의 정보(RFC 8414)", origin + oauthMetadataPath],
    ["issuer", origin + oauthPath],
    ["로그인과 동의", `${origin}${oauthPath}/authorize`],
    ["토큰 발급", `${origin}${oauthPath}/token`],
    ["토큰 폐기", `${origin}${oauthPath}/revoke`],
  ];
  return html`<h2>OAuth 2.0</h2>
<p>은행은 OAuth의 주소를 공개하지 않았습니다. 아래는 샌드박스의 주소입니다. client_id는 앱 키, client_secret은 시크릿 키이며 redirect_uri는 OAuth Callback URL과 정확히 일치해야 합니다.</p>
<dl>${addresses.map(([name, url]) => html`<dt>${name}</dt><dd><code>${url}</code></dd>`)}
<dt>발급할 수 있는 scope</dt><dd>${client === undefined ? "없습니다. 승인된 API와 OAuth Scope를 확인하십시오." : client.scopes.map(({ name }) => html`<code>${name}</code> `)}</dd></dl>
<h3>유효한 토큰</h3>
<p>액세스 토큰을 폐기해도 리프레시 토큰으로 새로 받을 수 있습니다. 막으려면 리프레시 토큰도 폐기하십시오.</p>
${table(
  "유효한 토큰",
  ["종류", "고객", "scope", "만료", "비고"],
  liveTokens(database, app.appKey).map(({ id, kind, customer, scope, expiresAt }) => [
    kinds[kind],
    customer ?? "없음(앱의 토큰)",
    scope,
    time(expiresAt),
    button(visit, `/apps/${app.id}/revoke-token`, "폐기", { token: [id] }),
  ]),
  "유효한 토큰이 없습니다.",
)}`;
}

function revoke(visit: SignedInVisit): Response {
  const { database } = visit.store;
  const app = appFor(database, visit.session.account, idOf(visit));
  revokeToken(database, app.appKey, field(visit.fields, "token"));
  return redirect(visit, `/apps/${app.id}`, "token-revoked");
}

export const appTokenRoutes = [guarded("POST", "/apps/:id{[0-9]+}/revoke-token", ["partner"], revoke)];
