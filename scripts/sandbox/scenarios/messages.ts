import { oneOf, whichName } from "../messages.ts";

// Operations, apps and customers.
export const unknownOperation = (closest: string | undefined, known: readonly string[]): string =>
  `없는 operationId입니다. ${whichName(closest, known)}`;
export const severalApps = "같은 이름의 앱이 여러 개입니다. 앱 키로 지정하십시오.";
export const noApp = "없는 앱입니다. 등록된 앱의 이름이나 앱 키를 지정하십시오.";
export const idleForApp = (place: string, why: string): string =>
  `${place} app: ${why} 앱을 등록할 때까지 이 응답정보를 사용하지 않습니다.`;
export const idleForCustomer = (place: string): string =>
  `${place} when.customer: 없는 고객 아이디입니다. 이 고객을 등록할 때까지 이 응답정보를 사용하지 않습니다.`;
export const customerElsewhere = (source: string): string =>
  `이 앱에 아이디가 같은 고객이 이미 있습니다(만든 곳: ${source}). 다른 아이디를 지정하십시오.`;
export const takenToken = "다른 고객이나 앱의 액세스 토큰입니다. 다른 값을 지정하십시오.";
export const secondDefault = "이 앱에는 기본 고객이 이미 있습니다. 한 고객만 기본 고객으로 지정하십시오.";

// When a scenario answers.
export const badCall =
  "몇 번째 호출인지 1 이상의 정수로 지정하십시오. 그 뒤의 호출에도 응답하려면 { from: 2 }처럼 지정하십시오.";
export const noTime = "from과 to가 같아 응답할 시간이 없습니다. 항상 응답하려면 time을 삭제하십시오.";
export const badTime = "한국 시각을 HH:MM 형식(00:00~23:59)으로 지정하십시오.";
export const takesNoBody = "본문을 받지 않는 오퍼레이션입니다. body 조건을 삭제하십시오.";
export const takesNoParameters = "파라미터를 받지 않는 오퍼레이션입니다. parameters 조건을 삭제하십시오.";
export const notInRequest = "이 오퍼레이션의 요청에 없는 필드입니다.";

// What a scenario answers with.
export const noAnswer =
  "응답할 내용이 없습니다. body, example, change, status, delay, fault 가운데 하나 이상을 지정하십시오.";
export const besideBody =
  "body와 함께 지정할 수 없습니다. 본문을 모두 정의하려면 body만, 예제에서 일부만 바꾸려면 example과 change만 지정하십시오.";
export const withoutBody = "body 없이 지정할 수 없습니다. body도 지정하십시오.";
/** What lets an answer differ from the spec. */
export const onPurpose = "일부러 다르게 응답하려면 deviates: true를 지정하십시오.";
export const otherType = (known: readonly string[]): string =>
  `명세에 없는 미디어 타입입니다. ${oneOf(known)} ${onPurpose}`;
export const otherStatus = (known: readonly string[]): string =>
  `명세에 없는 상태 코드입니다. ${oneOf(known)} ${onPurpose}`;
export const bodyToo = "그때는 body도 지정하십시오.";
export const unknownExample = (known: readonly string[]): string =>
  `이 오퍼레이션과 상태 코드에 없는 예제입니다. ${oneOf(known)}`;
export const notInAnswer = "명세의 응답에 없는 필드입니다.";
export const badType = "application/json처럼 미디어 타입을 지정하십시오.";
export const notOneLine = "줄바꿈 같은 제어 문자가 있습니다. 한 줄로 지정하십시오.";
export const scenario = "응답정보";

// Files.
export const sameName = (place: string): string =>
  `${place}에 이름이 같은 것이 있습니다. 둘 중 하나의 이름을 바꾸십시오.`;
export const leftOut = "이 파일은 사용하지 않습니다. 수정하면 다른 파일과 함께 사용합니다.";
export const kept = "이 파일의 이전 내용을 그대로 사용합니다.";
export const unreadableFolder = (path: string): string =>
  `${path}: 폴더를 읽을 수 없습니다. 폴더의 읽기 권한을 확인하십시오.`;
export const nothingAt = (path: string): string =>
  `${path}: 파일이나 폴더가 없습니다. --scenarios에 응답정보 파일이나 폴더를 지정하십시오.`;
export const readingFailed = "응답정보 파일을 읽는 중에 샌드박스 내부 오류가 발생했습니다.";
