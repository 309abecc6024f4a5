import type { OpenApi } from "../bundle/openapi.ts";
import { loadSpec } from "../bundle/spec-files.ts";
import { specDir } from "../lib/paths.ts";
import type { Pages } from "../sandbox/server.ts";
import { urlOf } from "../server/listen.ts";

/** Answers with the files of the docs site of a bundle. The site and its tools are loaded when the first is asked for. */
export function sitePages(api: OpenApi): Pages {
  let site: Promise<ReadonlyMap<string, string>> | undefined;
  return async (path, response) => {
    const [{ buildSite }, { answerFile }] = await Promise.all([import("./build.ts"), import("./files.ts")]);
    // Its samples are for the server that shows it.
    const { localAddress = "", localPort = 0 } = response.req.socket;
    site ??= buildSite(api, loadSpec(specDir), urlOf(localAddress, localPort));
    answerFile(await site, path, response);
  };
}
