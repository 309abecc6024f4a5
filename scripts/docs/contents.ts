import type { Field } from "../bundle/field-dictionary.ts";
import type { Operation } from "../bundle/openapi.ts";
import type { Erratum } from "../bundle/source.ts";
import { consoleData } from "./console-data.ts";
import type { DocsPage, MakePage } from "./docs-page.ts";
import type { Html } from "./html.ts";
import type { Model } from "./model.ts";
import { changes } from "./pages/changes.ts";
import { errata } from "./pages/errata.ts";
import { errorHandling } from "./pages/error-handling.ts";
import { errors } from "./pages/errors.ts";
import { exported } from "./pages/exports.ts";
import { fields } from "./pages/fields.ts";
import { flow } from "./pages/flow.ts";
import { operation } from "./pages/operation.ts";
import { operations } from "./pages/operations.ts";
import { ownAnswers } from "./pages/own-answers.ts";
import { portal } from "./pages/portal.ts";
import { production } from "./pages/production.ts";
import { rules } from "./pages/rules.ts";
import { scenarios } from "./pages/scenarios.ts";
import { start } from "./pages/start.ts";
import { testing } from "./pages/testing.ts";

/** Pages under one title. */
export interface Chapter {
  title: string;
  pages: readonly DocsPage[];
}

/** The rows of one page of a long list: a page stays readable, and small, however long the list is. */
const rowsOfPage = { fields: 500, errata: 100 };

/** The first page: old links to the site lead there. */
const firstFile = "index.html";

/** The site's pages, in the order a newcomer needs them. */
export function chaptersOf(model: Model): Chapter[] {
  const taken = new Set<string>();
  const guide = (
    file: string,
    title: string,
    make: MakePage,
    anchors: DocsPage["anchors"] = [file],
    kind = "안내",
  ): DocsPage => ({ file: `${file}.html`, title, anchors, kind, body: () => make(model) });
  return [
    {
      title: "시작",
      pages: [
        { ...guide("start", "5분 시작", start), file: firstFile },
        guide("flow", "연동 흐름", flow),
        guide("exports", "다른 도구에서 사용하기", exported),
      ],
    },
    {
      title: "개발 가이드",
      pages: [
        guide("rules", "인증과 헤더", rules, ["rules", "header"]),
        guide("error-handling", "오류 처리", errorHandling, ["error-handling", "production-resend"]),
        guide("testing", "테스트", testing),
        guide("production", "운영 전환", production),
      ],
    },
    {
      title: "API 레퍼런스",
      pages: [
        guide("operations", "API 목록", operations, ["operations", "service"]),
        ...model.operations.map((at): DocsPage => ({
          file: operationFile(taken, at.operation),
          title: at.operation.summary,
          badge: at.method.toUpperCase(),
          anchors: [`op-${at.operation.operationId}`, `param-${at.operation.operationId}`],
          kind: "API",
          isReference: true,
          body: () => operation(model, at),
          data: () => consoleData(model.api, at),
        })),
      ],
    },
    {
      title: "찾아보기",
      pages: [
        guide("errors", "오류 코드", errors, ["errors", "error"], "오류 코드"),
        ...continued(
          guide("fields", "필드 사전", fields, ["fields"], "필드"),
          model.fields,
          rowsOfPage.fields,
          ({ id }: Field) => id,
          (rows) => fields({ ...model, fields: rows }),
        ),
      ],
    },
    {
      title: "샌드박스와 포털",
      pages: [
        guide("scenarios", "시나리오", scenarios, ["scenarios"], "시나리오"),
        guide("own-answers", "고객과 응답정보", ownAnswers, ["own-answers"], "시나리오"),
        guide("portal", "개발자 포털", portal),
      ],
    },
    {
      title: "문서 정보",
      pages: [
        ...continued(
          guide("errata", "원문과 다른 점", errata, ["errata"], "원문과 다른 점"),
          model.errata,
          rowsOfPage.errata,
          ({ id }: Erratum) => `erratum-${id}`,
          (rows) => errata({ ...model, errata: rows }),
        ),
        guide("changes", "변경 이력", changes, ["changes", "version"], "변경 이력"),
      ],
    },
  ];
}

/** The name of an operation's file. Two ids that differ by case alone would be one file on some disks. */
function operationFile(taken: Set<string>, { operationId }: Operation): string {
  let name = `op-${operationId}`;
  for (let another = 2; taken.has(name.toLowerCase()); another += 1) name = `op-${operationId}-${another}`;
  taken.add(name.toLowerCase());
  return `${name}.html`;
}

/** A page of a list, and further ones where it is long. Each row's anchor leads to its page. */
function continued<Row>(
  page: DocsPage,
  rows: readonly Row[],
  size: number,
  anchorOf: (row: Row) => string,
  make: (rows: Row[]) => Html,
): DocsPage[] {
  const count = Math.max(1, Math.ceil(rows.length / size));
  return Array.from({ length: count }, (_, index): DocsPage => {
    const own = rows.slice(index * size, (index + 1) * size);
    const [anchor] = page.anchors;
    const part = index === 0 ? "" : `-${index + 1}`;
    return {
      ...page,
      file: page.file.replace(".html", `${part}.html`),
      title: count === 1 ? page.title : `${page.title} (${index + 1}/${count})`,
      isContinued: index > 0,
      anchors: [`${anchor}${part}`, ...own.map(anchorOf)],
      body: () => make(own),
    };
  });
}

/** Where the anchors of the site stand. */
export class Places {
  readonly #files = new Map<string, string>();

  constructor(pages: readonly DocsPage[]) {
    for (const { file, anchors } of pages) for (const anchor of anchors) this.#files.set(anchor, file);
  }

  /** The file that an id stands in: that of its longest known beginning. */
  fileOf(id: string): string | undefined {
    for (let part = id; part !== ""; part = part.slice(0, Math.max(0, part.lastIndexOf("-")))) {
      const file = this.#files.get(part);
      if (file !== undefined) return file;
    }
    return undefined;
  }

  /** A link to an id from a page. */
  linkTo(id: string, page: string): string {
    const file = this.fileOf(id);
    return file === undefined || file === page ? `#${id}` : `${file}#${id}`;
  }

  /** Every known id, or beginning of one, by file. */
  byFile(): Record<string, string[]> {
    const all: Record<string, string[]> = {};
    for (const [anchor, file] of this.#files) (all[file] ??= []).push(anchor);
    return all;
  }
}
