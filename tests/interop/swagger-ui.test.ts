import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { operationsOf } from "../../scripts/bundle/openapi.ts";
import { api, credentials } from "../support/bundle.ts";
import { useChromium } from "../support/browser.ts";
import { named, toolFile } from "./project.ts";

const document = { ...api, servers: [{ url: inject("interopSandbox") }] };
const types: Record<string, string> = { js: "text/javascript", css: "text/css" };

/** Swagger UI with the document in a page of its own, as its README shows. */
const page = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="swagger-ui.css"><div id="ui"></div>
<script src="swagger-ui-bundle.js"></script>
<script>ui = SwaggerUIBundle({ dom_id: "#ui", url: "openapi.json", docExpansion: "full" });</script>`;

const server = createServer((request, response) => {
  const file = basename(request.url ?? "");
  if (file === "") return void response.setHeader("content-type", "text/html").end(page);
  if (file === "openapi.json") return void response.end(JSON.stringify(document));
  readFile(toolFile(`swagger-ui-dist/${file}`)).then(
    (bytes) => response.setHeader("content-type", types[file.split(".").at(-1) ?? ""] ?? "").end(bytes),
    () => response.writeHead(404).end(),
  );
});

describe("브라우저에서 호출하는 도구", () => {
  const open = useChromium();
  beforeAll(() => new Promise<void>((done) => server.listen(0, "127.0.0.1", done)));
  afterAll(() => void server.close().closeAllConnections());

  test(`${named("swagger-ui-dist")} · 결과`, async ({ annotate }) => {
    const { page: tab } = await open(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await authorize(tab);
    const answers: Record<string, string> = {};
    for (const { operation } of operationsOf(api))
      answers[operation.operationId] = await execute(tab, operation.operationId);
    expect(answers).toEqual({
      getCreditLoanBasicInfo: expect.stringContaining("GET/HEAD method cannot have body") as string,
      postCreditLoanBasicInfo: "200",
      checkToken: "200",
    });
    await annotate("POST, tokencheck 호출, 본문을 실은 GET은 fetch가 거부");
  });
});

/** Gives each security scheme its value in the dialog. */
async function authorize(tab: Page): Promise<void> {
  await tab.getByRole("button", { name: "Authorize" }).first().click();
  const values = Object.values(credentials).map((value) => value.replace("Bearer ", ""));
  for (const [index, scheme] of Object.keys(api.components.securitySchemes).entries()) {
    const form = tab.locator(".auth-container").filter({ hasText: scheme }).first();
    await form.locator("input").fill(values[index] ?? "");
    await form.getByRole("button", { name: "Apply" }).click();
  }
  await tab.getByRole("button", { name: "Close" }).last().click();
}

/** Tries an operation out with what Swagger UI fills in; gives the status, or why there is none. */
async function execute(tab: Page, operationId: string): Promise<string> {
  const block = tab.locator(`.opblock[id$="-${operationId}"]`);
  await block.getByRole("button", { name: "Try it out" }).click();
  await block.getByRole("button", { name: "Execute" }).click();
  const answer = block.locator(".live-responses-table tbody .response").first();
  await answer.waitFor();
  const status = (await answer.locator(".response-col_status").innerText()).trim();
  return /^\d+/.exec(status)?.[0] ?? (await answer.innerText());
}
