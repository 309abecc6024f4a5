import { html } from "hono/html";
import * as v from "valibot";
import { sourceNames } from "../../sandbox/answered-by.ts";
import {
  type Customer,
  customerFor,
  customersOf,
  type CustomerData,
  deleteCustomer,
  saveCustomer,
} from "../../sandbox/store/customers.ts";
import { audit } from "../../sandbox/store/journal.ts";
import { hashPassword } from "../../sandbox/store/passwords.ts";
import { Refused } from "../../sandbox/store/refused.ts";
import { appFor, listApps, type RegisteredApp } from "../../sandbox/store/registered-apps.ts";
import { scenariosOf } from "../../sandbox/store/scenarios.ts";
import { readForm } from "../kit/form.ts";
import { button, page, redirect, table } from "../kit/page.ts";
import { leastPassword, password } from "../kit/password.ts";
import { guarded, idOf, type SignedInVisit } from "../kit/visit.ts";
import { customerPage, newCustomerPage, sendCustomer } from "./customer-form.ts";
import * as say from "../messages.ts";
import { confirmation } from "../kit/confirmation.ts";

/** The app and the customer that an address names. */
function customerAt(visit: SignedInVisit): { app: RegisteredApp; customer: Customer } {
  const { database } = visit.store;
  const app = appFor(database, visit.session.account, idOf(visit));
  return { app, customer: customerFor(database, visit.session.account, app.id, idOf(visit, "customer")) };
}

/**
 * The same, where the portal may change the customer.
 *
 * @throws {Refused} where a file or the API made the customer
 */
function ownCustomerAt(visit: SignedInVisit): { app: RegisteredApp; customer: Customer } {
  const { app, customer } = customerAt(visit);
  if (customer.source === "portal") return { app, customer };
  throw new Refused(say.customerElsewhere(sourceNames[customer.source]));
}

/** 테스트 데이터: the own apps, each with its customers and its answers. */
function chooseApp(title: string, tail: "customers" | "answers") {
  return (visit: SignedInVisit): Response | Promise<Response> => {
    const { database } = visit.store;
    const { apps } = listApps(database, { ownerId: visit.session.account.id }, { offset: 0, limit: 1000 });
    return page(visit, {
      title,
      body: html`<p>${title === "고객" ? "고객은" : "응답정보는"} 앱마다 따로 등록합니다. 앱을 선택하십시오.</p>
${table(
  "앱 목록",
  ["앱이름", "고객", "응답정보"],
  apps.map(({ id, name }) => [
    html`<a href="/portal/apps/${id}/${tail}">${name}</a>`,
    `${customersOf(database, id).length}명`,
    `${scenariosOf(database, id).length}개`,
  ]),
  "등록한 앱이 없습니다. 내가 만든 앱에서 앱을 먼저 등록하십시오.",
)}`,
    });
  };
}

function customersPage(visit: SignedInVisit): Response | Promise<Response> {
  const { database } = visit.store;
  const app = appFor(database, visit.session.account, idOf(visit));
  const customers = customersOf(database, app.id);
  return page(visit, {
    title: "고객",
    body: html`<p>'${app.name}' 앱의 고객입니다. 샌드박스에만 있는 가상의 고객이며 다른 앱의 호출에는 응답하지 않습니다. 액세스 토큰이 있는 호출에는 토큰을 발급받은 고객의 응답을, 없는 호출에는 기본 고객의 응답을 보냅니다. 실제 고객의 정보를 입력하지 마십시오.</p>
<p><a class="action" href="/portal/apps/${app.id}/customers/new">고객 등록</a> <a class="action" href="/portal/apps/${app.id}/answers">응답정보</a> <a class="action" href="/portal/apps/${app.id}">앱 상세조회</a></p>
${table(
  "고객 목록",
  ["고객 아이디", "이름", "기본 고객", "만든 곳", "비고"],
  customers.map((customer) => [
    html`<a href="/portal/apps/${app.id}/customers/${customer.id}">${customer.login}</a>`,
    customer.name,
    customer.isDefault ? "기본 고객" : "",
    sourceNames[customer.source],
    customer.source === "portal" ? customerButtons(visit, customer) : "",
  ]),
  "등록한 고객이 없습니다. 고객을 등록하지 않은 앱의 호출에는 명세의 예제로 응답합니다.",
)}`,
  });
}

function customerButtons(visit: SignedInVisit, { appId, id, isDefault, login }: Customer) {
  return html`<span class="buttons">
${isDefault ? "" : button(visit, `/apps/${appId}/customers/${id}/default`, "기본 고객으로 지정")}
<a class="action" href="/portal/apps/${appId}/customers/${id}/delete" aria-label="${login} 삭제">삭제</a>
</span>`;
}

function setDefault(visit: SignedInVisit): Response {
  const { app, customer } = ownCustomerAt(visit);
  change(visit, customer, { isDefault: true }, "기본 고객 지정");
  return redirect(visit, `/apps/${app.id}/customers`, "saved");
}

const passwordForm = v.object({
  password: v.union([v.literal(""), password("비밀번호")], say.passwordLength("비밀번호", leastPassword)),
});

/** Gives a customer a password of its own, or the sandbox's where the field is empty. */
async function setPassword(visit: SignedInVisit): Promise<Response> {
  const { app, customer } = ownCustomerAt(visit);
  const read = readForm(passwordForm, visit.fields);
  if ("state" in read) return customerPage(visit, app, customer, read.state);
  const { password: given } = read.values;
  const passwordHash = given === "" ? null : await hashPassword(given);
  change(visit, customer, { passwordHash }, "고객 비밀번호 변경");
  return redirect(visit, `/apps/${app.id}/customers/${customer.id}`, "saved");
}

function change(visit: SignedInVisit, customer: Customer, changed: Partial<CustomerData>, action: string): void {
  const { database } = visit.store;
  const { id, appId, source } = customer;
  database.transaction(() => {
    saveCustomer(database, { id, appId, source, customer: { ...customer, ...changed } });
    audit(database, visit.session.account, action, customer.login);
  });
}

function deletePage(visit: SignedInVisit): Response | Promise<Response> {
  const { app, customer } = ownCustomerAt(visit);
  return confirmation(visit, {
    title: "고객 삭제",
    text: say.deletesCustomer(customer.login),
    action: `/apps/${app.id}/customers/${customer.id}/delete`,
    label: "삭제",
    back: `/apps/${app.id}/customers`,
  });
}

function remove(visit: SignedInVisit): Response {
  const { app, customer } = ownCustomerAt(visit);
  const { database } = visit.store;
  database.transaction(() => {
    deleteCustomer(database, customer);
    audit(database, visit.session.account, "고객 삭제", customer.login);
  });
  return redirect(visit, `/apps/${app.id}/customers`, "deleted");
}

const list = "/apps/:id{[0-9]+}/customers";
const one = `${list}/:customer{[0-9]+}`;

export const customerRoutes = [
  guarded("GET", "/customers", ["partner"], chooseApp("고객", "customers")),
  guarded("GET", "/answers", ["partner"], chooseApp("응답정보", "answers")),
  guarded("GET", list, ["partner"], customersPage),
  guarded("GET", `${list}/new`, ["partner"], newCustomerPage),
  guarded("POST", `${list}/new`, ["partner"], (visit) =>
    sendCustomer(visit, appFor(visit.store.database, visit.session.account, idOf(visit))),
  ),
  guarded("GET", one, ["partner"], (visit) => {
    const { app, customer } = customerAt(visit);
    return customerPage(visit, app, customer);
  }),
  guarded("POST", one, ["partner"], (visit) => {
    const { app, customer } = ownCustomerAt(visit);
    return sendCustomer(visit, app, customer);
  }),
  guarded("POST", `${one}/default`, ["partner"], setDefault),
  guarded("POST", `${one}/password`, ["partner"], setPassword),
  guarded("GET", `${one}/delete`, ["partner"], deletePage),
  guarded("POST", `${one}/delete`, ["partner"], remove),
];
