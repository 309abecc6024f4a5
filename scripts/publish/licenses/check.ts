import { join } from "node:path";
import { readDataFile } from "../../lib/read-data-file.ts";
import type { Bom, Component } from "../sbom/bom.ts";
import { licence } from "../messages.ts";

/** Where a package's code goes. */
type Scope = "package" | "tools";

/** allowed.yaml: why a licence is allowed, by where; and the licence of packages whose lockfile entry has none, by name and version. */
interface Allowed extends Record<Scope, Record<string, string>> {
  undeclared: Record<string, string>;
}

/** A dependency whose licence is not allowed. */
interface LicenseViolation {
  /** Its name and version. */
  ref: string;
  /** A sentence in Korean. */
  reason: string;
  /** Packages that ask for it, by name and version. */
  askedBy: string[];
}

const allowed = readDataFile(join(import.meta.dirname, "allowed.yaml")) as Allowed;

/** A package's licence: an SPDX name or expression; undefined where it declares none. */
export function licenseOf({ "bom-ref": ref, licenses }: Component): string | undefined {
  const [declared] = licenses ?? [];
  if (declared === undefined) return allowed.undeclared[ref];
  return "expression" in declared ? declared.expression.replace(/^\((.*)\)$/, "$1") : declared.license.id;
}

/**
 * Finds the packages whose licence is not allowed where they are used.
 *
 * @param shipped the references of the packages that the published package depends on or carries
 */
export function licenseViolations({ components, dependencies }: Bom, shipped: ReadonlySet<string>): LicenseViolation[] {
  return components.flatMap((component): LicenseViolation[] => {
    const ref = component["bom-ref"];
    const reason = whyNot(licenseOf(component), shipped.has(ref));
    if (reason === undefined) return [];
    const askedBy = dependencies.filter(({ dependsOn }) => dependsOn.includes(ref)).map((one) => one.ref);
    return [{ ref, reason, askedBy }];
  });
}

function whyNot(license: string | undefined, isShipped: boolean): string | undefined {
  if (license === undefined) return licence.undeclared;
  if (Object.hasOwn(allowed.package, license)) return undefined;
  if (!Object.hasOwn(allowed.tools, license)) return licence.unknown(license);
  return isShipped ? licence.toolsOnly(license) : undefined;
}
