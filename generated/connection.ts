// npm run generate. 직접 수정하지 마십시오.
import { platform } from "./platform.ts";
import { connect, type WooriConnection } from "./runtime/connection.ts";
import type { WooriOptions } from "./runtime/options.ts";
import type * as types from "./types.ts";

export { toBigInt } from "./runtime/amount.ts";
export * from "./runtime/errors.ts";
export type {
  BusinessFailure,
  CallResult,
  CallSuccess,
  ClientInput,
  WooriConnection,
} from "./runtime/connection.ts";
export type {
  AccessTokenSource,
  CallErrorEvent,
  CallOptions,
  CallRequestEvent,
  CallResponseEvent,
  Hooks,
  NodeOptions,
  WooriOptions,
} from "./runtime/options.ts";

/** 우리은행 오픈API 클라이언트 설정입니다. */
export interface WooriClientOptions extends Omit<WooriOptions, "dataHeader"> {
  /** 모든 호출의 dataHeader에 사용할 값입니다. 호출할 때 지정한 값이 우선합니다. */
  dataHeader?: Partial<types.RequestDataHeader>;
}

/**
 * 우리은행 오픈API 연결을 만듭니다. 오퍼레이션 함수의 첫 번째 인자로 전달하면, 번들에는 import한 오퍼레이션만 들어갑니다.
 *
 * @throws {WooriInputError} 쓸 수 없는 설정이 있습니다.
 */
export function createWooriConnection(options: WooriClientOptions): WooriConnection {
  const { call, close } = connect(platform, options as WooriOptions);
  return { call, close };
}
