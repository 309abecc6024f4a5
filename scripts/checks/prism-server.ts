import prismCore from "@stoplight/prism-core";
import prismHttp from "@stoplight/prism-http";
import prismServer from "@stoplight/prism-http-server";
import { escapeHeaders } from "./ascii-headers.ts";
import { UserError } from "../lib/user-error.ts";
import type { OpenApi } from "../bundle/openapi.ts";

/**
 * Starts Prism's own HTTP server on a bundle: on a free port of 127.0.0.1, in this process.
 *
 * @returns its URL, without a slash at the end
 * @throws {UserError} when Prism cannot use the bundle
 */
export async function startPrism(api: OpenApi): Promise<{ url: string; close: () => Promise<void> }> {
  const operations = await prismHttp.getHttpOperationsFromSpec(structuredClone(api)).catch((error: unknown) => {
    throw new UserError(
      `Prism이 명세를 읽을 수 없습니다. npm run lint로 spec/을 확인하십시오. ${(error as Error).message}`,
    );
  });
  if (operations.length === 0)
    throw new UserError("명세에 오퍼레이션이 없습니다. npm run lint로 spec/을 확인하십시오.");
  const server = prismServer.createServer(operations, {
    cors: true,
    components: { logger: prismCore.createLogger("prism", { level: "silent" }) },
    config: {
      isProxy: false,
      checkSecurity: true,
      validateRequest: true,
      validateResponse: true,
      errors: false,
      upstreamProxy: undefined,
      mock: { dynamic: false },
    },
  });
  const url = await server.listen(0, "127.0.0.1");
  const stopEscaping = escapeHeaders(Number(new URL(url).port));
  return { url, close: () => server.close().finally(stopEscaping) };
}
