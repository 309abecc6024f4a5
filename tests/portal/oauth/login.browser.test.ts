import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startSandbox, type Sandbox } from "../../../scripts/docs/sandbox.ts";
import { looks, violations } from "../../support/axe.ts";
import { useChromium } from "../../support/browser.ts";
import { callLoan } from "../../support/loan.ts";
import {
  type Authorization,
  authorization,
  callHeaders,
  discover,
  exchange,
  type TestApp,
} from "../../support/oauth.ts";

const open = useChromium();
let sandbox: Sandbox;
let app: TestApp;
let folder: string;
/** The app that the customer comes back to. */
const website = createServer((_, response) => response.end("돌아왔습니다."));

beforeAll(async () => {
  await new Promise<void>((done) => website.listen(0, "127.0.0.1", done));
  const callbackUrl = `http://127.0.0.1:${(website.address() as AddressInfo).port}/callback`;
  app = { appKey: "TEST-BROWSER-KEY", secretKey: "TEST-BROWSER-SECRET", callbackUrl, isPublic: true };
  const { appKey, secretKey } = app;
  folder = mkdtempSync(join(tmpdir(), "woori-oauth-"));
  const apps = join(folder, "apps.json");
  const entry = { name: "브라우저의 앱", appKey, secretKey, callbackUrl, type: "public", state: "in-service" };
  writeFileSync(apps, JSON.stringify({ apps: [entry] }));
  sandbox = await startSandbox({ apps });
});
afterAll(async () => {
  website.close();
  rmSync(folder, { recursive: true });
  await sandbox.close();
});

const begin = async (): Promise<Authorization> => authorization(await discover(sandbox.url, app), app);

test.each([true, false])("a customer logs in and consents in a browser (script: %s)", async (javaScriptEnabled) => {
  const begun = await begin();
  const { page, complaints } = await open(begun.url.href, { javaScriptEnabled });
  await page.getByLabel("고객 아이디").fill("demo");
  await page.getByLabel("비밀번호").fill("wrong");
  await page.getByRole("button", { name: "로그인하고 동의" }).click();
  expect(await page.getByRole("alert").innerText()).toContain("고객 아이디나 비밀번호가 맞지 않습니다.");
  expect(await page.getByLabel("고객 아이디").inputValue()).toBe("demo");
  await page
    .getByLabel("비밀번호")
    .fill(await page.getByText("비밀번호를 따로 지정하지 않은").getByRole("code").innerText());
  await page.getByLabel("비밀번호").press("Enter");
  await page.waitForURL(`${app.callbackUrl}*`);
  const { access_token: token } = await exchange(begun, new URL(page.url()));
  expect(await callLoan(sandbox.url, { headers: callHeaders(app, token) })).toMatchObject({ status: 200 });
  // Chromium tells of the refused password, and gives advice about forms.
  expect(complaints.filter((text) => !/^\[DOM\]|401/.test(text))).toEqual([]);
});

test("a customer refuses with nothing filled in", async () => {
  const { page } = await open((await begin()).url.href);
  await page.getByRole("button", { name: "거부" }).click();
  await page.waitForURL(`${app.callbackUrl}*`);
  expect(new URL(page.url()).searchParams.get("error")).toBe("access_denied");
});

test("the pages are accessible and as wide as the window, in either colour scheme and on a phone, and ask nobody else", async () => {
  const wrong = new URL((await begin()).url);
  wrong.searchParams.set("client_id", "nobody");
  const found: string[] = [];
  for (const url of [(await begin()).url, wrong]) {
    const { page, requests, complaints } = await open(url.href);
    for (const { width, colorScheme, rules } of looks) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      found.push(...(await violations(page, rules)), ...(isWide ? [`wider than ${width}`] : []));
    }
    found.push(...requests.filter((one) => !one.startsWith(sandbox.url) && !one.startsWith("data:")));
    found.push(...complaints.filter((text) => !/^\[DOM\]|status of 400/.test(text)));
  }
  expect(found).toEqual([]);
});
