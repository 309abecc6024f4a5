import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import { operationsOf } from "../../scripts/bundle/openapi.ts";
import { replaceFiles } from "../../scripts/lib/write-files.ts";
import { looks, violations } from "../support/axe.ts";
import { useChromium, usePage } from "../support/browser.ts";
import { api } from "../support/bundle.ts";
import { site } from "../support/site.ts";

const open = useChromium();

/** The site in a folder, as a person opens it from a disk. */
const folder = join(inject("runFolder"), "reference-site");
await replaceFiles(folder, site);
const [first = "", second = ""] = operationsOf(api).map(({ operation }) => operation.operationId);
const fileOf = (operationId: string, hash = ""): string =>
  pathToFileURL(join(folder, `op-${operationId}.html`)).href + hash;

describe("an operation's page", () => {
  const opened = usePage(() => open(fileOf(first)));

  test("shows the first status alone; arrows, Home and End move through the others and show them", async () => {
    const { page } = opened();
    const list = page.getByRole("tablist", { name: "상태 코드" });
    const tabs = list.getByRole("tab");
    const names = await tabs.allTextContents();
    const shown = (): Promise<string[]> =>
      page
        .locator(`#op-${first}-statuses > [role=tabpanel]:not([hidden])`)
        .evaluateAll((all) => all.map(({ id }) => id));
    const panelOf = (name = ""): string[] => [`op-${first}-${name}`];
    expect(await shown()).toEqual(panelOf(names[0]));
    await tabs.first().focus();
    for (const [key, name] of [
      ["ArrowRight", names[1]],
      ["End", names.at(-1)],
      ["ArrowRight", names[0]],
      ["ArrowLeft", names.at(-1)],
      ["Home", names[0]],
    ] as const) {
      await page.keyboard.press(key);
      expect([key, await shown(), await list.locator(":focus").textContent()]).toEqual([key, panelOf(name), name]);
      expect(await list.locator("[aria-selected=true]").allTextContents()).toEqual([name]);
      expect(await list.locator("[tabindex='0']").allTextContents()).toEqual([name]);
    }
  });

  test("shows one example of a body at a time, by its name", async () => {
    const { page } = opened();
    const panel = page.locator(`#op-${first}-200`);
    const select = panel.getByLabel("응답 예제");
    const before = await panel.locator("pre:visible").textContent();
    await select.selectOption({ index: 1 });
    expect(await panel.locator("pre:visible").count()).toBe(1);
    expect(await panel.locator("pre:visible").textContent()).not.toBe(before);
    expect(await panel.getByText("표시한 줄은").filter({ visible: true }).count()).toBe(1);
  });

  test("a link to a hidden status shows it, also without loading the page anew", async () => {
    const { page } = opened();
    for (const status of ["401", "200"]) {
      await page.evaluate((id) => location.assign(`#${id}`), `op-${first}-${status}`);
      const panel = page.locator(`#op-${first}-${status}`);
      await panel.waitFor({ state: "visible" });
      await expect.poll(() => panel.evaluate((one) => one.getBoundingClientRect().top < innerHeight)).toBe(true);
    }
  });

  test("the browser's own search finds what is hidden: nothing is out of the document", async () => {
    const hidden = opened().page.locator("[data-part][hidden]");
    expect(await hidden.evaluateAll((all) => all.every((one) => one.getAttribute("hidden") === "until-found"))).toBe(
      true,
    );
    await hidden.last().evaluate((one) => one.dispatchEvent(new Event("beforematch")));
    expect(await opened().page.locator(`#op-${first}-statuses > [role=tabpanel]:not([hidden])`).count()).toBe(1);
  });

  test("on paper everything is shown, and no control", async () => {
    const { page } = opened();
    await page.emulateMedia({ media: "print" });
    onTestFinished(() => page.emulateMedia({ media: "screen" }));
    const parts = page.locator("[data-part] pre, [data-part] :is(h3, h4)");
    expect(
      await parts.evaluateAll((all) => all.every((one) => one.checkVisibility({ contentVisibilityAuto: true }))),
    ).toBe(true);
    for (const control of [".tabs", ".choose"]) expect(await page.locator(control).first().isVisible()).toBe(false);
  });

  test("on a wide window the code stands beside the text, on a narrow one below", async () => {
    const { page } = opened();
    onTestFinished(() => page.setViewportSize({ width: 1280, height: 900 }));
    const isBeside = (): Promise<boolean> =>
      page.evaluate((id) => {
        const [text, code] = ["request", "code"].map((part) => document.getElementById(`${id}-${part}`));
        return (code?.getBoundingClientRect().left ?? 0) > (text?.getBoundingClientRect().right ?? 0);
      }, `op-${first}`);
    for (const [width, wanted] of [
      [1440, true],
      [1200, true],
      [820, false],
      [390, false],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      expect([width, await isBeside()]).toEqual([width, wanted]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }
  });
});

test("the chosen language stays chosen on other pages; a link to another shows that and changes nothing", async () => {
  const { page } = await open(fileOf(first));
  const chosen = (): Promise<string | null> =>
    page.getByRole("tablist", { name: "언어" }).locator("[aria-selected=true]").textContent();
  await page.getByRole("tab", { name: "Python" }).click();
  await page.goto(fileOf(second));
  expect(await chosen()).toBe("Python");
  await page.goto(fileOf(first, `#op-${first}-curl`));
  expect(await chosen()).toBe("curl");
  await page.goto(fileOf(second));
  expect(await chosen()).toBe("Python");
});

test("a link to a status opens it when the page is loaded", async () => {
  const { page } = await open(fileOf(first, `#op-${first}-504`));
  await page.locator(`#op-${first}-504`).waitFor({ state: "visible" });
  expect(await page.getByRole("tab", { name: "504" }).getAttribute("aria-selected")).toBe("true");
});

test("without a script all parts are shown below each other, each with its heading", async () => {
  const { page } = await open(fileOf(first), { javaScriptEnabled: false });
  const headings = page.locator("[data-part] :is(h3, h4)");
  expect(await headings.count()).toBeGreaterThan(0);
  for (const one of [headings, page.locator("[data-part] pre")])
    for (const part of await one.all()) expect(await part.isVisible()).toBe(true);
  expect(await page.locator(".tabs, .choose").count()).toBe(0);
});

test.each(looks)("axe finds nothing at $width px, $colorScheme", async ({ width, colorScheme, rules }) => {
  const { page, complaints } = await open(fileOf(first), { viewport: { width, height: 900 }, colorScheme });
  // Before axe, which asks for the styles in a way that a page from a disk may not.
  expect(complaints).toEqual([]);
  expect(await violations(page, rules)).toEqual([]);
});
