import { html } from "hono/html";
import { form, page } from "./page.ts";
import type { SignedInVisit } from "./visit.ts";

/**
 * Asks before something is done that cannot be undone, or that others notice at once.
 *
 * @param text what will follow, in Korean sentences
 * @param action where the answer is sent to
 * @param back where no leads to
 */
export function confirmation(
  visit: SignedInVisit,
  { title, text, action, label, back }: { title: string; text: string; action: string; label: string; back: string },
): Response | Promise<Response> {
  return page(visit, {
    title,
    body: html`<p>${text}</p>
${form(visit, action, html`<button type="submit">${label}</button> <a href="/portal${back}">취소</a>`)}`,
  });
}
