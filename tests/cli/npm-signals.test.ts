import { expect, test } from "vitest";
import { isOpen, startNpm } from "../support/npm-process.ts";

const proxied = ["--upstream", "https://127.0.0.1"];

test.each([
  ["start", "SIGTERM", []],
  ["start", "SIGINT", []],
  ["proxy", "SIGTERM", proxied],
  ["proxy", "SIGINT", proxied],
] as const)("npm run %s ends with npm, whose shell does not pass %s on", async (script, signal, options) => {
  const { url, kill } = await startNpm("npm", ["run", script, "--", "--port", "0", "--quiet", ...options]);
  expect(await isOpen(url)).toBe(true);
  kill(signal);
  await expect.poll(() => isOpen(url)).toBe(false);
});
