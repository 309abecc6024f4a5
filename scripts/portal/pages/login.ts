import { deleteCookie, setCookie } from "hono/cookie";
import { html } from "hono/html";
import { accountByLogin, closeSession, openSession, roleNames } from "../../sandbox/store/accounts.ts";
import { isPassword } from "../../sandbox/store/passwords.ts";
import { demoPassword } from "../../sandbox/store/seed.ts";
import { accountMachine } from "../../sandbox/store/states.ts";
import { emptyForm, type FormState, hidden, input, problemSummary } from "../kit/form.ts";
import { form, page, redirect } from "../kit/page.ts";
import { addressOf } from "../kit/password.ts";
import { field, type FormFields, guarded, open, type SignedInVisit, type Visit } from "../kit/visit.ts";
import * as say from "../messages.ts";

export const sessionCookie = "woori-portal";

/** The login page. It keeps what a form had sent when its session had ended. */
export function loginPage(
  visit: Visit,
  state: FormState = emptyForm,
  status: 200 | 401 | 429 = 401,
): Response | Promise<Response> {
  const { path } = visit.http.req;
  const isOwn = path === "/portal/login";
  const wanted = isOwn ? field(visit.fields, "next") : path.replace(/^\/portal/, "");
  const isSent = !isOwn && visit.http.req.method === "POST";
  const kept = isOwn ? field(visit.fields, "kept") : isSent ? JSON.stringify(withoutSecrets(visit.fields)) : "";
  const isForm = kept !== "";
  return page(visit, {
    title: "로그인",
    status: visit.http.req.method === "POST" ? status : 200,
    body: html`${problemSummary(state)}
${isForm && state === emptyForm ? html`<p class="alert" role="alert">로그인이 만료되어 처리하지 않았습니다. 다시 로그인하면 입력한 내용을 이어서 보낼 수 있습니다.</p>` : ""}
${form(
  visit,
  "/login",
  html`${hidden({ next: [wanted], kept: [kept] })}
${input(state, { name: "login", label: "아이디", required: true, autocomplete: "username", maxlength: 40 })}
${input(state, { name: "password", label: "비밀번호", type: "password", required: true, autocomplete: "current-password" })}
<p><button type="submit">로그인</button> <a href="/portal/sign-up">포털 가입</a></p>`,
)}
${visit.isLocal ? demoList(visit) : ""}`,
  });
}

function demoList({ store }: Visit) {
  const demos = store.database.rows<{ login: string; role: keyof typeof roleNames; nickname: string }>(
    "SELECT login, role, nickname FROM accounts WHERE is_demo = 1 ORDER BY id",
  );
  if (demos.length === 0) return "";
  return html`<h2>데모 계정</h2>
<p>이 기기에서만 접속할 수 있는 샌드박스이므로 표시합니다. 비밀번호는 모두 <code>${demoPassword}</code>입니다.</p>
<ul>${demos.map(({ login, role, nickname }) => html`<li><code>${login}</code>: ${roleNames[role]}, ${nickname}</li>`)}</ul>`;
}

async function login(visit: Visit): Promise<Response> {
  const { store, fields, http } = visit;
  const name = field(fields, "login").trim();
  const address = addressOf(visit);
  const wait = await visit.limiters.start(name, address);
  const refused = (problem: string, status: 401 | 429 = 401): Response | Promise<Response> =>
    loginPage(visit, { fields, problems: {}, problem }, status);
  if (wait > 0) return refused(say.loginPaused(wait), 429);
  const account = accountByLogin(store.database, name);
  if (!(await isPassword(field(fields, "password"), account?.passwordHash)) || account === undefined) {
    return refused(say.wrongLogin);
  }
  await visit.limiters.succeeded(name, address);
  if (account.state !== "active")
    return refused(
      account.state === "waiting" ? say.waitsForAdmin : say.accountInState(accountMachine.states[account.state].name),
    );
  if (account.isDemo === 1 && !visit.isLocal) return refused(say.demoPasswordElsewhere);
  const session = openSession(store.database, account);
  setCookie(http, sessionCookie, session.token, {
    path: "/portal",
    httpOnly: true,
    sameSite: "Strict",
    secure: visit.isSecure,
  });
  const next = field(fields, "next");
  const kept = field(fields, "kept");
  const target = /^\/[\w/-]*$/.test(next) && next !== "/login" ? next : "/";
  if (kept === "") return redirect(visit, target);
  const signedIn: SignedInVisit = { ...visit, session: { ...session, account }, fields: parseKept(kept) };
  return resendPage(signedIn, target);
}

/** Shows what a form had sent, to be sent anew: its session was another's, or had ended. */
export function resendPage(visit: SignedInVisit, action?: string): Response | Promise<Response> {
  const where = action ?? visit.http.req.path.replace(/^\/portal/, "");
  const fields = withoutSecrets(visit.fields);
  return page(visit, {
    title: "이어서 보내기",
    status: action === undefined ? 403 : 200,
    body: html`<p>로그인이 바뀐 화면에서 보낸 내용이므로 아직 처리하지 않았습니다. 아래 내용을 확인하고 이어서 보내십시오.</p>
<dl>${Object.entries(fields)
      .filter(([, values]) => values.some((value) => value !== ""))
      .map(([name, values]) => html`<dt>${name}</dt><dd>${values.join(", ")}</dd>`)}</dl>
${form(visit, where, html`${hidden(fields)}<button type="submit">이어서 보내기</button> <a href="/portal/">보내지 않기</a>`)}`,
  });
}

/** The fields that no page gives back: a session's token, and passwords. */
const secretFields = ["csrf", "password", "repeated", "current"];

/** The fields of a form but its token and passwords. */
function withoutSecrets(fields: FormFields): FormFields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !secretFields.includes(name)));
}

function parseKept(text: string): FormFields {
  try {
    const value = JSON.parse(text) as Record<string, unknown>;
    return Object.fromEntries(
      Object.entries(value).map(([name, values]) => [
        name,
        Array.isArray(values) ? values.filter((one) => typeof one === "string") : [],
      ]),
    );
  } catch {
    return {};
  }
}

function logout(visit: SignedInVisit): Response {
  closeSession(visit.store.database, visit.session.token);
  deleteCookie(visit.http, sessionCookie, { path: "/portal" });
  return redirect(visit, "/login", "logged-out");
}

export const loginRoutes = [
  open("GET", "/login", (visit) => loginPage(visit)),
  open("POST", "/login", login),
  guarded("POST", "/logout", "signed-in", logout),
];
