import { html } from "hono/html";
import { streamSSE } from "hono/streaming";
import { type ExampleRequest, exampleRequest } from "../../bundle/example-request.ts";
import { operationsOf } from "../../bundle/openapi.ts";
import { answeredByText } from "../../sandbox/answered-by.ts";
import { gatewayChecks } from "../../sandbox/gateway-checks.ts";
import { sessionOf } from "../../sandbox/store/accounts.ts";
import type { RequestRecord } from "../../sandbox/request-record.ts";
import type { Markup } from "../kit/form.ts";
import { commandFor } from "../example-call.ts";
import { page, time } from "../kit/page.ts";
import * as say from "../messages.ts";
import { guarded, type SignedInVisit } from "../kit/visit.ts";

/** How often a quiet feed says that it is alive, in milliseconds. */
const heartbeat = 15_000;

/** Whether an account sees a request: a partner those of his apps, an administrator all. */
function isSeenBy({ session, store }: SignedInVisit): (record: RequestRecord) => boolean {
  const { account } = session;
  if (account.role === "admin") return () => true;
  return ({ appId }) =>
    appId !== undefined &&
    store.database.row("SELECT 1 FROM apps WHERE id = :appId AND owner_id = :owner", { appId, owner: account.id }) !==
      undefined;
}

/** 요청 기록: the last requests, and further ones as they come. */
function requestsPage(visit: SignedInVisit): Response | Promise<Response> {
  const records = visit.feed.records.filter(isSeenBy(visit)).toReversed();
  return page(visit, {
    title: "요청 기록",
    body: html`<p>게이트웨이가 응답한 최근 요청입니다. 앱 키를 알 수 없는 요청은 관리자의 요청 기록에 표시됩니다. ${visit.feed.isOpen ? "값을 그대로 표시하는 샌드박스입니다(--show-values)." : "키와 개인정보는 마스킹합니다."} <span id="feed-status" role="status"></span></p>
<div data-feed="/portal/requests/feed" class="feed">${records.map((record) => entry(visit, record))}</div>
${records.length === 0 ? html`<p class="empty" id="feed-empty">아직 요청이 없습니다. 앱의 상세조회에 있는 명령을 실행해 보십시오.</p>` : ""}`,
  });
}

function entry(visit: SignedInVisit, record: RequestRecord): Markup {
  const { status, code, method, path, app, stoppedAt, details, duration } = record;
  const stop = gatewayChecks.findIndex(({ id }) => id === stoppedAt);
  return html`<details class="entry"><summary>${time(record.time)} <strong>${status === 0 ? "응답 없음" : status}</strong> ${method} <code>${path}</code> ${app ?? ""} ${code ?? ""} ${duration.toFixed(1)}ms</summary>
<ol class="checks">${gatewayChecks.map(
    ({ name }, index) =>
      html`<li>${name}: ${stop === -1 || index < stop ? "통과" : index === stop ? html`<strong>여기에서 거부</strong>` : "확인하지 않음"}</li>`,
  )}</ol>
${details === undefined ? "" : html`<ul>${details.map((text) => html`<li>${text}</li>`)}</ul>`}
<dl>${record.answeredBy === undefined ? "" : html`<dt>응답을 결정한 기준</dt><dd>${answeredByText(record.answeredBy)}</dd>`}
${record.scenario === undefined ? "" : html`<dt>시나리오</dt><dd>${record.scenario}</dd>`}
${record.globalId === undefined ? "" : html`<dt>GLBL_ID</dt><dd><code id="request-${record.globalId}">${record.globalId}</code></dd>`}</dl>
${commandOf(visit, record)}
</details>`;
}

/** A request as curl: as it came where the sandbox shows values, otherwise the operation's example with the same scenario. */
function commandOf(visit: SignedInVisit, record: RequestRecord): Markup | "" {
  const { method, path, query, headers, body, scenario } = record;
  const show = (request: ExampleRequest): Markup =>
    html`<div class="code"><pre tabindex="0"><code>${commandFor(visit, request)}</code></pre></div>`;
  if (headers !== undefined)
    return show({
      method,
      path: query === undefined ? path : `${path}?${query}`,
      headers,
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  const operation = operationsOf(visit.api).find((one) => one.path === path && one.method.toUpperCase() === method);
  if (operation === undefined) return "";
  const credentials = { appKey: "<앱 키>", secretKey: "<시크릿 키>", bearer: "<액세스 토큰>" };
  const example = exampleRequest(visit.api, operation, credentials);
  return html`<p>마스킹한 값을 명세의 예제로 바꾼 명령입니다.${visit.isSelfSigned ? say.whereCertificate : ""}</p>${show(
    { ...example, headers: { ...example.headers, ...(scenario === undefined ? {} : { Prefer: scenario }) } },
  )}`;
}

/** Further requests as server-sent events, each as HTML, for as long as the session lasts. */
function feedOf(visit: SignedInVisit): Response {
  const { http, feed, session, store } = visit;
  // HEAD asks for no stream, and nothing would end one.
  if (http.req.raw.method === "HEAD") return http.body(null, 200, { "content-type": "text/event-stream" });
  const isSeen = isSeenBy(visit);
  return streamSSE(
    http,
    (stream) =>
      new Promise((done) => {
        const send = async (record: RequestRecord): Promise<void> => {
          if (sessionOf(store.database, session.token) === undefined) return end();
          if (isSeen(record)) await stream.writeSSE({ event: "record", data: String(await entry(visit, record)) });
        };
        const timer = setInterval(() => void stream.writeSSE({ event: "alive", data: "" }), heartbeat).unref();
        const stop = feed.listen((record) => void send(record).catch(end));
        const end = (): void => {
          clearInterval(timer);
          stop();
          feed.ended.removeEventListener("abort", end);
          done();
        };
        stream.onAbort(end);
        feed.ended.addEventListener("abort", end);
      }),
  );
}

export const requestRoutes = [
  guarded("GET", "/requests", ["partner", "admin"], requestsPage),
  guarded("GET", "/requests/feed", ["partner", "admin"], feedOf),
];
