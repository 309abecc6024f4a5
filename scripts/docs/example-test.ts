import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../lib/paths.ts";

/** A test file of the examples, from the repository's folder. It is run from the packed package. */
export const exampleTestFile = "examples/vitest/test/loan-limit.test.ts";

/** Its text. The package carries it in the docs' code. */
export const exampleTest: string = readFileSync(join(root, exampleTestFile), "utf8").trimEnd();
