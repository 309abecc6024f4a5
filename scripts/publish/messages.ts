import { inPreparation } from "../checks/diff/changelog.ts";

/** What npm, the package and the bill of materials are refused for. */
export const packaging = {
  npmFailed: (command: string, advice: string, stderr: string): string =>
    `npm ${command} 명령이 실패했습니다. ${advice}\n${stderr}`,
  npmMissing: "npm이 설치되어 있는지 확인하십시오.",
  lockfile: "package-lock.json이 package.json과 맞는지 npm ls로 확인하십시오.",
  foreign: (dir: string): string =>
    `${dir} 폴더에 이 명령이 만들지 않은 파일이 있어 아무것도 쓰지 않았습니다. 다른 폴더를 지정하십시오.`,
  unknownCode: (ref: string): string =>
    `배포하는 패키지에 package-lock.json에 없는 패키지의 코드가 들어 있습니다: ${ref}. npm ci로 다시 설치하십시오.`,
};

/** Why a licence is refused. */
export const licence = {
  undeclared: "라이선스가 SPDX 표현식으로 표시되어 있지 않습니다.",
  unknown: (license: string): string => `라이선스 ${license}: 허용 목록에 없습니다.`,
  toolsOnly: (license: string): string =>
    `라이선스 ${license}: 개발 도구에만 허용되며, 배포하는 패키지에는 허용되지 않습니다.`,
};

/** What a release is refused for before anything is compared. */
export const release = {
  missingFile: (path: string): string => `${path} 파일이 없습니다. git restore로 되살리십시오.`,
  unreadable: (path: string, name: string): string =>
    `마지막으로 배포한 파일을 읽을 수 없습니다: ${path}. git restore ${name} 명령으로 되살리십시오.`,
  nothingPrepared: `배포할 버전이 없습니다. CHANGELOG.md 맨 위에 \`## 버전 (${inPreparation})\` 절을 만드십시오.`,
  notGenerated: "generated/openapi.json이 spec/과 다릅니다. npm run generate를 실행하고 바뀐 파일을 함께 커밋하십시오.",
};

/** What the check of a release finds, and how to mend it. */
export const problem = {
  heading: (found: string | undefined): string =>
    `CHANGELOG.md의 첫 제목에서 버전과 상태를 읽을 수 없습니다. \`## 0.2.0 (${inPreparation})\`이나 \`## 0.2.0 (2026-11-22)\`처럼 작성하십시오. 지금 제목: ${found ?? "없음"}`,
  versions: (found: readonly [file: string, version: string | undefined][]): string =>
    [
      `버전이 서로 다릅니다: ${found.map(([file, version]) => `${file} ${version ?? "읽을 수 없음"}`).join(", ")}.`,
      "네 곳의 버전은 같아야 합니다. info.version을 고친 뒤 npm run generate를, package.json과 package-lock.json은 npm version 버전 --no-git-tag-version을 실행하십시오.",
    ].join("\n"),
  alreadyReleased: (last: string, version: string): string =>
    `마지막으로 배포한 버전은 ${last}인데(generated/released.json) CHANGELOG.md의 첫 제목은 배포한 버전 ${version}입니다. \`## ${version} (${inPreparation})\` 제목으로 되돌리십시오. 날짜는 npm run release가 입력합니다.`,
  tooLow: (version: string, last: string, least: string, changes: { breaking: number; all: number }): string =>
    `버전 ${version}: ${
      changes.breaking > 0
        ? `마지막으로 배포한 ${last}에서 호환되지 않는 변경이 ${changes.breaking}건 있으므로`
        : changes.all > 0
          ? `마지막으로 배포한 ${last}에서 명세의 변경이 ${changes.all}건 있으므로`
          : `마지막으로 배포한 버전이 ${last}이므로`
    } ${least} 이상이어야 합니다. info.version, package.json, package-lock.json, CHANGELOG.md의 버전을 올리십시오.`,
  untold: (last: string, count: number): string =>
    `마지막으로 배포한 ${last}에서 바뀌었지만 CHANGELOG.md에 줄이 없는 것이 ${count}건 있습니다.`,
  addLines: (heading: string): string =>
    `\nCHANGELOG.md의 \`${heading}\` 아래에 다음 줄을 붙여 넣으십시오. 여러 변경을 한 줄로 합쳐도 됩니다.`,
  addSection: (released: string, next: string): string =>
    `\n${released} 버전은 이미 배포했습니다. CHANGELOG.md 맨 위에 \`## ${next} (${inPreparation})\` 절을 만들고 네 곳의 버전을 올린 뒤 그 아래에 다음 줄을 붙여 넣으십시오. 여러 변경을 한 줄로 합쳐도 됩니다.`,
};
