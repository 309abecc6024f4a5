import { html } from "hono/html";
import { scopeText } from "../../sandbox/oauth.ts";
import { exampleRequestText } from "../example-call.ts";
import { hasKeys, rotateKeys, secretOf } from "../../sandbox/store/app-keys.ts";
import { approvalsOf, approvalStateNames } from "../../sandbox/store/approvals.ts";
import {
  appFor,
  appTypeNames,
  changeApp,
  type ChosenApi,
  chosenApis,
  isToBeApproved,
  listApps,
  type RegisteredApp,
} from "../../sandbox/store/registered-apps.ts";
import { appMachine } from "../../sandbox/store/states.ts";
import { emptyForm, type FormState, input, type Markup, problemSummary } from "../kit/form.ts";
import { dayOf, startOf } from "../kit/korean-time.ts";
import { button, form, page, pager, redirect, table, time } from "../kit/page.ts";
import { oauthSection } from "./app-tokens.ts";
import { field, guarded, idOf, type SignedInVisit } from "../kit/visit.ts";
import { username, wrongPassword } from "../kit/password.ts";
import * as say from "../messages.ts";
import { confirmation } from "../kit/confirmation.ts";

const perPage = 20;

/** 관리 > 앱 관리 > 내가 만든 앱 (2.3). */
function appsPage(visit: SignedInVisit): Response | Promise<Response> {
  const filter = filterOf(visit);
  const { apps, count, pages, current } = appsOn(visit, { ...filter, ownerId: visit.session.account.id });
  return page(visit, {
    title: "내가 만든 앱",
    body: html`<p>API 이용을 위해 앱을 등록하고 API를 설정할 수 있습니다.</p>
<p><a class="action" href="/portal/apps/new">앱 등록</a></p>
${filterForm("/apps", filter)}
<p>총 ${count}개의 앱이 있습니다.</p>
${table(
  "앱 목록",
  ["앱이름", "앱설명", "등록기관", "API개수", "상태", "비고"],
  apps.map((app) => [
    html`<a href="/portal/apps/${app.id}">${app.name}</a>`,
    app.description,
    app.institution,
    app.apiCount,
    appMachine.states[app.state].name,
    appButtons(visit, app),
  ]),
  "조건에 맞는 앱이 없습니다. 조건을 바꾸거나 앱을 등록하십시오.",
)}
${pager("/apps", filter, { page: current, pages })}`,
  });
}

/** What a list of apps is narrowed by, as the address says it. */
export function filterOf({ http }: SignedInVisit): { from: string; to: string; state: string; name: string } {
  const state = http.req.query("state") ?? "";
  return {
    from: dayOf(http.req.query("from")),
    to: dayOf(http.req.query("to")),
    state: Object.hasOwn(appMachine.states, state) ? state : "",
    name: (http.req.query("name") ?? "").slice(0, 100),
  };
}

/** The page of a list of apps that the address asks for. */
export function appsOn({ http, store }: SignedInVisit, filter: Parameters<typeof listApps>[1]) {
  const wanted = Number(http.req.query("page") ?? 1);
  const current = Number.isSafeInteger(wanted) && wanted > 0 ? wanted : 1;
  const times = { from: startOf(filter.from ?? ""), to: startOf(filter.to ?? "", 1) };
  const { apps, count } = listApps(
    store.database,
    { ...filter, ...times },
    { offset: (current - 1) * perPage, limit: perPage },
  );
  return { apps, count, current, pages: Math.ceil(count / perPage) };
}

/** The form that narrows a list of apps: 기간, 앱 상태, 앱이름. */
export function filterForm(path: string, filter: Record<"from" | "to" | "state" | "name", string>): Markup {
  const state: FormState = {
    fields: Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, [value]])),
    problems: {},
  };
  return html`<form class="filter" method="get" action="/portal${path}" role="search">
${input(state, { name: "from", label: "기간 시작", type: "date" })}
${input(state, { name: "to", label: "기간 끝", type: "date" })}
${input(state, {
  name: "state",
  label: "앱 상태",
  options: [
    { value: "", label: "전체" },
    ...Object.entries(appMachine.states)
      .filter(([name]) => name !== "deleted")
      .map(([value, { name }]) => ({ value, label: name })),
  ],
})}
${input(state, { name: "name", label: "앱이름", maxlength: 100 })}
<button type="submit">검색</button>
</form>`;
}

function appButtons(visit: SignedInVisit, app: RegisteredApp): Markup {
  const { id, state } = app;
  const may = (event: "edit" | "withdraw" | "delete"): boolean => appMachine.allows(state, event);
  return html`<span class="buttons">
${isToBeApproved(app) ? html`<a class="action" href="/portal/apps/${id}/request">승인요청</a>` : ""}
${may("withdraw") ? button(visit, `/apps/${id}/withdraw`, "승인요청 취소") : ""}
${may("edit") ? html`<a class="action" href="/portal/apps/${id}/edit">수정</a>` : ""}
${may("delete") ? html`<a class="action" href="/portal/apps/${id}/delete">삭제</a>` : ""}
</span>`;
}

/** What the gateway knows of an API that an app has chosen. */
export function reflectionOf({ approvedPlanId, planId }: Pick<ChosenApi, "approvedPlanId" | "planId">): string {
  if (approvedPlanId === null) return "승인 전";
  return approvedPlanId === planId ? "반영됨" : "이전 플랜 사용 중";
}

/** 상세조회 (2.5). The secret is shown once its password was given. */
function appPage(
  visit: SignedInVisit,
  state: FormState = emptyForm,
  secret?: { value: string | null },
): Response | Promise<Response> {
  const { database } = visit.store;
  const app = appFor(database, visit.session.account, idOf(visit));
  const chosen = chosenApis(database, app.id);
  const keys = hasKeys(app.state);
  return page(visit, {
    title: "상세조회",
    status: state === emptyForm ? 200 : 400,
    body: html`${problemSummary(state)}
<dl>
<dt>앱이름</dt><dd>${app.name}</dd>
<dt>앱설명</dt><dd class="lines">${app.description}</dd>
<dt>등록기관</dt><dd>${app.institution}</dd>
<dt>상태</dt><dd>${appMachine.states[app.state].name}. ${appMachine.states[app.state].means}</dd>
<dt>OAuth Callback URL</dt><dd>${app.callbackUrl}</dd>
<dt>OAuth Scope</dt><dd>${scopeText(app)}</dd>
<dt>OAuth Type</dt><dd>${appTypeNames[app.type]}</dd>
<dt>앱 키</dt><dd>${keys ? html`<code id="app-key">${app.appKey}</code>` : "서비스 중일 때 표시됩니다."}</dd>
<dt>앱 시크릿</dt><dd>${secret === undefined ? (keys ? "아래에서 조회합니다." : "서비스 중일 때 조회할 수 있습니다.") : secret.value === null ? "게이트웨이가 시크릿 키를 확인하지 않는 앱입니다." : html`<code id="secret-key">${secret.value}</code>`}</dd>
</dl>
${appButtons(visit, app)}
<p><a class="action" href="/portal/apps/${app.id}/customers">이 앱의 고객</a> <a class="action" href="/portal/apps/${app.id}/answers">이 앱의 응답정보</a></p>
${
  keys && secret === undefined
    ? html`<section><h2>시크릿 키 조회</h2>
${form(
  visit,
  `/apps/${app.id}/secret`,
  html`${username(visit)}${input(state, { name: "password", label: "로그인 비밀번호", type: "password", required: true, autocomplete: "current-password", hint: "시크릿 키를 보려면 로그인 비밀번호를 다시 입력하십시오." })}
<p><button type="submit">시크릿 조회</button></p>`,
)}</section>`
    : ""
}
<h2>API 목록</h2>
${table(
  "API 목록",
  ["API", "경로", "제공기관", "플랜", "게이트웨이 반영"],
  chosen.map((one) => [one.name, html`<code>${one.path}</code>`, one.institution, one.plan, reflectionOf(one)]),
  "사용할 API가 없습니다. 앱을 수정해 API를 선택하십시오.",
)}
${keys ? html`<h2>직접 호출</h2><p>터미널에 붙여 넣으십시오.${secret?.value === undefined ? " 시크릿 키를 조회하면 명령에 시크릿 키도 채워집니다." : ""}${visit.isSelfSigned ? say.whereCertificate : ""}</p>${exampleRequestText(visit, app.appKey, secret?.value, chosen)}` : ""}
${keys ? oauthSection(visit, app) : ""}
${
  keys
    ? html`<h2>키 재발급</h2><p>앱 키와 시크릿 키를 새로 만듭니다. 이전 키로 보낸 요청은 바로 거부되고 발급한 토큰은 모두 폐기됩니다.</p>
${form(
  visit,
  `/apps/${app.id}/rotate`,
  html`<label class="check"><input type="checkbox" name="sure" value="yes" required> 이전 키를 더 사용하지 않습니다.</label>
<p><button type="submit">키 재발급</button></p>`,
)}`
    : ""
}
<h2>승인 이력</h2>
${table(
  "승인 이력",
  ["제목", "상태", "요청한 시각"],
  approvalsOf(database, "app", app.id).map((one) => [
    html`<a href="/portal/approvals/${one.id}">${one.title}</a>`,
    approvalStateNames[one.state],
    time(one.createdAt),
  ]),
  "승인을 요청한 적이 없습니다.",
)}`,
  });
}

async function showSecret(visit: SignedInVisit): Promise<Response> {
  const id = idOf(visit);
  appFor(visit.store.database, visit.session.account, id);
  const wrong = await wrongPassword(visit, field(visit.fields, "password"));
  if (wrong !== undefined) return appPage(visit, { fields: {}, problems: { password: wrong } });
  return appPage(visit, emptyForm, { value: secretOf(visit.store.database, visit.session.account, id) });
}

function rotate(visit: SignedInVisit): Response | Promise<Response> {
  const id = idOf(visit);
  if (field(visit.fields, "sure") !== "yes")
    return appPage(visit, { fields: {}, problems: {}, problem: say.rotateUnsure });
  rotateKeys(visit.store.database, visit.session.account, id);
  return redirect(visit, `/apps/${id}`, "rotated");
}

function deletePage(visit: SignedInVisit): Response | Promise<Response> {
  const app = appFor(visit.store.database, visit.session.account, idOf(visit));
  appMachine.after(app.state, "delete");
  return confirmation(visit, {
    title: "앱 삭제",
    text: say.deletesApp(app.name),
    action: `/apps/${app.id}/delete`,
    label: "삭제",
    back: `/apps/${app.id}`,
  });
}

function change(event: "withdraw" | "delete") {
  return (visit: SignedInVisit): Response => {
    const id = idOf(visit);
    changeApp(visit.store.database, visit.session.account, id, event);
    return event === "delete" ? redirect(visit, "/apps", "deleted") : redirect(visit, `/apps/${id}`, "withdrawn");
  };
}

export const appRoutes = [
  guarded("GET", "/apps", ["partner"], appsPage),
  guarded("GET", "/apps/:id{[0-9]+}", ["partner"], (visit) => appPage(visit)),
  guarded("POST", "/apps/:id{[0-9]+}/secret", ["partner"], showSecret),
  guarded("POST", "/apps/:id{[0-9]+}/rotate", ["partner"], rotate),
  guarded("POST", "/apps/:id{[0-9]+}/withdraw", ["partner"], change("withdraw")),
  guarded("GET", "/apps/:id{[0-9]+}/delete", ["partner"], deletePage),
  guarded("POST", "/apps/:id{[0-9]+}/delete", ["partner"], change("delete")),
];
