import { html } from "hono/html";
import * as v from "valibot";
import { institutionKindNames, institutions, roleNames, signUp } from "../../sandbox/store/accounts.ts";
import {
  attempt,
  choice,
  emptyForm,
  type FormState,
  input,
  line,
  problemSummary,
  readForm,
  rowId,
} from "../kit/form.ts";
import { form, page, redirect } from "../kit/page.ts";
import { addressOf, leastPassword, password } from "../kit/password.ts";
import { open, type Visit } from "../kit/visit.ts";
import * as say from "../messages.ts";

const signUpForm = v.object({
  role: choice("역할", ["partner", "developer", "admin"]),
  institutionId: rowId(say.chooseInstitution),
  login: v.pipe(line("아이디", 40), v.regex(/^[a-z][a-z0-9._-]{3,39}$/i, say.badLogin)),
  nickname: line("닉네임", 40),
  email: line("이메일", 100, 0),
  phone: line("휴대전화", 30, 0),
  password: password("비밀번호"),
  repeated: v.string(),
});

function signUpPage(visit: Visit, state: FormState = emptyForm): Response | Promise<Response> {
  const known = institutions(visit.store.database);
  return page(visit, {
    title: "포털 가입",
    status: state === emptyForm ? 200 : 400,
    body: html`<p>가입을 신청하면 관리자가 승인한 뒤에 로그인할 수 있습니다(원문 1.3).</p>
${problemSummary(state)}
${form(
  visit,
  "/sign-up",
  html`${input(state, {
    name: "role",
    label: "역할",
    required: true,
    options: Object.entries(roleNames).map(([value, label]) => ({ value, label })),
    hint: "제휴사는 앱을 등록하고, API개발자는 API를 등록하며, 관리자는 승인합니다.",
  })}
${input(state, {
  name: "institutionId",
  label: "기관",
  required: true,
  options: [
    { value: "", label: "선택하십시오" },
    ...known.map(({ id, name, kind }) => ({ value: String(id), label: `${name} (${institutionKindNames[kind]})` })),
  ],
  hint: "제휴사는 이용기관, API개발자와 관리자는 제공기관에 속합니다. 목록에 없는 기관은 관리자가 먼저 등록해야 합니다.",
})}
${input(state, { name: "login", label: "아이디", required: true, autocomplete: "username", maxlength: 40 })}
${input(state, { name: "nickname", label: "닉네임", required: true, maxlength: 40, hint: "승인자 목록에 표시됩니다. 실명을 입력하지 마십시오." })}
${input(state, { name: "email", label: "이메일", maxlength: 100, hint: "비워 두어도 됩니다. 샌드박스에서는 메일을 보내지 않고 알림함에 표시합니다." })}
${input(state, { name: "phone", label: "휴대전화", maxlength: 30, hint: "비워 두어도 됩니다. 샌드박스에서는 문자를 보내지 않고 알림함에 표시합니다." })}
${input(state, { name: "password", label: "비밀번호", type: "password", required: true, autocomplete: "new-password", hint: `${leastPassword}자 이상입니다. 다른 곳에서 사용하는 비밀번호를 입력하지 마십시오.` })}
${input(state, { name: "repeated", label: "비밀번호 확인", type: "password", required: true, autocomplete: "new-password" })}
<p><button type="submit">가입 신청</button></p>`,
)}`,
  });
}

async function submitSignUp(visit: Visit): Promise<Response> {
  const read = readForm(signUpForm, visit.fields);
  if ("state" in read) return signUpPage(visit, read.state);
  const { repeated, ...told } = read.values;
  if (repeated !== told.password)
    return signUpPage(visit, { fields: visit.fields, problems: { repeated: say.otherPassword } });
  const wait = await visit.limiters.signUp(addressOf(visit));
  if (wait > 0) return signUpPage(visit, { fields: visit.fields, problems: {}, problem: say.signUpPaused(wait) });
  const refused = await attempt(visit.fields, () => signUp(visit.store.database, told));
  return refused === undefined ? redirect(visit, "/login", "signed-up") : signUpPage(visit, refused);
}

export const signUpRoutes = [
  open("GET", "/sign-up", (visit) => signUpPage(visit)),
  open("POST", "/sign-up", submitSignUp),
];
