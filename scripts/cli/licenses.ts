import { join } from "node:path";
import { root } from "../lib/paths.ts";
import { licenseOf, licenseViolations } from "../publish/licenses/check.ts";
import { packageContents } from "../publish/package/contents.ts";
import { projectBom, withDependencies } from "../publish/sbom/bom.ts";
import { shippedRefs } from "../publish/sbom/package.ts";
import { type Call, npmScript, readArgs, runCommand } from "./command-line.ts";
import { groupBy } from "../lib/group-by.ts";
import { print, printError } from "../lib/print.ts";

const usage = `사용법: npm run licenses

npm sbom이 나열하는 모든 패키지(이 프로젝트, 그리고 lockfile을 따로 둔 다음 폴더의 것)를 라이선스별로 표시하고 scripts/publish/licenses/allowed.yaml의 허용 목록과 비교합니다.
  tests/consumers/toolchain, tests/interop/toolchain, scripts/bench
허용되지 않은 것이 있으면 패키지, 라이선스, 의존하는 패키지를 알리고 종료 코드 1로 끝납니다.`;

/** Folders with a lockfile of their own, whose packages are never published. */
const otherProjects = ["tests/consumers/toolchain", "tests/interop/toolchain", "scripts/bench"];

/** Lists the packages by licence, and refuses those whose licence is not allowed. */
export async function licenses(call: Call): Promise<number> {
  readArgs(usage, {}, call.args);
  const [contents, own, ...others] = await Promise.all([
    packageContents(),
    projectBom(root),
    ...otherProjects.map((dir) => projectBom(join(root, dir))),
  ]);
  const { direct, bundled } = shippedRefs(own, contents);
  const shipped = new Set([...withDependencies(own, direct), ...bundled]);
  const components = new Map([own, ...others].flatMap((bom) => bom.components.map((one) => [one["bom-ref"], one])));
  const byLicense = groupBy(components.values(), (one) => licenseOf(one) ?? "(밝히지 않음)");
  for (const [license, those] of [...byLicense].sort(([, a], [, b]) => b.length - a.length)) {
    const refs = those.map((one) => one["bom-ref"]).sort();
    print(`${license}  ${those.length}개\n  ${refs.join(" ")}`);
  }
  print(`\n배포하는 패키지에 쓰이는 것: ${[...shipped].sort().join(" ")}`);
  const found = [...licenseViolations(own, shipped), ...others.flatMap((bom) => licenseViolations(bom, new Set()))];
  for (const { ref, reason, askedBy } of found)
    printError(`${ref}: ${reason}. 의존하는 패키지: ${askedBy.join(", ") || "없음"}.`);
  console[found.length > 0 ? "error" : "log"](
    found.length > 0
      ? "다른 패키지로 바꾸거나, 본문을 검토하고 scripts/publish/licenses/allowed.yaml에 허용하는 이유와 함께 더하십시오."
      : `licenses: 패키지 ${components.size}개의 라이선스 ${byLicense.size}종이 모두 허용 목록에 있습니다.`,
  );
  return found.length === 0 ? 0 : 1;
}

if (import.meta.main) await runCommand(() => licenses(npmScript("npm run licenses --")));
