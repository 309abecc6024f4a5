import { inPreparation } from "../../checks/diff/changelog.ts";
import { manifest } from "../../lib/manifest.ts";
import { shellPath } from "../../lib/shell.ts";
import { UserError } from "../../lib/user-error.ts";
import { releasedFile, releasedSourceFile } from "../../lib/paths.ts";
import { changelogFile, inProject, type State } from "./state.ts";
import { release } from "../messages.ts";

/** Stands in the files of the released spec in place of what `npm run generate` writes there. */
const releaseMarker = "npm run release. 직접 수정하지 마십시오.";

/**
 * The files that a release writes, by path.
 *
 * @param day YYYY-MM-DD
 * @throws {UserError} when no version is in preparation, or generated/ is not what the spec gives
 */
export function releaseFiles(
  { project, section, changelog, current, currentSource, isGenerated }: State,
  day: string,
): Map<string, string> {
  if (section?.state !== inPreparation) throw new UserError(release.nothingPrepared);
  if (!isGenerated) throw new UserError(release.notGenerated);
  return new Map([
    [inProject(project, changelogFile), changelog.replace(section.heading, `## ${section.version} (${day})`)],
    [inProject(project, releasedFile), `${JSON.stringify({ ...current, "x-generated": releaseMarker }, null, 2)}\n`],
    [
      inProject(project, releasedSourceFile),
      `${JSON.stringify({ "x-generated": releaseMarker, files: currentSource }, null, 2)}\n`,
    ],
  ]);
}

/**
 * What a person runs after a release has been written and packed; nothing here leaves the machine by itself.
 * npm signs where a package was built only for a project whose address its package.json tells, and only in CI.
 *
 * @param files their names in the project
 */
export function commandsFor(version: string, files: readonly string[]): string[] {
  const tarball = `generated/package/woori-openapi-${version}.tgz`;
  const publish =
    manifest().repository === undefined
      ? ["# package.json에 repository가 없어 출처 증명 없이 배포합니다.", `npm publish ${tarball}`]
      : [
          "# 다음 명령은 id-token: write 권한이 있는 GitHub Actions에서 실행합니다.",
          `npm publish --provenance ${tarball}`,
        ];
  return [
    "npm test",
    `git add ${files.map(shellPath).join(" ")}`,
    `git commit -m "Release ${version}"`,
    `git tag v${version}`,
    `git push origin HEAD v${version}`,
    ...publish,
  ];
}

/** Today in the calendar of this machine, YYYY-MM-DD. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
