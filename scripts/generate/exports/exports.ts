import { dump } from "js-yaml";
import { markerStart } from "../../bundle/bundle.ts";
import { type Field, fieldDictionary, fieldsWithoutTables, isMadeOf } from "../../bundle/field-dictionary.ts";
import type { OpenApi } from "../../bundle/openapi.ts";
import type { Spec } from "../../bundle/spec-files.ts";
import { sandboxUrl } from "./example-calls.ts";
import { fieldsCsv, fieldsJson } from "./fields.ts";
import { httpFile } from "./http-file.ts";
import { llmsFull, llmsIndex, markdownFolder, markdownIndex, markdownPages } from "./markdown.ts";
import { openApi30 } from "./openapi-3-0.ts";
import { postmanCollection, postmanEnvironment } from "./postman.ts";

/** What exports are made of. */
export interface ExportSource {
  api: OpenApi;
  /** The hand-written spec with the document's tables; undefined where the bundle was made of another. */
  spec: Spec | undefined;
  /** Where the requests of an export go to. */
  url: string;
}

/** A file, or a folder of them, for a tool of somebody else. The same source gives the same bytes. */
export interface Export {
  name: string;
  /** The file that a reader opens first. */
  opens: string;
  /** What it is for, in Korean. */
  does: string;
  /** What an earlier one says near its start: no other file is overwritten. */
  mark: string;
  /** The text of the file, or those of a folder by name. */
  make: (source: ExportSource) => string | Map<string, string>;
}

/** How a file tells what made it, where its format has a place for that. */
const markOf = (name: string): string =>
  `npx woori-openapi export ${name} 명령이 만들었습니다. 직접 수정하지 마십시오.`;

/** js-yaml quotes what readers of YAML 1.1 or 1.2 would take for no text. */
const yaml = (document: object): string => dump(document, { lineWidth: -1, noRefs: true });

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** An export whose text holds the mark that it is given. */
function marked(
  name: string,
  does: string,
  make: (source: ExportSource, mark: string) => ReturnType<Export["make"]>,
  opens = name,
): Export {
  return { name, opens, does, mark: markOf(name), make: (source) => make(source, markOf(name)) };
}

/** An export in a format that has no place for a mark of its own. */
function unmarked(name: string, does: string, mark: string, make: (source: ExportSource) => string): Export {
  return { name, opens: name, does, mark, make };
}

/** Every export, in the order that they are listed in. */
export const exports: readonly Export[] = [
  unmarked("openapi.yaml", "OpenAPI 3.1 명세(YAML)입니다.", markerStart, ({ api }) => yaml(api)),
  unmarked("openapi.json", "OpenAPI 3.1 명세(JSON)입니다.", markerStart, ({ api }) => json(api)),
  marked("openapi-3.0.yaml", "3.1을 읽지 못하는 도구를 위한 OpenAPI 3.0.3 명세(YAML)입니다.", ({ api }, mark) =>
    yaml(openApi30(api, mark)),
  ),
  marked("openapi-3.0.json", "3.1을 읽지 못하는 도구를 위한 OpenAPI 3.0.3 명세(JSON)입니다.", ({ api }, mark) =>
    json(openApi30(api, mark)),
  ),
  marked(
    "woori.postman_collection.json",
    "Postman 컬렉션입니다. 요청마다 응답을 확인하는 테스트가 있습니다.",
    ({ api, url }, mark) => json(postmanCollection(api, url, mark)),
  ),
  marked(
    "woori.postman_environment.json",
    "Postman 환경입니다. 샌드박스의 주소와 키가 들어 있습니다.",
    ({ api, url }, mark) => json(postmanEnvironment(api, url, mark)),
  ),
  marked("woori.http", "VS Code REST Client, IntelliJ, httpyac에서 여는 요청 파일입니다.", ({ api, url }, mark) =>
    httpFile(api, url, mark),
  ),
  marked(
    markdownFolder,
    "API마다 파일이 하나인 Markdown 문서 폴더입니다.",
    ({ api, spec, url }, mark) => markdownPages(api, spec, url, mark),
    `${markdownFolder}/${markdownIndex}`,
  ),
  unmarked("llms.txt", "언어 모델에 전달할 문서의 목차입니다.", `(${markdownFolder}/`, ({ api, spec, url }) =>
    llmsIndex(api, spec, url),
  ),
  unmarked("llms-full.txt", "언어 모델에 전달할 문서 전체입니다.", "npx woori-openapi", ({ api, spec, url }) =>
    llmsFull(api, spec, url),
  ),
  unmarked("fields.csv", "필드 사전입니다. 스프레드시트에서 엽니다.", "documentName,section", (source) =>
    fieldsCsv(fieldsOf(source)),
  ),
  unmarked("fields.json", "필드 사전입니다. 프로그램에서 읽습니다.", '"documentName":', (source) =>
    fieldsJson(fieldsOf(source)),
  ),
];

/** What exports of a bundle are made of; the spec goes with it only where the bundle has the fields of its tables. */
export function exportSource(api: OpenApi, spec: Spec, url: string = sandboxUrl(api)): ExportSource {
  return { api, spec: isMadeOf(spec.tables, api) ? spec : undefined, url };
}

/** The export that a path leads to: its file, or one in its folder. */
export function exportAt(path: string): Export | undefined {
  return exports.find(({ name }) => path === name || path.startsWith(`${name}/`));
}

/** The files of an export by path, as they lie beside one another. */
export function filesOf({ name, make }: Export, source: ExportSource): Map<string, string> {
  const made = make(source);
  if (typeof made === "string") return new Map([[name, made]]);
  return new Map([...made].map(([file, text]) => [`${name}/${file}`, text]));
}

function fieldsOf({ api, spec }: ExportSource): Field[] {
  return spec === undefined ? fieldsWithoutTables(api) : fieldDictionary(api, spec.tables);
}
