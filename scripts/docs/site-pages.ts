import type { OpenApi } from "../bundle/openapi.ts";
import { loadSpec } from "../bundle/spec-files.ts";
import { specDir } from "../lib/paths.ts";
import type { Pages } from "../sandbox/server.ts";
import { urlOf } from "../server/listen.ts";

/** Answers with the files of the docs site of a bundle. Each is made when it is first asked for, the API reference apart from the others. */
export function sitePages(api: OpenApi): Pages {
  let pages: Promise<ReadonlyMap<string, string>> | undefined;
  let reference: Promise<string> | undefined;
  return async (path, response) => {
    const [{ buildPages, buildReference, referenceFile }, { serveFile }] = await Promise.all([
      import("./build.ts"),
      import("./serve-file.ts"),
    ]);
    // Its samples are for the server that shows it.
    const { localAddress = "", localPort = 0 } = response.req.socket;
    pages ??= buildPages(api, loadSpec(specDir), urlOf(localAddress, localPort));
    const site = new Map(await pages);
    if (path.startsWith(referenceFile)) site.set(path, await (reference ??= buildReference(api)));
    serveFile(site, path, response);
  };
}
