import { html } from "hono/html";
import * as v from "valibot";
import { colleagues } from "../../sandbox/store/accounts.ts";
import { approvalLines } from "../../sandbox/store/approval-lines.ts";
import { appFor, requestApp } from "../../sandbox/store/registered-apps.ts";
import { appMachine } from "../../sandbox/store/states.ts";
import { attempt, emptyForm, type FormState, input, line, lines, problemSummary, readForm } from "../kit/form.ts";
import { form, page, redirect, table } from "../kit/page.ts";
import { field, guarded, idOf, type SignedInVisit } from "../kit/visit.ts";

const requestForm = v.object({ title: line("제목", 100), content: lines("내용", 1000) });

/** 승인요청 (2.4). */
function requestPage(visit: SignedInVisit, state: FormState = emptyForm): Response | Promise<Response> {
  const { database } = visit.store;
  const { account } = visit.session;
  const app = appFor(database, account, idOf(visit));
  if (state === emptyForm) appMachine.after(app.state, "request");
  const chosenLine = field(visit.fields, "line") || visit.http.req.query("line");
  const known = approvalLines(database, app.institutionId);
  const selected = new Set(
    state === emptyForm
      ? known.find(({ id }) => String(id) === chosenLine)?.approverIds.map(String)
      : state.fields["approvers"],
  );
  return page(visit, {
    title: "승인요청",
    status: state === emptyForm ? 200 : 400,
    body: html`${problemSummary(state)}
<section><h2>STEP1. 승인 라인 선택</h2>
${table(
  "승인 라인",
  ["승인라인 이름", "승인자 목록", "선택"],
  known.map(({ id, name, approvers }) => [
    name,
    approvers.join(" → "),
    html`<a href="/portal/apps/${app.id}/request?line=${id}">선택</a>`,
  ]),
  "저장한 승인 라인이 없습니다. 승인 라인 메뉴에서 저장하거나 아래에서 승인자를 선택하십시오.",
)}</section>
<section><h2>STEP2. 승인자 추가/삭제</h2>
${form(
  visit,
  `/apps/${app.id}/request`,
  html`${input(state, { name: "title", label: "제목", required: true, initial: `${app.name} - 승인요청`, maxlength: 100 })}
<dl><dt>승인요청자</dt><dd>${account.nickname}</dd></dl>
${input(state, { name: "content", label: "내용", rows: 4, maxlength: 1000 })}
<fieldset id="approvers"${state.problems["approvers"] === undefined ? "" : html` aria-describedby="approvers-problem"`}><legend>승인자 <span class="required">필수</span></legend>
<p class="hint">위에서부터 순서대로 승인하고, 마지막에 제공기관의 관리자가 승인합니다.</p>
${state.problems["approvers"] === undefined ? "" : html`<p class="problem" id="approvers-problem">${state.problems["approvers"]}</p>`}
${colleagues(database, app.institutionId).map(
  ({ id, login, nickname }) =>
    html`<label class="check"><input type="checkbox" name="approvers" value="${id}"${selected.has(String(id)) ? html` checked` : ""}> ${maskedLogin(login)} ${nickname}</label>`,
)}</fieldset>
<p><button type="submit">승인요청</button> <a href="/portal/apps/${app.id}">취소</a></p>`,
)}</section>`,
  });
}

/** A login as the document's screen shows it: half of it in asterisks. */
function maskedLogin(login: string): string {
  const shown = Math.ceil(login.length / 2);
  return login.slice(0, shown) + "*".repeat(login.length - shown);
}

async function submitRequest(visit: SignedInVisit): Promise<Response> {
  const read = readForm(requestForm, visit.fields);
  if ("state" in read) return requestPage(visit, read.state);
  const approverIds = [...new Set((visit.fields["approvers"] ?? []).map(Number))];
  const refused = await attempt(visit.fields, () =>
    requestApp(visit.store.database, visit.session.account, { id: idOf(visit), ...read.values, approverIds }),
  );
  return refused === undefined ? redirect(visit, "/approvals", "requested") : requestPage(visit, refused);
}

export const approvalRequestRoutes = [
  guarded("GET", "/apps/:id{[0-9]+}/request", ["partner"], (visit) => requestPage(visit)),
  guarded("POST", "/apps/:id{[0-9]+}/request", ["partner"], submitRequest),
];
