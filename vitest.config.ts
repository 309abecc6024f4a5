import { configDefaults, defineConfig } from "vitest/config";
import { hasChromium } from "./tests/support/chromium.ts";

const browserTests = "tests/**/*.browser.test.ts";
const ruleTests = "tests/checks/lint/*.test.ts";
const serverTests = "tests/{sandbox,proxy,metamorphic}/*.test.ts";

if (!hasChromium) {
  console.warn(`\n주의: Chromium이 없어 ${browserTests}를 실행하지 않습니다. 설치: apt-get install chromium\n`);
}

export default defineConfig({
  test: {
    projects: [
      // Rules are functions of a document and keep nothing: their files share what they import, which is most of their time.
      { extends: true, test: { name: "rules", include: [ruleTests], isolate: false } },
      // So do those of the servers: each opens its own, and loading Prism takes longer than most tests.
      { extends: true, test: { name: "servers", include: [serverTests], isolate: false } },
      {
        extends: true,
        test: {
          name: "project",
          include: ["tests/**/*.test.ts"],
          exclude: [
            ...configDefaults.exclude,
            ruleTests,
            serverTests,
            "tests/consumers/**",
            ...(hasChromium ? [] : [browserTests]),
          ],
        },
      },
    ],
    globalSetup: "tests/support/run-folder.ts",
    // Vitest leaves one core idle; on two that doubles the time.
    maxWorkers: "100%",
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // By default expect.poll gives up after a second, which a busy machine needs for a page.
    expect: { poll: { timeout: 20_000 } },
  },
});
