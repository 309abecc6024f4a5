import { html } from "hono/html";
import { waitingFor } from "../../sandbox/store/approvals.ts";
import { markNoticesRead, noticesOf } from "../../sandbox/store/journal.ts";
import { page, redirect, table, time } from "../kit/page.ts";
import { guarded, open, type SignedInVisit, type Visit } from "../kit/visit.ts";

const firstSteps = {
  partner: { path: "/apps", text: "앱을 등록하고 승인을 요청하십시오." },
  developer: { path: "/apis", text: "API를 등록하고 게시 승인을 요청하십시오." },
  admin: { path: "/waiting", text: "승인을 기다리는 요청을 처리하십시오." },
} as const;

function homePage(visit: Visit): Response | Promise<Response> {
  const { session } = visit;
  if (session === undefined) return redirect(visit, "/login");
  const { path, text } = firstSteps[session.account.role];
  const waiting = waitingFor(visit.store.database, session.account).length;
  return page(visit, {
    title: "개발자 포털",
    body: html`<p>${session.account.nickname} 님으로 로그인했습니다. <a href="/portal${path}">${text}</a></p>
${waiting > 0 ? html`<p><a href="/portal/waiting">승인할 요청 ${waiting}건</a>이 있습니다.</p>` : ""}
<p>이용 순서와 화면은 문서의 <a href="/docs/portal.html">개발자 포털</a>에서 볼 수 있습니다.</p>`,
  });
}

/** 알림함: what the bank's portal would send by SMS and e-mail (1.3). */
function noticesPage(visit: SignedInVisit): Response | Promise<Response> {
  const notices = noticesOf(visit.store.database, visit.session.account.id);
  const isUnread = notices.some(({ readAt }) => readAt === null);
  if (isUnread && visit.store.database.isWritable) markNoticesRead(visit.store.database, visit.session.account.id);
  return page(visit, {
    title: "알림함",
    body: html`<p>은행의 포털에서 SMS와 이메일로 보내는 알림입니다(원문 1.3). 샌드박스에서는 보내지 않고 여기에 표시합니다.</p>
${table(
  "알림",
  ["내용", "보낼 방법", "시각", "확인"],
  notices.map((one) => [one.text, "SMS, 이메일", time(one.createdAt), one.readAt === null ? "새 알림" : "확인함"]),
  "알림이 없습니다.",
)}`,
  });
}

export const homeRoutes = [open("GET", "/", homePage), guarded("GET", "/notices", "signed-in", noticesPage)];
