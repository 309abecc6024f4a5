import { typeNames } from "../client/field-messages.ts";
import { withMustBe, withObject, withSubject } from "../client/particles.ts";

// Keys and tokens that the gateway refuses.
export const notOfApp =
  "appKey: 이 앱에 등록되지 않은 API입니다. 개발자 포털에서 앱에 API를 추가하고 승인을 받으십시오.";
export const unknownAppKey = (isSwapped: boolean): string =>
  `등록되지 않은 앱 키입니다.${isSwapped ? " 앱 키와 시크릿 키를 바꾸어 보냈습니다." : ""}`;
export const otherSecret = "앱 키와 맞지 않는 시크릿 키입니다. 이 앱의 시크릿 키를 보내십시오.";
export const expiredToken = "만료된 액세스 토큰입니다. 다시 발급받으십시오.";
export const revokedToken = "폐기된 액세스 토큰입니다. 다시 발급받으십시오.";
export const unknownToken = (hint: string): string => `이 앱에 발급되지 않은 액세스 토큰입니다.${hint}`;
export const tokenOfOther = "다른 앱에 발급된 액세스 토큰입니다. 이 앱의 앱 키로 발급받은 토큰을 보내십시오.";
export const tokenWithoutScope = (scope: string): string =>
  `액세스 토큰에 필요한 scope(${scope})가 없습니다. 이 scope를 추가해 다시 발급받으십시오.`;
export const tokenOfNobody = "삭제된 고객의 액세스 토큰입니다. 다른 고객으로 다시 발급받으십시오.";
export const totalUsed = "플랜의 전체 호출 한도를 모두 사용했습니다. 개발자 포털에서 플랜을 변경하십시오.";
export const tooFast = "플랜의 초당 호출 한도를 넘었습니다. 1초 뒤에 다시 보내십시오.";

// What is wrong with a key or token that was sent, after a blank.
export const hasNoValue = " 헤더 이름만 있고 값이 비어 있습니다.";
export const otherHeader = (other: string, name: string): string =>
  ` ${other} 헤더가 왔습니다. 올바른 이름은 ${name}입니다.`;
export const isInQuery = " 쿼리에 있습니다. 쿼리가 아니라 헤더로 보내십시오.";
export const isInBody = " 본문에 있습니다. 본문이 아니라 헤더로 보내십시오.";
export const hasPrefix = " 값 앞의 단어(Bearer 등)를 빼고 키만 보내십시오.";
export const isQuoted = " 값을 감싼 따옴표를 빼십시오.";
export const isUnset = " 프로그램에서 값을 읽지 못했습니다. 키를 읽는 설정을 확인하십시오.";
export const isVariable = " 변수가 값으로 바뀌지 않았습니다. 키를 읽는 설정을 확인하십시오.";
export const hasOtherLetters = " 값에 공백이나 키에 쓸 수 없는 글자가 있습니다. 빼고 보내십시오.";
export const lacksBearer = " 토큰 앞에 Bearer와 공백을 붙이십시오.";
export const hasTwoBearers = " Bearer가 두 번 있습니다. 한 번만 보내십시오.";
export const hasColon = " Bearer 뒤의 콜론을 공백으로 바꾸십시오.";
export const hasQuotedToken = " 토큰을 감싼 따옴표를 빼십시오.";
export const hasOtherBlanks = " Bearer와 토큰 사이에는 공백 하나만 두십시오.";
export function repeated(name: string, times: number, isOneField: boolean, areSame: boolean): string {
  const how = isOneField ? `쉼표로 이은 값이 ${times}개` : `헤더가 ${times}번`;
  return `${name}: ${how} 왔습니다. ${areSame ? "모두 같은 값입니다" : "서로 다른 값입니다"}. 한 번만 보내십시오.`;
}

// Bodies that the gateway refuses.
export const tooLarge = (most: number): string => `본문이 너무 큽니다. ${most}바이트 이하로 보내십시오.`;
export const takesNoBody = "본문을 받지 않는 오퍼레이션입니다. 본문을 빼고 보내십시오.";
export const lacksSemicolon = " 미디어 타입 뒤에 세미콜론(;)이 빠졌습니다.";

// What a Prefer header or an input asks for.
export const preferredCode = "Prefer의 code: 세 자리 상태 코드를 지정하십시오.";
export const preferredFault = (names: string): string =>
  `Prefer의 fault: 없는 장애입니다. 쓸 수 있는 값은 ${names}입니다.`;
export const preferredDelay = (most: number): string => `Prefer의 delay: 0~${most}의 정수(밀리초)를 지정하십시오.`;
const whichValues = "쓸 수 있는 값은 /__sandbox/scenarios에 있습니다.";
export const unknownScenario = (label: string): string => `${label}: 없는 시나리오입니다. ${whichValues}`;
export const unknownStatus = `Prefer의 code: 이 오퍼레이션에 없는 상태 코드입니다. ${whichValues}`;
export const unknownExample = `Prefer의 example: 이 오퍼레이션과 상태 코드에 없는 예제입니다. ${whichValues}`;

// OAuth settings of an app.
export const everyScope = "승인된 API 모두";
export const unknownScope = (name: string, known: string): string =>
  `${name}: 없는 scope입니다. 쓸 수 있는 값은 ${known}이며, 여러 개는 공백으로 구분하십시오. 지정하지 않으면 승인된 API를 모두 사용합니다.`;
export const badCallback =
  "OAuth Callback URL에는 https://app.example/callback이나 myapp://callback처럼 전체 주소를 입력하십시오. 공백, 한글, 계정 정보, #은 쓸 수 없습니다.";

// Files of apps, and data of any form.
export const appsForm = (path: string): string => `형식은 ${path}에 있습니다.`;
export const unreadableApps = (problem: string, help: string): string =>
  `${problem} --apps에 앱을 정의한 파일(JSON이나 YAML)을 지정하십시오. ${help}`;
export const brokenApps = (path: string, help: string, told: readonly string[]): string =>
  `${path}의 앱 목록이 올바르지 않습니다. ${help}\n${told.join("\n")}`;
export const notKey = (found: string): string =>
  `공백 없이 영문자, 숫자, 기호 1~200자를 지정하십시오. 지정한 값은 ${found}입니다.`;
export const noApp = "앱이 없습니다. 하나 이상 정의하십시오.";
export const emptySecret =
  "값이 비어 있습니다. 시크릿 키를 확인하지 않는 앱이면 secretKey를 빼고, 확인하는 앱이면 값을 지정하십시오.";
export const takenAppKey = "앞의 앱과 앱 키가 같습니다. 앱마다 다른 앱 키를 지정하십시오.";
export const unknownOperation = (id: string, known: readonly string[]): string =>
  `${id}: 없는 operationId입니다. 쓸 수 있는 값은 ${known.join(", ")}입니다.`;
export const badToken = "액세스 토큰에는 영문자, 숫자와 - . _ ~ + / =만 쓸 수 있습니다.";
export const oneOf = (values: readonly string[]): string => `${values.join(", ")} 가운데 하나를 지정하십시오.`;
export const file = "파일";
const kinds: Readonly<Record<string, string>> = { ...typeNames, object: "객체(이름과 값)", array: "목록" };
export const lacksValue = "꼭 있어야 하는 키입니다. 값을 지정하십시오.";
/** @param closest the name that was most likely meant */
export const whichName = (closest: string | undefined, known: readonly string[]): string =>
  closest === undefined ? `쓸 수 있는 이름은 ${known.join(", ")}입니다.` : `올바른 이름이 ${closest}인지 확인하십시오.`;
export const unknownKey = (closest: string | undefined, known: readonly string[]): string =>
  `알 수 없는 키입니다. ${whichName(closest, known)}`;
export const emptyValue = (type: string): string =>
  `값이 비어 있습니다. ${withObject(kinds[type] ?? "")} 지정하십시오.`;
export const otherType = (type: string, found: string, isUnquoted: boolean): string =>
  `${withMustBe(kinds[type] ?? "")} 하는데 ${withSubject(found)} 왔습니다.${isUnquoted ? " 따옴표로 묶으십시오." : ""}`;
export const atLeast = (least: unknown): string => `${String(least)} 이상의 값을 지정하십시오.`;
export const atMost = (most: unknown): string => `${String(most)} 이하의 값을 지정하십시오.`;
export const shorter = (most: unknown): string => `${String(most)}자 이하로 지정하십시오.`;
export const moreItems = (least: unknown): string => `목록이 비어 있습니다. ${String(least)}개 이상 정의하십시오.`;
export const otherForm = "값이 비어 있거나 형식이 다릅니다. 형식에 맞는 값을 지정하십시오.";

// /__sandbox.
export const failed = "샌드박스의 내부 오류로 처리하지 못했습니다. 샌드박스를 실행한 터미널의 내용을 확인하십시오.";
export const defect = "샌드박스 내부 오류";
export const notThisHost =
  "Host: 이 샌드박스의 이름이 아닙니다. localhost나 IP 주소로 요청하거나, 그 이름을 --allow-host에 지정하고 샌드박스를 다시 실행하십시오.";
export const unreadRequest = "(읽지 못한 요청)";
export const byOtherName = (place: string): string => `(다른 이름으로 요청한 ${place})`;
export const undecodableName = "주소의 이름을 디코딩할 수 없습니다. encodeURIComponent로 인코딩하십시오.";
export const noSuchScenario =
  "HTTP로 등록한 응답정보 가운데 이 이름이 없습니다. 파일이나 포털에서 만든 응답정보는 그곳에서 삭제하십시오.";
export const noSuchCustomer =
  "HTTP로 등록한 고객 가운데 이 아이디가 없습니다. 쿼리의 app에 앱 이름이나 앱 키를 지정하십시오. 파일이나 포털에서 만든 고객은 그곳에서 삭제하십시오.";
export const unreadableBody = (line: number | undefined, reason: string): string =>
  `본문${line === undefined ? "" : ` ${line}번째 줄`}: ${reason}`;
export const notObject = "본문: 객체(이름과 값)여야 합니다. JSON이나 YAML로 보내십시오.";
export const otherName = (key: string): string =>
  `${key}: 주소에 있는 이름과 다릅니다. 본문에서 빼거나 같은 이름을 지정하십시오.`;

// Waiting, starting and what is printed.
export const stopped = "샌드박스가 종료되었습니다.";
export const timeIsUp = (ms: number): string => `${ms}밀리초가 지났습니다.`;
export const awaited = (
  why: string,
  operations: string,
  { wanted, came, all }: { wanted: number; came: number; all: number },
): string =>
  `${why} ${operations} 요청 ${wanted}개를 기다렸지만 ${came}개가 왔습니다. 다른 요청까지 합하면 모두 ${all}개입니다.`;
export const showsValuesToOthers =
  "요청의 값을 그대로 표시하는 설정(--show-values)은 이 기기에서만 접속할 수 있는 주소(127.0.0.1)로 실행할 때만 사용할 수 있습니다.";
export const noBank = "은행에 연결하지 않습니다. 명세의 예제나, 등록한 고객과 응답정보로 응답합니다.";
export const morePaths = (count: number): string =>
  `  그 밖의 경로 ${count}개에 있는 오퍼레이션은 아래 주소에서 볼 수 있습니다.`;
export const howToChoose = (options: readonly string[]): string =>
  `시나리오, 오류 코드, 장애는 헤더로 지정합니다: ${options.join(", ")}`;
export const byInput = (code: string, value: string | undefined): string =>
  `헤더를 추가할 수 없으면 ${code}의 값으로 지정합니다: ${value}`;
export const allScenarios = (url: string): string => `모든 시나리오와 앱: ${url}/__sandbox/scenarios`;
export const pasteThis = "아래 curl을 다른 터미널에 붙여 넣어 보십시오. 종료하려면 Ctrl+C를 누르십시오.";
export const sameByPost = "같은 요청을 POST로";
export const getWithBody = "원문대로 본문을 실은 GET";
export const refusedRequest = "거부되는 요청:";
