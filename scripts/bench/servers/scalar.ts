import { readFileSync } from "node:fs";
import { loadPeer } from "../peers.ts";

/** What is used here of @scalar/mock-server and @hono/node-server. */
interface MockServer {
  createMockServer: (options: { document: object; logger: boolean }) => Promise<{ fetch: unknown }>;
}
interface NodeServer {
  serve: (options: { fetch: unknown; port: number; hostname: string }) => void;
}

/** Scalar's mock server on a bundle, as its documentation shows it. */
const { PORT: port = "0", BUNDLE: bundle = "" } = process.env;
const [{ createMockServer }, { serve }] = await Promise.all([
  loadPeer<MockServer>("@scalar/mock-server"),
  loadPeer<NodeServer>("@hono/node-server"),
]);
const app = await createMockServer({ document: JSON.parse(readFileSync(bundle, "utf8")) as object, logger: false });
serve({ fetch: app.fetch, port: Number(port), hostname: "127.0.0.1" });
