import type { IncomingMessage } from "node:http";
import { deleteCookie, setCookie } from "hono/cookie";
import { html } from "hono/html";
import * as v from "valibot";
import {
  accountByLogin,
  changePassword,
  closeSession,
  institutionKindNames,
  institutions,
  openSession,
  roleNames,
  signUp,
} from "../../sandbox/store/accounts.ts";
import { isPassword } from "../../sandbox/store/passwords.ts";
import { demoPassword } from "../../sandbox/store/seed.ts";
import { accountMachine } from "../../sandbox/store/states.ts";
import {
  attempt,
  choice,
  emptyForm,
  type FormState,
  hidden,
  input,
  line,
  type Markup,
  problemSummary,
  readForm,
  rowId,
} from "../kit/form.ts";
import { form, page, redirect } from "../kit/page.ts";
import { field, type FormFields, guarded, open, type SignedInVisit, type Visit } from "../kit/visit.ts";

export const sessionCookie = "woori-portal";

/** The shortest password. */
const leastPassword = 10;

/** The login page. It keeps what a form had sent when its session had ended. */
export function loginPage(
  visit: Visit,
  state: FormState = emptyForm,
  status: 200 | 401 | 429 = 401,
): Response | Promise<Response> {
  const { path } = visit.http.req;
  const isOwn = path === "/portal/login";
  const wanted = isOwn ? field(visit.fields, "next") : path.replace(/^\/portal/, "");
  const kept = isOwn ? field(visit.fields, "kept") : keptOf(visit.fields);
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
  const wait = await visit.limiters.wait(name, address);
  const refused = (problem: string, status: 401 | 429 = 401): Response | Promise<Response> =>
    loginPage(visit, { fields, problems: {}, problem }, status);
  if (wait > 0)
    return refused(`비밀번호를 여러 번 틀려 잠시 로그인할 수 없습니다. ${wait}초 뒤에 다시 시도하십시오.`, 429);
  const account = accountByLogin(store.database, name);
  if (!(await isPassword(field(fields, "password"), account?.passwordHash)) || account === undefined) {
    await visit.limiters.failed(name, address);
    return refused("아이디나 비밀번호가 맞지 않습니다. 확인하고 다시 입력하십시오.");
  }
  if (account.state !== "active")
    return refused(
      account.state === "waiting"
        ? "가입 승인을 기다리는 계정입니다. 관리자가 승인하면 로그인할 수 있습니다."
        : `'${accountMachine.states[account.state].name}' 상태의 계정이므로 로그인할 수 없습니다. 관리자에게 문의하십시오.`,
    );
  if (account.isDemo === 1 && !visit.isLocal)
    return refused(
      "다른 기기에서도 접속할 수 있는 샌드박스에서는 데모 비밀번호로 로그인할 수 없습니다. 같은 데이터 파일(--data)을 127.0.0.1에서 열어 비밀번호를 먼저 변경하십시오.",
    );
  await visit.limiters.succeeded(name);
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

function addressOf({ http }: Visit): string {
  const { incoming } = http.env as { incoming?: IncomingMessage };
  return incoming?.socket.remoteAddress ?? "";
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

/** The fields of a form but its token and passwords. */
function withoutSecrets(fields: FormFields): FormFields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== "csrf" && !/password/i.test(name)));
}

function keptOf(fields: FormFields): string {
  const kept = withoutSecrets(fields);
  return Object.keys(kept).length === 0 ? "" : JSON.stringify(kept);
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

const password = (name: string) =>
  v.pipe(
    v.string(),
    v.check(
      (text) => [...text].length >= leastPassword && [...text].length <= 200,
      `${name} 항목에 ${leastPassword}자 이상 200자 이하로 입력하십시오.`,
    ),
  );

const signUpForm = v.object({
  role: choice("역할", ["partner", "developer", "admin"]),
  institutionId: rowId("기관을 선택하십시오."),
  login: v.pipe(
    line("아이디", 40),
    v.regex(
      /^[a-z][a-z0-9._-]{3,39}$/i,
      "아이디는 영문자로 시작하고 영문자, 숫자, 마침표, 밑줄, 붙임표로 4자 이상 40자 이하로 입력하십시오.",
    ),
  ),
  nickname: line("닉네임", 40),
  email: line("이메일", 100, 0),
  phone: line("휴대전화", 30, 0),
  password: password("비밀번호"),
  repeated: v.string(),
});

function signUpPage(visit: Visit, state: FormState = emptyForm): Response | Promise<Response> {
  const known = institutions(visit.store.database);
  return page(visit, {
    title: "포털 가입",
    status: state === emptyForm ? 200 : 400,
    body: html`<p>가입을 신청하면 관리자가 승인한 뒤에 로그인할 수 있습니다(원문 1.3).</p>
${problemSummary(state)}
${form(
  visit,
  "/sign-up",
  html`${input(state, {
    name: "role",
    label: "역할",
    required: true,
    options: Object.entries(roleNames).map(([value, label]) => ({ value, label })),
    hint: "제휴사는 앱을 등록하고, API개발자는 API를 등록하며, 관리자는 승인합니다.",
  })}
${input(state, {
  name: "institutionId",
  label: "기관",
  required: true,
  options: [
    { value: "", label: "선택하십시오" },
    ...known.map(({ id, name, kind }) => ({ value: String(id), label: `${name} (${institutionKindNames[kind]})` })),
  ],
  hint: "제휴사는 이용기관, API개발자와 관리자는 제공기관에 속합니다. 없는 기관은 관리자가 먼저 등록합니다.",
})}
${input(state, { name: "login", label: "아이디", required: true, autocomplete: "username", maxlength: 40 })}
${input(state, { name: "nickname", label: "닉네임", required: true, maxlength: 40, hint: "승인자 목록에 표시됩니다. 실명을 입력하지 마십시오." })}
${input(state, { name: "email", label: "이메일", maxlength: 100, hint: "비워 두어도 됩니다. 샌드박스는 메일을 보내지 않고 알림함에 표시합니다." })}
${input(state, { name: "phone", label: "휴대전화", maxlength: 30, hint: "비워 두어도 됩니다. 샌드박스는 문자를 보내지 않고 알림함에 표시합니다." })}
${input(state, { name: "password", label: "비밀번호", type: "password", required: true, autocomplete: "new-password", hint: `${leastPassword}자 이상입니다. 다른 곳에서 사용하는 비밀번호를 입력하지 마십시오.` })}
${input(state, { name: "repeated", label: "비밀번호 확인", type: "password", required: true, autocomplete: "new-password" })}
<p><button type="submit">가입 신청</button></p>`,
)}`,
  });
}

async function submitSignUp(visit: Visit): Promise<Response> {
  const read = readForm(signUpForm, visit.fields);
  if ("state" in read) return signUpPage(visit, read.state);
  const { repeated, ...told } = read.values;
  if (repeated !== told.password)
    return signUpPage(visit, {
      fields: visit.fields,
      problems: { repeated: "두 비밀번호가 다릅니다. 같은 비밀번호를 입력하십시오." },
    });
  const refused = await attempt(visit.fields, () => signUp(visit.store.database, told));
  return refused === undefined ? redirect(visit, "/login", "signed-up") : signUpPage(visit, refused);
}

const passwordForm = v.object({
  current: v.pipe(v.string(), v.nonEmpty("지금 비밀번호를 입력하십시오.")),
  password: password("새 비밀번호"),
  repeated: v.string(),
});

function accountPage(visit: SignedInVisit, state: FormState = emptyForm): Response | Promise<Response> {
  const { account } = visit.session;
  return page(visit, {
    title: "내 정보",
    status: state === emptyForm ? 200 : 400,
    body: html`<dl><dt>아이디</dt><dd>${account.login}</dd><dt>닉네임</dt><dd>${account.nickname}</dd>
<dt>역할</dt><dd>${roleNames[account.role]}</dd><dt>기관</dt><dd>${account.institution}</dd></dl>
<h2>비밀번호 변경</h2>
${problemSummary(state)}
${form(
  visit,
  "/account",
  html`${username(visit)}${input(state, { name: "current", label: "지금 비밀번호", type: "password", required: true, autocomplete: "current-password" })}
${input(state, { name: "password", label: "새 비밀번호", type: "password", required: true, autocomplete: "new-password", hint: `${leastPassword}자 이상입니다.` })}
${input(state, { name: "repeated", label: "새 비밀번호 확인", type: "password", required: true, autocomplete: "new-password" })}
<p><button type="submit">비밀번호 변경</button></p>`,
)}`,
  });
}

async function submitPassword(visit: SignedInVisit): Promise<Response> {
  const read = readForm(passwordForm, visit.fields);
  if ("state" in read) return accountPage(visit, read.state);
  const { current, password: wanted, repeated } = read.values;
  const { account, token } = visit.session;
  const wrong = await wrongPassword(visit, current);
  if (wrong !== undefined) return accountPage(visit, { fields: visit.fields, problems: { current: wrong } });
  if (repeated !== wanted)
    return accountPage(visit, {
      fields: visit.fields,
      problems: { repeated: "두 비밀번호가 다릅니다. 같은 비밀번호를 입력하십시오." },
    });
  const refused = await attempt(visit.fields, () => changePassword(visit.store.database, account, wanted, token));
  return refused === undefined ? redirect(visit, "/account", "password-changed") : accountPage(visit, refused);
}

/** Why somebody's password, given once more, is not taken; undefined where it is. It is throttled as a login is. */
export async function wrongPassword(visit: SignedInVisit, given: string): Promise<string | undefined> {
  const { login: name } = visit.session.account;
  const address = addressOf(visit);
  const wait = await visit.limiters.wait(name, address);
  if (wait > 0) return `비밀번호를 여러 번 틀려 잠시 확인할 수 없습니다. ${wait}초 뒤에 다시 시도하십시오.`;
  const account = accountByLogin(visit.store.database, name);
  if (await isPassword(given, account?.passwordHash)) return undefined;
  await visit.limiters.failed(name, address);
  return "비밀번호가 맞지 않습니다. 확인하고 다시 입력하십시오.";
}

/** Tells a browser's password store whose password a form asks for. */
export function username({ session }: SignedInVisit): Markup {
  return html`<input type="text" autocomplete="username" value="${session.account.login}" hidden>`;
}

function logout(visit: SignedInVisit): Response {
  closeSession(visit.store.database, visit.session.token);
  deleteCookie(visit.http, sessionCookie, { path: "/portal" });
  return redirect(visit, "/login", "logged-out");
}

export const loginRoutes = [
  open("GET", "/login", (visit) => loginPage(visit)),
  open("POST", "/login", login),
  open("GET", "/sign-up", (visit) => signUpPage(visit)),
  open("POST", "/sign-up", submitSignUp),
  guarded("POST", "/logout", "signed-in", logout),
  guarded("GET", "/account", "signed-in", (visit) => accountPage(visit)),
  guarded("POST", "/account", "signed-in", submitPassword),
];
