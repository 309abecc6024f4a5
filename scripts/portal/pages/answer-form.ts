import { html } from "hono/html";
import * as v from "valibot";
import { faults } from "../../sandbox/faults.ts";
import { customersOf } from "../../sandbox/store/customers.ts";
import type { RegisteredApp } from "../../sandbox/store/registered-apps.ts";
import { saveScenario, type StoredScenario } from "../../sandbox/store/scenarios.ts";
import { type AppOperation, operationsOfApp } from "../app-operations.ts";
import { bodyFields, press, saveByEnter } from "../kit/body-fields.ts";
import { isBegun } from "../../bundle/body-form.ts";
import {
  attempt,
  type FormState,
  hidden,
  input,
  line,
  markOf,
  type Markup,
  overtaken,
  problemSummary,
  readForm,
} from "../kit/form.ts";
import { form, page, redirect, sentence } from "../kit/page.ts";
import { field, type FormFields, type SignedInVisit } from "../kit/visit.ts";
import { inputRows } from "./answer-input.ts";
import { AnswerState } from "./answer-state.ts";
import * as say from "../messages.ts";

/** Texts of the form, which the spec does not check. */
const ownForm = v.object({
  name: line("이름", 200),
  call: line("몇 번째", 9, 0),
  status: line("상태 코드", 9, 0),
  delay: line("지연", 9, 0),
});

/** The form of a new answer, or of one that the portal has. */
export function answerPage(
  visit: SignedInVisit,
  app: RegisteredApp,
  stored?: StoredScenario,
): Response | Promise<Response> {
  const operations = operationsOfApp(visit, app.id);
  const [first] = operations;
  if (first === undefined) return withoutApis(visit);
  if (stored === undefined)
    return formPage(
      visit,
      { app, operations, chosen: first, stored },
      { fields: { on: ["yes"], what: ["example"] }, problems: {} },
    );
  const { definition, isOn } = stored;
  const found = operations.find(({ ids }) => ids.includes(definition.operation));
  const chosen = found ?? first;
  const fields = { ...stateOf(visit, chosen).fill(definition, isOn), seen: [markOfAnswer(stored)] };
  const problems: FormState["problems"] = found === undefined ? { operation: say.otherApi } : {};
  return formPage(visit, { app, operations, chosen, stored }, { fields, problems });
}

function markOfAnswer({ definition, isOn }: StoredScenario): string {
  return markOf([definition, isOn]);
}

function withoutApis(visit: SignedInVisit): Response | Promise<Response> {
  return sentence(visit, "응답정보", say.appWithoutApi, 409);
}

/** Whichever button was pressed: the form shown again, or the answer saved. */
export async function sendAnswer(visit: SignedInVisit, app: RegisteredApp, stored?: StoredScenario): Promise<Response> {
  const { fields, store } = visit;
  const operations = operationsOfApp(visit, app.id);
  const chosen = operations.find(({ ids }) => ids.includes(field(fields, "operation")));
  const [first] = operations;
  if (first === undefined) return withoutApis(visit);
  const shown = { app, operations, chosen: chosen ?? first, stored };
  if (chosen === undefined) return formPage(visit, shown, { fields, problems: { operation: say.otherApi } });
  const state = stateOf(visit, chosen);
  const pressed = state.pressed(fields);
  if (pressed !== undefined) return formPage(visit, shown, pressed);
  const own = readForm(ownForm, fields);
  const { scenario, problems, problem } = state.read(fields);
  const all = { ...problems, ...("state" in own ? own.state.problems : {}) };
  if ("state" in own || problem !== undefined || Object.keys(all).length > 0)
    return formPage(visit, shown, { fields, problems: all, ...(problem === undefined ? {} : { problem }) });
  const late = stored === undefined ? undefined : overtaken(fields, markOfAnswer(stored), "응답정보가");
  if (late !== undefined) return formPage(visit, shown, late);
  const refused = await attempt(fields, () =>
    saveScenario(store.database, visit.session.account, {
      appId: app.id,
      ...(stored === undefined ? {} : { id: stored.id }),
      isOn: field(fields, "on") === "yes",
      definition: { ...scenario, name: own.values.name },
    }),
  );
  if (refused !== undefined) return formPage(visit, shown, refused);
  return redirect(visit, `/apps/${app.id}/answers`, "saved");
}

function stateOf({ api, registry }: SignedInVisit, operation: AppOperation): AnswerState {
  return new AnswerState(api, registry.checker, operation);
}

interface Shown {
  app: RegisteredApp;
  operations: readonly AppOperation[];
  chosen: AppOperation;
  stored: StoredScenario | undefined;
}

function formPage(visit: SignedInVisit, shown: Shown, state: FormState): Response | Promise<Response> {
  const { app, operations, chosen, stored } = shown;
  const action = `/apps/${app.id}/answers/${stored?.id ?? "new"}`;
  const answer = stateOf(visit, chosen);
  const isRefused = state.problem !== undefined || Object.keys(state.problems).length > 0;
  const isBody = field(state.fields, "what") === "body";
  return page(visit, {
    title: stored === undefined ? "응답정보 등록" : "응답정보 수정",
    status: isRefused ? 400 : 200,
    body: html`<p>'${app.name}' 앱의 호출에 보낼 응답입니다. 응답을 찾는 순서는 <a href="/portal/apps/${app.id}/answers">응답정보 목록</a>에서 볼 수 있습니다.</p>
${problemSummary(state)}
${form(
  visit,
  action,
  html`${saveByEnter}${hidden({ seen: [field(state.fields, "seen")] })}
${input(state, { name: "name", label: "이름", required: true, maxlength: 200, hint: "앱 안에서 중복될 수 없습니다. 요청 기록에 표시됩니다." })}
${input(state, {
  name: "operation",
  label: "API",
  initial: chosen.id,
  options: operations.map(({ id, name, operation }) => ({ value: id, label: `${name} (${operation.path})` })),
})}
${operations.length > 1 ? html`<p>${press(action, "operation", "선택한 API로 바꾸기", "operation")}</p>` : ""}
${checkbox(state.fields, "on", "사용합니다. 선택하지 않으면 저장만 하고 응답하지 않습니다.")}
<h2>조건</h2>
<p>조건이 모두 맞는 호출에 응답합니다. 조건을 지정하지 않으면 모든 호출에 응답합니다.</p>
${conditions(visit, app, state)}
${inputRows(answer.inputs, state, action)}
<h2 id="answer">응답</h2>
<input type="hidden" name="what" value="${isBody ? "body" : "example"}">
${isBody ? wholeBody(answer, state, action) : byExample(answer, state, action)}
${input(state, { name: "status", label: "상태 코드", maxlength: 9, hint: `비워 두면 예제나 정상 응답의 상태 코드를 보냅니다. 명세에 있는 상태 코드는 ${Object.keys(chosen.operation.operation.responses).join(", ")}입니다.` })}
${input(state, { name: "delay", label: "지연(밀리초)", maxlength: 9, hint: "비워 두면 바로 응답합니다." })}
${input(state, {
  name: "fault",
  label: "장애",
  options: [
    { value: "", label: "없음" },
    ...Object.entries(faults).map(([value, means]) => ({ value, label: `${value}: ${means}` })),
  ],
})}
${checkbox(state.fields, "deviates", "일부러 명세와 다르게 응답합니다(deviates). 선택하면 본문과 상태 코드가 명세와 맞는지 확인하지 않습니다.")}
<p><button type="submit" name="press" value="save">저장</button> <a href="/portal/apps/${app.id}/answers">취소</a></p>`,
)}`,
  });
}

function checkbox(fields: FormFields, name: string, label: string): Markup {
  return html`<label class="check"><input type="checkbox" name="${name}" value="yes"${field(fields, name) === "yes" ? html` checked` : ""}> ${label}</label>`;
}

function conditions(visit: SignedInVisit, app: RegisteredApp, state: FormState): Markup {
  const logins = customersOf(visit.store.database, app.id).map(({ login, name }) => ({ login, name }));
  const typed = field(state.fields, "customer");
  const isKnown = typed === "" || logins.some(({ login }) => login === typed);
  return html`${input(state, {
    name: "customer",
    label: "고객",
    hint: "액세스 토큰을 발급받은 고객이며, 토큰이 없으면 앱의 기본 고객입니다.",
    options: [
      { value: "", label: "누구든지" },
      ...(isKnown ? [] : [{ value: typed, label: `${typed}(없는 고객)` }]),
      ...logins.map(({ login, name }) => ({ value: login, label: `${login} (${name})` })),
    ],
  })}
<div class="pair">
${input(state, {
  name: "call-mode",
  label: "호출의 순서",
  options: [
    { value: "", label: "모든 호출" },
    { value: "only", label: "몇 번째 호출에만" },
    { value: "from", label: "몇 번째 호출부터" },
  ],
})}
${input(state, { name: "call", label: "몇 번째", maxlength: 9 })}
</div>
<p class="hint">다른 조건이 맞는 호출만 셉니다.</p>
<div class="pair">
${input(state, { name: "from", label: "시각(부터)", type: "time" })}
${input(state, { name: "to", label: "시각(전까지)", type: "time" })}
</div>
<p class="hint">한국 시각입니다. 끝 시각이 시작 시각보다 이르면 다음 날까지입니다.</p>`;
}

function wholeBody(answer: AnswerState, state: FormState, action: string): Markup {
  const { body, change } = answer.bodies(state.fields);
  return html`<p>본문 전체를 정의합니다. ${press(action, "what example", "명세의 예제에서 선택", "answer")}</p>
${hidden({ example: [field(state.fields, "example")], ...change.only(state.fields) })}${bodyFields(body, state, action)}`;
}

function byExample(answer: AnswerState, state: FormState, action: string): Markup {
  const { body, change } = answer.bodies(state.fields);
  const isChanged = isBegun(change.root, state.fields);
  return html`${hidden(body.only(state.fields))}${input(state, {
    name: "example",
    label: "명세의 예제",
    options: [
      { value: "", label: "고객의 응답이나 첫 번째 예제 그대로" },
      ...answer.examples.map(({ name, status, summary }) => ({
        value: name,
        label: `${name} (${status}): ${summary}`,
      })),
    ],
  })}
<p>${press(action, "what body", "본문 전체 정의", "answer")}
${
  isChanged
    ? press(action, "drop change", "바꿀 필드 삭제", "answer")
    : press(action, "begin change", "바꿀 필드 선택", "change:body")
}</p>
${
  isChanged
    ? html`<fieldset><legend>바꿀 필드</legend><p class="hint">선택한 필드만 바꾸고 나머지는 그대로 보냅니다. 목록은 통째로 바꿉니다.</p>
<input type="hidden" name="change:begun" value="yes">${bodyFields(change, state, action)}</fieldset>`
    : ""
}`;
}
