import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
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

/** A page that is open, and what it asked for and complained of since it was opened. */
export interface Opened {
  page: Page;
  requests: string[];
  complaints: string[];
}

/** Opens pages for the tests of a file in one Chromium. */
export function useChromium(): (url: string, options?: BrowserContextOptions) => Promise<Opened> {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  return async (url, options = {}) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    const opened: Opened = { page, requests: [], complaints: [] };
    // The protocol's own log, which also holds what a policy or a missing network stopped.
    const network = await context.newCDPSession(page);
    await network.send("Network.enable");
    network.on("Network.requestWillBeSent", ({ request }) => void opened.requests.push(request.url));
    page.on("console", (message) => void (message.type() !== "info" && opened.complaints.push(message.text())));
    page.on("pageerror", (error) => void opened.complaints.push(error.message));
    await page.goto(url);
    return opened;
  };
}

/**
 * Opens a page once for the tests of a block, as opening is most of their time. Each sets what it needs of the window's
 * size, the media and the form it fills in.
 */
export function usePage(open: () => Promise<Opened>): () => Opened {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.page.context().close());
  return () => opened;
}
