import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import { html } from "hono/html";
import { errors, type Interaction, type Provider } from "oidc-provider";
import { root } from "../../lib/paths.ts";
import { reportDefect } from "../../lib/user-error.ts";
import { oauthPath, type Scope } from "../../sandbox/oauth.ts";
import { type Customer, customerByLogin, customersOf } from "../../sandbox/store/customers.ts";
import { type OauthClient, oauthClient } from "../../sandbox/store/oauth-clients.ts";
import { hashPassword, isPassword } from "../../sandbox/store/passwords.ts";
import { demoPassword } from "../../sandbox/store/seed.ts";
import type { OauthContext } from "../../sandbox/start.ts";
import { emptyForm, type FormState, input, type Markup, problemSummary } from "../kit/form.ts";
import { Limiters } from "../kit/limiters.ts";
import { errorPage, isForeseen } from "./error-page.ts";
import { layout, pageHeaders } from "./layout.ts";
import * as say from "../messages.ts";

/** The most bytes of a form. */
const maxForm = 16 * 1024;

/** A request to a page, with the node:http objects that the provider reads cookies from. */
type Http = Context<{ Bindings: { incoming: IncomingMessage; outgoing: ServerResponse } }>;

interface Asked {
  provider: Provider;
  interaction: Interaction;
  appKey: string;
  app: OauthClient;
  /** What the app asks for. */
  scopes: readonly Scope[];
}

/** The page where a customer of the sandbox logs in and consents, and what it looks like. */
export function interactionPages(
  { store, isLocal }: OauthContext,
  known: readonly Scope[],
  providerOf: (request: IncomingMessage) => Provider,
): Hono<{ Bindings: { incoming: IncomingMessage; outgoing: ServerResponse } }> {
  const { database } = store;
  const limiters = new Limiters();
  let ownHash: Promise<string> | undefined;

  /** @throws {Error} of the provider's where the page has expired */
  const askedOf = async (http: Http): Promise<Asked> => {
    const { incoming, outgoing } = http.env;
    const provider = providerOf(incoming);
    const interaction = await provider.interactionDetails(incoming, outgoing);
    const { client_id: appKey = "", scope = "" } = interaction.params;
    const app = oauthClient(database, appKey, known);
    if (app === undefined || interaction.uid !== http.req.param("uid"))
      throw new errors.SessionNotFound("the app no longer serves");
    const names = scope.split(" ");
    return { provider, interaction, appKey, app, scopes: app.scopes.filter(({ name }) => names.includes(name)) };
  };

  /** The customer whose login and password a form has; a sentence where there is none. */
  const customerOf = async (
    app: OauthClient,
    given: { login: string; password: string; address: string },
  ): Promise<Customer | { problem: string; status: 401 | 429 }> => {
    const { login, password, address } = given;
    const account = `${app.id} ${login}`;
    const wait = await limiters.start(account, address);
    if (wait > 0) return { problem: say.loginPaused(wait), status: 429 };
    const customer = customerByLogin(database, app.id, login);
    const hash = customer === undefined || !isLocal ? undefined : (ownHash ??= hashPassword(demoPassword));
    const isRight = await isPassword(password, customer?.passwordHash ?? (await hash));
    if (customer === undefined || !isRight)
      return {
        problem: customer?.passwordHash === null && !isLocal ? say.defaultPasswordElsewhere : say.wrongCustomer,
        status: 401,
      };
    await limiters.succeeded(account, address);
    return customer;
  };

  const show = (http: Http, asked: Asked, state: FormState, status: 200 | 401 | 429 = 200): Response =>
    http.body(
      String(
        layout("고객 로그인과 동의", pageOf(asked, state, isLocal ? customersOf(database, asked.app.id) : undefined)),
      ),
      status,
      pageHeaders(asked.interaction.params["redirect_uri"]),
    );

  /** Leads on, with what the customer decided. */
  const finish = async (http: Http, { provider }: Asked, result: object): Promise<Response> => {
    const options = { mergeWithLastSubmission: false };
    const target = await provider.interactionResult(http.env.incoming, http.env.outgoing, result, options);
    return http.redirect(target, 303);
  };

  const submit = async (http: Http): Promise<Response> => {
    const asked = await askedOf(http);
    const { decision, login, password } = await textsOf(http);
    if (decision !== "agree")
      return finish(http, asked, { error: "access_denied", error_description: "the customer refused" });
    const address = http.env.incoming.socket.remoteAddress ?? "";
    const found = await customerOf(asked.app, { login, password, address });
    if ("problem" in found)
      return show(http, asked, { fields: { login: [login] }, problems: {}, problem: found.problem }, found.status);
    const accountId = String(found.id);
    const grant = new asked.provider.Grant({ accountId, clientId: asked.appKey });
    grant.addOIDCScope(asked.scopes.map(({ name }) => name).join(" "));
    return finish(http, asked, { login: { accountId, remember: false }, consent: { grantId: await grant.save() } });
  };

  const app = new Hono<{ Bindings: { incoming: IncomingMessage; outgoing: ServerResponse } }>().basePath(oauthPath);
  for (const name of ["look.css", "portal.css"]) {
    const text = readFileSync(join(root, "scripts/portal/assets", name), "utf8");
    app.get(`/assets/${name}`, (http) => http.body(text, 200, { "content-type": "text/css; charset=utf-8" }));
  }
  app.use(csrf(), bodyLimit({ maxSize: maxForm }));
  app.get("/interaction/:uid", async (http) => show(http, await askedOf(http), emptyForm));
  app.post("/interaction/:uid", submit);
  app.onError((error, http) => {
    const isOurs = !isForeseen(error);
    if (isOurs) reportDefect(say.oauthDefect, error);
    const told = isOurs ? "server_error" : "invalid_request";
    return http.body(String(errorPage({ error: told }, error)), isOurs ? 500 : 400, pageHeaders());
  });
  return app;
}

async function textsOf(http: Http): Promise<{ decision: string; login: string; password: string }> {
  const body = await http.req.parseBody().catch(() => ({}) as Record<string, never>);
  const text = (name: string): string => (typeof body[name] === "string" ? body[name] : "");
  return { decision: text("decision"), login: text("login").trim(), password: text("password") };
}

/** Who asks, what for, and the form. */
function pageOf(
  { app, interaction, scopes }: Asked,
  state: FormState,
  customers: readonly Customer[] | undefined,
): Markup {
  return html`${problemSummary(state)}
<p>아래 앱에서 고객의 정보를 조회하려고 합니다. 동의하면 로그인한 고객의 액세스 토큰이 앱에 발급됩니다.</p>
<dl>
<dt>앱이름</dt><dd>${app.name}</dd>
<dt>등록기관</dt><dd>${app.institution}</dd>
<dt>조회할 API</dt><dd><ul>${scopes.map(({ name, title }) => html`<li>${title} <code>${name}</code></li>`)}</ul></dd>
<dt>돌아갈 주소</dt><dd><code>${interaction.params["redirect_uri"]}</code></dd>
</dl>
<form method="post" action="${oauthPath}/interaction/${interaction.uid}">
${input(state, { name: "login", label: "고객 아이디", required: true, autocomplete: "username", maxlength: 100 })}
${input(state, { name: "password", label: "비밀번호", type: "password", required: true, autocomplete: "current-password" })}
<p><button type="submit" name="decision" value="agree">로그인하고 동의</button> <button type="submit" name="decision" value="refuse" class="second" formnovalidate>거부</button></p>
</form>
${customers === undefined ? "" : customerList(customers)}`;
}

/** Who can log in, for this machine alone. */
function customerList(customers: readonly Customer[]): Markup {
  if (customers.length === 0)
    return html`<h2>이 앱의 고객</h2><p>고객이 없는 앱이므로 아무도 로그인할 수 없습니다. 이 앱의 고객을 먼저 등록하십시오.</p>`;
  return html`<h2>이 앱의 고객</h2>
<p>이 기기에서만 접속할 수 있는 샌드박스이므로 표시합니다. 비밀번호를 따로 지정하지 않은 고객의 비밀번호는 <code>${demoPassword}</code>입니다.</p>
<ul>${customers.slice(0, 20).map(({ login, name, passwordHash }) => html`<li><code>${login}</code>: ${name}${passwordHash === null ? "" : " (비밀번호를 따로 지정)"}</li>`)}</ul>`;
}
