import { Html, html } from "./html.ts";
import type { Model } from "./model.ts";
import { contentSecurityPolicy } from "./policy.ts";
import type { Section } from "./page-section.ts";
import { searchDialogPart } from "./search/dialog.ts";

/** The generator mark in the head of index.html; it identifies an earlier site. */
export const generator = html`<meta name="generator" content="woori-openapi">`;

/** The inline style and script of the page. */
interface Assets {
  style: string;
  /** The page's script, bundled into one. */
  script: string;
}

/**
 * The page: every section, readable without the script, with nothing loaded from anywhere. Its policy allows requests to
 * the page's own server, which the try-it panels make.
 */
export function page({ api, document }: Model, sections: readonly Section[], { style, script }: Assets): string {
  const policy = contentSecurityPolicy([script], { style: { text: style }, connect: true, font: false });
  const { text } = html`<!DOCTYPE html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${generator}
<meta name="description" content="${api.info.title} ${String((api.info as { summary?: string }).summary ?? "")}의 비공식 개발 문서">
<title>${api.info.title} 개발 문서</title>
<link rel="icon" href="data:,">
<style>${new Html(style)}</style>
</head>
<body>
<a class="skip" href="#content">본문으로 건너뛰기</a>
<header class="top">
<a class="brand" href="#content">${api.info.title} <span>개발 문서 ${api.info.version}</span></a>
<button type="button" id="search-open" hidden aria-haspopup="dialog">검색 <kbd>Ctrl K</kbd></button>
</header>
<nav class="contents" aria-label="차례"><details open><summary>차례</summary><ul>
${sections.map(
  ({ id, title }) => html`<li><a href="#${id}">${title}</a></li>
`,
)}<li><a href="reference.html">OpenAPI 참조</a></li>
</ul></details></nav>
<main id="content" tabindex="-1">
<h1>${api.info.title} 개발 문서</h1>
<p class="lead">${document.title} Version ${document.version}(${document.date})을 OpenAPI로 옮긴 비공식 문서입니다. 은행이 제공하거나 보증하는 것이 아니며, 원문과 다르게 적은 곳은 모두 <a href="#errata">원문과 다른 점</a>에 근거와 함께 있습니다.</p>
${sections.map(
  ({ id, title, body }) => html`<section class="chapter" aria-labelledby="${id}">
${withPermalinks(html`<h2 id="${id}">${title}</h2>
${body}`)}</section>
`,
)}</main>
${searchDialogPart}<script>${new Html(script)}</script>
</body>
</html>
`;
  return text;
}

/** Every heading with an anchor gets a link to itself, to be copied. */
function withPermalinks({ text }: Html): Html {
  return new Html(
    text.replaceAll(/<h([234]) id="([^"]+)">(.*?)<\/h\1>/gs, (_heading, level: string, id: string, title: string) => {
      const name = title.replaceAll(/<[^>]+>/g, "");
      // Beside the heading: in it, the link would become part of the heading's name.
      return `<div class="heading"><h${level} id="${id}">${title}</h${level}><a class="permalink" href="#${id}" aria-label="${name} 링크">#</a></div>`;
    }),
  );
}
