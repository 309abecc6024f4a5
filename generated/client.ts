// npm run generate. 직접 고치지 않습니다.
import type { Client } from "openapi-fetch";
import { contract } from "./contract.ts";
import type { CallOptions, WooriOptions } from "./runtime/options.ts";
import { type CallResult, createRuntime } from "./runtime/runtime.ts";
import type * as types from "./types.ts";

export * from "./runtime/errors.ts";
export type { CallOptions, WooriOptions } from "./runtime/options.ts";
export type { CallResult } from "./runtime/runtime.ts";
export type * from "./types.ts";

/** 요청 본문입니다. dataHeader는 클라이언트를 만들 때 정한 값으로 채워지므로 다른 항목만 지정할 수 있습니다. */
export type ClientInput<Body extends { dataHeader: object; dataBody: object }> = Omit<Body, "dataHeader"> & { dataHeader?: Partial<Body["dataHeader"]> };

/** 우리은행 오픈API 클라이언트 설정입니다. */
export interface WooriClientOptions extends Omit<WooriOptions, "dataHeader"> {
  /** 모든 호출의 dataHeader에 사용할 값입니다. 호출할 때 지정한 값이 우선합니다. */
  dataHeader?: Partial<types.RequestDataHeader>;
}

/** 우리은행 오픈API 클라이언트입니다. 결과를 돌려주거나 WooriError를 던집니다. */
export interface WooriClient {
  /**
   * 대출기본정보요청
   *
   * @throws {WooriInputError} 보내기 전에 찾은 잘못입니다.
   * @throws {WooriApiError} 은행이 거부한 요청입니다.
   * @throws {WooriTransportError} 쓸 수 있는 응답을 받지 못했습니다.
   */
  getCreditLoanBasicInfo(input: ClientInput<types.GetCreditLoanBasicInfoRequest>, options?: CallOptions): Promise<CallResult<types.GetCreditLoanBasicInfoResponse>>;
  /**
   * 토큰 확인
   *
   * @throws {WooriInputError} 보내기 전에 찾은 잘못입니다.
   * @throws {WooriApiError} 은행이 거부한 요청입니다.
   * @throws {WooriTransportError} 쓸 수 있는 응답을 받지 못했습니다.
   */
  checkToken(options?: CallOptions): Promise<CallResult<types.CheckTokenResponse>>;
  /** openapi-fetch 클라이언트입니다. 같은 전송과 보호 장치를 사용하지만 본문을 검증하지 않습니다. */
  raw: Client<types.paths>;
  /** 유지하던 연결을 닫습니다. */
  close(): void;
}

/**
 * 우리은행 오픈API 클라이언트를 만듭니다.
 *
 * @throws {WooriInputError} 쓸 수 없는 설정이 있습니다.
 */
export function createWooriClient(options: WooriClientOptions): WooriClient {
  const { call, raw, close } = createRuntime<types.paths>(contract, options as WooriOptions);
  return {
    getCreditLoanBasicInfo: (input, options) => call("getCreditLoanBasicInfo", input, options) as ReturnType<WooriClient["getCreditLoanBasicInfo"]>,
    checkToken: (options) => call("checkToken", undefined, options) as ReturnType<WooriClient["checkToken"]>,
    raw,
    close,
  };
}
