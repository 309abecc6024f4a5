import type { GatewayCheck } from "./gateway-checks.ts";

/** 응답을 정한 것입니다. 앞에 있는 것이 먼저입니다. */
export interface AnsweredBy {
  /** prefer: Prefer 헤더. input: 입력값. scenario: 응답정보. customer: 토큰의 고객. default-customer: 앱의 기본 고객. example: 명세의 예제. */
  by: "prefer" | "input" | "scenario" | "customer" | "default-customer" | "example";
  /** 응답정보의 이름이나 고객 아이디입니다. */
  name?: string;
  /** 응답정보나 고객을 만든 곳입니다. */
  source?: "portal" | "file" | "api";
}

/** 샌드박스가 기억하는 요청 하나입니다. 키, 토큰, 개인정보는 들어 있지 않습니다. */
export interface RequestRecord {
  /** 요청이 도착한 시각입니다(ISO 8601, UTC). */
  time: string;
  method: string;
  /** 명세에 있는 경로는 명세의 표기(경로 변수는 중괄호) 그대로, 없는 경로는 길이만 표시합니다. */
  path: string;
  /** 명세에 있는 오퍼레이션의 operationId입니다. */
  operationId?: string;
  /** 게이트웨이가 확인한 앱의 이름입니다. */
  app?: string;
  /** 그 앱의 번호입니다. */
  appId?: number;
  /** 게이트웨이가 거부한 검사입니다. 모두 통과했으면 없습니다. */
  stoppedAt?: GatewayCheck;
  /** 인코딩된 쿼리입니다. 값을 그대로 표시하는 샌드박스에만 있습니다. */
  query?: string;
  /** 헤더입니다. 값을 그대로 표시하는 샌드박스에만 있습니다. */
  headers?: Record<string, string>;
  /** 요청에서 지정한 시나리오입니다. Prefer 헤더와 같은 형식입니다. */
  scenario?: string;
  /** 응답을 정한 것입니다. 게이트웨이가 거부한 요청에는 없습니다. */
  answeredBy?: AnsweredBy;
  /** 파라미터입니다. 위치(path, query, header)와 이름으로 구분하며, 명세에 정해진 코드 값이 아니면 종류와 길이만 표시합니다. */
  parameters?: unknown;
  /** 본문입니다. 개인정보와 명세에 없는 필드는 종류와 길이만 표시합니다. */
  body?: unknown;
  /** 상태 코드입니다. 응답하지 않았으면 0입니다. */
  status: number;
  /** 오류의 ERRCODE입니다. */
  code?: string;
  /** 요청이 명세와 다른 점입니다. ERRORLIST와 같은 내용입니다. */
  details?: string[];
  globalId?: string;
  /** 요청이 도착한 때부터 응답할 때까지의 시간(밀리초)입니다. */
  duration: number;
}
