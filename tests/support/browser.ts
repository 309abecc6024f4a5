import { type Browser, chromium } from "playwright-core";
import { chromiumPath } from "./chromium.ts";

/** Debian's Chromium without a window. It reaches for nothing by itself. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
}
