import { beforeAll, describe, expect, test } from "vitest";
import { examples } from "../../generated/examples.ts";
import { formOn, problemsOf, target, type Visitor, visitorAt } from "../support/portal.ts";
import {
  answerField,
  type AppWithKeys,
  appsOf,
  fieldsOf,
  fileOfApps,
  linkTo,
  loanAnswer,
  loanId,
  pressOn,
  registeredCustomer,
} from "../support/portal-data.ts";
import { useSandbox } from "../support/servers.ts";

const fileCustomer = { app: "TEST-APP-KEY-0", login: "file.customer", name: "파일의 고객" };
const sandbox = useSandbox({ portal: true, apps: fileOfApps(20), scenarios: { customers: [fileCustomer] } });
let partner: Visitor;
let admin: Visitor;
const app = appsOf(() => partner);

beforeAll(async () => {
  [partner, admin] = [await visitorAt(sandbox.url(), "partner"), await visitorAt(sandbox.url(), "admin")];
});

const limit = answerField("dataBody", "LN_AVL_AM");
const list = answerField("dataBody", "ACCOUNT_LIST");
const loan = async (keys: AppWithKeys) => (await loanAnswer(sandbox.url(), keys)).body;

test("a new customer's form holds the spec's example: saved as it is, the calls are answered as before", async () => {
  const keys = await app();
  expect(await loan(keys)).toEqual(examples.getCreditLoanBasicInfo.success);
  await registeredCustomer(partner, keys.path, "example", { default: "yes" });
  expect(await loan(keys)).toEqual(examples.getCreditLoanBasicInfo.success);
});

test("the default customer's limit and accounts answer the calls without a token, of this app alone", async () => {
  const [keys, other] = [await app(), await app()];
  const action = `${keys.path}/customers/new`;
  const more = await pressOn(partner, await partner.get(action), action, `add ${list}`, { [limit]: "12340000" });
  const second = { [`${list}/1/CUS_USG_ACNO`]: "2222222222222", [answerField("dataBody", "CNT")]: "2" };
  const filled = { login: "hong", name: "홍길동(가짜)", default: "yes", ...second };
  target(await pressOn(partner, more, action, "save", filled));
  const { dataBody } = await loan(keys);
  expect([dataBody["LN_AVL_AM"], dataBody["CNT"]]).toEqual(["12340000", "2"]);
  expect((dataBody["ACCOUNT_LIST"] as { CUS_USG_ACNO: string }[]).map((one) => one.CUS_USG_ACNO)).toEqual([
    expect.any(String),
    "2222222222222",
  ]);
  expect(await loan(other)).toEqual(examples.getCreditLoanBasicInfo.success);
});

test("a row that is taken away is the one whose button was pressed", async () => {
  const keys = await app();
  const action = `${keys.path}/customers/new`;
  let page = await partner.get(action);
  for (const number of [0, 1, 2])
    page = await pressOn(partner, page, action, `add ${list}`, { [`${list}/${number}/CUS_USG_ACNO`]: `${number}` });
  page = await pressOn(partner, page, action, `remove ${list} 1`, { [`${list}/3/CUS_USG_ACNO`]: "3" });
  target(await pressOn(partner, page, action, "save", { login: "rows", name: "가짜", default: "yes" }));
  expect((await loan(keys)).dataBody["ACCOUNT_LIST"]).toEqual(
    ["0", "2", "3"].map((CUS_USG_ACNO) => ({ CUS_USG_ACNO })),
  );
});

test("an optional field is left out or sent empty, as its mark says", async () => {
  const keys = await app();
  const field = answerField("dataBody", "ERR_TXT");
  const customer = await registeredCustomer(partner, keys.path, "optional", { default: "yes", [`${field}:sent`]: [] });
  expect((await loan(keys)).dataBody).not.toHaveProperty("ERR_TXT");
  target(await partner.submit(customer, customer, { [`${field}:sent`]: "yes", [field]: "", press: "save" }));
  expect((await loan(keys)).dataBody).toHaveProperty("ERR_TXT", "");
});

describe("a refused form", () => {
  test("says at the field what is wrong, keeps everything, and saves nothing", async () => {
    const path = (await app()).path;
    const action = `${path}/customers/new`;
    const more = await pressOn(partner, await partner.get(action), action, `add ${list}`);
    const sent = fieldsOf(more, action, {
      ...{ login: "", name: "가짜 이름", [limit]: "12,340,000", [`${list}/1/CUS_USG_ACNO`]: "1".repeat(99) },
      press: "save",
    });
    const reply = await partner.post(action, sent);
    expect(reply.status).toBe(400);
    for (const name of ["login", limit, `${list}/1/CUS_USG_ACNO`]) {
      expect(reply.text).toContain(`<a href="#${name}">`);
      expect(reply.text).toContain(`id="${name}-problem"`);
    }
    const kept = new Map(formOn(reply, action).map(({ name, value }) => [name, value]));
    for (const [name, value] of sent.filter(([one]) => one !== "press"))
      expect([name, kept.get(name)]).toEqual([name, value]);
    expect((await partner.get(`${path}/customers`)).text).toContain("등록한 고객이 없습니다.");
  });

  test("says that the app has a customer of the login, whatever its case", async () => {
    const path = (await app()).path;
    await registeredCustomer(partner, path, "same.login");
    const action = `${path}/customers/new`;
    const reply = await partner.submit(action, action, { login: "SAME.login", name: "가짜", press: "save" });
    expect([reply.status, problemsOf(reply.text)]).toEqual([
      400,
      expect.arrayContaining([expect.stringContaining("아이디가 같은 고객이")]),
    ]);
  });
});

test("a form that was open while another was saved does not undo it, and can be sent on", async () => {
  const keys = await app();
  const customer = await registeredCustomer(partner, keys.path, "two-tabs", { default: "yes" });
  const old = await partner.get(customer);
  target(await pressOn(partner, old, customer, "save", { [limit]: "1" }));
  const reply = await pressOn(partner, old, customer, "save", { name: "늦은 이름" });
  expect([reply.status, problemsOf(reply.text)]).toEqual([
    400,
    [expect.stringContaining("그 사이에 고객이 변경되었습니다.")],
  ]);
  expect((await loan(keys)).dataBody["LN_AVL_AM"]).toBe("1");
  target(await pressOn(partner, reply, customer, "save"));
  expect((await partner.get(`${keys.path}/customers`)).text).toContain("늦은 이름");
});

describe("as JSON", () => {
  const area = `answer-${loanId}:json`;

  test("an answer is edited, and comes back into the form", async () => {
    const keys = await app();
    const action = `${keys.path}/customers/new`;
    const page = await pressOn(partner, await partner.get(action), action, `json answer-${loanId}`);
    const text = formOn(page, action).find(({ name }) => name === area)?.value ?? "";
    expect(JSON.parse(text)).toEqual(examples.getCreditLoanBasicInfo.success);
    const changed = JSON.parse(text) as { dataBody: Record<string, unknown> };
    changed.dataBody["LN_AVL_AM"] = "777";
    changed.dataBody["NEW_FIELD"] = { kept: true };
    const form = await pressOn(partner, page, action, `form answer-${loanId}`, { [area]: JSON.stringify(changed) });
    expect(formOn(form, action).find(({ name }) => name === limit)?.value).toBe("777");
    target(await pressOn(partner, form, action, "save", { login: "json", name: "가짜", default: "yes" }));
    expect(await loan(keys)).toEqual(changed);
  });

  test("what cannot be read or is wrong is told with its place, and stays", async () => {
    const path = (await app()).path;
    const action = `${path}/customers/new`;
    const page = await pressOn(partner, await partner.get(action), action, `json answer-${loanId}`);
    const broken = '{\n  "dataBody": {,}\n}';
    for (const press of ["save", `form answer-${loanId}`]) {
      const reply = await pressOn(partner, page, action, press, { login: "json", name: "가짜", [area]: broken });
      expect([reply.status, problemsOf(reply.text)]).toEqual([
        400,
        expect.arrayContaining([expect.stringMatching(/^2번째 줄 16번째 글자: JSON으로 읽을 수 없습니다\./)]),
      ]);
      expect(formOn(reply, action).find(({ name }) => name === area)?.value).toBe(broken);
    }
    const wrong = JSON.stringify({ dataHeader: {}, dataBody: { LN_AVL_AM: 1 } });
    const reply = await pressOn(partner, page, action, "save", { login: "json", name: "가짜", [area]: wrong });
    expect([reply.status, problemsOf(reply.text).join(" ")]).toEqual([
      400,
      expect.stringMatching(/LN_AVL_AM\(.*문자열이어야/),
    ]);
  });
});

test("a change, another default and the deletion take effect at once", async () => {
  const keys = await app();
  const one = await registeredCustomer(partner, keys.path, "one", { default: "yes", [limit]: "1" });
  const two = await registeredCustomer(partner, keys.path, "two", { [limit]: "2" });
  const amount = async () => (await loan(keys)).dataBody["LN_AVL_AM"];
  expect(await amount()).toBe("1");
  target(await partner.submit(one, one, { [limit]: "11", press: "save" }));
  expect(await amount()).toBe("11");
  target(await partner.submit(`${keys.path}/customers`, `${two}/default`, {}));
  expect(await amount()).toBe("2");
  const page = await partner.get(`${two}/delete`);
  expect(page.text).toContain("two&#39; 고객을 삭제하면");
  expect(await amount()).toBe("2");
  target(await partner.submit(`${two}/delete`, `${two}/delete`, {}));
  expect(await amount()).toBe(examples.getCreditLoanBasicInfo.success.dataBody.LN_AVL_AM);
  const audit = (await admin.get("/audit")).text;
  for (const action of ["고객 등록", "고객 수정", "기본 고객 지정", "고객 삭제"]) expect(audit).toContain(action);
});

test("an operation whose answer is taken away is answered by the spec again", async () => {
  const keys = await app();
  const customer = await registeredCustomer(partner, keys.path, "dropped", { default: "yes", [limit]: "1" });
  const page = await pressOn(partner, await partner.get(customer), customer, `drop ${loanId}`);
  target(await pressOn(partner, page, customer, "save"));
  expect(await loan(keys)).toEqual(examples.getCreditLoanBasicInfo.success);
});

test("a customer's password is the sandbox's own until another is set, and no page gives one back", async () => {
  const path = (await app()).path;
  const customer = await registeredCustomer(partner, path, "secretive");
  expect((await partner.get(customer)).text).toContain("지금 비밀번호: 기본 비밀번호");
  const action = `${customer}/password`;
  const short = await partner.submit(customer, action, { password: "short" });
  expect([short.status, problemsOf(short.text)]).toEqual([
    400,
    expect.arrayContaining([expect.stringContaining("10자 이상")]),
  ]);
  target(await partner.submit(customer, action, { password: "fake-password-1" }));
  const page = await partner.get(customer);
  expect(page.text).toContain("지금 비밀번호: 따로 지정한 비밀번호");
  expect(page.text).not.toContain("fake-password-1");
  target(await partner.submit(customer, customer, { press: "save" }));
  expect((await partner.get(customer)).text).toContain("지금 비밀번호: 따로 지정한 비밀번호");
  target(await partner.submit(customer, action, { password: "" }));
  expect((await partner.get(customer)).text).toContain("지금 비밀번호: 기본 비밀번호");
});

test("a customer of a file is shown, and changed by no form", async () => {
  const path = await linkTo(partner, await linkTo(partner, "/customers", "시험 앱 0."), fileCustomer.login);
  const page = await partner.get(path);
  expect(page.text).toContain("파일에서 만든 고객이므로 여기에서는 변경할 수 없습니다.");
  expect(() => formOn(page, path)).toThrow("no form");
  const csrf: [string, string] = ["csrf", await partner.csrf()];
  for (const tail of ["", "/default", "/password", "/delete"]) {
    const reply = await partner.post(path + tail, [csrf, ["login", "other"], ["name", "다른 이름"]]);
    expect([tail, reply.status, reply.text]).toEqual([tail, 409, expect.stringContaining("파일에서 만든 고객이므로")]);
  }
  expect((await partner.get(path)).text).toContain(fileCustomer.name);
});

test("by the id of another app, a customer is not there", async () => {
  const [one, other] = [(await app()).path, (await app()).path];
  const customer = await registeredCustomer(partner, one, "mine");
  const moved = customer.replace(one, other);
  const csrf: [string, string] = ["csrf", await partner.csrf()];
  for (const tail of ["", "/delete"]) expect((await partner.get(moved + tail)).status).toBe(404);
  for (const tail of ["", "/default", "/password", "/delete"]) {
    const reply = await partner.post(moved + tail, [csrf, ["login", "taken"], ["name", "가짜"], ["press", "save"]]);
    expect([tail, reply.status, reply.text]).toEqual([tail, 404, expect.stringContaining("없는 고객입니다.")]);
  }
  expect((await partner.get(customer)).status).toBe(200);
});

test("with its app, a customer is gone", async () => {
  const keys = await app();
  const customer = await registeredCustomer(partner, keys.path, "gone", { default: "yes" });
  target(await partner.submit(`${keys.path}/delete`, `${keys.path}/delete`, {}));
  expect((await loanAnswer(sandbox.url(), keys)).status).toBe(401);
  for (const path of [customer, `${keys.path}/customers`, `${keys.path}/answers`])
    expect([path, (await partner.get(path)).status]).toEqual([path, 404]);
});
