import { html } from "hono/html";
import { oauthPath } from "../../sandbox/oauth.ts";
import type { Markup } from "../kit/form.ts";

/** A page of the OAuth server, in the portal's look and without its menu. */
export function layout(title: string, body: Markup): Markup {
  return html`<!DOCTYPE html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} - 샌드박스 OAuth</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${oauthPath}/assets/look.css">
<link rel="stylesheet" href="${oauthPath}/assets/portal.css">
</head>
<body>
<a class="skip" href="#main">본문으로 건너뛰기</a>
<header class="top"><p class="brand">고객 로그인 <span>샌드박스</span></p></header>
<p class="own">은행의 화면이 아니라 샌드박스의 연습용 화면입니다. 실제 아이디나 비밀번호를 입력하지 마십시오.</p>
<main id="main" tabindex="-1" class="alone">
<h1>${title}</h1>
${body}
</main>
</body>
</html>`;
}

/**
 * The header fields of a page: nothing runs, no cache keeps it, no other site frames it.
 *
 * @param callbackUrl where its form may lead; nowhere where left out
 */
export function pageHeaders(callbackUrl?: string): Record<string, string> {
  const url = callbackUrl === undefined ? null : URL.parse(callbackUrl);
  // A browser holds the redirects that follow a form against this too.
  const target = url === null ? "'none'" : `'self' ${url.origin === "null" ? url.protocol : url.origin}`;
  return {
    "cache-control": "no-store",
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": `default-src 'none'; style-src 'self'; img-src data:; form-action ${target}; base-uri 'none'; frame-ancestors 'none'`,
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
  };
}
