import { type OpenApi, operationsOf } from "../../bundle/openapi.ts";
import type { Spec } from "../../bundle/spec-files.ts";
import { codeSpan, escapeMarkdown, proseMarkdown } from "../../lib/markdown.ts";
import { errata, errorCodes, fieldTables, scenarios } from "../reference.ts";
import { operationPage } from "./operation-page.ts";

interface Page {
  /** The name of its file. */
  file: string;
  title: string;
  /** What a reader finds there, as one Korean sentence. */
  tells: string;
  text: () => string;
}

/** The folder of the pages, beside llms.txt, and the page that leads to the others. */
export const markdownFolder = "markdown";
export const markdownIndex = "README.md";

/**
 * The pages by file name: one an operation, and those that all share.
 *
 * @param spec the document's tables and errata; without it their pages are left out
 * @param mark says how they were made
 */
export function markdownPages(api: OpenApi, spec: Spec | undefined, url: string, mark: string): Map<string, string> {
  const pages = pagesOf(api, spec, url);
  const index = { file: markdownIndex, text: () => `${head(api)}\n${contents(api, pages, "")}` };
  return new Map([index, ...pages].map(({ file, text }) => [file, `<!-- ${mark} -->\n\n${text().trimEnd()}\n`]));
}

/** llms.txt (llmstxt.org): what the API is, and a list of the pages. */
export function llmsIndex(api: OpenApi, spec: Spec | undefined, url: string): string {
  return `${head(api)}
${contents(api, pagesOf(api, spec, url), `${markdownFolder}/`)}
## Optional

- [openapi.yaml](openapi.yaml): OpenAPI 3.1 명세입니다.
- [llms-full.txt](llms-full.txt): 위의 문서를 모두 담은 한 파일입니다.
`;
}

/** llms-full.txt: the pages as one text. */
export function llmsFull(api: OpenApi, spec: Spec | undefined, url: string): string {
  return `${head(api)}\n${pagesOf(api, spec, url)
    .map(({ text }) => text().trimEnd().replaceAll("](../errors.md)", "](#오류-코드)"))
    .join("\n\n")}\n`;
}

/** A list of the pages. */
function contents(api: OpenApi, pages: readonly Page[], folder: string): string {
  const count = operationsOf(api).length;
  const list = (some: readonly Page[]): string =>
    some.map(({ file, title, tells }) => `- [${title}](${folder}${file}): ${tells}`).join("\n");
  return `## API\n\n${list(pages.slice(0, count))}\n\n## 공통\n\n${list(pages.slice(count))}\n`;
}

function head(api: OpenApi): string {
  const { title, version, description = "" } = api.info as OpenApi["info"] & { description?: string };
  return `# ${escapeMarkdown(`${title} ${version}`)}

> ${proseMarkdown(description.trim().split("\n")[0] ?? "")}

- 샌드박스(${codeSpan("npx woori-openapi sandbox")})가 은행처럼 응답합니다. 예제의 키는 모두 샌드박스의 것입니다.
- 실제 키와 개인정보를 브라우저, 로그, 저장소에 남기지 마십시오.
`;
}

function pagesOf(api: OpenApi, spec: Spec | undefined, url: string): Page[] {
  const shared: (Omit<Page, "text"> & { lines: string[] | undefined })[] = [
    {
      file: "errors.md",
      title: "오류 코드",
      tells: "오류 코드마다 원인과 조치를 알려 줍니다.",
      lines: errorCodes(api),
    },
    { file: "scenarios.md", title: "시나리오", tells: "샌드박스의 응답을 지정하는 방법입니다.", lines: scenarios(api) },
    {
      file: "fields.md",
      title: "원문의 표",
      tells: "은행의 문서에 인쇄된 필드의 표입니다.",
      lines: spec && fieldTables(spec),
    },
    {
      file: "errata.md",
      title: "원문과 다른 점",
      tells: "명세가 은행의 문서와 다른 곳과 근거입니다.",
      lines: spec && errata(spec),
    },
  ];
  return [
    ...operationsOf(api).map((at) => ({
      file: `operations/${at.operation.operationId}.md`,
      // Of a summary, some readers undo the escapes within a link.
      title: at.operation.operationId,
      tells: `${escapeMarkdown(at.operation.summary)}, ${codeSpan(`${at.method.toUpperCase()} ${at.path}`)}`,
      text: () => operationPage(api, at, url),
    })),
    ...shared.flatMap(({ lines, ...page }) =>
      lines === undefined ? [] : [{ ...page, text: () => pageOf(page.title, lines) }],
    ),
  ];
}

/** Sections of the reference as a page: the first becomes its title where it says the same. */
function pageOf(title: string, lines: readonly string[]): string {
  const own = lines[0] === `## ${title}` ? lines.slice(1) : ["", ...lines];
  return [`# ${title}`, ...own].join("\n");
}
