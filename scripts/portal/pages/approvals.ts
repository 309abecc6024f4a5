import { html } from "hono/html";
import * as v from "valibot";
import { scopeText } from "../../sandbox/oauth.ts";
import { colleagues } from "../../sandbox/store/accounts.ts";
import { approvalLines, deleteApprovalLine, saveApprovalLine } from "../../sandbox/store/approval-lines.ts";
import {
  type Approval,
  approvalById,
  approvalKindNames,
  approvalsBy,
  approvalStateNames,
  type ApprovalStep,
  endedApprovals,
  stepsOf,
  waitingFor,
} from "../../sandbox/store/approvals.ts";
import { decide } from "../../sandbox/store/decide.ts";
import { Absent } from "../../sandbox/store/refused.ts";
import { appTypeNames, chosenApis, type RegisteredApp } from "../../sandbox/store/registered-apps.ts";
import {
  attempt,
  emptyForm,
  type FormState,
  input,
  line,
  lines,
  type Markup,
  problemSummary,
  readForm,
} from "../kit/form.ts";
import { button, form, page, redirect, table, time } from "../kit/page.ts";
import { guarded, idOf, type SignedInVisit } from "../kit/visit.ts";
import * as say from "../messages.ts";

function list(caption: string, approvals: readonly Approval[], empty: string): Markup {
  return table(
    caption,
    ["제목", "구분", "승인요청자", "상태", "요청한 시각", "끝난 시각"],
    approvals.map((one) => [
      html`<a href="/portal/approvals/${one.id}">${one.title}</a>`,
      approvalKindNames[one.kind],
      one.requester,
      approvalStateNames[one.state],
      time(one.createdAt),
      time(one.endedAt),
    ]),
    empty,
  );
}

/** 관리 > 승인관리 > 승인 진행상황 조회 (2.4). */
function progressPage(visit: SignedInVisit): Response | Promise<Response> {
  return page(visit, {
    title: "승인 진행상황 조회",
    body: list(
      "요청한 승인",
      approvalsBy(visit.store.database, visit.session.account.id),
      "승인을 요청한 적이 없습니다.",
    ),
  });
}

function waitingPage(visit: SignedInVisit): Response | Promise<Response> {
  return page(visit, {
    title: "승인할 요청",
    body: list(
      "승인할 요청",
      waitingFor(visit.store.database, visit.session.account),
      "승인을 기다리는 요청이 없습니다.",
    ),
  });
}

function endedPage(visit: SignedInVisit): Response | Promise<Response> {
  return page(visit, {
    title: "처리한 요청",
    body: list("처리한 요청", endedApprovals(visit.store.database), "처리한 요청이 없습니다."),
  });
}

/** An approval that an account may see: who asked, who decides, and administrators. */
function approvalFor({ store, session }: SignedInVisit, id: number): { approval: Approval; steps: ApprovalStep[] } {
  const { account } = session;
  const approval = approvalById(store.database, id);
  const steps = approval === undefined ? [] : stepsOf(store.database, id);
  if (
    approval === undefined ||
    (account.role !== "admin" &&
      approval.requesterId !== account.id &&
      !steps.some(({ approverId }) => approverId === account.id))
  )
    throw new Absent(say.noApproval);
  return { approval, steps };
}

const stepStates = { waiting: "대기", approved: "승인", rejected: "반려" };

function approvalPage(visit: SignedInVisit, state: FormState = emptyForm): Response | Promise<Response> {
  const { approval, steps } = approvalFor(visit, idOf(visit));
  const { account } = visit.session;
  const next = steps.find((step) => step.state === "waiting");
  const isMine =
    approval.state === "waiting" &&
    next !== undefined &&
    (next.approverId === null ? account.role === "admin" : next.approverId === account.id);
  return page(visit, {
    title: approval.title,
    status: state === emptyForm ? 200 : 400,
    body: html`${problemSummary(state)}
<dl><dt>구분</dt><dd>${approvalKindNames[approval.kind]}</dd>
<dt>승인요청자</dt><dd>${approval.requester}</dd>
<dt>내용</dt><dd class="lines">${approval.content}</dd>
<dt>상태</dt><dd>${approvalStateNames[approval.state]}</dd>
<dt>요청한 시각</dt><dd>${time(approval.createdAt)}</dd></dl>
${approval.kind === "app" ? appSummary(visit, approval.subjectId) : ""}
<h2>승인 단계</h2>
${table(
  "승인 단계",
  ["순서", "승인자", "상태", "처리한 사람", "사유", "처리한 시각"],
  steps.map((step) => [
    step.position + 1,
    step.approver ?? "제공기관 관리자",
    approval.state === "withdrawn" && step.state === "waiting" ? "취소" : stepStates[step.state],
    step.decidedBy ?? "",
    step.reason,
    time(step.decidedAt),
  ]),
  "",
)}
${
  isMine
    ? html`<h2>승인 처리</h2>
${form(
  visit,
  `/approvals/${approval.id}`,
  html`<input type="hidden" name="position" value="${next.position}">
${input(state, { name: "reason", label: "사유", rows: 3, maxlength: 500, hint: "반려할 때는 반드시 입력하십시오. 요청한 사람의 알림함에 표시됩니다." })}
<p><button type="submit" name="decision" value="approved">승인</button> <button type="submit" name="decision" value="rejected" class="second">반려</button></p>`,
)}`
    : ""
}`,
  });
}

function appSummary({ store }: SignedInVisit, id: number): Markup {
  const app = store.database.row<Pick<RegisteredApp, "name" | "description" | "callbackUrl" | "scope" | "type">>(
    "SELECT name, description, callback_url AS callbackUrl, scope, type FROM apps WHERE id = :id",
    { id },
  );
  return html`<h2>앱</h2>${
    app === undefined
      ? ""
      : html`<dl><dt>앱이름</dt><dd>${app.name}</dd><dt>앱설명</dt><dd class="lines">${app.description}</dd>
<dt>OAuth Callback URL</dt><dd>${app.callbackUrl}</dd><dt>OAuth Scope</dt><dd>${scopeText(app)}</dd>
<dt>OAuth Type</dt><dd>${appTypeNames[app.type]}</dd></dl>`
  }
${table(
  "요청한 API",
  ["API", "경로", "플랜", "변경 내용"],
  chosenApis(store.database, id).map((one) => [
    one.name,
    html`<code>${one.path}</code>`,
    one.plan,
    one.approvedPlanId === one.planId ? "변경 없음" : one.approvedPlanId === null ? "새 API" : "플랜 변경",
  ]),
  "",
)}`;
}

const decisionForm = v.object({
  decision: v.picklist(["approved", "rejected"], say.approveOrReject),
  position: v.pipe(v.string(), v.regex(/^\d{1,3}$/, say.reloadFirst), v.transform(Number)),
  reason: lines("사유", 500),
});

async function submitDecision(visit: SignedInVisit): Promise<Response> {
  const id = idOf(visit);
  approvalFor(visit, id);
  const read = readForm(decisionForm, visit.fields);
  if ("state" in read) return approvalPage(visit, read.state);
  const refused = await attempt(visit.fields, () =>
    decide(visit.store.database, visit.session.account, { id, ...read.values }),
  );
  return refused === undefined ? redirect(visit, "/waiting", read.values.decision) : approvalPage(visit, refused);
}

function linesPage(visit: SignedInVisit, state: FormState = emptyForm): Response | Promise<Response> {
  const { database } = visit.store;
  const { account } = visit.session;
  return page(visit, {
    title: "승인 라인",
    status: state === emptyForm ? 200 : 400,
    body: html`<p>자주 지정하는 승인자를 저장해 두고 승인을 요청할 때 선택할 수 있습니다.</p>
${table(
  "승인 라인",
  ["승인라인 이름", "승인자 목록", "비고"],
  approvalLines(database, account.institutionId).map(({ id, name, approvers }) => [
    name,
    approvers.join(" → "),
    button(visit, `/lines/${id}/delete`, "삭제"),
  ]),
  "저장한 승인 라인이 없습니다.",
)}
<h2>승인 라인 저장</h2>
${problemSummary(state)}
${form(
  visit,
  "/lines",
  html`${input(state, { name: "name", label: "승인라인 이름", required: true, maxlength: 60, hint: "같은 이름의 승인 라인이 있으면 새 내용으로 바꿉니다." })}
<fieldset id="approvers"><legend>승인자 <span class="required">필수</span></legend>
${state.problems["approvers"] === undefined ? "" : html`<p class="problem">${state.problems["approvers"]}</p>`}
${colleagues(database, account.institutionId).map(
  ({ id, nickname }) =>
    html`<label class="check"><input type="checkbox" name="approvers" value="${id}"${state.fields["approvers"]?.includes(String(id)) === true ? html` checked` : ""}> ${nickname}</label>`,
)}</fieldset>
<p><button type="submit">저장</button></p>`,
)}`,
  });
}

async function submitLine(visit: SignedInVisit): Promise<Response> {
  const read = readForm(v.object({ name: line("승인라인 이름", 60) }), visit.fields);
  if ("state" in read) return linesPage(visit, read.state);
  const approverIds = [...new Set((visit.fields["approvers"] ?? []).map(Number))];
  const refused = await attempt(visit.fields, () =>
    saveApprovalLine(visit.store.database, visit.session.account, { name: read.values.name, approverIds }),
  );
  return refused === undefined ? redirect(visit, "/lines", "saved") : linesPage(visit, refused);
}

function removeLine(visit: SignedInVisit): Response {
  deleteApprovalLine(visit.store.database, visit.session.account, idOf(visit));
  return redirect(visit, "/lines", "deleted");
}

export const approvalRoutes = [
  guarded("GET", "/approvals", ["partner", "developer"], progressPage),
  guarded("GET", "/approvals/:id{[0-9]+}", "signed-in", (visit) => approvalPage(visit)),
  guarded("POST", "/approvals/:id{[0-9]+}", ["partner", "admin"], submitDecision),
  guarded("GET", "/waiting", ["partner", "admin"], waitingPage),
  guarded("GET", "/ended", ["admin"], endedPage),
  guarded("GET", "/lines", ["partner"], (visit) => linesPage(visit)),
  guarded("POST", "/lines", ["partner"], submitLine),
  guarded("POST", "/lines/:id{[0-9]+}/delete", ["partner"], removeLine),
];
