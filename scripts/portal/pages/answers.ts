import { html } from "hono/html";
import { sourceNames } from "../../sandbox/answered-by.ts";
import type { Registered } from "../../sandbox/scenarios/book.ts";
import type { Scenario } from "../../sandbox/scenarios/scenario.ts";
import { appFor, type RegisteredApp } from "../../sandbox/store/registered-apps.ts";
import {
  deleteScenario,
  saveScenario,
  scenarioFor,
  scenariosOf,
  type StoredScenario,
} from "../../sandbox/store/scenarios.ts";
import type { Markup } from "../kit/form.ts";
import { button, page, redirect, table } from "../kit/page.ts";
import { rules } from "../../sandbox/answered-by.ts";
import { guarded, idOf, type SignedInVisit } from "../kit/visit.ts";
import { answerPage, sendAnswer } from "./answer-form.ts";
import { requestFields } from "./answer-input.ts";
import { conditionsText, responseText } from "./answer-words.ts";
import { confirmation } from "../kit/confirmation.ts";
import * as say from "../messages.ts";

function appAt(visit: SignedInVisit): RegisteredApp {
  return appFor(visit.store.database, visit.session.account, idOf(visit));
}

function storedAt(visit: SignedInVisit): StoredScenario {
  return scenarioFor(visit.store.database, visit.session.account, idOf(visit), idOf(visit, "answer"));
}

/** 응답정보 of an app from every source, those first that are asked first; those that are off at the end. */
function answersPage(visit: SignedInVisit): Response | Promise<Response> {
  const app = appAt(visit);
  const stored = scenariosOf(visit.store.database, app.id);
  const inOrder = visit.registry.all.filter((one) => isFor(one, app));
  const off = stored.filter(({ isOn }) => !isOn);
  return page(visit, {
    title: "응답정보",
    body: html`<p>'${app.name}' 앱의 호출에 보낼 응답을 정의합니다.</p>
<details><summary>응답을 찾는 순서</summary><ol>${rules.map(({ name, means }) => html`<li>${name}: ${means}</li>`)}</ol></details>
<p><a class="action" href="/portal/apps/${app.id}/answers/new">응답정보 등록</a> <a class="action" href="/portal/apps/${app.id}/customers">고객</a> <a class="action" href="/portal/apps/${app.id}">앱 상세조회</a></p>
${table(
  "응답정보 목록",
  ["이름", "API", "조건", "응답", "사용", "응답한 횟수", "만든 곳", "비고"],
  [
    ...inOrder.map(({ scenario, source, answered }) => {
      const own = source === "portal" ? stored.find(({ name }) => name === scenario.name) : undefined;
      return [
        ...cellsOf(visit, app, scenario, own),
        "사용",
        `${answered}번`,
        sourceNames[source],
        buttonsOf(visit, own),
      ];
    }),
    ...off.map((one) => [
      ...cellsOf(visit, app, one.definition, one),
      ...["사용 안 함", "", sourceNames.portal, buttonsOf(visit, one)],
    ]),
  ],
  "등록한 응답정보가 없습니다. 토큰을 발급받은 고객, 앱의 기본 고객, 명세의 예제 순서로 찾아 응답합니다.",
)}
<p class="hint">파일, API, 테스트에서 등록한 응답정보는 등록한 곳에서 변경하십시오.</p>`,
  });
}

function isFor({ appId, scenario }: Registered, app: RegisteredApp): boolean {
  if (appId !== undefined) return appId === app.id;
  return scenario.app === undefined || scenario.app === app.name || scenario.app === app.appKey;
}

function cellsOf(
  { api, table: operations }: SignedInVisit,
  app: RegisteredApp,
  { name, operation: id, when = {}, response }: Scenario,
  own: StoredScenario | undefined,
): (Markup | string)[] {
  const [operation] = operations.family(id);
  return [
    own === undefined ? name : html`<a href="/portal/apps/${app.id}/answers/${own.id}">${name}</a>`,
    operation === undefined ? id : html`${operation.operation.summary} <code>${id}</code>`,
    conditionsText(operation === undefined ? [] : requestFields(api, operation), when),
    responseText(response),
  ];
}

function buttonsOf(visit: SignedInVisit, own: StoredScenario | undefined): Markup | "" {
  if (own === undefined) return "";
  const path = `/apps/${own.appId}/answers/${own.id}`;
  return html`<span class="buttons">${button(visit, `${path}/toggle`, own.isOn ? "끄기" : "켜기")}
<a class="action" href="/portal${path}/delete" aria-label="${own.name} 삭제">삭제</a></span>`;
}

function toggle(visit: SignedInVisit): Response {
  const { id, appId, isOn, definition } = storedAt(visit);
  saveScenario(visit.store.database, visit.session.account, { id, appId, isOn: !isOn, definition });
  return redirect(visit, `/apps/${appId}/answers`, "saved");
}

function deletePage(visit: SignedInVisit): Response | Promise<Response> {
  const { id, appId, name } = storedAt(visit);
  return confirmation(visit, {
    title: "응답정보 삭제",
    text: say.deletesAnswer(name),
    action: `/apps/${appId}/answers/${id}/delete`,
    label: "삭제",
    back: `/apps/${appId}/answers`,
  });
}

function remove(visit: SignedInVisit): Response {
  const { id, appId } = storedAt(visit);
  deleteScenario(visit.store.database, visit.session.account, appId, id);
  return redirect(visit, `/apps/${appId}/answers`, "deleted");
}

const list = "/apps/:id{[0-9]+}/answers";
const one = `${list}/:answer{[0-9]+}`;

export const answerRoutes = [
  guarded("GET", list, ["partner"], answersPage),
  guarded("GET", `${list}/new`, ["partner"], (visit) => answerPage(visit, appAt(visit))),
  guarded("POST", `${list}/new`, ["partner"], (visit) => sendAnswer(visit, appAt(visit))),
  guarded("GET", one, ["partner"], (visit) => answerPage(visit, appAt(visit), storedAt(visit))),
  guarded("POST", one, ["partner"], (visit) => sendAnswer(visit, appAt(visit), storedAt(visit))),
  guarded("POST", `${one}/toggle`, ["partner"], toggle),
  guarded("GET", `${one}/delete`, ["partner"], deletePage),
  guarded("POST", `${one}/delete`, ["partner"], remove),
];
