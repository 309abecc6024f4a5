import type { ServerResponse } from "node:http";
import { ownPageHeaders } from "../server/own-page.ts";

const types: Record<string, string> = {
  js: "text/javascript; charset=utf-8",
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  yaml: "application/yaml; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  http: "text/plain; charset=utf-8",
};

/** The file of the site that a path below the site's own names; the first page where it names none. */
export function fileIn(path: string): string {
  const [name = ""] = path.split(/[?#]/);
  try {
    return decodeURIComponent(name) || "index.html";
  } catch {
    return name;
  }
}

/** Answers with a file of the site; 404 where there is none. */
export function serveFile(site: ReadonlyMap<string, string>, path: string, response: ServerResponse): void {
  const name = fileIn(path);
  const content = site.get(name);
  const bytes = Buffer.from(content ?? "이 문서에 없는 파일입니다.\n");
  const type =
    content === undefined
      ? "text/plain; charset=utf-8"
      : (types[name.split(".").at(-1) ?? ""] ?? "application/octet-stream");
  response
    .writeHead(content === undefined ? 404 : 200, {
      "content-type": type,
      "content-length": bytes.length,
      ...ownPageHeaders,
    })
    .end(bytes);
}
