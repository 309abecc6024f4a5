import { beforeAll, describe, expect, test } from "vitest";
import { examples } from "../../generated/examples.ts";
import { sampleRequest } from "../support/bundle.ts";
import { formOn, problemsOf, target, type Visitor, visitorAt } from "../support/portal.ts";
import {
  type AppWithKeys,
  appsOf,
  fieldsOf,
  fileOfApps,
  loanAnswer,
  loanId,
  pressOn,
  linkTo,
  registeredAnswer,
  registeredCustomer,
} from "../support/portal-data.ts";
import { useSandbox } from "../support/servers.ts";

const fileScenario = {
  name: "파일의 응답",
  app: "TEST-APP-KEY-0",
  operation: loanId,
  when: { call: 7 },
  response: { delay: 1 },
};
const sandbox = useSandbox({ portal: true, apps: fileOfApps(20), scenarios: { scenarios: [fileScenario] } });
let partner: Visitor;
let admin: Visitor;
const app = appsOf(() => partner);

beforeAll(async () => {
  [partner, admin] = [await visitorAt(sandbox.url(), "partner"), await visitorAt(sandbox.url(), "admin")];
});

const call = (keys: AppWithKeys, dataBody = {}) => loanAnswer(sandbox.url(), keys, dataBody);
const success = examples.getCreditLoanBasicInfo.success;
/** A field of the request as the form's list has it, and a value that the example does not have. */
const [field = "", value] = Object.entries(sampleRequest().dataBody).at(-1) ?? [];
const fieldKey = `body/dataBody/${field}`;
const otherValue = value === "Y" ? "N" : "Y";

/** The row of a list that is about a name. */
async function row(keys: Pick<AppWithKeys, "path">, name: string): Promise<string> {
  const { text } = await partner.get(`${keys.path}/answers`);
  return [...text.matchAll(/<tr>[^]*?<\/tr>/g)].map(([one]) => one).find((one) => one.includes(`>${name}<`)) ?? "";
}

test("an example answers, is counted, and is told in the request record; switched off or deleted it does not", async () => {
  const keys = await app();
  const path = await registeredAnswer(partner, keys.path, "점검 중", { example: "SYSCD09999" });
  expect((await call(keys)).body.dataBody["ERRCODE"]).toBe("SYSCD09999");
  expect(await row(keys, "점검 중")).toContain("<td>1번</td>");
  expect((await partner.get("/requests")).text).toContain(
    "<dt>응답을 결정한 기준</dt><dd>응답정보: 점검 중, 포털</dd>",
  );
  target(await partner.submit(`${keys.path}/answers`, `${path}/toggle`, {}));
  expect((await call(keys)).body).toEqual(success);
  expect(await row(keys, "점검 중")).toContain("<td>사용 안 함</td>");
  target(await partner.submit(`${keys.path}/answers`, `${path}/toggle`, {}));
  expect((await call(keys)).status).toBe(500);
  target(await partner.submit(`${path}/delete`, `${path}/delete`, {}));
  expect((await call(keys)).body).toEqual(success);
  const audit = (await admin.get("/audit")).text;
  for (const action of ["응답정보 등록", "응답정보 수정", "응답정보 삭제"]) expect(audit).toContain(action);
});

test("what is changed goes over the customer's answer, from the second call on", async () => {
  const keys = await app();
  await registeredCustomer(partner, keys.path, "hong", {
    default: "yes",
    [`answer-${loanId}/dataBody/ZPNO_1`]: "00000",
  });
  const action = `${keys.path}/answers/new`;
  const page = await pressOn(partner, await partner.get(action), action, "begin change", { name: "줄어든 한도" });
  const changed = { "change/dataBody/LN_AVL_AM": "5", "change/dataBody/LN_AVL_AM:sent": "yes" };
  const when = { customer: "hong", "call-mode": "from", call: "2" };
  target(await pressOn(partner, page, action, "save", { ...changed, ...when }));
  const answers = [];
  for (let time = 0; time < 3; time += 1) answers.push((await call(keys)).body.dataBody);
  expect(answers.map((one) => [one["LN_AVL_AM"], one["ZPNO_1"]])).toEqual([
    [success.dataBody.LN_AVL_AM, "00000"],
    ["5", "00000"],
    ["5", "00000"],
  ]);
  expect(await row(keys, "줄어든 한도")).toMatch(/고객 hong, 2번째 호출부터<\/td>\s*<td>바꾸는 필드 LN_AVL_AM</);
});

test("an input value is asked for by the field's Korean name; every row must hold", async () => {
  const keys = await app();
  const action = `${keys.path}/answers/new`;
  const page = await pressOn(partner, await partner.get(action), action, "add-input");
  const rows = { "input-0-field": fieldKey, "input-0-value": otherValue };
  const changes = { name: "동의하지 않은 요청", example: "SYSCD02001", ...rows };
  expect(page.text).toMatch(new RegExp(`<option value="${fieldKey}"[^>]*>[가-힣][^<]*\\(${field}\\)</option>`));
  target(await pressOn(partner, page, action, "save", changes));
  expect((await call(keys)).body).toEqual(success);
  expect((await call(keys, { [field]: otherValue })).body.dataBody["ERRCODE"]).toBe("SYSCD02001");
  expect(await row(keys, "동의하지 않은 요청")).toContain(`(${field}) = ${otherValue}`);
});

test("of the rows of input values, the one whose button was pressed is taken away", async () => {
  const path = (await app()).path;
  const action = `${path}/answers/new`;
  let page = await partner.get(action);
  for (const number of [0, 1, 2])
    page = await pressOn(partner, page, action, "add-input", { [`input-${number}-value`]: `값 ${number}` });
  page = await pressOn(partner, page, action, "remove-input 1", { "input-2-value": "값 2" });
  const values = formOn(page, action).filter(({ name }) => /^input-\d+-value$/.test(name));
  expect(values.map((one) => one.value)).toEqual(["값 0", "값 2"]);
});

describe("a whole body", () => {
  test("is checked; a deliberate deviation must be marked as one", async () => {
    const keys = await app();
    const action = `${keys.path}/answers/new`;
    const page = await pressOn(partner, await partner.get(action), action, "what body");
    const wrong = { name: "다른 본문", "body/dataBody/LN_AVL_AM": "약 3억", delay: "1" };
    const refused = await pressOn(partner, page, action, "save", wrong);
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('id="body/dataBody/LN_AVL_AM-problem"');
    expect(refused.text).toContain("&#39;일부러 명세와 다르게 응답합니다&#39;를 선택하십시오.");
    target(await pressOn(partner, refused, action, "save", { deviates: "yes" }));
    const { body } = await call(keys);
    expect(body).toEqual({ ...success, dataBody: { ...success.dataBody, LN_AVL_AM: "약 3억" } });
    expect(await row(keys, "다른 본문")).toContain("일부러 명세와 다름");
  });

  test("with a status that the spec does not have goes out as JSON was typed", async () => {
    const keys = await app();
    const action = `${keys.path}/answers/new`;
    let page = await pressOn(partner, await partner.get(action), action, "what body");
    page = await pressOn(partner, page, action, "json body", { status: "418" });
    const typed = { name: "찻주전자", "body:json": '{"teapot":true}' };
    const refused = await pressOn(partner, page, action, "save", typed);
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('id="status-problem"')]);
    target(await pressOn(partner, refused, action, "save", { deviates: "yes" }));
    const reply = await call(keys);
    expect([reply.status, reply.body]).toEqual([418, { teapot: true }]);
  });

  test("without a required field is not filled up when it is saved again or shown as a form", async () => {
    const keys = await app();
    const action = `${keys.path}/answers/new`;
    let page = await pressOn(partner, await partner.get(action), action, "what body");
    page = await pressOn(partner, page, action, "json body");
    const partial = { dataHeader: {}, dataBody: { LN_AVL_AM: "1" } };
    const typed = { name: "일부만", "body:json": JSON.stringify(partial), deviates: "yes" };
    target(await pressOn(partner, page, action, "save", typed));
    const saved = await linkTo(partner, `${keys.path}/answers`, "일부만");
    target(await partner.submit(saved, saved, { press: "save" }));
    expect((await call(keys)).body).toEqual(partial);
    page = await pressOn(partner, page, action, "form body", { "body:json": "{}" });
    expect(page.text).toContain('id="body:json-problem"');
  });

  test("is kept while an example is looked at instead", async () => {
    const path = (await app()).path;
    const action = `${path}/answers/new`;
    let page = await pressOn(partner, await partner.get(action), action, "what body");
    page = await pressOn(partner, page, action, "what example", { "body/dataBody/LN_AVL_AM": "123" });
    page = await pressOn(partner, page, action, "what body");
    expect(formOn(page, action).find(({ name }) => name === "body/dataBody/LN_AVL_AM")?.value).toBe("123");
  });
});

test("what is edited is what was saved", async () => {
  const path = (await app()).path;
  const given = {
    ...{ "call-mode": "only", call: "3", from: "09:00", to: "18:00", example: "SYSCD09999", status: "500" },
    ...{ delay: "20", fault: "extra-keys" },
  };
  const saved = await registeredAnswer(partner, path, "모두 정한 응답", given);
  const form = new Map(formOn(await partner.get(saved), saved).map((one) => [one.name, one.value]));
  for (const [name, text] of Object.entries(given)) expect([name, form.get(name)]).toEqual([name, text]);
  target(await partner.submit(saved, saved, { press: "save" }));
  expect(await row({ path }, "모두 정한 응답")).toMatch(
    /3번째 호출, 한국 시각 09:00부터 18:00 전까지<\/td>\s*<td>상태 코드 500, 예제 SYSCD09999, 20밀리초 뒤에 응답, 장애 extra-keys/,
  );
});

test("a refused form says at each field what is wrong, keeps everything, and saves nothing", async () => {
  const path = (await app()).path;
  const action = `${path}/answers/new`;
  const page = await pressOn(partner, await partner.get(action), action, "add-input");
  const sent = fieldsOf(page, action, {
    ...{ name: "틀린 응답", "call-mode": "from", call: "영", from: "09:00", status: "299", delay: "조금" },
    ...{ "input-0-field": fieldKey, "input-0-value": "값", press: "save" },
  });
  const reply = await partner.post(action, sent);
  expect(reply.status).toBe(400);
  for (const problem of problemsOf(reply.text)) expect(problem).toMatch(/[가-힣].*(십시오|니다)\./);
  const kept = new Map(formOn(reply, action).map(({ name, value: text }) => [name, text]));
  for (const [name, text] of sent.filter(([one]) => one !== "press"))
    expect([name, kept.get(name)]).toEqual([name, text]);
  // The form of the whole is checked before what it says.
  for (const name of ["to", "delay"]) expect(reply.text).toContain(`id="${name}-problem"`);
  const next = await pressOn(partner, reply, action, "save", { to: "18:00", delay: "1" });
  for (const name of ["call", "status"]) expect(next.text).toContain(`id="${name}-problem"`);
  expect((await partner.get(`${path}/answers`)).text).toContain("등록한 응답정보가 없습니다.");
});

test("a call's number that is typed for every call is refused, not dropped", async () => {
  const path = (await app()).path;
  const action = `${path}/answers/new`;
  const typed = { name: "네 번째", example: "SYSCD09999", call: "4", press: "save" };
  const reply = await partner.submit(action, action, typed);
  expect([reply.status, reply.text]).toEqual([400, expect.stringContaining('id="call-mode-problem"')]);
});

test("a form that was open while the answer was switched off does not switch it on", async () => {
  const path = (await app()).path;
  const saved = await registeredAnswer(partner, path, "두 창", { delay: "1" });
  const old = await partner.get(saved);
  target(await partner.submit(`${path}/answers`, `${saved}/toggle`, {}));
  const reply = await pressOn(partner, old, saved, "save");
  expect([reply.status, problemsOf(reply.text)]).toEqual([
    400,
    [expect.stringContaining("그 사이에 응답정보가 변경되었습니다.")],
  ]);
  expect(await row({ path }, "두 창")).toContain("사용 안 함");
});

test("an answer that says nothing is refused", async () => {
  const path = (await app()).path;
  const action = `${path}/answers/new`;
  const reply = await partner.submit(action, action, { name: "빈 응답", press: "save" });
  expect([reply.status, problemsOf(reply.text)]).toEqual([400, [expect.stringContaining("응답할 내용이 없습니다.")]]);
});

test("the list has those of files too, first, without a way to change them", async () => {
  const path = (await linkTo(partner, "/answers", "시험 앱 0.")).replace(/\/answers$/, "");
  await registeredAnswer(partner, path, "포털의 응답", { delay: "1" });
  const { text } = await partner.get(`${path}/answers`);
  expect(text.indexOf(fileScenario.name)).toBeLessThan(text.indexOf("포털의 응답"));
  expect(await row({ path }, fileScenario.name)).not.toMatch(/<a |<button/);
  expect(await row({ path }, fileScenario.name)).toContain("<td>파일</td>");
  expect((await partner.get(`${(await app()).path}/answers`)).text).not.toContain("파일의 응답");
});

test("by the id of another app, an answer is not there", async () => {
  const [one, other] = [(await app()).path, (await app()).path];
  const answer = await registeredAnswer(partner, one, "내 응답", { delay: "1" });
  const moved = answer.replace(one, other);
  const csrf: [string, string] = ["csrf", await partner.csrf()];
  for (const tail of ["", "/delete"]) expect((await partner.get(moved + tail)).status).toBe(404);
  for (const tail of ["", "/toggle", "/delete"])
    expect([tail, (await partner.post(moved + tail, [csrf, ["name", "가짜"]])).status]).toEqual([tail, 404]);
  expect((await partner.get(answer)).status).toBe(200);
});

test("an answer of an API that the app no more has says so, and can be given another", async () => {
  const [keys, rest] = [await app(), "/edit"];
  const answer = await registeredAnswer(partner, keys.path, "남은 응답", { delay: "1" });
  const action = keys.path + rest;
  const step = await partner.submit(action, action, { step: "apis" });
  const [, first = ""] = /name="remove" value="(\d+)"[^>]*aria-label="대출/.exec(step.text) ?? [];
  const fewer = await partner.post(action, fieldsOf(step, action, { remove: first }));
  target(await partner.post(action, fieldsOf(fewer, action, { step: "save" })));
  const page = await partner.get(answer);
  expect(problemsOf(page.text).join(" ")).toContain("이 앱에서 사용하지 않는 API입니다.");
  target(await pressOn(partner, page, answer, "save"));
  expect(problemsOf((await partner.get(answer)).text)).toEqual([]);
});
