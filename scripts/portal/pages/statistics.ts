import { html } from "hono/html";
import { type OpenApi, operationsOf } from "../../bundle/openapi.ts";
import { csv } from "../../lib/csv.ts";
import { listApps } from "../../sandbox/store/registered-apps.ts";
import {
  type CallFilter,
  type CallGroup,
  type CallRow,
  detailedCalls,
  planUses,
  statisticsOf,
} from "../../sandbox/store/statistics.ts";
import { barChart } from "../chart.ts";
import { type FormState, input } from "../kit/form.ts";
import { dayOf, koreanHour, startOf } from "../kit/korean-time.ts";
import { page, table } from "../kit/page.ts";
import { guarded, type SignedInVisit } from "../kit/visit.ts";

/** The most hours that are shown, and the most rows of another table; the file has all. */
const maxHours = 48;
const maxRows = 100;

/** What the address asks for. Days are Korea's. */
function filterOf({ http, session }: SignedInVisit): CallFilter & { days: { from: string; to: string } } {
  const [from, to] = [dayOf(http.req.query("from")), dayOf(http.req.query("to"))];
  const appId = http.req.query("app") ?? "";
  return {
    from: startOf(from).slice(0, 13) || "0",
    // Before the hour with which the next day begins.
    to: startOf(to, 1).slice(0, 13) || "9",
    ownerId: session.account.role === "admin" ? 0 : session.account.id,
    appId: /^\d{1,15}$/.test(appId) ? Number(appId) : 0,
    days: { from, to },
  };
}

function pathsOf(api: OpenApi): [string, string][] {
  return operationsOf(api).map(({ path, operation }) => [operation.operationId, path]);
}

const groupTitles: Readonly<Record<CallGroup, string>> = {
  app: "앱",
  operation: "API",
  hour: "시간",
  status: "HTTP 상태",
  code: "오류 코드",
};

function labelOf(visit: SignedInVisit, group: CallGroup, { label }: CallRow): string {
  if (group === "hour") return koreanHour(label);
  if (group === "code") {
    if (label === "") return "오류 없음";
    return `${label} ${visit.api["x-error-catalogue"].codes.find(({ code }) => code === label)?.meaning ?? ""}`;
  }
  if (group !== "operation") return label;
  return operationsOf(visit.api).find(({ operation }) => operation.operationId === label)?.operation.summary ?? label;
}

const number = (value: number): string => value.toLocaleString("ko", { maximumFractionDigits: 1 });

/** 통계 및 과금 조회 (1.3). */
function statisticsPage(visit: SignedInVisit): Response | Promise<Response> {
  const { store, api, session } = visit;
  store.usage.flush();
  const filter = filterOf(visit);
  const values = { from: filter.from, to: filter.to, ownerId: filter.ownerId, appId: filter.appId };
  const paths = pathsOf(api);
  const rows = statisticsOf(store.database, values, paths);
  const hours = rows.hour.slice(-maxHours);
  const state: FormState = {
    fields: { from: [filter.days.from], to: [filter.days.to], app: [String(filter.appId || "")] },
    problems: {},
  };
  const { apps } = listApps(store.database, session.account.role === "admin" ? {} : { ownerId: session.account.id }, {
    offset: 0,
    limit: 1000,
  });
  const query = new URLSearchParams({ ...filter.days, app: String(filter.appId || "") }).toString();
  return page(visit, {
    title: "통계 및 과금",
    body: html`<form class="filter" method="get" action="/portal/statistics">
${input(state, { name: "from", label: "기간 시작", type: "date" })}
${input(state, { name: "to", label: "기간 끝", type: "date" })}
${input(state, { name: "app", label: "앱", options: [{ value: "", label: "전체" }, ...apps.map(({ id, name }) => ({ value: String(id), label: name }))] })}
<button type="submit">조회</button>
</form>
<p>앱 키로 앱을 확인한 요청만 집계합니다. 시각은 한국 시간이며, 과금은 성공한 호출에 API의 현재 단가를 곱한 금액입니다. 최근 ${maxHours}시간과 호출이 많은 ${maxRows}행까지 표시하며, 전체는 CSV에 있습니다. <a href="/portal/statistics.csv?${query}">CSV로 내려받기</a></p>
<h2>호출</h2>
${barChart(
  "시간별 호출 수",
  hours.map((one) => ({ label: koreanHour(one.label), count: one.count, errors: one.errors })),
)}
${(["hour", "app", "operation", "status", "code"] as const).map(
  (group) => html`<h3>${groupTitles[group]}별 호출</h3>
${table(
  `${groupTitles[group]}별 호출`,
  [groupTitles[group], "호출", "오류", "평균 응답 시간", "가장 긴 응답 시간", "과금"],
  (group === "hour" ? hours : rows[group].slice(0, maxRows)).map((one) => [
    labelOf(visit, group, one),
    number(one.count),
    number(one.errors),
    `${number(one.average)}ms`,
    `${number(one.longest)}ms`,
    `${number(one.charge)}원`,
  ]),
  "조건에 맞는 호출이 없습니다.",
)}`,
)}
<h2>플랜의 남은 호출</h2>
${table(
  "플랜의 남은 호출",
  ["앱", "API", "플랜", "전체 한도", "사용", "남음"],
  planUses(store.database, values).map((one) => [
    one.app,
    one.api,
    one.plan,
    number(one.total ?? 0),
    number(one.used),
    number(Math.max(0, (one.total ?? 0) - one.used)),
  ]),
  "전체 호출 수를 제한하는 플랜을 사용하는 앱이 없습니다.",
)}`,
  });
}

function download(visit: SignedInVisit): Response {
  const { store, api, http } = visit;
  store.usage.flush();
  const { days: _days, ...filter } = filterOf(visit);
  const head = ["시간", "앱", "operationId", "HTTP 상태", "오류 코드", "호출", "평균(ms)", "최대(ms)", "과금(원)"];
  const rows = detailedCalls(store.database, filter, pathsOf(api)).map((one) => [
    koreanHour(one.hour),
    one.app,
    one.operationId,
    one.status,
    one.code,
    one.count,
    one.average.toFixed(1),
    one.longest.toFixed(1),
    one.charge,
  ]);
  return http.body(csv([head, ...rows]), 200, {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": 'attachment; filename="statistics.csv"',
  });
}

export const statisticsRoutes = [
  guarded("GET", "/statistics", ["partner", "admin"], statisticsPage),
  guarded("GET", "/statistics.csv", ["partner", "admin"], download),
];
