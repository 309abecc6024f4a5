import { html } from "hono/html";
import * as v from "valibot";
import {
  accountById,
  accounts,
  addInstitution,
  institutionKindNames,
  institutions,
  moveAccount,
  roleNames,
} from "../../sandbox/store/accounts.ts";
import { auditRows } from "../../sandbox/store/journal.ts";
import { appFor, chosenApis, suspendApp } from "../../sandbox/store/registered-apps.ts";
import { accountMachine, appMachine } from "../../sandbox/store/states.ts";
import {
  attempt,
  choice,
  emptyForm,
  type FormState,
  input,
  line,
  lines,
  problemSummary,
  readForm,
} from "../kit/form.ts";
import { button, form, page, pager, redirect, table, time } from "../kit/page.ts";
import { guarded, idOf, type SignedInVisit } from "../kit/visit.ts";
import { appsOn, filterForm, filterOf, reflectionOf } from "./apps.ts";
import { confirmation } from "../kit/confirmation.ts";
import { Absent } from "../../sandbox/store/refused.ts";
import * as say from "../messages.ts";

function appsPage(visit: SignedInVisit): Response | Promise<Response> {
  const filter = filterOf(visit);
  const { apps, count, pages, current } = appsOn(visit, filter);
  return page(visit, {
    title: "앱",
    body: html`${filterForm("/all-apps", filter)}
<p>총 ${count}개의 앱이 있습니다.</p>
${table(
  "앱 목록",
  ["앱이름", "앱설명", "등록기관", "등록자", "API개수", "상태", "등록한 시각"],
  apps.map((app) => [
    html`<a href="/portal/all-apps/${app.id}">${app.name}</a>`,
    app.description,
    app.institution,
    app.owner,
    app.apiCount,
    appMachine.states[app.state].name,
    time(app.createdAt),
  ]),
  "조건에 맞는 앱이 없습니다. 조건을 바꾸십시오.",
)}
${pager("/all-apps", filter, { page: current, pages })}`,
  });
}

const reasonForm = v.object({ reason: lines("사유", 500) });

function appPage(visit: SignedInVisit, state: FormState = emptyForm): Response | Promise<Response> {
  const app = appFor(visit.store.database, visit.session.account, idOf(visit));
  const event = appMachine.allows(app.state, "resume") ? "resume" : "suspend";
  return page(visit, {
    title: app.name,
    status: state === emptyForm ? 200 : 400,
    body: html`${problemSummary(state)}
<dl><dt>앱설명</dt><dd class="lines">${app.description}</dd><dt>등록기관</dt><dd>${app.institution}</dd>
<dt>등록자</dt><dd>${app.owner}</dd><dt>상태</dt><dd>${appMachine.states[app.state].name}. ${appMachine.states[app.state].means}</dd></dl>
${table(
  "API 목록",
  ["API", "경로", "플랜", "게이트웨이 반영"],
  chosenApis(visit.store.database, app.id).map((one) => [
    one.name,
    html`<code>${one.path}</code>`,
    one.plan,
    reflectionOf(one),
  ]),
  "사용할 API가 없습니다.",
)}
${
  appMachine.allows(app.state, event)
    ? html`<h2>${appMachine.events[event].name}</h2>
${form(
  visit,
  `/all-apps/${app.id}/${event}`,
  html`${input(state, { name: "reason", label: "사유", rows: 3, maxlength: 500, required: event === "suspend", hint: "제휴사의 알림함에 표시됩니다." })}
<p><button type="submit">${appMachine.events[event].name}</button></p>`,
)}`
    : ""
}`,
  });
}

function suspend(event: "suspend" | "resume") {
  return async (visit: SignedInVisit): Promise<Response> => {
    const id = idOf(visit);
    const read = readForm(reasonForm, visit.fields);
    if ("state" in read) return appPage(visit, read.state);
    const refused = await attempt(visit.fields, () =>
      suspendApp(visit.store.database, visit.session.account, { id, event, reason: read.values.reason }),
    );
    if (refused !== undefined) return appPage(visit, refused);
    return redirect(visit, `/all-apps/${id}`, event === "suspend" ? "suspended" : "resumed");
  };
}

const institutionForm = v.object({ name: line("이름", 60), kind: choice("구분", ["provider", "consumer"]) });

/** 기관 등록 (1.3). */
function institutionsPage(visit: SignedInVisit, state: FormState = emptyForm): Response | Promise<Response> {
  return page(visit, {
    title: "기관",
    status: state === emptyForm ? 200 : 400,
    body: html`${table(
      "기관 목록",
      ["이름", "구분", "등록한 시각"],
      institutions(visit.store.database).map(({ name, kind, createdAt }) => [
        name,
        institutionKindNames[kind],
        time(createdAt),
      ]),
      "등록한 기관이 없습니다.",
    )}
<h2>기관 등록</h2>
${problemSummary(state)}
${form(
  visit,
  "/institutions",
  html`${input(state, { name: "name", label: "이름", required: true, maxlength: 60 })}
${input(state, {
  name: "kind",
  label: "구분",
  options: [
    { value: "consumer", label: institutionKindNames.consumer },
    { value: "provider", label: institutionKindNames.provider },
  ],
  hint: "이용기관은 앱을 등록하고 제공기관은 API를 제공합니다.",
})}
<p><button type="submit">등록</button></p>`,
)}`,
  });
}

async function submitInstitution(visit: SignedInVisit): Promise<Response> {
  const read = readForm(institutionForm, visit.fields);
  if ("state" in read) return institutionsPage(visit, read.state);
  const refused = await attempt(visit.fields, () =>
    addInstitution(visit.store.database, visit.session.account, read.values),
  );
  return refused === undefined ? redirect(visit, "/institutions", "saved") : institutionsPage(visit, refused);
}

function accountsPage(visit: SignedInVisit): Response | Promise<Response> {
  return page(visit, {
    title: "계정",
    body: html`<p>가입 승인은 <a href="/portal/waiting">승인할 요청</a>에서 처리합니다.</p>
${table(
  "계정 목록",
  ["아이디", "닉네임", "역할", "기관", "상태", "비고"],
  accounts(visit.store.database).map((account) => {
    const event = accountMachine.allows(account.state, "unlock") ? "unlock" : "lock";
    return [
      account.login,
      account.nickname,
      roleNames[account.role],
      account.institution,
      accountMachine.states[account.state].name,
      accountMachine.allows(account.state, event) && account.id !== visit.session.account.id
        ? event === "lock"
          ? html`<a class="action" href="/portal/accounts/${account.id}/lock">${accountMachine.events.lock.name}</a>`
          : button(visit, `/accounts/${account.id}/unlock`, accountMachine.events.unlock.name)
        : "",
    ];
  }),
  "",
)}`,
  });
}

function confirmLock(visit: SignedInVisit): Response | Promise<Response> {
  const account = accountById(visit.store.database, idOf(visit));
  if (account === undefined) throw new Absent(say.noAccount);
  accountMachine.after(account.state, "lock");
  return confirmation(visit, {
    title: `계정 ${accountMachine.events.lock.name}`,
    text: say.locksAccount(account.login),
    action: `/accounts/${account.id}/lock`,
    label: accountMachine.events.lock.name,
    back: "/accounts",
  });
}

function move(event: "lock" | "unlock") {
  return (visit: SignedInVisit): Response => {
    moveAccount(visit.store.database, visit.session.account, idOf(visit), event);
    return redirect(visit, "/accounts", event === "lock" ? "locked" : "unlocked");
  };
}

/** 감사 기록: who did what, the newest first. */
function auditPage(visit: SignedInVisit): Response | Promise<Response> {
  const before = Number(visit.http.req.query("before"));
  const rows = auditRows(visit.store.database, Number.isSafeInteger(before) && before > 0 ? before : undefined);
  const last = rows.at(-1)?.id ?? 0;
  return page(visit, {
    title: "감사 기록",
    body: html`${table(
      "감사 기록",
      ["시각", "아이디", "한 일", "대상", "내용"],
      rows.map((one) => [time(one.time), one.login ?? "샌드박스", one.action, one.subject, one.detail]),
      "기록이 없습니다.",
    )}
${last > 1 ? html`<p><a href="/portal/audit?before=${last}">이전 기록</a></p>` : ""}`,
  });
}

export const administrationRoutes = [
  guarded("GET", "/all-apps", ["admin"], appsPage),
  guarded("GET", "/all-apps/:id{[0-9]+}", ["admin"], (visit) => appPage(visit)),
  guarded("POST", "/all-apps/:id{[0-9]+}/suspend", ["admin"], suspend("suspend")),
  guarded("POST", "/all-apps/:id{[0-9]+}/resume", ["admin"], suspend("resume")),
  guarded("GET", "/institutions", ["admin"], (visit) => institutionsPage(visit)),
  guarded("POST", "/institutions", ["admin"], submitInstitution),
  guarded("GET", "/accounts", ["admin"], accountsPage),
  guarded("GET", "/accounts/:id{[0-9]+}/lock", ["admin"], confirmLock),
  guarded("POST", "/accounts/:id{[0-9]+}/lock", ["admin"], move("lock")),
  guarded("POST", "/accounts/:id{[0-9]+}/unlock", ["admin"], move("unlock")),
  guarded("GET", "/audit", ["admin"], auditPage),
];
