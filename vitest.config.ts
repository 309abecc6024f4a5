import { configDefaults, defineConfig } from "vitest/config";
import { hasChromium } from "./tests/support/chromium.ts";
import { canMount } from "./tests/support/small-disk.ts";
import { hasNamespaces } from "./tests/support/two-hosts.ts";

const browserTests = "tests/**/*.browser.test.ts";
const namespaceTests = "tests/**/*.namespace.test.ts";
const diskTests = "tests/**/*.disk.test.ts";
const consumerTests = ["tests/consumers/**", "tests/interop/**"];
/** Measures this process's memory. */
const memoryTests = "tests/client/hostile.test.ts";

if (!hasChromium) {
  console.warn(`\n주의: Chromium이 없어 ${browserTests}를 실행하지 않습니다. 설치: apt-get install chromium\n`);
}
if (!hasNamespaces) {
  console.warn(
    `\n주의: 네트워크 네임스페이스를 만들 수 없어 ${namespaceTests}를 실행하지 않습니다. unshare와 ip가 있고 네임스페이스를 허용하는 리눅스에서 실행됩니다. 설치: apt-get install iproute2\n`,
  );
}
if (!canMount) {
  console.warn(
    `\n주의: 작은 파일 시스템(tmpfs)을 마운트할 수 없어 ${diskTests}를 실행하지 않습니다. 디스크가 가득 찼을 때의 시험이며, 마운트 권한이 있는 리눅스에서 실행됩니다.\n`,
  );
}

export default defineConfig({
  test: {
    projects: [
      // Files share what they import, which is most of their time; what they change they restore.
      {
        extends: true,
        test: {
          name: "project",
          include: ["tests/**/*.test.ts"],
          exclude: [
            ...configDefaults.exclude,
            ...consumerTests,
            memoryTests,
            ...(hasChromium ? [] : [browserTests]),
            ...(hasNamespaces ? [] : [namespaceTests]),
            ...(canMount ? [] : [diskTests]),
          ],
          isolate: false,
        },
      },
      { extends: true, test: { name: "alone", include: [memoryTests] } },
    ],
    globalSetup: "tests/support/run-folder.ts",
    // Vitest leaves one core idle; on two that doubles the time.
    maxWorkers: "100%",
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // By default expect.poll gives up after a second, which a busy machine needs for a page.
    expect: { poll: { timeout: 20_000 } },
  },
});
