import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { operationsOf } from "../../scripts/bundle/openapi.ts";
import { consoleData } from "../../scripts/docs/console-data.ts";
import { send } from "../../scripts/lib/http.ts";
import { root } from "../../scripts/lib/paths.ts";
import { useChromium } from "../support/browser.ts";
import { serve } from "../support/client.ts";
import { useSandbox } from "../support/servers.ts";
import { api as twoServices } from "../support/two-services.ts";

/** The two services, whose registration takes optional fields of every kind. */
const api = structuredClone(twoServices);
const { AccountRegistrationRequestDataBody: body = {} } = api.components.schemas;
body.properties = {
  ...body.properties,
  NICK: { type: "string", title: "별칭", maxLength: 5 },
  SEQ: { type: "integer", title: "순번" },
  FLAG: { type: "boolean", title: "여부" },
  MEMO_LIST: {
    type: "array",
    title: "메모 목록",
    maxItems: 3,
    items: {
      type: "object",
      title: "메모",
      required: ["MEMO"],
      properties: { MEMO: { type: "string", title: "메모" } },
    },
  },
};
const bundle = join(inject("runFolder"), "console-forms.json");
writeFileSync(bundle, JSON.stringify(api));

const sandbox = useSandbox({ bundle });
const open = useChromium();
const { outputFiles } = await build({
  stdin: {
    contents: 'import { mountConsole } from "./mount.ts"; void mountConsole();',
    resolveDir: join(root, "scripts/docs/client/console"),
    loader: "ts",
  },
  bundle: true,
  write: false,
  tsconfigRaw: {},
});
const script = outputFiles[0]?.text ?? "";

/**
 * The console of an operation in a page of its own, as a sandbox shows no docs of another spec. All else goes to the sandbox.
 */
async function consoleOf(operationId: string): Promise<Page> {
  const at = operationsOf(api).find(({ operation }) => operation.operationId === operationId);
  if (at === undefined) throw new Error(`no ${operationId}`);
  const html = `<!DOCTYPE html><html lang="ko"><meta charset="utf-8"><link rel="icon" href="data:,"><title>시험</title><body>
<div class="try" data-operation="${operationId}" hidden></div>${consoleData(api, at).text}<script>${script}</script>`;
  const { url } = await serve((request, response, text) => {
    if (request.url === "/") return void response.writeHead(200, { "content-type": "text/html" }).end(html);
    const {
      host: _host,
      connection: _connection,
      origin: _origin,
      ...headers
    } = request.headers as Record<string, string>;
    const message = { method: request.method ?? "", headers, ...(text === "" ? {} : { body: text }) };
    void send(sandbox.url() + (request.url ?? ""), message).then((reply) =>
      response.writeHead(reply.status, { "content-type": reply.contentType }).end(reply.text),
    );
  });
  const { page } = await open(`${url}/`);
  return page;
}

/** Sends what the page shows; the answer's status and the request's text. */
async function ask(page: Page): Promise<{ status: string; request: string }> {
  await page.getByRole("button", { name: "요청 보내기" }).click();
  const request = page.locator('[data-part="request"]');
  await request.waitFor();
  return { status: (await page.locator(".status").textContent()) ?? "", request: (await request.textContent()) ?? "" };
}

test("path, query and header parameters are fields; optional ones are left out, and what no path can hold is told", async () => {
  const page = await consoleOf("getAccount");
  expect(await ask(page)).toEqual({
    status: expect.stringMatching(/^200 /),
    request: expect.stringMatching(
      /^GET \/oai\/wb\/v1\/account\/accounts\/10020000000001\?INQ_DSCD=1&MEMO=1%EC%9B%94%20%26%202%EC%9B%94 HTTP\/1\.1\n[^]*UTZ-CHNL-DSCD: 01$/,
    ),
  });
  await page.getByLabel(/^조회계좌번호/).fill("가/1");
  await page.getByLabel("조회구분코드").selectOption("2");
  await page.getByLabel(/^쪽번호/).fill("3");
  await page.getByLabel("MEMO 보내기").uncheck();
  await page.getByLabel("UTZ-CHNL-DSCD 보내기").uncheck();
  const { status, request } = await ask(page);
  expect([status, request.split(" ")[1]]).toEqual([
    expect.stringMatching(/^200 /),
    "/oai/wb/v1/account/accounts/%EA%B0%80%2F1?INQ_DSCD=2&PAGE_NO=3",
  ]);
  expect(request).not.toContain("UTZ-CHNL-DSCD");
  await page.getByLabel(/^조회계좌번호/).fill("..");
  await page.getByRole("button", { name: "요청 보내기" }).click();
  await page.getByText(/^경로 변수 CUS_USG_ACNO는 비워 두거나/).waitFor();
});

test("lists grow and shrink with the focus kept, and optional fields are sent once something is typed", async () => {
  const page = await consoleOf("registerAccount");
  const sent = async (): Promise<Record<string, unknown>> => {
    const { status, request } = await ask(page);
    expect(status).toMatch(/^200 /);
    return (JSON.parse(request.slice(request.indexOf("\n\n"))) as { dataBody: Record<string, unknown> }).dataBody;
  };
  const before = await sent();
  expect(before).not.toHaveProperty("NICK");
  await page.getByLabel(/^별칭/).fill("별칭");
  await page.getByLabel(/^순번/).fill("7");
  await page.getByLabel(/^여부/).selectOption("true");
  await page.getByRole("button", { name: "메모 목록 보내기" }).click();
  const add = page.getByRole("button", { name: "메모 목록 추가" });
  await add.click();
  await add.click();
  expect(await add.evaluate((one) => one === document.activeElement)).toBe(true);
  await page
    .getByLabel(/^메모 MEMO/)
    .nth(0)
    .fill("하나");
  await page
    .getByLabel(/^메모 MEMO/)
    .nth(1)
    .fill("둘");
  const more = { NICK: "별칭", SEQ: 7, FLAG: true };
  expect(await sent()).toEqual({ ...before, ...more, MEMO_LIST: [{ MEMO: "하나" }, { MEMO: "둘" }] });
  await page.getByRole("button", { name: "메모 목록 1번째 삭제" }).click();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BUTTON");
  expect(await sent()).toEqual({ ...before, ...more, MEMO_LIST: [{ MEMO: "둘" }] });
  await page.getByLabel("JSON으로 입력").check();
  await page.getByLabel("필드로 입력").check();
  expect(await sent()).toEqual({ ...before, ...more, MEMO_LIST: [{ MEMO: "둘" }] });
});
