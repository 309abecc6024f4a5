import { readFileSync } from "node:fs";
import prismCore from "@stoplight/prism-core";
import prismHttp from "@stoplight/prism-http";
import prismServer from "@stoplight/prism-http-server";
import { UserError } from "../lib/cli.ts";
import type { OpenApi } from "../lib/openapi.ts";
import { escapeHeaders } from "./ascii-headers.ts";

/** A mock that listens. */
export interface Mock {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  url: string;
  api: OpenApi;
  close: () => Promise<void>;
}

/**
 * Starts Prism on a bundle, listening on 127.0.0.1. It answers with the examples of the spec, checks requests and
 * credentials, and allows CORS.
 *
 * @param options.bundle path of the bundled OpenAPI document
 * @param options.port 0 picks a free one
 * @throws {UserError} when the bundle is missing or cannot be used, or the port is taken
 */
export async function startMock({ bundle, port }: { bundle: string; port: number }): Promise<Mock> {
  const api = readBundle(bundle);
  const operations = await prismHttp.getHttpOperationsFromSpec(structuredClone(api)).catch((error: unknown) => {
    throw new UserError(`${bundle}을 목 서버로 열 수 없습니다. npm run lint로 spec/을 확인하십시오. ${(error as Error).message}`);
  });
  if (operations.length === 0) throw new UserError(`${bundle}에 오퍼레이션이 없습니다. npm run lint로 spec/을 확인하십시오.`);
  const server = prismServer.createServer(operations, {
    cors: true,
    components: { logger: prismCore.createLogger("mock", { level: "silent" }) },
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
  const url = await server.listen(port, "127.0.0.1").catch((reason: unknown) => {
    const why = String(reason).includes("EADDRINUSE") ? "이미 사용 중입니다" : `열 수 없습니다(${String(reason)})`;
    throw new UserError(`127.0.0.1:${port} 포트는 ${why}. 빈 포트를 쓰려면: npm start -- --port 0`);
  });
  const stopEscaping = escapeHeaders(Number(new URL(url).port));
  return { url, api, close: () => server.close().finally(stopEscaping) };
}

function readBundle(path: string): OpenApi {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new UserError(`${path} 파일이 없습니다. npm run generate를 먼저 실행하십시오.`);
  }
  try {
    return JSON.parse(text) as OpenApi;
  } catch (error) {
    throw new UserError(`${path}을 JSON으로 읽을 수 없습니다. npm run generate로 다시 만드십시오. ${(error as Error).message}`);
  }
}
