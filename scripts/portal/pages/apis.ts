import { html } from "hono/html";
import * as v from "valibot";
import { apiById, apis, changeApi, editApi, registerApi, requestApi, setPrice } from "../../sandbox/store/apis.ts";
import { addPlan, plans, planText } from "../../sandbox/store/plans.ts";
import { Absent } from "../../sandbox/store/refused.ts";
import { apisOf } from "../../sandbox/store/seed.ts";
import { apiMachine } from "../../sandbox/store/states.ts";
import {
  attempt,
  emptyForm,
  type FormState,
  input,
  limit,
  line,
  lines,
  problemSummary,
  readForm,
  wholeNumber,
} from "../kit/form.ts";
import { button, form, page, redirect, table } from "../kit/page.ts";
import { guarded, idOf, type SignedInVisit } from "../kit/visit.ts";
import * as say from "../messages.ts";
import { confirmation } from "../kit/confirmation.ts";

const won = (amount: number): string => `${amount.toLocaleString("ko")}원`;

/** The APIs with their states: a developer registers them, an administrator stops them and sets prices. */
function apisPage(visit: SignedInVisit): Response | Promise<Response> {
  const { role } = visit.session.account;
  const isDeveloper = role === "developer";
  return page(visit, {
    title: isDeveloper ? "API 등록" : "API",
    body: html`${isDeveloper ? html`<p>명세에 있는 API를 등록하고 게시 승인을 요청합니다. 게시된 API만 호출할 수 있습니다.</p><p><a class="action" href="/portal/apis/new">API 등록</a></p>` : html`<p>게시를 중지하면 다음 요청부터 호출할 수 없습니다. 다시 게시하려면 API개발자가 승인을 요청해야 합니다.</p>`}
${table(
  "API 목록",
  ["API", "경로", "그룹", "제공기관", "호출당 단가", "상태", "비고"],
  apis(visit.store.database).map((api) => {
    const may = (event: "edit" | "request" | "withdraw" | "stop" | "delete"): boolean =>
      apiMachine.allows(api.state, event);
    return [
      api.name,
      html`<code>${api.path}</code>`,
      api.groupName,
      api.institution,
      won(api.price),
      apiMachine.states[api.state].name,
      isDeveloper
        ? html`<span class="buttons">${may("request") ? button(visit, `/apis/${api.id}/request`, "승인요청") : ""}
${may("withdraw") ? button(visit, `/apis/${api.id}/withdraw`, "승인요청 취소") : ""}
${may("edit") ? html`<a class="action" href="/portal/apis/${api.id}/edit">수정</a>` : ""}
${may("delete") ? html`<a class="action" href="/portal/apis/${api.id}/delete">삭제</a>` : ""}</span>`
        : html`<span class="buttons"><a class="action" href="/portal/apis/${api.id}/price">단가 변경</a>
${may("stop") ? html`<a class="action" href="/portal/apis/${api.id}/stop">게시 중지</a>` : ""}</span>`,
    ];
  }),
  "등록한 API가 없습니다.",
)}`,
  });
}

const newApiForm = v.object({ path: v.pipe(v.string(), v.nonEmpty(say.chooseNewApi)), terms: lines("약관", 4000, 1) });

function newApiPage(visit: SignedInVisit, state: FormState = emptyForm): Response | Promise<Response> {
  const known = new Set(apis(visit.store.database).map(({ path }) => path));
  const open = apisOf(visit.api).filter(({ path }) => !known.has(path));
  return page(visit, {
    title: "API 등록",
    status: state === emptyForm ? 200 : 400,
    body: html`${problemSummary(state)}
${
  open.length === 0
    ? html`<p class="empty">명세의 모든 API가 이미 등록되어 있습니다. 목록에서 상태를 확인하십시오.</p><p><a href="/portal/apis">API 목록</a></p>`
    : form(
        visit,
        "/apis/new",
        html`${input(state, {
          name: "path",
          label: "API",
          required: true,
          options: [
            { value: "", label: "선택하십시오" },
            ...open.map(({ path, name }) => ({ value: path, label: `${name} (${path})` })),
          ],
          hint: "명세에 있고 아직 등록하지 않은 API입니다.",
        })}
${input(state, { name: "terms", label: "약관", required: true, rows: 6, maxlength: 4000, hint: "앱을 등록하는 제휴사가 읽고 동의하는 약관입니다." })}
<p><button type="submit">저장</button> <a href="/portal/apis">취소</a></p>`,
      )
}`,
  });
}

async function submitNewApi(visit: SignedInVisit): Promise<Response> {
  const read = readForm(newApiForm, visit.fields);
  if ("state" in read) return newApiPage(visit, read.state);
  const api = apisOf(visit.api).find(({ path }) => path === read.values.path);
  if (api === undefined) return newApiPage(visit, { fields: visit.fields, problems: { path: say.chooseKnownApi } });
  const refused = await attempt(visit.fields, () =>
    registerApi(visit.store.database, visit.session.account, { ...api, terms: read.values.terms }),
  );
  return refused === undefined ? redirect(visit, "/apis", "saved") : newApiPage(visit, refused);
}

const termsForm = v.object({ terms: lines("약관", 4000, 1) });

function editPage(visit: SignedInVisit, state: FormState = emptyForm): Response | Promise<Response> {
  const api = found(visit);
  if (state === emptyForm) apiMachine.after(api.state, "edit");
  return page(visit, {
    title: `${api.name} 수정`,
    status: state === emptyForm ? 200 : 400,
    body: html`${problemSummary(state)}
${form(
  visit,
  `/apis/${api.id}/edit`,
  html`<dl><dt>경로</dt><dd><code>${api.path}</code></dd></dl>
${input(state, { name: "terms", label: "약관", required: true, rows: 6, initial: api.terms, maxlength: 4000 })}
<p><button type="submit">저장</button> <a href="/portal/apis">취소</a></p>`,
)}`,
  });
}

async function submitEdit(visit: SignedInVisit): Promise<Response> {
  const read = readForm(termsForm, visit.fields);
  if ("state" in read) return editPage(visit, read.state);
  const refused = await attempt(visit.fields, () =>
    editApi(visit.store.database, visit.session.account, idOf(visit), read.values.terms),
  );
  return refused === undefined ? redirect(visit, "/apis", "saved") : editPage(visit, refused);
}

const priceForm = v.object({ price: wholeNumber("호출당 단가", 1_000_000) });

function pricePage(visit: SignedInVisit, state: FormState = emptyForm): Response | Promise<Response> {
  const api = found(visit);
  return page(visit, {
    title: `${api.name} 단가 변경`,
    status: state === emptyForm ? 200 : 400,
    body: html`${problemSummary(state)}
${form(
  visit,
  `/apis/${api.id}/price`,
  html`${input(state, { name: "price", label: "호출당 단가(원)", required: true, initial: String(api.price), hint: "성공한 호출마다 과금합니다. 원 단위의 정수입니다." })}
<p><button type="submit">저장</button> <a href="/portal/apis">취소</a></p>`,
)}`,
  });
}

function submitPrice(visit: SignedInVisit): Response | Promise<Response> {
  const read = readForm(priceForm, visit.fields);
  if ("state" in read) return pricePage(visit, read.state);
  setPrice(visit.store.database, visit.session.account, idOf(visit), read.values.price);
  return redirect(visit, "/apis", "saved");
}

function found(visit: SignedInVisit) {
  const api = apiById(visit.store.database, idOf(visit));
  if (api === undefined) throw new Absent(say.noApi);
  return api;
}

function request(visit: SignedInVisit): Response {
  requestApi(visit.store.database, visit.session.account, idOf(visit));
  return redirect(visit, "/approvals", "requested");
}

function confirm(event: "stop" | "delete", text: (api: string) => string) {
  return (visit: SignedInVisit): Response | Promise<Response> => {
    const api = found(visit);
    apiMachine.after(api.state, event);
    const label = apiMachine.events[event].name;
    return confirmation(visit, {
      title: `API ${label}`,
      text: text(api.name),
      action: `/apis/${api.id}/${event}`,
      label,
      back: "/apis",
    });
  };
}

function change(event: "withdraw" | "stop" | "delete", done: "withdrawn" | "stopped" | "deleted") {
  return (visit: SignedInVisit): Response => {
    changeApi(visit.store.database, visit.session.account, idOf(visit), event);
    return redirect(visit, "/apis", done);
  };
}

const planForm = v.object({
  name: line("이름", 60),
  perSecond: limit("초당 호출 수", 1_000_000),
  total: limit("전체 호출 수", 1_000_000_000),
});

/** 기본 플랜(유량) 등록 (1.3). */
function plansPage(visit: SignedInVisit, state: FormState = emptyForm): Response | Promise<Response> {
  return page(visit, {
    title: "기본 플랜",
    status: state === emptyForm ? 200 : 400,
    body: html`<p>앱에서 API마다 선택하는 플랜입니다. 게이트웨이가 호출 수를 세어 제한합니다.</p>
${table(
  "기본 플랜",
  ["이름", "한도"],
  plans(visit.store.database).map((plan) => [plan.name, planText(plan)]),
  "등록한 플랜이 없습니다.",
)}
<h2>기본 플랜 등록</h2>
${problemSummary(state)}
${form(
  visit,
  "/plans",
  html`${input(state, { name: "name", label: "이름", required: true, maxlength: 60 })}
${input(state, { name: "perSecond", label: "초당 호출 수", hint: "비워 두면 제한하지 않습니다." })}
${input(state, { name: "total", label: "전체 호출 수", hint: "비워 두면 제한하지 않습니다." })}
<p><button type="submit">등록</button></p>`,
)}`,
  });
}

async function submitPlan(visit: SignedInVisit): Promise<Response> {
  const read = readForm(planForm, visit.fields);
  if ("state" in read) return plansPage(visit, read.state);
  const refused = await attempt(visit.fields, () => addPlan(visit.store.database, visit.session.account, read.values));
  return refused === undefined ? redirect(visit, "/plans", "saved") : plansPage(visit, refused);
}

export const apiRoutes = [
  guarded("GET", "/apis", ["developer", "admin"], apisPage),
  guarded("GET", "/apis/new", ["developer"], (visit) => newApiPage(visit)),
  guarded("POST", "/apis/new", ["developer"], submitNewApi),
  guarded("GET", "/apis/:id{[0-9]+}/edit", ["developer"], (visit) => editPage(visit)),
  guarded("POST", "/apis/:id{[0-9]+}/edit", ["developer"], submitEdit),
  guarded("POST", "/apis/:id{[0-9]+}/request", ["developer"], request),
  guarded("POST", "/apis/:id{[0-9]+}/withdraw", ["developer"], change("withdraw", "withdrawn")),
  guarded("GET", "/apis/:id{[0-9]+}/delete", ["developer"], confirm("delete", say.deletesApi)),
  guarded("POST", "/apis/:id{[0-9]+}/delete", ["developer"], change("delete", "deleted")),
  guarded("GET", "/apis/:id{[0-9]+}/stop", ["admin"], confirm("stop", say.stopsApi)),
  guarded("POST", "/apis/:id{[0-9]+}/stop", ["admin"], change("stop", "stopped")),
  guarded("GET", "/apis/:id{[0-9]+}/price", ["admin"], (visit) => pricePage(visit)),
  guarded("POST", "/apis/:id{[0-9]+}/price", ["admin"], submitPrice),
  guarded("GET", "/plans", ["admin"], (visit) => plansPage(visit)),
  guarded("POST", "/plans", ["admin"], submitPlan),
];
