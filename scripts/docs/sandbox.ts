import { oauthOf } from "../portal/oauth/open.ts";
import { portalOf } from "../portal/open.ts";
import type { Sandbox, SandboxOptions as GatewayOptions } from "../sandbox/sandbox-options.ts";
import type { AnyOperations } from "../sandbox/scenarios/typed-scenario.ts";
import { startSandbox as startGateway } from "../sandbox/start.ts";
import { sitePages } from "./site-pages.ts";

export type {
  CustomerEntry,
  RequestRecord,
  Sandbox,
  Scenario,
  ScenarioFile,
  ScenariosRead,
  UsedHandle,
  UsedScenario,
  WaitOptions,
} from "../sandbox/sandbox-options.ts";

/** 샌드박스 설정입니다. */
export interface SandboxOptions extends GatewayOptions {
  /** /docs/에서 문서 사이트를 보여 줄지 정합니다. 처음 요청받을 때 만듭니다. 기본값은 false입니다. */
  docs?: boolean;
  /** /portal/에서 개발자 포털을 열지 정합니다. 처음 요청받을 때 읽어 들입니다. 기본값은 false입니다. */
  portal?: boolean;
}

/**
 * 은행처럼 응답하는 샌드박스를 실행합니다. 게이트웨이가 요청을 검사하고(원문 1.2, 1.3), 통과한 요청에는 명세의 예제로 응답합니다.
 * 예제가 없는 응답은 Prism이 스키마로 만들며, 그때 Prism을 읽어 들입니다.
 *
 * @throws {UserError} Prism이 설치되어 있지 않거나, 문서나 앱 파일을 쓸 수 없거나, 포트를 열 수 없습니다.
 */
export function startSandbox<Operations = AnyOperations>({
  docs = false,
  portal = false,
  ...options
}: SandboxOptions = {}): Promise<Sandbox<Operations>> {
  return startGateway<Operations>(options, docs ? sitePages : undefined, portal ? portalOf : undefined, oauthOf);
}
