import { html } from "hono/html";
import { HTTPException } from "hono/http-exception";
import { errors } from "oidc-provider";
import { Refused } from "../../sandbox/store/refused.ts";
import type { Markup } from "../kit/form.ts";
import { layout } from "./layout.ts";
import * as say from "../messages.ts";

/** Whether an error is something that a person can do something about, and no defect. */
export function isForeseen(error: unknown): boolean {
  return error instanceof Refused || (error instanceof Error && "status" in error && error.status !== 500);
}

/** What to do about an error that no app is told. */
const texts: readonly [kind: abstract new (...given: never[]) => Error, text: string][] = [
  [errors.InvalidClient, say.noClient],
  [errors.InvalidRedirectUri, say.otherRedirect],
  [errors.SessionNotFound, say.loginEnded],
  [HTTPException, say.foreignLogin],
];

/** Tells a person, who was on the way to an app's login, why there is none. */
export function errorPage(
  { error, error_description: description = "" }: { error: string; error_description?: string },
  thrown: Error,
): Markup {
  const text =
    (thrown instanceof Refused ? thrown.message : texts.find(([kind]) => thrown instanceof kind)?.[1]) ??
    (/response_type is not allowed/.test(description) ? say.noCallback : say.badAuthorization);
  return layout(
    "로그인할 수 없습니다",
    html`<p>${text}</p>
<dl><dt>오류</dt><dd><code>${error}</code></dd>${description === "" ? "" : html`<dt>설명</dt><dd lang="en">${description}</dd>`}</dl>`,
  );
}
