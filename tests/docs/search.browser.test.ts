import { rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, inject, test } from "vitest";
import { replaceFiles } from "../../scripts/lib/write-files.ts";
import { looks, violations } from "../support/axe.ts";
import { useChromium, usePage } from "../support/browser.ts";
import { site } from "../support/site.ts";

const open = useChromium();

/** The site in a folder, as a person opens it from a disk. */
const folder = join(inject("runFolder"), "search-site");
await replaceFiles(folder, site);
const index = pathToFileURL(join(folder, "index.html")).href;

describe("the search dialog", () => {
  const opened = usePage(() => open(`${index}#search`));
  const parts = () => {
    const { page } = opened();
    return {
      page,
      dialog: page.getByRole("dialog", { name: "검색" }),
      input: page.getByRole("combobox", { name: "검색어" }),
      options: page.getByRole("listbox", { name: "검색 결과" }).getByRole("option"),
      status: page.locator("#search-status"),
    };
  };

  test("opens by its link, loads the index of its folder alone, and marks what it finds", async () => {
    const { page, dialog, input, options } = parts();
    await dialog.waitFor();
    await input.fill("ㄷㅊㅎㄷ");
    await options.first().waitFor();
    expect(await options.first().locator("mark").first().textContent()).toBe("대출한도");
    const { requests, complaints } = opened();
    expect(requests.filter((url) => !url.startsWith("data:") && !url.startsWith(pathToFileURL(folder).href))).toEqual(
      [],
    );
    expect(complaints).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await dialog.isVisible()).toBe(false);
  });

  test("goes by keyboard: Ctrl+K, arrows, Enter; / opens", async () => {
    const { page, dialog, input } = parts();
    await page.keyboard.press("Control+k");
    await input.fill("syscd031");
    const selected = page.getByRole("listbox", { name: "검색 결과" }).getByRole("option", { selected: true });
    const first = await selected.getAttribute("href");
    await page.keyboard.press("ArrowDown");
    const second = await selected.getAttribute("href");
    expect(second).not.toBe(first);
    expect(await input.getAttribute("aria-activedescendant")).toBe(await selected.getAttribute("id"));
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/${second}`);
    await page.keyboard.press("/");
    await dialog.waitFor();
    await page.keyboard.press("Escape");
  });

  test("leaves Enter to the input method while Hangul is composed", async () => {
    const { page, dialog, input, options } = parts();
    await page.keyboard.press("Control+k");
    await input.fill("한도");
    await options.first().waitFor();
    await input.evaluate((field) =>
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true })),
    );
    expect(await dialog.isVisible()).toBe(true);
    await page.keyboard.press("Escape");
  });

  test("says what to try where it finds nothing, and what it left out", async () => {
    const { page, input, options, status } = parts();
    await page.keyboard.press("Control+k");
    await input.fill("블록체인");
    expect(await status.textContent()).toContain("찾은 것이 없습니다.");
    expect([await options.count(), await input.getAttribute("aria-expanded")]).toEqual([0, "false"]);
    await input.fill("한도 블록체인");
    expect(await status.textContent()).toContain("찾지 못해 빼고 찾았습니다: 블록체인");
    expect(await input.getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("Escape");
  });
});

test("says which file is missing where the index cannot be loaded", async () => {
  const bare = join(inject("runFolder"), "search-site-without-index");
  await replaceFiles(bare, site);
  rmSync(join(bare, "assets/search-index.js"));
  const { page } = await open(`${pathToFileURL(join(bare, "index.html")).href}#search`);
  await page.getByText("assets/search-index.js").waitFor();
});

describe("to whoever sees and uses it otherwise", () => {
  const opened = usePage(() => open(`${index}#search`, { bypassCSP: true }));

  test.each(looks)("it is accessible and no wider than the window at $width px, $colorScheme", async (look) => {
    const { page } = opened();
    await page.setViewportSize({ width: look.width, height: 900 });
    await page.emulateMedia({ media: "screen", colorScheme: look.colorScheme });
    await page.getByRole("combobox", { name: "검색어" }).fill("한도");
    await page.getByRole("listbox", { name: "검색 결과" }).getByRole("option").first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await violations(page, look.rules, ["best-practice"])).toEqual([]);
    expect(await page.getByRole("button", { name: "닫기" }).isVisible()).toBe(true);
  });
});
