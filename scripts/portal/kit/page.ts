import { html } from "hono/html";
import type { Role } from "../../sandbox/store/accounts.ts";
import { roleNames } from "../../sandbox/store/accounts.ts";
import { unreadCount } from "../../sandbox/store/journal.ts";
import { hidden, type Markup } from "./form.ts";
import type { FormFields, SignedInVisit, Visit } from "./visit.ts";
import * as say from "../messages.ts";

/** The menu of each role, in the words of the document's screens. */
const menus: Readonly<
  Record<Role, readonly { group: string; items: readonly (readonly [path: string, title: string])[] }[]>
> = {
  partner: [
    { group: "앱 관리", items: [["/apps", "내가 만든 앱"]] },
    {
      group: "테스트 데이터",
      items: [
        ["/customers", "고객"],
        ["/answers", "응답정보"],
      ],
    },
    {
      group: "승인관리",
      items: [
        ["/approvals", "승인 진행상황 조회"],
        ["/waiting", "승인할 요청"],
        ["/lines", "승인 라인"],
      ],
    },
    {
      group: "이용 현황",
      items: [
        ["/statistics", "통계 및 과금"],
        ["/requests", "요청 기록"],
      ],
    },
  ],
  developer: [
    { group: "API 관리", items: [["/apis", "API 등록"]] },
    { group: "승인관리", items: [["/approvals", "승인 진행상황 조회"]] },
  ],
  admin: [
    {
      group: "승인관리",
      items: [
        ["/waiting", "승인할 요청"],
        ["/ended", "처리한 요청"],
      ],
    },
    {
      group: "관리",
      items: [
        ["/all-apps", "앱"],
        ["/apis", "API"],
        ["/plans", "기본 플랜"],
        ["/institutions", "기관"],
        ["/accounts", "계정"],
      ],
    },
    {
      group: "이용 현황",
      items: [
        ["/statistics", "통계 및 과금"],
        ["/requests", "요청 기록"],
        ["/audit", "감사 기록"],
      ],
    },
  ],
};
/** What a redirect says was done. */
export type Done = keyof typeof say.done;

/** A page of the portal. */
export function page(
  visit: Visit,
  given: { title: string; body: Markup; status?: 200 | 400 | 401 | 403 | 404 | 409 | 413 | 429 | 500; wide?: boolean },
): Response | Promise<Response> {
  const { title, body, status = 200 } = given;
  const named = visit.http.req.query("done") ?? "";
  const done = Object.hasOwn(say.done, named) ? say.done[named as Done] : undefined;
  const { session } = visit;
  return visit.http.html(
    html`<!DOCTYPE html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} - 샌드박스 개발자 포털</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/portal/assets/look.css">
<link rel="stylesheet" href="/portal/assets/portal.css">
<script type="module" src="/portal/assets/portal.js"></script>
</head>
<body>
<a class="skip" href="#main">본문으로 건너뛰기</a>
<header class="top">
<a class="brand" href="/portal/">개발자 포털 <span>샌드박스</span></a>
${session === undefined ? html`<a href="/portal/login">로그인</a>` : whoami(visit as SignedInVisit)}
</header>
<p class="own">은행의 포털이 아니라 샌드박스의 연습용 포털입니다. 실제 키나 개인정보를 입력하지 마십시오.</p>
${session === undefined ? "" : menu(visit as SignedInVisit)}
<main id="main" tabindex="-1"${session === undefined ? html` class="alone"` : ""}>
<h1>${title}</h1>
${done === undefined ? "" : html`<p class="done" role="status">${done}</p>`}
${body}
</main>
</body>
</html>`,
    status,
  );
}

/** A page that says in one sentence why there is nothing else. */
export function sentence(
  visit: Visit,
  title: string,
  text: string,
  status: 400 | 403 | 404 | 409 | 413 | 429 | 500,
): Response | Promise<Response> {
  return page(visit, { title, status, body: html`<p>${text}</p><p><a href="/portal/">처음 화면으로</a></p>` });
}

/** Leads to a page after something was done, so that loading it again does nothing twice. */
export function redirect({ http }: Visit, path: string, done?: Done): Response {
  const [where = "", hash] = path.split("#");
  const query = done === undefined ? "" : `${where.includes("?") ? "&" : "?"}done=${done}`;
  return http.redirect(`/portal${where}${query}${hash === undefined ? "" : `#${hash}`}`, 303);
}

/** A form that changes something; it carries the session's CSRF token. */
export function form(visit: Visit, action: string, body: Markup | readonly Markup[], className = ""): Markup {
  return html`<form method="post" action="/portal${action}" class="${className}">
${visit.session === undefined ? "" : html`<input type="hidden" name="csrf" value="${visit.session.csrf}">`}
${body}
</form>`;
}

/** A button that does one thing. */
export function button(visit: Visit, action: string, label: string, fields: FormFields = {}): Markup {
  return form(visit, action, html`${hidden(fields)}<button type="submit">${label}</button>`, "one");
}

/** A table with a caption; the first cell of a row is its header. */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly (Markup | string | number)[])[],
  empty: string,
): Markup {
  if (rows.length === 0) return html`<p class="empty">${empty}</p>`;
  return html`<div class="wide" role="region" aria-label="${caption}" tabindex="0"><table>
<caption>${caption}</caption>
<thead><tr>${head.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([first, ...cells]) => html`<tr><th scope="row">${first ?? ""}</th>${cells.map((one) => html`<td>${one}</td>`)}</tr>
`,
  )}</tbody></table></div>`;
}

/** A time as a Korean reader writes it, in Korea's time zone. */
export function time(iso: string | null): Markup | "" {
  if (iso === null) return "";
  return html`<time datetime="${iso}">${korean.format(new Date(iso))}</time>`;
}

const korean = new Intl.DateTimeFormat("ko", { timeZone: "Asia/Seoul", dateStyle: "medium", timeStyle: "short" });

/** A row of links to the other pages of a list. */
export function pager(
  path: string,
  query: Record<string, string>,
  given: { page: number; pages: number },
): Markup | "" {
  const { page: current, pages } = given;
  if (pages <= 1) return "";
  const link = (number: number, label: string): Markup =>
    html`<a href="/portal${path}?${new URLSearchParams({ ...query, page: String(number) }).toString()}">${label}</a>`;
  return html`<nav class="pager" aria-label="쪽">
${current > 1 ? link(current - 1, "이전") : ""} <span>${current} / ${pages}쪽</span> ${current < pages ? link(current + 1, "다음") : ""}
</nav>`;
}

function whoami(visit: SignedInVisit): Markup {
  const { account } = visit.session;
  const unread = unreadCount(visit.store.database, account.id);
  return html`<div class="who">
<a href="/portal/notices">알림함${unread === 0 ? "" : html` <strong>${unread}건</strong>`}</a>
<a href="/portal/account">${account.nickname}(${roleNames[account.role]})</a>
${button(visit, "/logout", "로그아웃")}
</div>`;
}

function menu(visit: SignedInVisit): Markup {
  // Customers and answers are pages of an app, with a place of their own in the menu.
  const here = visit.http.req.path.replace(/^\/portal(\/apps\/\d+(?=\/(customers|answers)\b))?/, "");
  const isHere = (path: string): boolean => here === path || here.startsWith(`${path}/`);
  return html`<nav class="contents" aria-label="메뉴"><details open><summary>메뉴</summary>
${menus[visit.session.account.role].map(
  ({ group, items }) =>
    html`<p class="group">${group}</p><ul>${items.map(
      ([path, title]) =>
        html`<li><a href="/portal${path}"${isHere(path) ? html` aria-current="page"` : ""}>${title}</a></li>`,
    )}</ul>`,
)}
</details></nav>`;
}
