import { withObject } from "../../client/particles.ts";

// Data files.
export const notData = (file: string): string =>
  `${file}: 샌드박스의 데이터 파일이 아니므로 열지 않았습니다. --data에 샌드박스가 만든 파일이나 새 파일의 경로를 지정하십시오.`;
export const newerData = (file: string, version: number, newest: number): string =>
  `${file}: 더 새로운 버전(${version})의 샌드박스에서 만든 데이터 파일이므로 열지 않았습니다. 이 샌드박스는 버전 ${newest}까지 읽을 수 있습니다. 샌드박스를 새 버전으로 바꾸거나 다른 파일을 지정하십시오.`;
export const noFolder = (file: string, folder: string): string =>
  `${file}: ${folder} 폴더가 없어 데이터 파일을 만들 수 없습니다. 폴더를 먼저 만들거나 다른 경로를 지정하십시오.`;
export const isFolder = (file: string): string =>
  `${file}: 폴더이므로 데이터 파일로 사용할 수 없습니다. 폴더 안의 파일 이름까지 지정하십시오.`;
export const unfinishedData = (file: string): string =>
  `${file}: 데이터 파일에 쓸 수 없고, 마지막 변경 내용이 ${file}-wal 파일에 남아 있어 열지 않았습니다. 두 파일에 쓰기 권한을 주고 샌드박스를 다시 실행하십시오.`;
export const otherProcess = "다른 프로세스";
export const processSince = (pid: number, since: string): string => `프로세스 ${pid}(${since}부터)`;
export const heldData = (file: string, holder: string): string =>
  `${file}: 다른 샌드박스(${holder})에서 사용 중인 데이터 파일입니다. 그 샌드박스를 종료하거나 다른 파일을 지정하십시오.`;
export const brokenData = "파일이 손상되었습니다. 백업한 파일로 바꾸거나 새 파일을 지정하십시오.";
export const noSpace = "디스크에 남은 공간이 없습니다. 공간을 확보하고 샌드박스를 다시 실행하십시오.";
export const checkPermissions = "폴더가 있는지, 파일과 폴더를 읽고 쓸 권한이 있는지 확인하십시오.";
export const cannotOpen = (file: string, reason: string): string => `${file}: 데이터 파일을 열 수 없습니다. ${reason}`;
export const closed = "샌드박스가 종료되었습니다. 종료하기 전에 호출하십시오.";
export const readOnly =
  "데이터 파일에 쓸 수 없어 변경할 수 없습니다. 파일과 폴더의 쓰기 권한을 확인하고 샌드박스를 다시 실행하십시오.";
export const deviceFailed =
  "데이터 파일을 읽거나 쓰는 중에 장치 오류가 발생해 변경하지 않았습니다. 디스크를 확인하고 다시 시도하십시오.";
export const diskFull = "디스크에 남은 공간이 없어 변경하지 않았습니다. 공간을 확보하고 다시 시도하십시오.";
export const statisticsUnkept = "주의: 통계를 데이터 파일에 쓰지 못해 메모리에만 보관합니다.";

// Apps.
export const secretUnserved = "서비스 중인 앱의 시크릿 키만 조회할 수 있습니다. 먼저 승인을 받으십시오.";
export const noApp = "없는 앱이거나 내가 만든 앱이 아닙니다. 앱 목록에서 다시 선택하십시오.";
export const appChanged = "그 사이에 앱이 변경되었습니다. 아래에 입력한 내용을 확인하고 다시 저장하십시오.";
export const appWithoutApi = "사용할 API가 없습니다. 앱을 수정해 API를 하나 이상 선택하십시오.";
export const nothingToApprove = "승인받을 변경 내용이 없습니다. API나 플랜을 변경한 뒤에 요청하십시오.";
export const noApprover = "같은 기관의 승인자를 한 명 이상 선택하십시오.";
export const suspendReason = "이용을 정지하는 사유를 입력하십시오. 제휴사의 알림함에 표시됩니다.";
export const takenAppName = "같은 기관에 같은 이름의 앱이 있습니다. 다른 이름을 입력하십시오.";
export const unpublishedApi = "게시되지 않은 API는 선택할 수 없습니다. API를 다시 선택하십시오.";
export const choosePlan = (api: string | undefined): string => `'${api}' API에 사용할 플랜을 선택하십시오.`;
const because = (reason: string): string => (reason === "" ? "" : ` 사유: ${reason}`);
export const appMoved = (app: string, event: string, reason: string): string =>
  `'${app}' 앱이 ${event} 처리되었습니다.${because(reason)}`;

// APIs and plans.
export const takenApi = "이미 등록된 API입니다. 목록에서 상태를 확인하십시오.";
export const noApi = "없는 API입니다. 목록에서 다시 선택하십시오.";
export const takenPlanName = "같은 이름의 플랜이 이미 있습니다. 다른 이름을 입력하십시오.";

// Accounts and institutions.
export const takenInstitution = "같은 이름의 기관이 이미 있습니다. 다른 이름을 입력하십시오.";
export const chooseInstitution = "등록된 기관을 선택하십시오.";
export const otherInstitution = (role: string, kind: string): string =>
  `${role} 계정은 ${kind}에만 등록할 수 있습니다. ${withObject(kind)} 선택하십시오.`;
export const takenLogin = "이미 사용 중인 아이디입니다. 다른 아이디를 입력하십시오.";
export const noAccount = "없는 계정입니다. 목록에서 다시 선택하십시오.";
export const ownAccount = "자신의 계정은 정지할 수 없습니다. 다른 관리자에게 요청하십시오.";
export const accountMoved = (state: string): string => `계정이 '${state}' 상태로 변경되었습니다.`;

// Approvals.
export const notInState = (subject: string, state: string, event: string, possible: readonly string[]): string =>
  `${subject} '${state}' 상태이므로 ${event} 처리를 할 수 없습니다. ${possible.join(", ")} 상태일 때만 할 수 있습니다. 화면을 새로 고쳐 현재 상태를 확인하십시오.`;
export const noApproval = "없는 승인 요청입니다. 목록에서 다시 선택하십시오.";
export const approvalEnded = "이미 처리되었거나 취소된 요청입니다. 목록을 새로 고쳐 결과를 확인하십시오.";
export const notApprover = "이 단계의 승인자가 아니므로 처리할 수 없습니다. 지정된 승인자에게 요청하십시오.";
export const rejectReason = "반려 사유를 입력하십시오. 요청한 사람의 알림함에 표시됩니다.";
export const decided = (title: string, decision: string, reason: string): string =>
  `'${title}' 요청이 ${decision}되었습니다.${because(reason)}`;
export const waitsForYou = (title: string): string => `'${title}' 요청이 승인을 기다리고 있습니다.`;
export const noLine = "없는 승인 라인입니다. 목록에서 다시 선택하십시오.";
export const subjectGone = "승인할 대상이 삭제되었습니다. 목록을 새로 고치십시오.";

// Customers and scenarios.
export const noCustomer = "없는 고객입니다. 고객 목록에서 다시 선택하십시오.";
export const takenCustomer = "이 앱에 아이디가 같은 고객이 이미 있습니다. 다른 아이디를 입력하십시오.";
export const noScenario = "없는 응답정보입니다. 목록에서 다시 선택하십시오.";
export const takenScenario = "이 앱에 이름이 같은 응답정보가 이미 있습니다. 다른 이름을 입력하십시오.";
