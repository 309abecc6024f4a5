import { existsSync } from "node:fs";

/** Debian's Chromium. Tests that need it are named *.browser.test.ts and stay out where there is none. */
export const chromiumPath = "/usr/bin/chromium";
export const hasChromium = existsSync(chromiumPath);
