import { join } from "node:path";
import type { OpenApi } from "../bundle/openapi.ts";
import { root } from "../lib/paths.ts";
import type { RequestRecord } from "./request-record.ts";
import type { CustomerEntry, Scenario, ScenarioFile } from "./scenarios/scenario.ts";
import type { AnyOperations, UsedHandle, UsedScenario } from "./scenarios/typed-scenario.ts";

export type { CustomerEntry, RequestRecord, Scenario, ScenarioFile, UsedHandle, UsedScenario };

/** The default file of apps. */
export const defaultAppsFile: string = join(root, "scripts/sandbox/apps.json");

/** 응답정보 파일을 읽은 결과입니다. */
export interface ScenariosRead {
  /** 사용하는 고객과 응답정보의 수입니다. */
  customers: number;
  scenarios: number;
  /** 잘못된 파일의 위치와 이유입니다. 그 파일은 사용하지 않습니다. */
  problems: readonly string[];
  /** 앱이나 고객이 아직 없어 사용하지 않는 응답정보의 위치와 이유입니다. */
  notes: readonly string[];
}

/** 샌드박스 설정입니다. */
export interface SandboxOptions {
  /** 포트 번호입니다. 기본값 0이면 비어 있는 포트를 자동으로 선택합니다. */
  port?: number;
  /** 요청을 받을 주소입니다. 기본값은 127.0.0.1이며, 이 기기에서만 접속할 수 있습니다. */
  host?: string;
  /**
   * 이 기기를 가리키는 다른 호스트 이름입니다(예: `["sandbox"]`). localhost와 IP 주소는 언제나 받습니다. 이 기기 안에서 다른 이름으로 온
   * 요청은 `/__sandbox/`와 `/portal/`에서 거부합니다. 은행의 경로와 `/docs/`는 이름을 확인하지 않습니다.
   */
  allowHosts?: readonly string[];
  /** https로 실행합니다. true이면 시작할 때 인증서를 만들고, 그 밖에는 지정한 PEM 형식의 인증서와 개인 키를 사용합니다. */
  tls?: true | { cert: string; key: string };
  /** 이 프로젝트에서 만든 OpenAPI 문서의 경로입니다. 기본값은 함께 있는 openapi.json입니다. */
  bundle?: string;
  /** 샌드박스에 등록할 앱을 정의한 파일(JSON이나 YAML)의 경로입니다. 기본값은 함께 있는 scripts/sandbox/apps.json입니다. */
  apps?: string;
  /**
   * 앱, 플랜의 사용량, 통계를 보관할 데이터 파일의 경로입니다. 없으면 만들고, `apps`의 앱 가운데 앱 키가 파일에 없는 것만 추가합니다. 앱 키가 이미
   * 있는 앱은 내용이 달라도 파일의 내용을 그대로 둡니다. 지정하지 않으면 메모리에만 보관합니다. 한 번에 샌드박스 하나만 사용할 수 있습니다.
   */
  data?: string;
  /** 요청 기록에 키와 개인정보를 그대로 표시할지 지정합니다. 이 기기에서만 접속할 수 있을 때 사용할 수 있습니다. 기본값은 false입니다. */
  showValues?: boolean;
  /**
   * 고객과 응답정보(시나리오)입니다. 값을 그대로 지정하거나, 파일(YAML이나 JSON) 또는 폴더의 경로를 지정합니다. 형식은 `ScenarioFile`이며, 잘못된 것이
   * 있으면 파일과 줄을 알려 주고 실행하지 않습니다.
   */
  scenarios?: string | ScenarioFile;
  /**
   * `scenarios`의 파일을 읽을 때마다 실행됩니다. 지정하면 잘못된 파일만 빼고 실행하며, 그 뒤에 바뀐 파일도 읽습니다.
   */
  onScenarios?: (read: ScenariosRead) => void;
  /** OAuth로 발급하는 액세스 토큰의 유효 시간(초)입니다. 기본값은 3,600입니다. */
  tokenLifetime?: number;
  /** 게이트웨이의 모든 응답을 늦출 시간(밀리초)입니다. 기본값은 0입니다. */
  latency?: number;
  /** 요청이 모두 도착해야 하는 시간(밀리초)입니다. 기본값은 10,000입니다. */
  requestTimeout?: number;
  /** 받을 수 있는 본문의 최대 크기(바이트)입니다. 기본값은 1,048,576입니다. */
  maxBody?: number;
  /**
   * 모든 오퍼레이션의 첫 호출에 바로 응답하도록 준비한 뒤에 반환할지 지정합니다. 응답 시간을 재거나 클라이언트의 제한 시간이 짧은 테스트에 사용하십시오.
   * 준비에는 오퍼레이션마다 몇 밀리초가 걸립니다. 기본값은 false이며, 오퍼레이션마다 첫 호출 때 검증기를 컴파일합니다.
   */
  warm?: boolean;
  /** 요청마다 응답한 뒤에 한 번 실행됩니다. */
  onRecord?: (record: RequestRecord) => void;
}

/** 기다릴 요청입니다. */
export interface WaitOptions {
  /** 기다릴 요청의 수입니다. 기본값은 1입니다. */
  count?: number;
  /** 기다릴 시간(밀리초)입니다. 기본값은 5,000입니다. */
  timeout?: number;
  /** 키와 개인정보를 그대로 표시할지 지정합니다. 기본값은 false입니다. */
  reveal?: boolean;
}

/**
 * 실행 중인 샌드박스입니다.
 *
 * @typeParam Operations 생성된 타입의 `operations`입니다. 지정하면 `use`에서 오퍼레이션별로 본문의 타입을 확인합니다.
 */
export interface Sandbox<Operations = AnyOperations> {
  /** `http://127.0.0.1:포트`입니다. `tls`가 있으면 https입니다. 끝에 /가 없습니다. */
  url: string;
  /** `tls: true`일 때 만든 인증서(PEM)입니다. 클라이언트의 `ca`에 지정하면 이 샌드박스의 인증서를 신뢰합니다. */
  ca?: string;
  /** 샌드박스가 사용하는 OpenAPI 문서입니다. */
  api: OpenApi;
  /**
   * 최근 요청 100개입니다. 오래된 순서이며 키와 개인정보는 들어 있지 않습니다. `reveal: true`이면 헤더와 본문을 보낸 그대로 표시합니다(본문은
   * 16KB까지). 이 프로세스에서만 볼 수 있습니다.
   */
  requests: (options?: { reveal?: boolean }) => readonly RequestRecord[];
  /** 실행한 뒤나 `reset`한 뒤에 온 요청의 수입니다. 오퍼레이션을 지정하면 같은 경로에서 같은 응답을 받는 다른 메서드의 요청까지 셉니다. */
  count: (operation?: keyof Operations & string) => number;
  /**
   * 오퍼레이션의 요청이 올 때까지 기다립니다. 이미 온 요청도 셉니다.
   *
   * @returns 그 오퍼레이션의 요청입니다. 오래된 순서입니다.
   * @throws {Error} 시간 안에 오지 않았거나 샌드박스가 종료되었습니다.
   */
  waitForRequests: (operation: keyof Operations & string, options?: WaitOptions) => Promise<readonly RequestRecord[]>;
  /**
   * 오퍼레이션의 호출에 응답할 응답정보를 등록합니다. 나중에 등록한 것을 먼저 사용합니다.
   *
   * @throws {UserError} 명세와 다른 응답정보입니다. 어느 필드가 왜 다른지 알려 줍니다.
   */
  use: <Id extends keyof Operations & string>(operation: Id, scenario: UsedScenario<Operations[Id]>) => UsedHandle;
  /**
   * 고객을 추가하거나 변경합니다.
   *
   * @throws {UserError} 앱이 없거나, 응답이 명세와 다릅니다.
   */
  putCustomer: (customer: CustomerEntry) => void;
  /** 요청 기록, 플랜의 사용량, `use`로 등록한 응답정보를 삭제하고 호출 수를 처음부터 다시 셉니다. 앱, 고객, 통계는 그대로 둡니다. */
  reset: () => void;
  /** 요청을 더 받지 않고, 열려 있는 연결을 끊고, 남은 내용을 데이터 파일에 씁니다. */
  close: () => Promise<void>;
}
