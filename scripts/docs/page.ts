import { createHash } from "node:crypto";
import type { Chapter } from "./contents.ts";
import type { DocsPage } from "./docs-page.ts";
import { Html, html } from "./html.ts";
import type { Model } from "./model.ts";
import { searchDialogPart } from "./search/dialog.ts";

/** The generator mark in the head of each page; it identifies an earlier site. */
export const generator = html`<meta name="generator" content="woori-openapi">`;

/** How many operations the contents name: all, or those nearest to the page's. */
const listedOperations = 30;

/** The chosen theme holds before the page is drawn. */
const headScript = `document.documentElement.classList.add("js");try{const t=localStorage.getItem("woori-openapi-theme");if(t)document.documentElement.dataset.theme=t}catch{}`;

/** Scripts and styles are the site's own files; what a page calls is its own server (CSP Level 3). */
const policy = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${createHash("sha256").update(headScript).digest("base64")}'`,
  "style-src 'self'",
  "img-src data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** What stands round a page. */
interface Surroundings {
  model: Model;
  chapters: readonly Chapter[];
  previous: Pick<DocsPage, "file" | "title"> | undefined;
  next: Pick<DocsPage, "file" | "title"> | undefined;
}

/** A page with contents, way back and neighbours; readable without the script, with nothing loaded from elsewhere. */
export function page(
  shown: Pick<DocsPage, "file" | "title" | "badge" | "anchors" | "isReference">,
  body: Html,
  { model, chapters, previous, next }: Surroundings,
): string {
  const { api } = model;
  const chapter = chapters.find(({ pages }) => pages.some(({ file }) => file === shown.file));
  const [id] = shown.anchors;
  const { text } = html`<!DOCTYPE html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${generator}
<meta name="description" content="${shown.title}: ${api.info.title} ${api.info.summary}의 비공식 개발 문서">
<title>${shown.title} · ${api.info.title} 개발 문서</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="assets/style.css">
<script>${new Html(headScript)}</script>
<script src="assets/site.js" defer></script>
</head>
<body${shown.isReference === true && html` class="reference"`} data-page="${shown.file}">
<a class="skip" href="#${id}">본문으로 건너뛰기</a>
<header class="top">
<button type="button" id="contents-open" hidden aria-expanded="false" aria-controls="contents">목차</button>
<a class="brand" href="index.html">${api.info.title} <span>개발 문서</span></a>
${versionLabel(model)}
<button type="button" id="search-open" hidden aria-haspopup="dialog">검색 <kbd>Ctrl K</kbd></button>
<label id="theme" hidden><span class="only-read">화면 색</span><select><option value="">화면: 기기 설정</option><option value="light">화면: 밝게</option><option value="dark">화면: 어둡게</option></select></label>
</header>
<nav class="contents" id="contents" aria-label="목차">${chapters.map((one) => chapterPart(one, shown.file))}</nav>
<main id="content" tabindex="-1">
<p class="way"><a href="index.html">개발 문서</a>${chapter !== undefined && html` › ${chapter.title}`}</p>
<h1 id="${id}">${shown.badge !== undefined && html`<span class="method">${shown.badge}</span> `}${shown.title}</h1>
${tableOfContents(body)}
<div class="body">
${withPermalinks(body)}</div>
<nav class="neighbours" aria-label="이전 화면과 다음 화면">
${previous !== undefined && html`<a rel="prev" href="${previous.file}"><small>이전</small> ${previous.title}</a>`}
${next !== undefined && html`<a rel="next" href="${next.file}"><small>다음</small> ${next.title}</a>`}
</nav>
</main>
${searchDialogPart}</body>
</html>
`;
  return text;
}

/** The version of the docs, and where the changes of each version are. */
function versionLabel({ api, changelog }: Model): Html {
  const versions = [...changelog.matchAll(/^## (\S+)(.*)$/gm)];
  return html`<details class="version"><summary>${api.info.version}</summary><ul>
${versions.map(([, version, about]) => html`<li><a href="changes.html#version-${version}">${version}${about}의 변경 사항</a></li>`)}</ul></details>`;
}

/** A chapter of the contents with its pages; of many operations, the ones round the shown page. */
function chapterPart({ title, pages }: Chapter, shown: string): Html {
  const listed = pages.filter(({ isContinued, file }) => isContinued !== true || file === shown);
  const operations = listed.filter(({ isReference }) => isReference === true);
  const at = operations.findIndex(({ file }) => file === shown);
  const from = Math.max(0, Math.min(at - listedOperations / 2, operations.length - listedOperations));
  const named =
    operations.length <= listedOperations
      ? operations
      : at === -1
        ? []
        : operations.slice(from, from + listedOperations);
  return html`
<h2>${title}</h2>
<ul>
${[...listed.filter(({ isReference }) => isReference !== true), ...named].map(
  (
    one,
  ) => html`<li><a href="${one.file}"${one.file === shown && html` aria-current="page"`}>${one.badge !== undefined && html`<span class="method">${one.badge}</span> `}${one.title}</a></li>
`,
)}</ul>
`;
}

/** A body whose links to anchors lead to where these stand. */
export function linked({ text }: Html, linkTo: (id: string) => string): Html {
  return new Html(text.replaceAll(/ href="#([^"]+)"/g, (_link, id: string) => ` href="${linkTo(id)}"`));
}

const heading = /<h([234]) id="([^"]+)"([^>]*)>(.*?)<\/h\1>/gs;
const nameOf = (title: string): string => title.replaceAll(/<[^>]+>/g, "");

/** The page's own sections; the script marks the one that is read. */
function tableOfContents({ text }: Html): Html | false {
  const sections = [...text.matchAll(heading)].filter(([, level]) => level === "2");
  return (
    sections.length > 1 &&
    html`<nav class="toc" aria-label="이 화면의 목차"><details open><summary>이 화면의 목차</summary><ul>
${sections.map(
  ([, , id = "", , title = ""]) => html`<li><a href="#${new Html(id)}">${new Html(nameOf(title))}</a></li>
`,
)}</ul></details></nav>`
  );
}

/** Every heading with an anchor gets a link to itself, to be copied. */
function withPermalinks({ text }: Html): Html {
  return new Html(
    text.replaceAll(
      heading,
      // Beside the heading: in it, the link would become part of the heading's name.
      (_heading, level: string, id: string, attributes: string, title: string) =>
        `<div class="heading"><h${level} id="${id}"${attributes}>${title}</h${level}><a class="permalink" href="#${id}" aria-label="${nameOf(title)} 링크">#</a></div>`,
    ),
  );
}
