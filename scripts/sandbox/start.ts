import type { OpenApi } from "../bundle/openapi.ts";
import type { SharedState } from "./control.ts";
import { PlanLedger } from "./plan.ts";
import { RequestLog } from "./request-log.ts";
import type { RequestRecord } from "./request-record.ts";
import { serve } from "./serve.ts";

export type { RequestRecord };

/** 샌드박스 설정입니다. */
export interface SandboxOptions {
  /** 포트 번호입니다. 기본값 0은 빈 포트를 고릅니다. */
  port?: number;
  /** 받을 주소입니다. 기본값은 127.0.0.1로, 이 기기에서만 받습니다. */
  host?: string;
  /** 이 프로젝트가 묶은 OpenAPI 문서의 경로입니다. 기본값은 함께 있는 openapi.json입니다. */
  bundle?: string;
  /** 샌드박스가 아는 앱을 적은 YAML 파일의 경로입니다. 기본값은 함께 있는 scripts/sandbox/apps.yaml입니다. */
  apps?: string;
  /** 게이트웨이의 모든 응답을 늦출 밀리초입니다. 기본값은 0입니다. */
  latency?: number;
  /** 요청이 모두 도착해야 하는 시간(밀리초)입니다. 기본값은 10,000입니다. */
  requestTimeout?: number;
  /** 받을 수 있는 본문의 최대 크기(바이트)입니다. 기본값은 1,048,576입니다. */
  maxBody?: number;
  /** /docs/에서 문서 사이트를 보여 줄지 정합니다. 처음 요청받을 때 만듭니다. 기본값은 false입니다. */
  docs?: boolean;
  /** 요청마다 답한 뒤에 한 번 부릅니다. */
  onRecord?: (record: RequestRecord) => void;
}

/** 열려 있는 샌드박스입니다. */
export interface Sandbox {
  /** `http://127.0.0.1:포트`입니다. 끝에 /가 없습니다. */
  url: string;
  /** 샌드박스가 답하는 OpenAPI 문서입니다. */
  api: OpenApi;
  /** 최근 요청 100개입니다. 오래된 것부터 있으며 키와 개인정보는 들어 있지 않습니다. */
  requests: () => readonly RequestRecord[];
  /** 요청 기록과 플랜의 사용량을 지웁니다. */
  reset: () => void;
  /** 더 받지 않고, 열려 있는 연결을 끊습니다. */
  close: () => Promise<void>;
}

/**
 * 은행처럼 답하는 샌드박스를 엽니다. 게이트웨이가 요청을 검사하고(원문 1.2, 1.3), 그 뒤에서 Prism이 명세의 예제로 답합니다.
 * Prism을 읽어 들이기 전에 열리며 첫 응답만 그것을 기다립니다.
 *
 * @throws {UserError} Prism이 설치되어 있지 않거나, 문서나 앱 파일을 쓸 수 없거나, 포트를 열 수 없습니다.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const ledger = new PlanLedger();
  const log = new RequestLog();
  const reset = (): void => {
    ledger.reset();
    log.reset();
  };
  const state: SharedState = { takeCall: (app) => ledger.take(app), records: () => log.records, reset };
  const onRecord = (record: RequestRecord): void => {
    log.add(record);
    options.onRecord?.(record);
  };
  const { url, api, close } = await serve({ ...options, onRecord }, state);
  return { url, api, requests: () => log.records, reset, close };
}
