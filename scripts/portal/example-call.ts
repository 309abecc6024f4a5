import { html } from "hono/html";
import { curl, type ExampleRequest, exampleRequest } from "../bundle/example-request.ts";
import { operationsOf } from "../bundle/openapi.ts";
import type { ChosenApi } from "../sandbox/store/registered-apps.ts";
import type { Markup } from "./kit/form.ts";
import type { Visit } from "./kit/visit.ts";
import * as say from "./messages.ts";

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
  const credentials = { appKey, secretKey: secret ?? "<시크릿 키>", bearer: "<액세스 토큰>" };
  return html`<div class="code"><pre id="curl" tabindex="0"><code>${commandFor(visit, exampleRequest(visit.api, operation, credentials))}</code></pre></div>`;
}

/** A request to this portal's gateway as a curl command. Where the sandbox made its certificate, the command names its file. */
export function commandFor({ http, isSelfSigned }: Visit, request: ExampleRequest): string {
  const command = curl(new URL(http.req.url).origin, request);
  return isSelfSigned ? command.replace("curl ", () => `curl --cacert '${say.certificateFile}' `) : command;
}
