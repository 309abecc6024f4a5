/** What commands say of the arguments they are called with. */
export const argument = {
  unreadable: (why: string): string => `인자를 읽을 수 없습니다. ${why}`,
  unknownOption: (name: string, advice: string): string => `알 수 없는 옵션입니다: ${name}.${advice}`,
  unexpected: (name: string): string => `이 명령에 지정할 수 없는 인자입니다: ${name}. 인자를 지우십시오.`,
  wrongCount: (names: string, given: string): string =>
    `다음 인자를 순서대로 입력하십시오: ${names}. 입력한 값: ${given || "없음"}.`,
  optionValue: (name: string): string => `${name} 옵션의 값을 확인하십시오.`,
  needs: (option: string, other: string): string => `${option} 옵션은 ${other} 옵션과 함께 지정하십시오.`,
  excludes: (option: string, others: string): string => `${option} 옵션은 ${others} 옵션과 함께 지정할 수 없습니다.`,
  noCommand: "명령을 입력하십시오.",
  unknownCommand: (name: string, advice: string): string => `없는 명령입니다: ${name}.${advice}`,
  unknownExport: (name: string, advice: string): string =>
    `${name}: 없는 이름입니다.${advice} 사용할 수 있는 이름은 다음과 같습니다.`,
  likelyExports: (names: readonly string[]): string => ` 다음 가운데 하나인지 확인하십시오: ${names.join(", ")}.`,
  outFolder: "--out에 폴더를 지정하십시오.",
  outFileOrFolder: "--out에 파일이나 폴더를 지정하십시오.",
  outFolderFor: (what: string, example: string): string => `--out에 ${what} 폴더를 지정하십시오. 예: ${example}`,
  exportIsFolder: (name: string, example: string): string =>
    `${name}: 파일이 여러 개인 폴더입니다. --out에 폴더를 지정하십시오. 예: ${example}`,
  upstream: "--upstream에 요청을 전달할 서버의 주소를 지정하십시오.",
  record: "--record에 응답정보를 저장할 폴더를 지정하십시오.",
  date: (given: string): string => `--date에는 달력에 있는 날(YYYY-MM-DD)을 지정하십시오. 입력한 값: "${given}"`,
  unreadableFile: (option: string, file: string): string =>
    `${option}: ${file || '""'} 파일을 읽을 수 없습니다. 경로와 권한을 확인하십시오.`,
  noDocument: (problem: string): string => `${problem} OpenAPI 문서의 경로를 지정하십시오.`,
};

/** How commands tell of an error. */
export const failure = {
  known: (message: string): string => `오류: ${message}`,
  unforeseen: (kind: string, debugOption: string | undefined): string =>
    `오류: 예상하지 못한 오류(${kind || "이름 없음"})로 종료되었습니다. ${
      debugOption === undefined
        ? "다음 줄을 저장소의 관리자에게 전달해 주십시오."
        : `${debugOption} 옵션을 더해 다시 실행하면 오류가 난 자리가 표시됩니다. 그 줄을 저장소의 관리자에게 전달해 주십시오.`
    }`,
  git: (command: string, stderr: string): string =>
    `git ${command} 명령이 실패했습니다. 커밋하는 저장소를 확인하십시오.\n${stderr}`,
};

/** What commands say while they work; shown at a terminal only. */
export const progress = {
  lint: "lint: 원문 추적, 구조, 규칙, 용어를 검사하는 중입니다…",
  lintFile: "lint: 구조와 규칙을 검사하는 중입니다…",
  diff: "diff: 두 명세를 묶어 비교하는 중입니다…",
  diffFiles: "diff: 두 문서를 비교하는 중입니다…",
  docs: "docs: 사이트를 만드는 중입니다…",
  package: "package: 컴파일하고 묶는 중입니다…",
  release: "release: 명세를 묶어 마지막 배포와 비교하는 중입니다…",
  sbom: "sbom: npm이 패키지를 나열하는 중입니다…",
  preCommit: "pre-commit: 스테이징한 내용을 검사하는 중입니다…",
};

/** What commands say of files. */
export const file = {
  foreign: (dir: string, files: readonly string[]): string =>
    `${dir} 폴더에 이 명령이 만들지 않은 파일이 있어 아무것도 쓰지 않았습니다: ${files.join(", ")}. 파일을 옮기거나 다른 이름을 지정하십시오.`,
  siteWritten: (dir: string, count: number, kibibytes: number): string =>
    `${dir}: 파일 ${count}개(${kibibytes}KiB)를 썼습니다.`,
  openInBrowser: (url: string): string => `브라우저에서 여십시오: ${url}`,
  upToDate: (count: number): string => `generated/의 파일 ${count}개가 spec/과 같습니다.`,
  outOfDate: "npm run generate를 실행하고 바뀐 파일을 함께 커밋하십시오. 생성 대상이 아닌 파일은 삭제하십시오.",
  dependency: (version: string): string =>
    `클라이언트의 의존성은 openapi-fetch 하나입니다. 프로젝트의 dependencies에 없으면 설치하십시오:\n  npm install --save-exact openapi-fetch@${version}`,
};

/** What commands say that serve until they are ended. */
export const serving = {
  stop: "종료하려면 Ctrl+C를 누르십시오.",
  docs: (url: string): string => `문서: ${url}/`,
  missedLines: (count: number): string =>
    `주의: 출력을 읽는 프로그램이 멈추어 있는 동안 ${count}줄을 표시하지 못했습니다.`,
  certificate: (path: string): string =>
    `인증서: ${path} (클라이언트의 ca, curl --cacert, NODE_EXTRA_CA_CERTS에 지정합니다. 종료할 때 삭제합니다.)`,
  certificateText: (pem: string): string =>
    `인증서를 파일로 쓸 수 없어 여기에 표시합니다. 클라이언트의 ca나 curl --cacert에 지정할 파일로 저장하십시오.\n${pem}`,
  exposed: "주의: 다른 기기에서도 접속할 수 있습니다. 실제 키와 개인정보를 보내지 마십시오.",
  readOnlyData:
    "주의: 데이터 파일에 쓸 수 없습니다. 게이트웨이는 파일에 있는 앱으로 응답하지만 포털의 변경과 통계는 보관하지 않습니다.",
  scenarioProblem: (text: string): string => `응답정보 파일에 문제가 있습니다.\n  ${text}`,
  scenarioNote: (text: string): string => `주의: ${text}`,
  scenariosRead: (customers: number, scenarios: number): string =>
    `고객 ${customers}명과 응답정보 ${scenarios}개를 읽었습니다.`,
  proxy: (url: string): string => `검증 프록시: ${url}`,
  proxyForwards: (upstream: string): string =>
    `받은 요청을 ${upstream} 서버에 그대로 전달하고, 명세와 다른 점을 알려 줍니다. 값은 표시하지 않습니다.`,
  proxyRecords: (dir: string): string => `${dir} 폴더에 응답정보를 기록합니다. 값은 형식이 같은 가짜 값으로 바꿉니다.`,
  proxyNext: (url: string): string =>
    `클라이언트의 baseUrl을 ${url} 주소로 바꾸십시오. Ctrl+C를 누르면 요약을 표시하고 종료합니다.`,
};

/** What the proxy says of its recording. */
export const recording = {
  written: (count: number, dir: string): string => `기록: 새 응답정보 ${count}건을 ${dir} 폴더에 썼습니다.`,
  known: (count: number): string => ` 이미 있는 것과 같은 ${count}건은 쓰지 않았습니다.`,
  unread: (count: number): string =>
    `  본문이 크거나 너무 깊이 중첩되었거나 압축을 풀 수 없어 ${count}건을 기록하지 못했습니다.`,
  failed: (count: number): string => `  파일을 쓸 수 없어 ${count}건을 기록하지 못했습니다.`,
  replay: (command: string): string => `서버 없이 다시 재생하려면 ${command} 명령을 실행하십시오.`,
};

/** What the commands say that check. */
export const verdicts = {
  failedChecks: (names: readonly string[]): string =>
    `\n통과하지 못한 검사: ${names.join(", ")}. 출력은 위에 있습니다.`,
  notCommitted:
    "pre-commit: 커밋하지 않았습니다. 작업 폴더가 아니라 스테이징한 내용을 검사했습니다. 고친 파일을 git add로 더한 뒤 다시 커밋하십시오.",
  skipHook: "건너뛰려면 git commit --no-verify를 사용하십시오. CI는 npm test로 같은 것을 다시 검사합니다.",
  released: (version: string, last: string, count: number): string =>
    `버전 ${version}: 마지막으로 배포한 ${last}에서 바뀐 ${count}건이 모두 CHANGELOG.md에 있습니다.`,
  licenseRefused: (ref: string, reason: string, askedBy: readonly string[]): string =>
    `${ref}: ${reason} 의존하는 패키지: ${askedBy.join(", ") || "없음"}.`,
  licensesRefused:
    "다른 패키지로 바꾸거나, 본문을 검토하고 scripts/publish/licenses/allowed.yaml에 허용하는 이유와 함께 더하십시오.",
  licensesAllowed: (packages: number, licenses: number): string =>
    `licenses: 패키지 ${packages}개의 라이선스 ${licenses}종이 모두 허용 목록에 있습니다.`,
  network:
    "루프백만 있는 네트워크 네임스페이스에서 실행합니다. 일부러 한 번 접속을 시도해 커널이 그 수를 세는 것을 확인했습니다.",
  attempts: (count: number, commands: number): string => `명령 ${commands}개의 외부 접속 시도: ${count}건`,
  findAttempts:
    "어느 프로그램의 시도인지 `strace -f -e trace=%net npm run …`으로 찾아 설정이나 실행 인자를 고치십시오.",
  failedCommands: (names: readonly string[]): string =>
    `실행에 실패한 명령: ${names.join(", ")}. 위의 출력을 보고 먼저 고치십시오.`,
};
