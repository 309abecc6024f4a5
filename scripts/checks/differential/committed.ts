import { join } from "node:path";
import { readBundle } from "../../bundle/bundle-file.ts";
import { loadSpec } from "../../bundle/spec-files.ts";
import { bundleFile, generatedDir, specDir } from "../../lib/paths.ts";
import { type SpecUnderTest, specUnderTest } from "../contract/spec-under-test.ts";
import { type Implementations, openImplementations } from "./implementations.ts";

/** Opens the implementations of the bundle and the validators in generated/. */
export async function openCommitted(): Promise<{ spec: SpecUnderTest; implementations: Implementations }> {
  const spec = specUnderTest(await readBundle(bundleFile), loadSpec(specDir));
  return { spec, implementations: await openImplementations(spec, join(generatedDir, "validators.ts")) };
}
