import { html } from "hono/html";
import { curl, exampleRequest } from "../bundle/example-request.ts";
import { operationsOf } from "../bundle/openapi.ts";
import type { ChosenApi } from "../sandbox/store/registered-apps.ts";
import type { Markup } from "./kit/form.ts";
import type { Visit } from "./kit/visit.ts";

/**
 * A call of an app's first approved API as a curl command for this portal's gateway.
 *
 * @param secret undefined before it was looked up; null for an app whose secret is not checked
 */
export function exampleRequestText(
  visit: Visit,
  appKey: string,
  secret: string | null | undefined,
  chosen: readonly ChosenApi[],
): Markup {
  const approved = chosen.filter(({ approvedPlanId }) => approvedPlanId !== null).map(({ path }) => path);
  const operation = operationsOf(visit.api).find(({ path }) => approved.includes(path));
  if (operation === undefined) return html`<p>승인된 API가 없습니다.</p>`;
  const { origin } = new URL(visit.http.req.url);
  const credentials = { appKey, secretKey: secret ?? "<시크릿 키>", bearer: "<액세스 토큰>" };
  const command = curl(origin, exampleRequest(visit.api, operation, credentials));
  return html`<div class="code"><pre id="curl" tabindex="0"><code>${command}</code></pre></div>`;
}
