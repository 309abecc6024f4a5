import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { root } from "../../scripts/lib/paths.ts";
import { MatrixReporter } from "../consumers/matrix.ts";

export default defineConfig({
  root,
  test: {
    include: ["tests/interop/*.test.ts"],
    globalSetup: join(import.meta.dirname, "setup.ts"),
    reporters: ["default", new MatrixReporter()],
    maxWorkers: 1,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
