import { type Browser, chromium } from "playwright-core";
import { chromiumPath } from "./chromium.ts";

/**
 * Debian's Chromium without a window. It asks for updates of its components even with the switches that Playwright gives it against that;
 * here it finds no host but loopback (npm run verify:offline counts what it tries).
 */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
  });
}
