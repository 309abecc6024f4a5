import { availableParallelism } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { root } from "../../scripts/lib/paths.ts";
import { MatrixReporter } from "./matrix.ts";

export default defineConfig({
  root,
  test: {
    include: ["tests/consumers/*.test.ts"],
    globalSetup: join(import.meta.dirname, "setup.ts"),
    reporters: ["default", new MatrixReporter()],
    // The work is done by compilers and programs in processes of their own: as many at a time as there are cores.
    maxWorkers: 1,
    sequence: { concurrent: true },
    maxConcurrency: availableParallelism(),
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
