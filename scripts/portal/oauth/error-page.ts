import { html } from "hono/html";
import { HTTPException } from "hono/http-exception";
import { errors } from "oidc-provider";
import { Refused } from "../../sandbox/store/refused.ts";
import type { Markup } from "../kit/form.ts";
import { layout } from "./layout.ts";

/** Whether an error is something that a person can do something about, and no defect. */
export function isForeseen(error: unknown): boolean {
  return error instanceof Refused || (error instanceof Error && "status" in error && error.status !== 500);
}

/** What to do about an error that no app is told. */
const texts: readonly [kind: abstract new (...given: never[]) => Error, text: string][] = [
  [
    errors.InvalidClient,
    "client_id의 앱을 찾을 수 없습니다. 개발자 포털의 상세조회에서 앱 키를 확인하고, 앱이 서비스 중인지, 승인된 API가 있는지, OAuth Scope가 그 API를 가리키는지 확인하십시오.",
  ],
  [
    errors.InvalidRedirectUri,
    "redirect_uri가 앱에 등록된 OAuth Callback URL과 다릅니다. 포트, 대소문자, 끝의 /, 쿼리까지 글자 그대로 같아야 합니다. 개발자 포털의 상세조회에서 등록된 주소를 확인하십시오.",
  ],
  [errors.SessionNotFound, "로그인 화면이 만료되었거나 이미 사용되었습니다. 앱으로 돌아가 로그인을 다시 시작하십시오."],
  [
    HTTPException,
    "다른 사이트에서 보냈거나 너무 큰 입력이므로 처리하지 않았습니다. 앱으로 돌아가 로그인을 다시 시작하십시오.",
  ],
];

/** Tells a person, who was on the way to an app's login, why there is none. */
export function errorPage(
  { error, error_description: description = "" }: { error: string; error_description?: string },
  thrown: Error,
): Markup {
  const text =
    (thrown instanceof Refused ? thrown.message : texts.find(([kind]) => thrown instanceof kind)?.[1]) ??
    (/response_type is not allowed/.test(description)
      ? "OAuth Callback URL을 등록하지 않은 앱이므로 고객이 로그인할 수 없습니다. 개발자 포털에서 앱을 수정해 OAuth Callback URL을 입력하십시오."
      : "앱이 보낸 요청을 처리할 수 없습니다. 앱을 만드는 사람은 아래의 오류를 확인하십시오.");
  return layout(
    "로그인할 수 없습니다",
    html`<p>${text}</p>
<dl><dt>오류</dt><dd><code>${error}</code></dd>${description === "" ? "" : html`<dt>설명</dt><dd lang="en">${description}</dd>`}</dl>`,
  );
}
