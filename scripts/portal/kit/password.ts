import type { IncomingMessage } from "node:http";
import { html } from "hono/html";
import * as v from "valibot";
import { accountByLogin } from "../../sandbox/store/accounts.ts";
import { isPassword } from "../../sandbox/store/passwords.ts";
import type { Markup } from "./form.ts";
import type { SignedInVisit, Visit } from "./visit.ts";
import * as say from "../messages.ts";

/** The shortest password. */
export const leastPassword = 10;

/** A new password as a form's field. */
export const password = (name: string) =>
  v.pipe(
    v.string(),
    v.check(
      (text) => [...text].length >= leastPassword && [...text].length <= 200,
      say.passwordLength(name, leastPassword),
    ),
  );

/** Where a request comes from. */
export function addressOf({ http }: Visit): string {
  const { incoming } = http.env as { incoming?: IncomingMessage };
  return incoming?.socket.remoteAddress ?? "";
}

/** Why somebody's password, given once more, is not taken; undefined where it is. It is throttled as a login is. */
export async function wrongPassword(visit: SignedInVisit, given: string): Promise<string | undefined> {
  const { login: name } = visit.session.account;
  const address = addressOf(visit);
  const wait = await visit.limiters.start(name, address);
  if (wait > 0) return say.passwordPaused(wait);
  const account = accountByLogin(visit.store.database, name);
  if (await isPassword(given, account?.passwordHash)) {
    await visit.limiters.succeeded(name, address);
    return undefined;
  }
  return say.wrongPassword;
}

/** Tells a browser's password store whose password a form asks for. */
export function username({ session }: SignedInVisit): Markup {
  return html`<input type="text" autocomplete="username" value="${session.account.login}" hidden>`;
}
