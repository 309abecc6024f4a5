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

async function linesOf(page: Page): Promise<string[]> {
  const text = await page.locator("#redoc").innerText();
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/** The page once its script has taken over. */
async function openAwake(url: string): ReturnType<typeof open> {
  const opened = await open(url);
  await opened.page.getByText("모두 접기").first().waitFor();
  return opened;
}

/** How far the element of an anchor is from the top of the window, in pixels. */
const offset = (page: Page, id: string) => () =>
  page.locator(`[id="${id}"]`).evaluate((element) => Math.abs(element.getBoundingClientRect().top));

describe("the reference page", () => {
  const awake = usePage(() => openAwake(file));
  const asleep = usePage(() => open(file, { javaScriptEnabled: false }));

  test("asks for itself only, and its policy stops anything else", async () => {
    const { page, requests, complaints } = awake();
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

  test("without script has every operation and field with its Korean name, and links that work", async () => {
    const { page } = asleep();
    const text = (await linesOf(page)).join("\n");
    for (const { path: at, operation } of operationsOf(api))
      for (const wanted of [operation.summary, at]) expect(text).toContain(wanted);
    for (const [name, schema] of Object.entries(api.components.schemas))
      // The bodies of errors are folded until they are asked for.
      for (const [code, field] of name.startsWith("Error") ? [] : Object.entries(schema.properties ?? {}))
        for (const wanted of [code, field.title ?? code]) expect(text).toContain(wanted);
    const last = operationsOf(api).at(-1);
    await page.getByRole("link", { name: last?.path ?? "" }).click();
    expect(decodeURI(new URL(page.url()).hash)).toBe(`#${anchors.at(-1)}`);
  });

  test("loses no line when the script takes over, and turns no label English", async () => {
    const after = await linesOf(awake().page);
    const kept = new Set(after);
    expect((await linesOf(asleep().page)).filter((line) => !kept.has(line))).toEqual([]);
    const english =
      /\b(Overview|License|Servers|Operations|Request|Responses?|Payload|Security|Body|Enum|required|Show|Hide|Copy|Search|Collapse|Expand|Download)\b/;
    expect(after.filter((line) => english.test(line))).toEqual([]);
  });

  test("opens no search of its own", async () => {
    const { page } = awake();
    await page.keyboard.press("Control+k");
    expect(await page.getByRole("textbox").count()).toBe(0);
  });

  test("has an anchor for every operation and field, each once", async () => {
    const ids = await awake().page.evaluate(() => [...document.querySelectorAll("[id]")].map((element) => element.id));
    for (const anchor of anchors) expect(ids).toContain(anchor);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("on paper is black on white, whatever the screen was", async () => {
    const { page } = awake();
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
    const { page } = awake();
    for (const hash of [`#/${anchors.at(-1)}`, `#${anchors[0]}`]) {
      await page.evaluate((to) => location.assign(to), hash);
      await expect.poll(offset(page, hash.replace(/^#\/?/, ""))).toBeLessThan(120);
    }
  });
});

describe("to whoever sees and uses it otherwise", () => {
  const id = "신용대출/getcreditloanbasicinfo/t=response&c=200&path=databody/ln_avl_am";
  const opened = usePage(() => openAwake(`${file}#/신용대출/getcreditloanbasicinfo#${id}`));

  test("it opens at the field that another page links to", async () => {
    await expect.poll(offset(opened().page, id)).toBeLessThan(200);
    expect(opened().complaints).toEqual([]);
  });

  test.each(looks)(
    "it is as wide as the window and accessible at $width px, $colorScheme",
    async ({ width, colorScheme, rules }) => {
      const { page } = opened();
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ media: "screen", colorScheme });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await violations(page, rules)).toEqual([]);
    },
  );
});
