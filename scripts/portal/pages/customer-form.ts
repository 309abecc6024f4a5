import { html } from "hono/html";
import * as v from "valibot";
import { sourceNames } from "../../sandbox/answered-by.ts";
import { type Customer, saveCustomer } from "../../sandbox/store/customers.ts";
import { audit } from "../../sandbox/store/journal.ts";
import { appFor, type RegisteredApp } from "../../sandbox/store/registered-apps.ts";
import { demoPassword } from "../../sandbox/store/seed.ts";
import { type AppOperation, operationsOfApp } from "../app-operations.ts";
import { bodyFields, press, saveByEnter } from "../kit/body-fields.ts";
import { BodyForm } from "../../bundle/body-form.ts";
import {
  attempt,
  emptyForm,
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
import { form, page, redirect } from "../kit/page.ts";
import { field, type FormFields, idOf, type SignedInVisit } from "../kit/visit.ts";

const basicForm = v.object({ login: line("고객 아이디", 40), name: line("이름", 40) });

/** An operation whose answer a customer may have, with the form of that answer. */
interface Answer extends AppOperation {
  body: BodyForm;
}

function answersOf(visit: SignedInVisit, appId: number): Answer[] {
  return operationsOfApp(visit, appId).flatMap((one) =>
    one.success === undefined
      ? []
      : [{ ...one, body: new BodyForm(visit.api, one.success.schema, `answer-${one.id}`) }],
  );
}

const addressOf = (appId: number, id: number | undefined): string => `/apps/${appId}/customers/${id ?? "new"}`;

/** The form of a new customer: the first operation's answer begins as the spec's example. */
export function newCustomerPage(visit: SignedInVisit): Response | Promise<Response> {
  const app = appFor(visit.store.database, visit.session.account, idOf(visit));
  const [first] = answersOf(visit, app.id);
  return formPage(visit, app, { fields: first === undefined ? {} : begun(visit, {}, first), problems: {} });
}

/** The fields with an answer that begins as the spec's example. */
function begun(visit: SignedInVisit, fields: FormFields, { id, body, operation }: Answer): FormFields {
  return {
    ...fields,
    answers: [...(fields["answers"] ?? []), id],
    ...body.fill(visit.registry.checker.successExample(operation)),
  };
}

/** A customer: its form, or what it is where the portal does not change it. */
export function customerPage(
  visit: SignedInVisit,
  app: RegisteredApp,
  customer: Customer,
  state: FormState = emptyForm,
): Response | Promise<Response> {
  if (customer.source !== "portal") return shownPage(visit, app, customer);
  const given = answersOf(visit, app.id).flatMap((one) => {
    const key = keyIn(customer, one);
    return key === undefined ? [] : [{ ...one, value: customer.answers[key] }];
  });
  const fields: FormFields = {
    seen: [markOfCustomer(customer)],
    login: [customer.login],
    name: [customer.name],
    default: customer.isDefault ? ["yes"] : [],
    answers: given.map(({ id }) => id),
    ...Object.assign({}, ...given.map(({ body, value }) => body.fill(value))),
  };
  return formPage(visit, app, { ...state, fields }, customer);
}

function markOfCustomer({ login, name, isDefault, answers }: Customer): string {
  return markOf([login, name, isDefault, answers]);
}

/** The operationId under which a customer has an operation's answer. */
function keyIn({ answers }: Customer, { ids }: AppOperation): string | undefined {
  return ids.find((id) => Object.hasOwn(answers, id));
}

function shownPage(visit: SignedInVisit, app: RegisteredApp, customer: Customer): Response | Promise<Response> {
  const { login, name, isDefault, source, answers } = customer;
  return page(visit, {
    title: "고객",
    body: html`<p>${sourceNames[source]}에서 만든 고객이므로 여기에서는 변경할 수 없습니다. ${source === "file" ? "시나리오 파일(--scenarios)에서 변경하십시오." : `PUT /__sandbox/customers/${encodeURIComponent(login)} 요청으로 변경하십시오.`}</p>
<dl><dt>앱</dt><dd>${app.name}</dd><dt>고객 아이디</dt><dd>${login}</dd><dt>이름</dt><dd>${name}</dd><dt>기본 고객</dt><dd>${isDefault ? "예" : "아니요"}</dd></dl>
${Object.entries(answers).map(
  ([id, body]) =>
    html`<h2><code>${id}</code>의 응답</h2><div class="code"><pre tabindex="0"><code>${JSON.stringify(body, null, 2)}</code></pre></div>`,
)}
<p><a href="/portal/apps/${app.id}/customers">고객 목록</a></p>`,
  });
}

function formPage(
  visit: SignedInVisit,
  app: RegisteredApp,
  state: FormState,
  customer?: Customer,
): Response | Promise<Response> {
  const action = addressOf(app.id, customer?.id);
  const isRefused = state.problem !== undefined || Object.keys(state.problems).length > 0;
  return page(visit, {
    title: customer === undefined ? "고객 등록" : "고객 수정",
    status: isRefused ? 400 : 200,
    body: html`<p>'${app.name}' 앱의 고객입니다. 샌드박스에만 있는 가상의 고객이므로 실제 고객의 정보를 입력하지 마십시오.</p>
${problemSummary(state)}
${form(
  visit,
  action,
  html`${saveByEnter}${hidden({ seen: [field(state.fields, "seen")] })}
${input(state, { name: "login", label: "고객 아이디", required: true, maxlength: 40, hint: "고객이 로그인할 때 입력하는 아이디입니다. 앱 안에서 중복될 수 없습니다." })}
${input(state, { name: "name", label: "이름", required: true, maxlength: 40 })}
<label class="check"><input type="checkbox" name="default" value="yes"${field(state.fields, "default") === "yes" ? html` checked` : ""}> 기본 고객: 액세스 토큰이 없는 호출에 이 고객의 응답을 보냅니다. 앱마다 한 명만 지정할 수 있으며, 선택하면 현재 기본 고객 대신 지정됩니다.</label>
<h2>응답</h2>
<p>이 고객에 관한 호출에 보낼 응답입니다. 응답을 정의하지 않은 API에는 명세의 예제로 응답합니다. 목록에 행을 추가하거나 삭제하면 개수 필드도 함께 수정하십시오.</p>
${answersOf(visit, app.id).map((one) => answerSection(one, state, action))}
<p><button type="submit" name="press" value="save">저장</button> <a href="/portal/apps/${app.id}/customers">취소</a></p>`,
)}
${customer === undefined ? "" : passwordSection(visit, state, customer)}`,
  });
}

function answerSection({ id, name, operation, body }: Answer, state: FormState, action: string): Markup {
  const place = `operation-${id}`;
  const isChosen = state.fields["answers"]?.includes(id) === true;
  return html`<section id="${place}"><h3>${name} <code>${operation.path}</code></h3>
${
  isChosen
    ? html`<input type="hidden" name="answers" value="${id}">${bodyFields(body, state, action)}
<p>${press(action, `drop ${id}`, "이 응답 삭제", place, `${name}: 이 응답 삭제`)}</p>`
    : html`<p>명세의 예제로 응답합니다. ${press(action, `begin ${id}`, "이 고객의 응답 정의", place, `${name}: 이 고객의 응답 정의`)}</p>`
}</section>`;
}

function passwordSection(visit: SignedInVisit, state: FormState, { id, appId, login, passwordHash }: Customer): Markup {
  const standard = visit.isLocal ? html`기본 비밀번호(<code>${demoPassword}</code>)` : html`샌드박스의 기본 비밀번호`;
  return html`<section><h2>비밀번호</h2>
<p>고객이 앱에 동의하려고 로그인할 때 입력합니다. 지금 비밀번호: ${passwordHash === null ? standard : "따로 지정한 비밀번호"}</p>
${form(
  visit,
  `${addressOf(appId, id)}/password`,
  html`<input type="text" autocomplete="username" value="${login}" hidden>${input(state, { name: "password", label: "새 비밀번호", type: "password", autocomplete: "new-password", hint: "비워 두고 변경하면 샌드박스의 기본 비밀번호를 사용합니다." })}
<p><button type="submit">비밀번호 변경</button></p>`,
)}</section>`;
}

/** Whichever button was pressed: the form shown again, or the customer saved. */
export async function sendCustomer(visit: SignedInVisit, app: RegisteredApp, customer?: Customer): Promise<Response> {
  const { fields, store, registry } = visit;
  const answers = answersOf(visit, app.id);
  const shown = pressed(visit, answers);
  if (shown !== undefined) return formPage(visit, app, shown, customer);
  const basic = readForm(basicForm, fields);
  const problems: Record<string, string> = "state" in basic ? { ...basic.state.problems } : {};
  const bodies: Record<string, unknown> = {};
  for (const { id, body } of answers.filter((one) => fields["answers"]?.includes(one.id))) {
    const read = body.read(fields);
    Object.assign(problems, read.problems);
    if (Object.keys(read.problems).length > 0) continue;
    bodies[id] = read.value;
    for (const { path, text } of registry.checker.answerFaults(id, read.value)) {
      const name = body.fieldAt(fields, path.slice(2));
      problems[name] = problems[name] === undefined ? text : `${problems[name]} ${text}`;
    }
  }
  if ("state" in basic || Object.keys(problems).length > 0) return formPage(visit, app, { fields, problems }, customer);
  const late = customer === undefined ? undefined : overtaken(fields, markOfCustomer(customer), "고객이");
  if (late !== undefined) return formPage(visit, app, late, customer);
  // What it has for operations that are not in the form stays.
  const others = Object.entries(customer?.answers ?? {}).filter(
    ([key]) => !answers.some(({ ids }) => ids.includes(key)),
  );
  const refused = await attempt(fields, () =>
    store.database.transaction(() => {
      saveCustomer(store.database, {
        appId: app.id,
        source: "portal",
        ...(customer === undefined ? {} : { id: customer.id }),
        customer: {
          ...basic.values,
          passwordHash: customer?.passwordHash ?? null,
          isDefault: field(fields, "default") === "yes",
          answers: { ...Object.fromEntries(others), ...bodies },
        },
      });
      const action = customer === undefined ? "고객 등록" : "고객 수정";
      audit(store.database, visit.session.account, action, basic.values.login);
    }),
  );
  if (refused !== undefined) return formPage(visit, app, refused, customer);
  return redirect(visit, `/apps/${app.id}/customers`, "saved");
}

/** The form after a button that only changes the form; undefined where it is to be saved. */
function pressed(visit: SignedInVisit, answers: readonly Answer[]): FormState | undefined {
  const { fields } = visit;
  const button = field(fields, "press");
  const [verb, id] = button.split(" ");
  const answer = answers.find((one) => one.id === id);
  if (verb === "begin" && answer !== undefined) return { fields: begun(visit, fields, answer), problems: {} };
  if (verb === "drop" && answer !== undefined) {
    const left = fields["answers"]?.filter((one) => one !== id) ?? [];
    return { fields: { ...answer.body.without(fields), answers: left }, problems: {} };
  }
  for (const { body } of answers) {
    const state = body.pressed(fields, button);
    if (state !== undefined) return state;
  }
  return undefined;
}
