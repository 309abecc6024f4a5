import { withObject, withTopic } from "../client/particles.ts";

// After something was done, by what a redirect says was done.
export const done = {
  "signed-up": "가입을 신청했습니다. 관리자가 승인하면 로그인할 수 있습니다.",
  "logged-out": "로그아웃했습니다.",
  saved: "저장했습니다.",
  requested: "승인을 요청했습니다. 승인 진행상황 조회에서 확인하십시오.",
  withdrawn: "승인 요청을 취소했습니다.",
  deleted: "삭제했습니다.",
  approved: "승인했습니다.",
  rejected: "반려했습니다.",
  rotated: "키를 다시 발급했습니다. 이전 키는 사용할 수 없습니다.",
  "token-revoked": "토큰을 폐기했습니다. 다음 요청부터 거부됩니다.",
  suspended: "이용을 정지했습니다. 다음 요청부터 거부됩니다.",
  resumed: "이용 정지를 해제했습니다. 다음 요청부터 허용됩니다.",
  "password-changed": "비밀번호를 변경했습니다. 다른 곳에서는 모두 로그아웃되었습니다.",
  stopped: "게시를 중지했습니다. 다음 요청부터 거부됩니다.",
  locked: "계정의 사용을 정지했습니다. 이 계정은 로그아웃되었으며 로그인할 수 없습니다.",
  unlocked: "계정의 사용 정지를 해제했습니다. 이 계정으로 로그인할 수 있습니다.",
} as const;

// Pages of one sentence.
export const noPage = "없는 주소입니다. 메뉴에서 화면을 다시 선택하십시오.";
export const foreignRequest = "다른 사이트에서 보낸 요청이므로 처리하지 않았습니다. 포털의 화면에서 다시 시도하십시오.";
export const failed =
  "포털에서 오류가 발생해 처리하지 않았습니다. 샌드박스를 실행한 터미널의 내용을 확인하고 다시 시도하십시오.";
export const otherRole = "이 계정의 역할로는 볼 수 없는 화면입니다. 메뉴에 있는 화면을 이용하십시오.";
export const tooLarge = "입력한 내용이 64KB를 넘어 저장하지 않았습니다. 줄여서 다시 입력하십시오.";
export const defect = "개발자 포털 내부 오류";

// Logging in, and signing up.
export const loginPaused = (seconds: number): string =>
  `비밀번호를 여러 번 틀려 잠시 로그인할 수 없습니다. ${seconds}초 뒤에 다시 시도하십시오.`;
export const passwordPaused = (seconds: number): string =>
  `비밀번호를 여러 번 틀려 잠시 확인할 수 없습니다. ${seconds}초 뒤에 다시 시도하십시오.`;
export const wrongPassword = "비밀번호가 맞지 않습니다. 확인하고 다시 입력하십시오.";
export const passwordLength = (name: string, least: number): string =>
  `${withTopic(name)} ${least}자 이상 200자 이하로 입력하십시오.`;
export const wrongLogin = "아이디나 비밀번호가 맞지 않습니다. 확인하고 다시 입력하십시오.";
export const waitsForAdmin = "가입 승인을 기다리는 계정입니다. 관리자가 승인하면 로그인할 수 있습니다.";
export const accountInState = (state: string): string =>
  `'${state}' 상태의 계정이므로 로그인할 수 없습니다. 관리자에게 문의하십시오.`;
export const demoPasswordElsewhere =
  "다른 기기에서도 접속할 수 있는 샌드박스에서는 데모 비밀번호로 로그인할 수 없습니다. 같은 데이터 파일(--data)로 샌드박스를 127.0.0.1에서 실행해 비밀번호를 먼저 변경하십시오.";
export const currentPassword = "현재 비밀번호를 입력하십시오.";
export const otherPassword = "두 비밀번호가 다릅니다. 같은 비밀번호를 입력하십시오.";
export const noAccount = "없는 계정입니다. 목록에서 다시 선택하십시오.";
export const chooseInstitution = "기관을 선택하십시오.";
export const badLogin =
  "아이디는 영문자로 시작해야 하며, 영문자, 숫자, 마침표, 밑줄, 붙임표만 사용해 4자 이상 40자 이하로 입력하십시오.";
export const signUpPaused = (seconds: number): string =>
  `가입을 여러 번 신청해 잠시 신청할 수 없습니다. ${seconds}초 뒤에 다시 시도하십시오.`;

// Logging in as a customer (OAuth).
export const defaultPasswordElsewhere =
  "다른 기기에서도 접속할 수 있는 샌드박스에서는 기본 비밀번호로 로그인할 수 없습니다. 고객의 비밀번호를 지정하십시오.";
export const wrongCustomer = "이 앱의 고객 아이디나 비밀번호가 맞지 않습니다. 확인하고 다시 입력하십시오.";
export const oauthDefect = "샌드박스 OAuth 내부 오류";
export const noClient =
  "client_id의 앱을 찾을 수 없습니다. 개발자 포털의 상세조회에서 앱 키를 확인하고, 앱이 서비스 중인지, 승인된 API가 있는지, OAuth Scope에 그 API가 있는지 확인하십시오.";
export const otherRedirect =
  "redirect_uri가 앱에 등록된 OAuth Callback URL과 다릅니다. 포트, 대소문자, 끝의 /, 쿼리까지 정확히 일치해야 합니다. 개발자 포털의 상세조회에서 등록된 주소를 확인하십시오.";
export const loginEnded = "로그인 화면이 만료되었거나 이미 사용되었습니다. 앱으로 돌아가 로그인을 다시 시작하십시오.";
export const foreignLogin =
  "다른 사이트에서 보냈거나 크기가 너무 큰 요청이므로 처리하지 않았습니다. 앱으로 돌아가 로그인을 다시 시작하십시오.";
export const noCallback =
  "OAuth Callback URL을 등록하지 않은 앱이므로 고객이 로그인할 수 없습니다. 개발자 포털에서 앱을 수정해 OAuth Callback URL을 입력하십시오.";
export const badAuthorization = "앱에서 보낸 요청을 처리할 수 없습니다. 앱 개발자는 아래 오류를 확인하십시오.";

// Fields of forms.
export const enter = (name: string): string => `${withObject(name)} 입력하십시오.`;
export const atMost = (name: string, most: number): string => `${withTopic(name)} ${most}자 이하로 입력하십시오.`;
export const controlCharacters = (name: string): string =>
  `${name}에 제어 문자나 깨진 문자가 있습니다. 지우고 다시 입력하십시오.`;
export const controlsOrBreaks = (name: string): string =>
  `${name}에 줄 바꿈, 제어 문자, 깨진 문자 가운데 하나가 있습니다. 지우고 다시 입력하십시오.`;
export const choose = (name: string): string => `${withObject(name)} 선택하십시오.`;
export const wholeNumber = (name: string, most: number): string =>
  `${name}에는 0부터 ${most.toLocaleString("ko")}까지의 정수를 입력하십시오.`;
export const changedMeanwhile = (what: string): string =>
  `그 사이에 ${what} 변경되었습니다. 저장하면 아래 내용으로 바뀝니다. 확인하고 다시 저장하십시오.`;
export const nothingSaved = "입력한 내용을 확인하십시오. 아무것도 저장하지 않았습니다.";

// Apps and approvals.
export const rotateUnsure =
  "키를 다시 발급하지 않았습니다. '이전 키를 더 사용하지 않습니다.'를 선택하고 다시 시도하십시오.";
export const chooseApi = "사용할 API를 하나 이상 선택하십시오.";
export const choosePlan = "이 API에 사용할 플랜을 선택하십시오.";
export const agreeFirst = "이 API의 약관을 읽고 동의하십시오. 동의해야 저장할 수 있습니다.";
export const noApproval = "없는 승인 요청이거나 볼 수 없는 요청입니다. 목록에서 다시 선택하십시오.";
export const approveOrReject = "승인이나 반려 버튼으로 처리하십시오.";
export const reloadFirst = "화면을 새로 고친 뒤에 다시 처리하십시오.";
export const chooseNewApi = "등록할 API를 선택하십시오.";
export const chooseKnownApi = "명세에 있는 API를 선택하십시오.";
export const noApi = "없는 API입니다. 목록에서 다시 선택하십시오.";

// Customers and answers.
export const customerElsewhere = (source: string): string =>
  `${source}에서 만든 고객이므로 여기에서는 변경할 수 없습니다. 만든 곳에서 변경하십시오.`;
export const chooseField = "요청의 필드를 선택하십시오. 조건이 아니면 이 행을 삭제하십시오.";
export const fieldTwice = "앞에서 이미 지정한 필드입니다. 둘 중 한 행을 삭제하십시오.";
export const badValue = "값을 JSON으로 읽을 수 없습니다. 예: [1, 2]";
export const otherApi = "이 앱에서 사용하지 않는 API입니다. API를 다시 선택하십시오.";
export const appWithoutApi = "이 앱에서 사용하는 API가 없습니다. 앱을 수정해 API를 먼저 선택하십시오.";
export const badCall = "몇 번째 호출인지 1 이상의 정수로 입력하십시오.";
export const chooseMode =
  "그 호출에만 응답할지, 그 호출부터 응답할지 선택하십시오. 모든 호출에 응답하려면 '몇 번째'를 비우십시오.";
export const noAnswer =
  "응답할 내용이 없습니다. 예제, 바꿀 필드, 본문, 상태 코드, 지연, 장애 가운데 하나 이상을 지정하십시오.";
/** What the checker of files advises by `onPurpose`, as the form has it. */
export const onPurpose = "일부러 다르게 응답하려면 '일부러 명세와 다르게 응답합니다'를 선택하십시오.";

// What will follow, before it is done.
export const deletesApp = (app: string): string =>
  `'${app}' 앱을 삭제하면 앱의 키를 사용할 수 없으며, 되돌릴 수 없습니다. 통계는 남습니다.`;
export const deletesAnswer = (name: string): string =>
  `'${name}' 응답정보를 삭제하면 되돌릴 수 없습니다. 잠시 사용하지 않으려면 목록에서 끄십시오.`;
export const deletesCustomer = (login: string): string =>
  `'${login}' 고객을 삭제하면 이 고객의 응답을 사용할 수 없으며, 되돌릴 수 없습니다. 이 고객에게 발급한 액세스 토큰도 함께 삭제됩니다.`;
export const deletesApi = (api: string): string =>
  `'${api}' API의 등록을 삭제합니다. 다시 게시하려면 API를 새로 등록하고 승인을 받아야 합니다.`;
export const stopsApi = (api: string): string =>
  `'${api}' API의 게시를 중지하면 모든 앱에서 이 API를 호출할 수 없습니다. 다시 게시하려면 API개발자가 승인을 요청하고 관리자가 승인해야 합니다.`;
export const locksAccount = (login: string): string =>
  `'${login}' 계정의 사용을 정지하면 바로 로그아웃되고 로그인할 수 없습니다. 정지는 계정 목록에서 해제할 수 있습니다.`;

// Commands to paste.
export const certificateFile = "<인증서 파일>";
export const whereCertificate = " <인증서 파일>은 샌드박스를 실행한 터미널에 표시된 인증서의 경로로 바꾸십시오.";
