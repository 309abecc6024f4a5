import { readFileSync } from "node:fs";
import { join } from "node:path";
import satisfies from "spdx-satisfies";
import { parse } from "yaml";
import { reachable } from "../reachable.ts";
import { askedName, type LockedPackage } from "../lockfile.ts";

/** Where a package's code goes. */
type Scope = "package" | "tools";

/** allowed.yaml: why a licence is allowed, by where; and the licence in the text of a package that declares none, by name and version. */
interface Allowed extends Record<Scope, Record<string, string>> {
  undeclared: Record<string, string>;
}

/** A package whose licence is not allowed. */
export interface Refusal {
  found: LockedPackage;
  /** In Korean. */
  reason: string;
  /** Packages that ask for it. */
  askedBy: string[];
}

const allowed = parse(readFileSync(join(import.meta.dirname, "allowed.yaml"), "utf8")) as Allowed;
const names: Record<Scope, string[]> = {
  package: Object.keys(allowed.package),
  tools: Object.keys({ ...allowed.package, ...allowed.tools }),
};

/** The licence that a package declares, or that was found in its text. */
export function licenseOf({ license, name, version }: LockedPackage): string | undefined {
  return license ?? allowed.undeclared[`${name}@${version}`];
}

/**
 * Finds the packages whose licence is not allowed where they are used.
 *
 * @param shipped the names of the packages that the published package depends on or carries
 * @param project its own name and the names it asks for
 */
export function refusals(
  packages: readonly LockedPackage[],
  shipped: ReadonlySet<string>,
  project: Pick<LockedPackage, "name" | "dependencies">,
): Refusal[] {
  return packages.flatMap((found): Refusal[] => {
    const scope = shipped.has(found.name) ? "package" : "tools";
    const reason = whyNot(licenseOf(found), scope);
    if (reason === undefined) return [];
    const askedBy = [project, ...packages]
      .filter(({ dependencies }) => dependencies.includes(askedName(found)))
      .map(({ name }) => name);
    return [{ found, reason, askedBy: [...new Set(askedBy)] }];
  });
}

/** The names of packages with all that they depend on in turn. */
export function withDependencies(packages: readonly LockedPackage[], ofThese: readonly string[]): Set<string> {
  return reachable(ofThese, (name) =>
    packages.filter((one) => one.name === name).flatMap(({ dependencies }) => dependencies),
  );
}

function whyNot(license: string | undefined, scope: Scope): string | undefined {
  if (license === undefined) return "라이선스를 밝히지 않았습니다";
  try {
    if (satisfies(license, names[scope])) return undefined;
  } catch {
    return `라이선스 "${license}"가 SPDX 표현식이 아닙니다`;
  }
  const where = satisfies(license, names.tools)
    ? "개발 도구에만 허용되며, 배포하는 패키지에는 허용되지 않습니다"
    : "허용 목록에 없습니다";
  return `라이선스 ${license}: ${where}`;
}
