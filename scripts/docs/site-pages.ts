import type { ServerResponse } from "node:http";
import type { OpenApi } from "../bundle/openapi.ts";
import { isMadeOf } from "../bundle/field-dictionary.ts";
import { specDir } from "../lib/paths.ts";
import type { Pages } from "../sandbox/server.ts";
import type { Site } from "./site.ts";
import { ownPageHeaders } from "../server/own-page.ts";
import { urlOf } from "../server/listen.ts";
import { UserError } from "../lib/user-error.ts";

const refusal =
  "샌드박스가 사용하는 문서(--bundle)의 필드가 spec/source의 표와 다르므로 문서 사이트를 만들 수 없습니다. 그 문서를 만든 저장소에서 npm run docs를 실행하십시오.\n";

/**
 * Answers with the files of the docs site of a bundle. Each is made when it is first asked for. A bundle of another document
 * is refused, as its tables are not here.
 */
export function sitePages(api: OpenApi): Pages {
  const made = new Map<string, Promise<ReadonlyMap<string, string>>>();
  let site: Site | undefined;
  const serve: Pages = async (path, response) => {
    // With what reads YAML: a sandbox whose docs nobody opens is spared both.
    const [{ loadSpec }, { siteOf }, { fileIn, serveFile }] = await Promise.all([
      import("../bundle/spec-files.ts"),
      import("./site.ts"),
      import("./serve-file.ts"),
    ]);
    if (site === undefined) {
      const spec = loadSpec(specDir);
      if (!isMadeOf(spec.tables, api)) return answerText(response, 404, refusal);
      // Its samples are for the server that shows it.
      const { socket } = response.req;
      site = siteOf(api, spec, urlOf(socket.localAddress ?? "", socket.localPort ?? 0, "encrypted" in socket));
    }
    const file = fileIn(path);
    const making = made.get(file) ?? site.withFile(file);
    made.set(file, making);
    const files = await making;
    // A name that leads to nothing is not kept: there are ever more of them.
    if (!files.has(file)) made.delete(file);
    for (const name of files.keys()) made.set(name, making);
    serveFile(files, path, response);
  };
  return async (path, response) => {
    try {
      await serve(path, response);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      // The next request tries again: what was in the way may be gone then.
      made.clear();
      site = undefined;
      answerText(
        response,
        503,
        `이 화면을 만들 수 없습니다. ${error.message} 다른 기능은 그대로 사용할 수 있습니다.\n`,
      );
    }
  };
}

function answerText(response: ServerResponse, status: number, text: string): void {
  response
    .writeHead(status, {
      "content-type": "text/plain; charset=utf-8",
      "content-length": Buffer.byteLength(text),
      ...ownPageHeaders,
    })
    .end(text);
}
