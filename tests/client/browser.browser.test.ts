import { createServer } from "node:http";
import { build } from "esbuild";
import { expect, onTestFinished, test } from "vitest";
import { generatedDir } from "../../scripts/lib/paths.ts";
import { launchChromium } from "../support/browser.ts";
import { sampleRequest } from "../support/bundle.ts";
import { canary, successBody } from "../support/client.ts";
import { canaryApps, useSandbox } from "../support/servers.ts";

const sandbox = useSandbox({ apps: canaryApps });

/** A page on its own origin whose script is the client, bundled for browsers. */
async function servePage(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `export * from "./client.ts"`, resolveDir: generatedDir, loader: "ts" },
    bundle: true,
    format: "iife",
    globalName: "woori",
    platform: "browser",
    write: false,
    logLevel: "error",
  });
  const script = outputFiles[0]?.text ?? "";
  expect(script).not.toContain("require(");
  const server = createServer(
    (_request, response) =>
      void response
        .setHeader("content-type", "text/html; charset=utf-8")
        .end(`<!doctype html><link rel="icon" href="data:,"><script>${script}</script>`),
  );
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close().closeAllConnections());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
}

test("in Chromium the documented call goes out by POST, across origins, and nothing else does", async () => {
  const page = await servePage();
  const browser = await launchChromium();
  onTestFinished(() => browser.close());
  const tab = await browser.newPage();
  const requests: string[] = [];
  const problems: string[] = [];
  tab.on("request", (request) => requests.push(`${request.method()} ${request.url()}`));
  tab.on("console", (message) => problems.push(message.text()));
  tab.on("pageerror", (error) => problems.push(error.message));
  await tab.goto(page);
  const outcome = await tab.evaluate(
    async ({ baseUrl, appKey, secretKey, body }) => {
      const { createWooriClient } = (globalThis as unknown as { woori: typeof import("../../generated/client.ts") })
        .woori;
      const client = createWooriClient({ baseUrl, appKey, secretKey });
      const { data, issues } = await client.getCreditLoanBasicInfo(body as never);
      const error = await client
        .getCreditLoanBasicInfo({ dataBody: {} } as never)
        .catch((reason: { kind: string }) => reason.kind);
      return { data, issues, error };
    },
    { baseUrl: sandbox.url(), appKey: canary.appKey, secretKey: canary.secretKey, body: sampleRequest() },
  );
  expect(outcome).toEqual({ data: successBody(), issues: [], error: "input" });
  expect(requests).toEqual([`GET ${page}/`, `POST ${sandbox.url()}/oai/wb/v1/credit/getCreditLoanBasicInfo`]);
  expect(problems).toEqual([]);
});
