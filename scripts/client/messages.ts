/**
 * What the client says at once. field-messages.ts and late-messages.ts come with the first failure; no module that is loaded
 * late imports this one, so that a bundler keeps it in one piece with its users.
 */
import { absent } from "./problem.ts";

/** What a value that is read tolerantly should have been. */
export const wantedText = "문자열";
export const wantedList = "배열";
export const wantedObject = "객체";
export const wantedKey = "안전한 이름";
export const wantedNumber = "15자리 이하의 숫자";
export const wantedBySpec = "명세에 맞는 값";
export const longerNumber = "더 긴 숫자";

// Options and arguments: what they are, and what to do.
export const nothingSent = "설정이나 인자를 쓸 수 없어 보내지 않았습니다.";
export const giveHeaderValue = "제어 문자가 없는 ASCII 문자열을 지정하십시오.";
export const giveTokenOrFunction = "제어 문자가 없는 ASCII 문자열이나 함수를 지정하십시오.";
export const giveOneOf = (values: readonly string[]): string => `${values.join(", ")} 가운데 하나를 지정하십시오.`;
export const giveFunction = "함수를 지정하십시오.";
export const giveLimit = "1 이상의 정수를 지정하십시오.";
export const giveObject = "객체를 지정하십시오.";
export const giveHosts = "호스트 이름을 배열로 지정하십시오.";
export const giveSignal = "AbortSignal을 지정하십시오.";
export const unknownOption = "없는 설정";
export const knownOptions = (names: string): string => `쓸 수 있는 설정은 ${names}입니다.`;
export const clientHeader = "클라이언트가 정하는 헤더";
export const badHeaderName = "헤더가 될 수 없는 이름";
export const giveToken = "이 호출에는 액세스 토큰이 필요합니다.";
export const giveJson = "JSON으로 나타낼 수 있는 값을 전달하십시오.";
export const getWithBody = "본문이 있는 GET을 보낼 수 없는 환경";
export const givePostOrAuto = "POST나 auto를 지정하십시오.";

/** What is wrong with an option, and what to do about it where that is not plain. */
export function optionText(code: string, found: string, advice: string): string {
  const what = found === absent ? "지정되지 않았습니다" : `${found}입니다`;
  return `${code || "본문"}: ${what}.${advice && ` ${advice}`}`;
}

// The address of the bank.
export const notAddress = "주소가 아닌 값";
export const unencrypted = "암호화되지 않거나 지원하지 않는 주소";
export const withCredentials = "인증 정보가 있는 주소";
export const withQuery = "쿼리나 프래그먼트가 있는 주소";
export const giveHttps = "https 주소를 지정하십시오. http는 localhost, 127.x.x.x, [::1]에만 쓸 수 있습니다.";
export const allowHost = (host: string): string =>
  `https 주소를 지정하십시오. 신뢰하는 망 안의 샌드박스라면 allowInsecureHosts: ["${host}"]도 지정하십시오.`;

// Options of the platform's own transport.
export const nodeOnly = "Node의 기본 전송에만 있는 설정";
export const needsAllOf = (names: string): string => `다음이 모두 있는 환경에서만 쓸 수 있는 설정(fetch, ${names})`;
export const giveAgent = "http.Agent나 https.Agent를 지정하십시오.";
export const besideAgent = "agent와 함께 쓸 수 없는 설정";
export const giveIdleTime = "0 이상의 밀리초를 지정하십시오.";
export const giveProxy = "http://프록시:8080처럼 http나 https로 시작하는 주소를 지정하십시오.";
export const newerNode = "Node 22.21이나 24.5 이상에서만 쓸 수 있는 설정";
export const giveCertAndKey = "cert와 key를 함께 지정하십시오.";
export const unfitPem = "인증서나 키로 읽을 수 없는 값";
export const givePem = "서로 맞는 PEM 인증서와 키를 지정하십시오.";

// Calls by `raw`.
export const unknownRequest = "baseUrl 아래에 없거나 명세에 없는 오퍼레이션";
export const giveKnownRequest = "명세에 있는 경로와 HTTP 메서드로 호출하십시오.";
export const giveBody = "요청 본문을 지정하십시오.";
export const otherBody = "문자열이 아닌 본문";
export const giveTextBody = "본문을 문자열로 바꾸어 전달하십시오.";
export const givePost = "POST로 호출하십시오.";
export const unfitHeader = "헤더에 쓸 수 없는 글자가 있는 값";

// Calls that failed.
export const notAsSpec = "요청이 명세와 맞지 않아 보내지 않았습니다.";
export const unanswered = (code: string): string => `은행의 응답을 받지 못했습니다(${code}). 네트워크를 확인하십시오.`;
export const bankRefused = (code: string, status: number): string =>
  `은행이 요청을 거부했습니다: ${code}(HTTP ${status}).`;

// Amounts.
export const emptyAmount = "빈 문자열은 금액이 아닙니다. 값이 없는 경우를 따로 처리하십시오.";
export const brokenAmount = "정수로 바꿀 수 없는 금액입니다. 소수나 다른 글자가 있는지 확인하십시오.";
