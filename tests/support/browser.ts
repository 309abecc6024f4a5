import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { chromiumPath } from "./chromium.ts";

/**
 * Debian's Chromium without a window. It asks for updates of its components even with the switches that Playwright gives it against that;
 * here it finds no host but loopback (npm run verify:offline counts what it tries).
 */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ],
  });
}

/** What a page is opened with. */
export type TabOptions = Pick<
  BrowserContextOptions,
  "javaScriptEnabled" | "offline" | "bypassCSP" | "colorScheme" | "viewport"
>;

/**
 * Tabs for the tests of a file, which load page after page in them: a new tab is two processes and a script that starts
 * cold, most of the time of a test that reads. A test gets its tab empty, with nobody listening, and its window, media and
 * colours as asked for. There is one tab for each combination of the other options: a test holds one page of it at a time.
 */
export function useTabs(): (options?: TabOptions) => Promise<Page> {
  let browser: Browser;
  const tabs = new Map<string, Promise<Page>>();
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  return async ({ viewport = { width: 1280, height: 900 }, colorScheme = "light", ...context } = {}) => {
    const kind = JSON.stringify(context);
    tabs.set(kind, tabs.get(kind) ?? browser.newContext(context).then((own) => own.newPage()));
    const tab = await (tabs.get(kind) as Promise<Page>);
    onTestFinished(async () => {
      await tab.removeAllListeners(undefined, { behavior: "wait" });
      await tab.goto("about:blank");
    });
    if (viewport !== null) await tab.setViewportSize(viewport);
    await tab.emulateMedia({ media: null, colorScheme });
    return tab;
  };
}
