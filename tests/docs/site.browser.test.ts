import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import { replaceFiles } from "../../scripts/lib/write-files.ts";
import { looks, violations } from "../support/axe.ts";
import { useChromium, usePage } from "../support/browser.ts";
import { useSandbox } from "../support/servers.ts";
import { pages, site } from "../support/site.ts";

const sandbox = useSandbox({ docs: true });
const open = useChromium();

/** The site in a folder, as a person opens it from a disk. */
const folder = join(inject("runFolder"), "site");
await replaceFiles(folder, site);
const url = (link: string): string => new URL(link, pathToFileURL(`${folder}/`)).href;

/** One page of each kind; the guides are one. */
const kinds = [
  "index.html",
  "flow.html",
  "operations.html",
  "op-getCreditLoanBasicInfo.html",
  "errors.html",
  "fields.html",
  "errata.html",
  "all.html",
];

describe("from a disk", () => {
  const opened = usePage(() => open(url("index.html")));

  test("nothing is asked for but files of the site, and nothing complained of", async () => {
    const { page, requests, complaints } = opened();
    await page.waitForLoadState("networkidle");
    const here = pathToFileURL(`${folder}/`).href;
    expect(requests.filter((request) => !request.startsWith("data:") && !request.startsWith(here))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("the policy of the page stops what would reach out", async () => {
    let asked = 0;
    const server = createServer(
      (_request, response) => void response.writeHead(200, { "access-control-allow-origin": "*" }).end(String(asked++)),
    );
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    onTestFinished(() => void server.close().closeAllConnections());
    const { port } = server.address() as AddressInfo;
    const outcome = await opened().page.evaluate(async (url) => {
      const loads = (tag: "img" | "script"): Promise<string> =>
        new Promise((done) => {
          const node = Object.assign(document.createElement(tag), {
            src: url,
            onload: () => done("loaded"),
            onerror: () => done("stopped"),
          });
          document.body.append(node);
          node.remove();
        });
      return [
        await loads("img"),
        await loads("script"),
        await fetch(url).then(
          () => "loaded",
          () => "stopped",
        ),
      ];
    }, `http://127.0.0.1:${port}/`);
    expect([outcome, asked]).toEqual([["stopped", "stopped", "stopped"], 0]);
  });

  test("a link into the page that the site was once, or into its former reference, leads on", async () => {
    const { page } = opened();
    for (const [link, to] of [
      ["index.html#field-LN_AVL_AM", "fields.html#field-LN_AVL_AM"],
      ["index.html#op-checkToken-statuses", "op-checkToken.html#op-checkToken-statuses"],
      ["index.html#error-SYSCD03101", "errors.html#error-SYSCD03101"],
      ["reference.html#/creditloan/getcreditloanbasicinfo", "op-getCreditLoanBasicInfo.html#op-getCreditLoanBasicInfo"],
    ] as const) {
      await page.goto("about:blank");
      await page.goto(url(link));
      await page.waitForURL(url(to));
    }
  });

  test("an address whose fragment is not encoded as it should be is no error", async () => {
    const { page, complaints } = await open(url("fields.html"));
    await page.evaluate(
      () =>
        new Promise((done) => {
          addEventListener("hashchange", done);
          location.assign("#%");
        }),
    );
    expect(complaints).toEqual([]);
  });

  test("every page is reached by the next one, from the first to the last", async () => {
    const { page } = await open(url("index.html"));
    const seen = new Set<string>();
    for (;;) {
      seen.add(page.url().split("/").at(-1) ?? "");
      const next = page.locator("a[rel=next]");
      if ((await next.count()) === 0) break;
      await Promise.all([page.waitForEvent("load"), next.click()]);
    }
    expect([...pages.keys()].filter((file) => !seen.has(file))).toEqual(["reference.html"]);
  });

  test("the contents mark the page, its own contents follow what is read", async () => {
    const { page } = await open(url("production.html"));
    expect(await page.locator(".contents [aria-current=page]").allTextContents()).toEqual(["운영 전환"]);
    const read = page.locator(".toc [aria-current]");
    for (const id of ["production-token", "production-tls"]) {
      await page.evaluate((to) => document.getElementById(to)?.scrollIntoView(), id);
      await expect.poll(() => read.getAttribute("href")).toBe(`#${id}`);
    }
  });

  test("a chosen theme holds on the next page, against the device's", async () => {
    const { page } = await open(url("index.html"));
    await page.emulateMedia({ colorScheme: "light" });
    const background = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await background();
    await page.getByLabel("화면 색").selectOption("dark");
    const dark = await background();
    expect(dark).not.toBe(light);
    await page.goto(url("errors.html"));
    expect(await background()).toBe(dark);
    await page.getByLabel("화면 색").selectOption("");
    expect(await background()).toBe(light);
  });

  test("on a phone the contents are a drawer, which a key, a click beside it or a page closes", async () => {
    const { page } = await open(url("errors.html"));
    await page.setViewportSize({ width: 390, height: 800 });
    const contents = page.getByRole("navigation", { name: "목차", exact: true });
    expect(await contents.isVisible()).toBe(false);
    const button = page.getByRole("button", { name: "목차" });
    await button.click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("오류 코드");
    await page.keyboard.press("Escape");
    expect(await contents.isVisible()).toBe(false);
    expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
    await button.click();
    await page.mouse.click(380, 400);
    expect(await contents.isVisible()).toBe(false);
    await button.click();
    await contents.getByRole("link", { name: "시나리오", exact: true }).click();
    await page.waitForURL(url("scenarios.html"));
    expect(await page.getByRole("link", { name: "개발 문서", exact: true }).first().isVisible()).toBe(true);
  });

  test("on paper everything is unfolded, and what only a screen can use is left out", async () => {
    const { page } = await open(url("all.html"));
    await page.emulateMedia({ media: "print" });
    expect(
      await page
        .locator("details pre")
        .evaluateAll((blocks) => blocks.every((block) => block.checkVisibility({ contentVisibilityAuto: true }))),
    ).toBe(true);
    for (const hidden of [".top", ".contents", ".toc", ".neighbours", ".try"])
      expect([hidden, await page.locator(hidden).first().isVisible()]).toEqual([hidden, false]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  test("the field dictionary is filtered by words and by personal data, and a link to a hidden row brings it back", async () => {
    const { page } = await open(url("fields.html"));
    const rows = page.locator("tr[data-search-text]:visible");
    const records = JSON.parse(site.get("fields.json") ?? "") as { sensitive: boolean }[];
    expect(await rows.count()).toBe(records.length);
    await page.getByLabel("필터").fill("4.1.3 전화");
    const found = await rows.allTextContents();
    expect(found.length).toBeGreaterThan(0);
    for (const row of found) expect(row).toMatch(/전화/);
    await page.getByLabel("필터").fill("");
    await page.getByLabel("개인정보만").check();
    expect(await rows.count()).toBe(records.filter(({ sensitive }) => sensitive).length);
    await page.evaluate(() => location.assign("#field-ERRCODE"));
    await page.locator("#field-ERRCODE").waitFor();
  });
});

test.each(kinds)("without a script %s reads whole: no control that does nothing", async (file) => {
  const { page } = await open(url(file), { javaScriptEnabled: false });
  for (const heading of await page.locator("main").getByRole("heading").all())
    expect(await heading.isVisible()).toBe(true);
  for (const control of ["#search-open", "#contents-open", "#theme", ".filter", ".try", ".copy"])
    expect([control, await page.locator(control).filter({ visible: true }).count()]).toEqual([control, 0]);
  expect(await page.getByRole("navigation", { name: "목차", exact: true }).isVisible()).toBe(true);
});

describe("served by the sandbox", () => {
  const opened = usePage(() => open(`${sandbox.url()}/docs/`));

  test("the samples are for the sandbox that shows them", async () => {
    const samples = await opened().page.locator("pre[data-run]").allTextContents();
    expect(samples.length).toBeGreaterThan(0);
    expect(samples.filter((sample) => !sample.includes(sandbox.url()))).toEqual([]);
  });
});

test.each(kinds)("%s is as wide as the window and accessible, whatever the window and the colours", async (file) => {
  const { page } = await open(url(file), { bypassCSP: true });
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  for (const { width, colorScheme, rules } of looks) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ media: "screen", colorScheme });
    expect([width, await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)]).toEqual([
      width,
      true,
    ]);
    expect([width, await violations(page, rules, ["best-practice"])]).toEqual([width, []]);
  }
});
