import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import { operationsOf } from "../../scripts/bundle/openapi.ts";
import { looks, violations } from "../support/axe.ts";
import { useChromium, usePage } from "../support/browser.ts";
import { api } from "../support/bundle.ts";
import { site } from "../support/site.ts";

const open = useChromium();
const path = join(inject("runFolder"), "reference.html");
writeFileSync(path, site.get("reference.html") ?? "");
const file = pathToFileURL(path).href;

/** Redoc's anchor of an operation: the tag and the operationId, in lower case. */
const anchors = operationsOf(api).map(({ operation }) => {
  const { tags = [] } = operation as { tags?: string[] };
  return `${tags[0]}/${operation.operationId}`.toLowerCase();
});

const { tags } = api as unknown as { tags: { name: string; "x-displayName": string }[] };

/** How far the element of an anchor is from the top of the window, in pixels. */
const offset = (page: Page, id: string) => () =>
  page.locator(`[id="${id}"]`).evaluate((element) => Math.abs(element.getBoundingClientRect().top));

describe("the reference page", () => {
  const field = `${anchors[0]}/t=response&c=200&path=databody/ln_avl_am`;
  /** The page by the link of another page, once its script has taken over. */
  const opened = usePage(async () => {
    const awake = await open(`${file}#/${anchors[0]}#${field}`);
    await awake.page.getByText("모두 접기").first().waitFor();
    return awake;
  });

  test("opens at the field that another page links to", async () => {
    await expect.poll(offset(opened().page, field)).toBeLessThan(200);
  });

  test("asks for itself only, and its policy stops anything else", async () => {
    const { page, requests, complaints } = opened();
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForLoadState("networkidle");
    expect([requests.filter((request) => !request.startsWith("data:")), complaints]).toEqual([[file], []]);
    let asked = 0;
    const server = createServer(
      (_request, response) => void response.setHeader("access-control-allow-origin", "*").end(String(asked++)),
    );
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    onTestFinished(() => void server.close().closeAllConnections());
    const outcome = await page.evaluate(
      async (url) => {
        const image = await new Promise((done) =>
          Object.assign(new Image(), { onload: () => done("loaded"), onerror: () => done("stopped"), src: url }),
        );
        const fetched = await fetch(url).then(
          () => "loaded",
          () => "stopped",
        );
        return { image, fetched };
      },
      `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    );
    expect([outcome, asked]).toEqual([{ image: "stopped", fetched: "stopped" }, 0]);
  });

  test("shows the services by their Korean names", async () => {
    const { page } = opened();
    const headings = await page.getByRole("heading").allTextContents();
    for (const { name, "x-displayName": displayName } of tags) {
      expect(headings.map((heading) => heading.trim())).toContain(displayName);
      expect(await page.getByText(name, { exact: true }).count()).toBe(0);
    }
  });

  test("has no English label", async () => {
    const english =
      /\b(Overview|License|Servers|Operations|Request|Responses?|Payload|Security|Body|Enum|required|Show|Hide|Copy|Search|Collapse|Expand|Download)\b/;
    const text = await opened().page.locator("#redoc").innerText();
    expect(text.split("\n").filter((line) => english.test(line))).toEqual([]);
  });

  test("opens no search of its own", async () => {
    const { page } = opened();
    await page.keyboard.press("Control+k");
    expect(await page.getByRole("textbox").count()).toBe(0);
  });

  test("has an anchor for every operation and field, each once", async () => {
    const ids = await opened().page.evaluate(() => [...document.querySelectorAll("[id]")].map((element) => element.id));
    for (const anchor of anchors) expect(ids).toContain(anchor);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("on paper is black on white, whatever the screen was", async () => {
    const { page } = opened();
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    onTestFinished(() => page.emulateMedia({ media: "screen" }));
    const heading = page.getByRole("heading", { level: 1 });
    expect(await heading.evaluate((element) => getComputedStyle(element).color)).toBe("rgb(0, 0, 0)");
    expect(
      await page.evaluate(() =>
        [document.documentElement, document.body].map((element) => getComputedStyle(element).backgroundColor),
      ),
    ).toEqual(["rgb(255, 255, 255)", "rgb(255, 255, 255)"]);
  });

  test("leads to the operation of a link, however it is written", async () => {
    const { page } = opened();
    for (const hash of [`#/${anchors.at(-1)}`, `#${anchors[0]}`]) {
      await page.evaluate((to) => location.assign(to), hash);
      await expect.poll(offset(page, hash.replace(/^#\/?/, ""))).toBeLessThan(120);
    }
  });

  test.each(looks.slice(0, 1))(
    "is as wide as the window and accessible at $width px, $colorScheme",
    async ({ width, colorScheme, rules }) => {
      const { page } = opened();
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ media: "screen", colorScheme });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await violations(page, rules)).toEqual([]);
    },
  );
});
