import prismCore from "@stoplight/prism-core";
import prismHttp from "@stoplight/prism-http";
import prismServer from "@stoplight/prism-http-server";
import { readBundle } from "../../scripts/lib/bundle-file.ts";
import { bundleFile } from "../../scripts/lib/paths.ts";
import type { RunningServer } from "./servers.ts";

/** Prism's own HTTP server on the committed bundle, as `npm run mock` runs it. */
export async function startPrism(): Promise<RunningServer> {
  const operations = await prismHttp.getHttpOperationsFromSpec(readBundle(bundleFile));
  const server = prismServer.createServer(operations, {
    cors: true,
    components: { logger: prismCore.createLogger("prism", { level: "silent" }) },
    config: { isProxy: false, checkSecurity: true, validateRequest: true, validateResponse: true, errors: false, upstreamProxy: undefined, mock: { dynamic: false } },
  });
  return { url: await server.listen(0, "127.0.0.1"), close: () => server.close() };
}
