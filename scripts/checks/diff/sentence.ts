import { withObject } from "../../client/particles.ts";
import { type Difference, isFirstUsed } from "./differences.ts";
import type { NodeType } from "./grammar.ts";
import type { Verdict } from "./rules.ts";

/** Korean names of nodes. */
const nodeNames: Record<NodeType, string> = {
  document: "문서",
  info: "문서",
  server: "서버",
  serverVariable: "서버 변수",
  tag: "태그",
  components: "컴포넌트",
  pathItem: "경로",
  operation: "오퍼레이션",
  parameter: "파라미터",
  requestBody: "요청 본문",
  response: "응답",
  header: "헤더",
  mediaType: "미디어 타입",
  schema: "스키마",
  example: "예제",
  securityScheme: "보안 체계",
  catalogue: "오류 코드표",
  code: "오류 코드",
};

/** Korean names of added and removed nodes, by their parent key. */
const memberNames: Record<string, string> = {
  "document.paths": "경로",
  "document.servers": "서버",
  "document.tags": "태그",
  "server.variables": "서버 변수",
  "components.schemas": "스키마 컴포넌트",
  "components.responses": "응답 컴포넌트",
  "components.examples": "예제 컴포넌트",
  "components.securitySchemes": "보안 체계",
  "operation.parameters": "파라미터",
  "pathItem.parameters": "파라미터",
  "parameter.examples": "예제",
  "operation.responses": "응답",
  "operation.requestBody": "요청 본문",
  "requestBody.content": "미디어 타입",
  "response.content": "미디어 타입",
  "response.headers": "응답 헤더",
  "mediaType.schema": "스키마",
  "mediaType.examples": "예제",
  "mediaType.x-legacy-samples": "원문의 예제",
  "schema.properties": "필드",
  "schema.items": "원소의 스키마",
  "catalogue.codes": "오류 코드",
};

/** Korean names of keys with values. */
const keyNames: Record<string, string> = {
  title: "한글 이름",
  summary: "요약",
  description: "설명",
  type: "타입",
  format: "형식",
  enum: "허용 값",
  const: "허용 값",
  pattern: "정규식",
  maxLength: "최대 길이",
  minLength: "최소 길이",
  maximum: "최댓값",
  minimum: "최솟값",
  maxItems: "최대 개수",
  minItems: "최소 개수",
  maxProperties: "최대 키 수",
  required: "필수 여부",
  additionalProperties: "모르는 키의 허용 여부",
  default: "기본값",
  deprecated: "폐기 예고",
  operationId: "operationId",
  tags: "태그",
  security: "인증 방식",
  version: "버전",
  openapi: "OpenAPI 버전",
  value: "예제의 값",
  example: "예제의 값",
  $ref: "참조",
  "x-displayName": "한글 이름",
  "x-source": "원문의 자리",
  "x-errata": "정오표 id",
  "x-sensitive": "개인정보 표시",
  "x-role": "클라이언트가 아는 뜻",
  "x-aliases": "다른 이름",
  "x-scenarios": "시나리오 값",
  "x-omits": "뺀 필드",
  "x-error-status": "오류 예제의 상태 코드",
  meaning: "의미",
  message: "은행의 메시지",
  layer: "발생 위치",
  cause: "원인",
  action: "조치",
  resend: "다시 보내기 전에 할 일",
  retryable: "다시 보내도 되는지",
  status: "상태 코드",
  statusAssumed: "상태 코드의 추정 여부",
  reproduce: "재현 방법",
};

const verbs: Record<Verdict["action"], string> = {
  added: "더했습니다",
  removed: "없앴습니다",
  changed: "바꾸었습니다",
  reordered: "바꾸었습니다",
  narrowed: "좁혔습니다",
  widened: "넓혔습니다",
  replaced: "바꾸었습니다",
};

/** The name of a key, such as `최대 길이(maxLength)`, or of the kind of an added or removed node. */
function nameOf({ type, key, of }: Difference): string {
  if (of === "node") return memberNames[`${type}.${key}`] ?? (type === "pathItem" ? "오퍼레이션" : key);
  const name = keyNames[key] ?? memberNames[`${type}.${key}`];
  return name === undefined || name === key ? key : `${name}(${key})`;
}

/** The change in one Korean sentence. */
export function sentence(
  difference: Difference,
  action: Verdict["action"] | undefined,
  side: "요청" | "응답" | undefined,
  all: boolean,
): string {
  if (action === undefined)
    return `${nodeNames[difference.type]}의 ${nameOf(difference)}: 이 도구가 모르는 변경입니다. 두 명세에서 직접 확인하십시오.`;
  const { of, key, required, before, after } = difference;
  // What people read, and the marks, mean the same on either side.
  const isContract = !key.startsWith("x-") && !["title", "summary", "description"].includes(key);
  const from = all ? "모든 코드의 " : side === undefined || !isContract ? "" : `${side}의 `;
  if (key === "required" && typeof after === "boolean")
    return `${from}${after ? "선택 필드를 필수로" : "필수 필드를 선택으로"} 바꾸었습니다.`;
  const what = `${required === true ? "필수 " : required === false ? "선택 " : ""}${nameOf(difference)}`;
  if (of === "order" && isFirstUsed(difference.type, key))
    return `${from}기본 ${withObject(memberNames[`${difference.type}.${key}`] ?? key)} 바꾸었습니다(${key}의 첫 번째).`;
  if (action === "reordered") return `${from}${what}의 순서를 바꾸었습니다.`;
  const isLength = typeof before === "number" && typeof after === "number";
  return `${from}${withObject(what)} ${isLength ? (after > before ? "늘렸습니다" : "줄였습니다") : verbs[action]}.`;
}
