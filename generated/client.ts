// npm run generate. 직접 수정하지 마십시오.
import type { Client } from "openapi-fetch";
import type { WooriClientOptions } from "./connection.ts";
import { operation as getCreditLoanBasicInfo } from "./operations/getCreditLoanBasicInfo.ts";
import { operation as checkToken } from "./operations/checkToken.ts";
import { platform } from "./platform.ts";
import { type CallResult, type CallSuccess, type ClientInput, connect } from "./runtime/connection.ts";
import type { CallOptions, WooriOptions } from "./runtime/options.ts";
import { rawClient } from "./runtime/raw.ts";
import type * as types from "./types.ts";

export * from "./connection.ts";
export type * from "./types.ts";

/** 우리은행 오픈API 클라이언트입니다. 결과를 반환하거나 WooriError를 던집니다. */
export interface WooriClient {
  /**
   * 대출기본정보요청
   *
   * @throws {WooriInputError} 요청이 명세와 맞지 않아 보내지 않았습니다.
   * @throws {WooriApiError} 은행이 요청을 거부했습니다.
   * @throws {WooriTransportError} 쓸 수 있는 응답을 받지 못했습니다.
   */
  getCreditLoanBasicInfo(input: ClientInput<types.GetCreditLoanBasicInfoRequest>, options?: CallOptions): Promise<CallResult<types.GetCreditLoanBasicInfoResponse>>;
  /**
   * 토큰 확인
   *
   * @throws {WooriInputError} 요청이 명세와 맞지 않아 보내지 않았습니다.
   * @throws {WooriApiError} 은행이 요청을 거부했습니다.
   * @throws {WooriTransportError} 쓸 수 있는 응답을 받지 못했습니다.
   */
  checkToken(options?: CallOptions): Promise<CallSuccess<types.CheckTokenResponse>>;
  /** openapi-fetch 클라이언트입니다. 같은 전송과 보호 장치를 사용하지만 본문을 검증하지 않습니다. */
  readonly raw: Client<types.paths>;
  /** 유지하던 연결을 닫습니다. */
  close(): void;
}

/**
 * 우리은행 오픈API 클라이언트를 만듭니다.
 *
 * @throws {WooriInputError} 쓸 수 없는 설정이 있습니다.
 */
export function createWooriClient(options: WooriClientOptions): WooriClient {
  const wire = connect(platform, options as WooriOptions);
  let raw: Client<types.paths> | undefined;
  return {
    getCreditLoanBasicInfo: (input, options) => wire.call(getCreditLoanBasicInfo, input, options) as Promise<CallResult<types.GetCreditLoanBasicInfoResponse>>,
    checkToken: (options) => wire.call(checkToken, undefined, options) as Promise<CallSuccess<types.CheckTokenResponse>>,
    get raw() {
      return (raw ??= rawClient<types.paths>(wire, [getCreditLoanBasicInfo, checkToken]));
    },
    close: wire.close,
  };
}
