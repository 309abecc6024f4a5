import { readFile } from "node:fs/promises";
import * as module from "node:module";
import { join } from "node:path";
import { root } from "../lib/paths.ts";
import { toolsDiffer } from "../lib/tools.ts";
import { html } from "./html.ts";
import { contentSecurityPolicy } from "./policy.ts";
import { browserBundle, inlineScript } from "./redoc/browser-bundle.ts";
import { prerender } from "./redoc/prerender.ts";
import { linksAsFragments, styleWithoutScript } from "./redoc/without-script.ts";

const styleFile = join(root, "scripts/docs/assets/redoc.css");
const colourScript = /<script>(.*?)<\/script>/s;

/**
 * Why the reference page cannot be made here, in Korean; undefined where it can. Its Redoc is patched (patches.ts), so that
 * just the tested version will do, by hooks that Node has since 22.15.
 */
export function referenceObstacle(): string | undefined {
  if (!("registerHooks" in module))
    return `OpenAPI 참조를 만들려면 Node 22.15 이상이 있어야 합니다. 사용 중인 버전: ${process.versions.node}.`;
  return toolsDiffer("reference", "OpenAPI 참조");
}

/** The page in place of the reference, with the reason. */
export function missingReference(obstacle: string): string {
  return html`<!DOCTYPE html>
<html lang="ko">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta name="color-scheme" content="light dark">
<title>OpenAPI 참조가 없습니다</title>
<h1>OpenAPI 참조가 없습니다</h1>
<p>이 사이트를 만든 곳에서 아래의 이유로 이 화면만 빠졌습니다. 다른 내용은 <a href="index.html">문서 첫 화면</a>에, 명세는 <a href="openapi.json">openapi.json</a>에 있습니다.</p>
<pre>${obstacle}</pre>
</html>
`.text;
}

/**
 * The API reference as one HTML file that asks no host for anything: Redocly's prerendered page with Redoc inlined,
 * Korean labels, our own style, and a policy under which nothing else could run or load. The same bundle gives the
 * same bytes.
 *
 * @param bundlePath of the bundled OpenAPI document
 * @throws {UserError} when Redocly refuses it
 */
export async function redocPage(bundlePath: string): Promise<string> {
  const [page, redoc, style] = await Promise.all([prerender(bundlePath), browserBundle(), readFile(styleFile, "utf8")]);
  const start = inlineScript(`${redoc}\n${page.start}`);
  const colour = colourScript.exec(page.body)?.[1];
  if (colour === undefined) throw new Error("Redoc has changed: its colour script is gone");
  // React writes style attributes and styled-components makes its rules while the page runs: there is nothing to hash.
  const policy = contentSecurityPolicy([colour, start], { style: "'unsafe-inline'", connect: false, font: true });
  return `<!DOCTYPE html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>API 참조 · ${page.title}</title>
<link rel="icon" href="data:,">
<style data-styled="true" data-styled-version="6.4.2">${page.styles}</style>
<style>${style}</style>
${styleWithoutScript(page.styles + style)}
</head>
<body>
<a class="skip" href="#api-content">본문으로 건너뛰기</a>
<header class="site-bar"><a href="index.html">문서 첫 화면</a><a href="index.html#search">검색</a><a href="openapi.json">openapi.json</a></header>
${linksAsFragments(page.body)}
<script type="module">${start}</script>
</body>
</html>
`;
}
