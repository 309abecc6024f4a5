import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import type { Bom } from "./bom.ts";

/** The official schemas, as CycloneDX's own library carries them. */
const schemaDir = join(
  dirname(createRequire(import.meta.url).resolve("@cyclonedx/cyclonedx-library/package.json")),
  "res/schema",
);

/**
 * Checks a document against CycloneDX's schema of its version.
 *
 * @throws {Error} with what the schema complains of: npm or this code has made a wrong document
 */
export function checkBom(bom: Bom): void {
  // The schema refers to the other two by their names in this folder.
  const schemas = Object.fromEntries(
    ["spdx", "jsf-0.82"].map((name) => [`http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`, schema(name)]),
  );
  const ajv = new Ajv({ strict: false, validateFormats: false, schemas });
  const isValid: boolean = ajv.validate(schema(`bom-${bom.specVersion}`), bom);
  if (!isValid) throw new Error(`not a CycloneDX ${bom.specVersion} document: ${ajv.errorsText()}`);
}

function schema(name: string): object {
  return JSON.parse(readFileSync(join(schemaDir, `${name}.SNAPSHOT.schema.json`), "utf8")) as object;
}
