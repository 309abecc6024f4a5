import { html } from "hono/html";
import * as v from "valibot";
import { changePassword, roleNames } from "../../sandbox/store/accounts.ts";
import { attempt, emptyForm, type FormState, input, problemSummary, readForm } from "../kit/form.ts";
import { form, page, redirect } from "../kit/page.ts";
import { leastPassword, password, username, wrongPassword } from "../kit/password.ts";
import { guarded, type SignedInVisit } from "../kit/visit.ts";
import * as say from "../messages.ts";

const passwordForm = v.object({
  current: v.pipe(v.string(), v.nonEmpty(say.currentPassword)),
  password: password("새 비밀번호"),
  repeated: v.string(),
});

function accountPage(visit: SignedInVisit, state: FormState = emptyForm): Response | Promise<Response> {
  const { account } = visit.session;
  return page(visit, {
    title: "내 정보",
    status: state === emptyForm ? 200 : 400,
    body: html`<dl><dt>아이디</dt><dd>${account.login}</dd><dt>닉네임</dt><dd>${account.nickname}</dd>
<dt>역할</dt><dd>${roleNames[account.role]}</dd><dt>기관</dt><dd>${account.institution}</dd></dl>
<h2>비밀번호 변경</h2>
${problemSummary(state)}
${form(
  visit,
  "/account",
  html`${username(visit)}${input(state, { name: "current", label: "현재 비밀번호", type: "password", required: true, autocomplete: "current-password" })}
${input(state, { name: "password", label: "새 비밀번호", type: "password", required: true, autocomplete: "new-password", hint: `${leastPassword}자 이상입니다.` })}
${input(state, { name: "repeated", label: "새 비밀번호 확인", type: "password", required: true, autocomplete: "new-password" })}
<p><button type="submit">비밀번호 변경</button></p>`,
)}`,
  });
}

async function submitPassword(visit: SignedInVisit): Promise<Response> {
  const read = readForm(passwordForm, visit.fields);
  if ("state" in read) return accountPage(visit, read.state);
  const { current, password: wanted, repeated } = read.values;
  const { account, token } = visit.session;
  const wrong = await wrongPassword(visit, current);
  if (wrong !== undefined) return accountPage(visit, { fields: visit.fields, problems: { current: wrong } });
  if (repeated !== wanted)
    return accountPage(visit, { fields: visit.fields, problems: { repeated: say.otherPassword } });
  const refused = await attempt(visit.fields, () => changePassword(visit.store.database, account, wanted, token));
  return refused === undefined ? redirect(visit, "/account", "password-changed") : accountPage(visit, refused);
}

export const accountRoutes = [
  guarded("GET", "/account", "signed-in", (visit) => accountPage(visit)),
  guarded("POST", "/account", "signed-in", submitPassword),
];
