import { join } from "node:path";
import { root } from "../lib/paths.ts";
import { licenseOf, licenseViolations } from "../publish/licenses/check.ts";
import { packageContents } from "../publish/package/contents.ts";
import { projectBom, withDependencies } from "../publish/sbom/bom.ts";
import { shippedRefs } from "../publish/sbom/package.ts";
import { type Call, npmScript, readArgs, runCommand } from "./command-line.ts";
import { groupBy } from "../lib/group-by.ts";
import { print, printError } from "../lib/print.ts";
import { verdicts } from "./messages.ts";

const usage = `사용법: npm run licenses

npm sbom이 나열하는 모든 패키지(이 프로젝트, 그리고 lockfile을 따로 둔 다음 폴더의 것)를 라이선스별로 표시하고 scripts/publish/licenses/allowed.yaml의 허용 목록과 비교합니다.
  tests/consumers/toolchain, tests/interop/toolchain, scripts/bench
허용되지 않은 것이 있으면 패키지, 라이선스, 의존하는 패키지를 알려 줍니다.

종료 코드: 0 정상, 1 허용되지 않은 라이선스 발견, 2 실행 실패`;

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
  const byLicense = groupBy(components.values(), (one) => licenseOf(one) ?? "(표시 없음)");
  for (const [license, those] of [...byLicense].sort(([, a], [, b]) => b.length - a.length)) {
    const refs = those.map((one) => one["bom-ref"]).sort();
    print(`${license}  ${those.length}개\n  ${refs.join(" ")}`);
  }
  print(`\n배포하는 패키지에 쓰이는 것: ${[...shipped].sort().join(" ")}`);
  const found = [...licenseViolations(own, shipped), ...others.flatMap((bom) => licenseViolations(bom, new Set()))];
  for (const { ref, reason, askedBy } of found) printError(verdicts.licenseRefused(ref, reason, askedBy));
  console[found.length > 0 ? "error" : "log"](
    found.length > 0 ? verdicts.licensesRefused : verdicts.licensesAllowed(components.size, byLicense.size),
  );
  return found.length === 0 ? 0 : 1;
}

if (import.meta.main) await runCommand(() => licenses(npmScript("npm run licenses --")));
