import { html } from "hono/html";
import * as v from "valibot";
import { callbackProblem, scopeProblem, scopesOf } from "../../sandbox/oauth.ts";
import { type Api, apis, publishedApis } from "../../sandbox/store/apis.ts";
import { plans, planText } from "../../sandbox/store/plans.ts";
import {
  appFor,
  appTypeNames,
  type BasicInformation,
  chosenApis,
  editApp,
  type RegisteredApp,
  registerApp,
} from "../../sandbox/store/registered-apps.ts";
import { apiMachine, appMachine } from "../../sandbox/store/states.ts";
import {
  attempt,
  choice,
  emptyForm,
  type FormState,
  hidden,
  input,
  line,
  lines,
  type Markup,
  problemSummary,
  readForm,
} from "../kit/form.ts";
import { form, page, redirect } from "../kit/page.ts";
import { field, type FormFields, guarded, idOf, type SignedInVisit } from "../kit/visit.ts";
import * as say from "../messages.ts";

const basicForm = v.object({
  name: line("이름", 60),
  callbackUrl: v.pipe(
    line("OAuth Callback URL", 500, 0),
    v.check(
      (text) => text === "" || callbackProblem(text) === undefined,
      ({ input: text }) => callbackProblem(text) ?? "",
    ),
  ),
  scope: line("OAuth Scope", 200, 0),
  type: choice("OAuth Type", ["public", "confidential"]),
  description: lines("설명", 500),
});

/** What an app may name in its OAuth Scope. */
function scopeNamesOf({ api }: SignedInVisit): string[] {
  return scopesOf(api).map(({ name }) => name);
}

/** Where a form leads: to a new app or to one that is changed. */
function base(app: RegisteredApp | undefined): string {
  return app === undefined ? "/apps/new" : `/apps/${app.id}/edit`;
}

/** What both steps carry on: all that was typed, but the buttons that were pressed. */
function carried(fields: FormFields, but: readonly string[]): FormFields {
  const buttons = ["csrf", "step", "add", "add-group", "remove", "search"];
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !buttons.includes(name) && !but.includes(name)));
}

/** 앱 등록 1단계: 기본정보. */
function basicPage(
  visit: SignedInVisit,
  app: RegisteredApp | undefined,
  state: FormState,
): Response | Promise<Response> {
  return page(visit, {
    title: app === undefined ? "앱 등록" : "앱 수정",
    status: state.problem === undefined && Object.keys(state.problems).length === 0 ? 200 : 400,
    body: html`<ol class="steps"><li aria-current="step">기본정보</li><li>API정보</li></ol>
${problemSummary(state)}
${form(
  visit,
  base(app),
  html`${hidden(carried(state.fields, Object.keys(basicForm.entries)))}
${input(state, { name: "name", label: "이름", required: true, maxlength: 60 })}
${input(state, { name: "callbackUrl", label: "OAuth Callback URL", type: "url", maxlength: 500, hint: "앱의 API 사용 권한을 인증할 때 호출되는, 제휴사가 개발한 주소입니다. 고객이 로그인하면 이 주소로 돌아갑니다." })}
${input(state, { name: "scope", label: "OAuth Scope", maxlength: 200, hint: `액세스 토큰으로 호출할 API를 공백으로 구분해 입력하십시오(${scopeNamesOf(visit).join(", ")}). 비워 두면 승인된 API를 모두 호출할 수 있습니다.` })}
${input(state, {
  name: "type",
  label: "OAuth Type",
  required: true,
  options: Object.entries(appTypeNames).map(([value, label]) => ({ value, label })),
  initial: "confidential",
  hint: "샌드박스에서는 시크릿 키를 안전하게 보관할 수 없는 앱(브라우저, 모바일)이 공개, 서버에서 실행하는 앱이 비공개입니다. 원문에는 차이가 나와 있지 않으므로 은행에 확인하십시오.",
})}
${input(state, { name: "description", label: "설명", rows: 3, maxlength: 500 })}
<p><button type="submit" name="step" value="apis">다음</button> <a href="/portal/apps">취소</a></p>`,
)}`,
  });
}

/** 앱 등록 2단계: API정보. It works without a script: each button sends the whole form. */
function apisPage(
  visit: SignedInVisit,
  app: RegisteredApp | undefined,
  state: FormState,
): Response | Promise<Response> {
  const { fields } = state;
  const published = publishedApis(visit.store.database);
  const chosen = chosenIds(fields);
  // What the app has stays chosen, also while the API is stopped.
  const kept = app === undefined ? [] : chosenApis(visit.store.database, app.id).map(({ apiId }) => apiId);
  const chosenNow = apis(visit.store.database).filter(
    ({ id, state: apiState }) => chosen.includes(id) && (apiState === "published" || kept.includes(id)),
  );
  const institution = field(fields, "institution");
  const words = field(fields, "word").trim().toLowerCase();
  const offered = published.filter(
    (api) =>
      !chosen.includes(api.id) &&
      (institution === "" || api.institution === institution) &&
      (words === "" || `${api.name} ${api.path}`.toLowerCase().includes(words)),
  );
  const unique = (values: readonly string[]): string[] => [...new Set(values)];
  const shown = new Set([
    "institution",
    "word",
    ...chosenNow.flatMap(({ id }) => [`plan-${id}`, `agree-${id}`]),
    "chosen",
  ]);
  return page(visit, {
    title: app === undefined ? "앱 등록" : "앱 수정",
    status: state.problem === undefined && Object.keys(state.problems).length === 0 ? 200 : 400,
    body: html`<ol class="steps"><li>기본정보</li><li aria-current="step">API정보</li></ol>
${problemSummary(state)}
${form(
  visit,
  base(app),
  html`${hidden(carried(fields, [...shown]))}${hidden({ chosen: chosenNow.map(({ id }) => String(id)) })}
<button type="submit" name="search" value="yes" formnovalidate class="default" tabindex="-1" aria-hidden="true">검색</button>
<div class="halves">
<section aria-labelledby="offered"><h2 id="offered">API 선택</h2>
<div class="filter">
${input(state, { name: "institution", label: "제공기관", options: [{ value: "", label: "전체" }, ...unique(published.map((one) => one.institution)).map((value) => ({ value, label: value }))] })}
${input(state, { name: "word", label: "API 이름", maxlength: 60 })}
<button type="submit" name="search" value="yes" formnovalidate>검색</button>
</div>
${unique(offered.map(({ groupName }) => groupName)).map(
  (
    group,
  ) => html`<h3>${group} <button type="submit" name="add-group" value="${group}" formnovalidate>그룹 추가</button></h3>
<ul class="offers">${offered
    .filter(({ groupName }) => groupName === group)
    .slice(0, 50)
    .map(
      (api) =>
        html`<li><span>${api.name}<br><code>${api.path}</code></span> <button type="submit" name="add" value="${api.id}" formnovalidate aria-label="${api.name} 추가">추가</button></li>`,
    )}</ul>`,
)}
${offered.length === 0 ? html`<p class="empty">${published.length === chosenNow.length ? "모든 API를 추가했습니다." : "조건에 맞는 API가 없습니다. 검색 조건을 바꾸십시오."}</p>` : ""}
</section>
<section aria-labelledby="chosen-title"><h2 id="chosen-title">선택한 API</h2>
<div id="apis">${state.problems["apis"] === undefined ? "" : html`<p class="problem">${state.problems["apis"]}</p>`}
${chosenNow.map((api) => chosenApi(visit, state, api))}
${chosenNow.length === 0 ? html`<p class="empty">API를 추가하면 여기에 플랜과 약관이 표시됩니다.</p>` : ""}</div>
</section>
</div>
<p><button type="submit" name="step" value="basic" formnovalidate class="second">이전</button>
<button type="submit" name="step" value="save">저장</button></p>`,
)}`,
  });
}

function chosenApi(visit: SignedInVisit, state: FormState, api: Api): Markup {
  const known = plans(visit.store.database);
  const problem = state.problems[`agree-${api.id}`];
  return html`<fieldset class="chosen"><legend>${api.name}</legend>
<p><code>${api.path}</code>, ${api.institution}${api.state === "published" ? "" : html`, ${apiMachine.states[api.state].name}`}</p>
${input(state, {
  name: `plan-${api.id}`,
  label: "정책(플랜)",
  options: [
    { value: "", label: "선택하십시오" },
    ...known.map((plan) => ({ value: String(plan.id), label: `${plan.name} (${planText(plan)})` })),
  ],
})}
<details><summary>약관</summary><p class="terms">${api.terms}</p></details>
<label class="check"><input type="checkbox" id="agree-${api.id}" name="agree-${api.id}" value="yes"${field(state.fields, `agree-${api.id}`) === "yes" ? html` checked` : ""}${problem === undefined ? "" : html` aria-invalid="true" aria-describedby="agree-${api.id}-problem"`}> 약관에 동의합니다.</label>
${problem === undefined ? "" : html`<p class="problem" id="agree-${api.id}-problem">${problem}</p>`}
<p><button type="submit" name="remove" value="${api.id}" formnovalidate class="second" aria-label="${api.name} 삭제">삭제</button></p>
</fieldset>`;
}

function chosenIds(fields: FormFields): number[] {
  return [...new Set((fields["chosen"] ?? []).map(Number))];
}

/** Whichever button was pressed: the next page of the form, or the app saved. */
async function submit(visit: SignedInVisit, app: RegisteredApp | undefined): Promise<Response> {
  const { fields, store } = visit;
  const state = (more: Partial<FormState> = {}): FormState => ({ fields, problems: {}, ...more });
  if (field(fields, "step") === "basic") return basicPage(visit, app, state());
  const basic = readForm(basicForm, fields);
  if ("state" in basic) return basicPage(visit, app, basic.state);
  const unknown = scopeProblem(basic.values.scope, scopeNamesOf(visit));
  if (unknown !== undefined) return basicPage(visit, app, state({ problems: { scope: unknown } }));
  const pressed = chosenBy(visit);
  if (pressed !== undefined) return apisPage(visit, app, state({ fields: { ...fields, chosen: pressed.map(String) } }));
  if (field(fields, "step") !== "save") return apisPage(visit, app, state());
  const choices = chosenIds(fields).map((apiId) => ({ apiId, planId: Number(field(fields, `plan-${apiId}`)) }));
  const problems = problemsOf(visit, choices);
  if (Object.keys(problems).length > 0) return apisPage(visit, app, state({ problems }));
  let id = app?.id;
  const refused = await attempt(fields, () => {
    if (app === undefined) id = registerApp(store.database, visit.session.account, basic.values, choices);
    else
      editApp(store.database, visit.session.account, {
        id: app.id,
        revision: Number(field(fields, "revision")),
        basic: basic.values,
        choices,
      });
  });
  if (refused === undefined) return redirect(visit, `/apps/${id}`, "saved");
  // The form now stands on what there is: saving it once more is meant so.
  const fresh = { ...refused, fields: { ...refused.fields, revision: [String(app?.revision ?? "")] } };
  return "name" in refused.problems ? basicPage(visit, app, fresh) : apisPage(visit, app, fresh);
}

/** The APIs after a button that adds or removes some was pressed; undefined where none was. */
function chosenBy({ fields, store }: SignedInVisit): number[] | undefined {
  const chosen = chosenIds(fields);
  const group = field(fields, "add-group");
  if (group !== "")
    return [
      ...chosen,
      ...publishedApis(store.database)
        .filter((api) => api.groupName === group && !chosen.includes(api.id))
        .map(({ id }) => id),
    ];
  if (field(fields, "add") !== "") return [...chosen, Number(field(fields, "add"))];
  if (field(fields, "remove") !== "") return chosen.filter((id) => String(id) !== field(fields, "remove"));
  return field(fields, "search") === "" ? undefined : chosen;
}

function problemsOf(
  { fields, store }: SignedInVisit,
  choices: readonly { apiId: number; planId: number }[],
): Record<string, string> {
  if (choices.length === 0) return { apis: say.chooseApi };
  const known = new Set(plans(store.database).map(({ id }) => id));
  return Object.fromEntries(
    choices.flatMap(({ apiId, planId }): [string, string][] => [
      ...(known.has(planId) ? [] : [[`plan-${apiId}`, say.choosePlan] as [string, string]]),
      ...(field(fields, `agree-${apiId}`) === "yes" ? [] : [[`agree-${apiId}`, say.agreeFirst] as [string, string]]),
    ]),
  );
}

function appOf(visit: SignedInVisit): RegisteredApp {
  const app = appFor(visit.store.database, visit.session.account, idOf(visit));
  appMachine.after(app.state, "edit");
  return app;
}

function editPage(visit: SignedInVisit): Response | Promise<Response> {
  const app = appOf(visit);
  const chosen = chosenApis(visit.store.database, app.id);
  const basic: BasicInformation = app;
  const texts = {
    ...Object.fromEntries(
      Object.keys(basicForm.entries).map((name) => [name, [basic[name as keyof BasicInformation]]]),
    ),
    revision: [String(app.revision)],
    chosen: chosen.map(({ apiId }) => String(apiId)),
    ...Object.fromEntries(
      chosen.flatMap(({ apiId, planId }) => [
        [`plan-${apiId}`, [String(planId)]],
        [`agree-${apiId}`, ["yes"]],
      ]),
    ),
  };
  return basicPage(visit, app, { fields: texts, problems: {} });
}

export const appFormRoutes = [
  guarded("GET", "/apps/new", ["partner"], (visit) => basicPage(visit, undefined, emptyForm)),
  guarded("POST", "/apps/new", ["partner"], (visit) => submit(visit, undefined)),
  guarded("GET", "/apps/:id{[0-9]+}/edit", ["partner"], editPage),
  guarded("POST", "/apps/:id{[0-9]+}/edit", ["partner"], (visit) =>
    // What was typed stays in the form, also where the app may no more be changed.
    submit(visit, appFor(visit.store.database, visit.session.account, idOf(visit))),
  ),
];
