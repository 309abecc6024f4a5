import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** The rules that depend on the window's size or the colours. */
const ofLook = ["color-contrast", "target-size"];

/** What a page is looked at in: a wide window and a narrow one, either colour scheme. All rules run in the first. */
export const looks = [
  { width: 1280, colorScheme: "dark", rules: "all" },
  { width: 390, colorScheme: "light", rules: "of the look" },
] as const;

/**
 * What axe finds against WCAG 2.2 AA in a page as it is shown: for each rule that is broken, up to three places. Of
 * elements that are alike, as the rows of a table are, the page keeps three: axe looks at each, which takes most of its time.
 *
 * @param more further groups of rules, by axe's tags
 */
export async function violations(
  page: Page,
  rules: (typeof looks)[number]["rules"],
  more: readonly string[] = [],
): Promise<string[]> {
  await page.evaluate(keepThreeOfEachKind);
  await page.evaluate(axeSource);
  return page.evaluate(
    async (options) => {
      const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
      const result = await axe.run(document, options);
      return result.violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map(({ target, html }) => `${target.join(" ")} ${html.slice(0, 120)}`)
            .join(", ")}`,
      );
    },
    { runOnly: rules === "all" ? [...standards, ...more] : { type: "rule" as const, values: ofLook } },
  );
}

/** Runs in the page. */
function keepThreeOfEachKind(): void {
  const kinds = new Map<string, number>();
  for (const element of document.querySelectorAll("main *, #redoc *")) {
    if (/^(SECTION|H\d)$/.test(element.tagName) || element.parentElement === null) continue;
    kinds.clear();
    for (const child of [...element.children]) {
      const kind = `${child.tagName} ${child.getAttribute("class")}`;
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      if ((kinds.get(kind) ?? 0) > 3 && !child.querySelector("section")) child.remove();
    }
  }
}
