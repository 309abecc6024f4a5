import { expect, test } from "vitest";
import { isOpen, startNpm } from "../support/npm-process.ts";

// SIGINT to npm alone is out of reach: the shell keeps it until its command ends. Ctrl+C reaches all three.
test.each([
  ["start", []],
  ["proxy", ["--upstream", "https://127.0.0.1"]],
])("npm run %s ends with npm, whose shell does not pass SIGTERM on", async (script, options) => {
  const { url, kill } = await startNpm("npm", ["run", script, "--", "--port", "0", "--quiet", ...options]);
  expect(await isOpen(url)).toBe(true);
  kill("SIGTERM");
  await expect.poll(() => isOpen(url)).toBe(false);
});
