import { readFileSync } from "node:fs";
import { type RequestListener } from "node:http";
import { createServer, type ServerOptions } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { root } from "../../scripts/lib/paths.ts";

/** A certificate, its key or an authority of tests/fixtures/tls. */
export function pem(file: string): string {
  return readFileSync(join(root, "tests/fixtures/tls", file), "utf8");
}

/** A server with one of the certificates, on loopback; it is gone when the test ends. Returns its URL. */
export async function serveTls(
  certificate: string,
  answer: RequestListener,
  options: ServerOptions = {},
): Promise<string> {
  const server = createServer({ cert: pem(`${certificate}.pem`), key: pem(`${certificate}.key`), ...options }, answer);
  server.on("tlsClientError", () => {});
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
