import { join, relative } from "node:path";
import { readArgs, runCommand } from "./command-line.ts";
import { lockedPackages, lockedProject } from "../publish/lockfile.ts";
import { root } from "../lib/paths.ts";
import { packageContents } from "../publish/package/contents.ts";
import { licenseOf, refusals, withDependencies } from "../publish/licenses/check.ts";

const usage = `사용법: npm run licenses

package-lock.json과 tests/consumers/toolchain/package-lock.json의 모든 패키지를 라이선스별로 표시하고 scripts/publish/licenses/allowed.yaml의 허용 목록과 비교합니다.
허용되지 않은 것이 있으면 패키지, 라이선스, 의존하는 패키지를 알리고 종료 코드 1로 끝납니다.`;

/** Folders with a lockfile: the project, and the tools of npm run test:package. */
const projects = [root, join(root, "tests/consumers/toolchain")];

await runCommand(async () => {
  readArgs(usage, {});
  const { dependencies, bundled } = await packageContents();
  const shipped = new Set([...withDependencies(lockedPackages(root), dependencies), ...bundled.map((one) => one.name)]);
  const byLicense = Map.groupBy(projects.flatMap(lockedPackages), (one) => licenseOf(one) ?? "(밝히지 않음)");
  for (const [license, those] of [...byLicense].sort(([, a], [, b]) => b.length - a.length)) {
    console.log(
      `${license}  ${those.length}개\n  ${[...new Set(those.map((one) => `${one.name}@${one.version}`))].sort().join(" ")}`,
    );
  }
  console.log(`\n배포하는 패키지에 쓰이는 것: ${[...shipped].sort().join(" ")}`);
  const found = projects.flatMap((dir) =>
    refusals(lockedPackages(dir), dir === root ? shipped : new Set(), lockedProject(dir)).map((refusal) => ({
      ...refusal,
      dir,
    })),
  );
  for (const {
    found: { name: of, version, folder },
    reason,
    askedBy,
    dir,
  } of found) {
    console.error(
      `${of}@${version}(${join(relative(root, dir), folder)}): ${reason}. 의존하는 패키지: ${askedBy.join(", ") || "없음"}.`,
    );
  }
  if (found.length > 0)
    console.error(
      "다른 패키지로 바꾸거나, 본문을 검토하고 scripts/publish/licenses/allowed.yaml에 허용하는 이유와 함께 더하십시오.",
    );
  else
    console.log(
      `licenses: 패키지 ${[...byLicense.values()].flat().length}개의 라이선스 ${byLicense.size}종이 모두 허용 목록에 있습니다.`,
    );
  return found.length === 0 ? 0 : 1;
});
