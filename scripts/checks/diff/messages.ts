import { inPreparation } from "./changelog.ts";

/** Why a commit cannot be compared, and what to do. */
export const refusal = {
  range: (ref: string): string =>
    `REF에는 범위가 아니라 커밋, 브랜치, 태그 하나를 지정하십시오. 입력한 값: "${ref}". 언제나 작업 폴더와 비교합니다.`,
  unknownRef: (ref: string, advice: string): string => `git에 없는 이름입니다: "${ref}". ${advice}`,
  noSpec: (ref: string, folder: string): string =>
    `"${ref}"에는 ${folder} 폴더가 없습니다. 명세가 있는 커밋이나 태그를 지정하십시오.`,
  partialClone: (ref: string): string =>
    `"${ref}"의 파일이 이 저장소에 없고 원격에서 받을 수도 없습니다(git clone --filter로 일부만 내려받은 저장소). 원격에 연결할 수 있는 곳에서 다시 실행하거나 git fetch --refetch --no-filter origin으로 모두 받으십시오.`,
  noGit: "git이 없습니다. git을 설치한 뒤 다시 실행하십시오.",
  noRepository: (stderr: string): string =>
    `이 폴더는 git 저장소가 아닙니다. git clone으로 내려받은 폴더에서 실행하십시오. ${stderr}`,
  gitFailed: (command: string, stderr: string): string => `${command} 명령이 실패했습니다. ${stderr}`,
  notBundled: (ref: string, why: string): string => `"${ref}"의 ${why}\n명세를 묶을 수 있는 다른 커밋과 비교하십시오.`,
};

/** How a commit that is not here is fetched. */
export const advice = {
  noCommit: "아직 커밋이 하나도 없는 저장소입니다. 비교할 명세를 먼저 커밋하십시오.",
  shallow:
    "일부 이력만 내려받은 저장소이므로 git fetch --unshallow를 실행하거나 git fetch origin으로 그 브랜치를 받으십시오.",
  fetch: "이름을 확인하거나, 원격에 있으면 git fetch origin으로 받으십시오.",
};

/** What the reports say beside the changes. */
export const verdicts = {
  nothingChanged: "바뀐 것이 없습니다.",
  unexplained: (count: number): string => `설명이 없는 호환되지 않는 변경이 ${count}건 있습니다.`,
  addLines: (heading: string | undefined): string =>
    heading === undefined
      ? `CHANGELOG.md 맨 위에 \`## 다음 버전 (${inPreparation})\` 절을 만들고 그 아래에 다음 줄을 붙여 넣으십시오.`
      : `CHANGELOG.md의 \`${heading}\` 아래에 다음 줄을 붙여 넣으십시오.`,
  addLinesInPreparation: "CHANGELOG.md의 준비 중인 절에 다음 줄을 붙여 넣으십시오.",
  addLine: (line: string): string => `설명이 없습니다. CHANGELOG.md에 붙여 넣을 줄: ${line}`,
};
