// npm run generate. 직접 수정하지 마십시오.
import type { CallResult, ClientInput, WooriConnection } from "../runtime/connection.ts";
import type { Operation, SchemaNode } from "../runtime/contract.ts";
import * as is from "../runtime/is.ts";
import type { CallOptions } from "../runtime/options.ts";
import { ErrorResponse } from "../schemas/ErrorResponse.ts";
import { ResponseDataHeader } from "../schemas/ResponseDataHeader.ts";
import type * as types from "../types.ts";

const $pattern1 = /^[0-9]*$/u;
const CreditLoanAccount: SchemaNode = {
  kind: "object",
  accepts: (value) => is.object(value) && is.text(value.CUS_USG_ACNO, 15),
  fields: {
    CUS_USG_ACNO: { kind: "text", name: "입금가능계좌번호", sensitive: true, max: 15 },
  },
};
const CreditLoanBasicInfoResponseDataBody: SchemaNode = {
  kind: "object",
  optional: ["ERR_TXT", "SGI_TSBSR_NO"],
  accepts: (value) => is.object(value) && is.text(value.LN_AVL_AM) && $pattern1.test(value.LN_AVL_AM) && is.text(value.ZPNO_1) && is.text(value.ZPNO_ADR) && is.text(value.ATCD_ADR_1) && is.text(value.WRLC_TEL_1) && is.text(value.WRLC_NM_1) && is.text(value.EMAIL_1) && (value.ERR_TXT === undefined || is.text(value.ERR_TXT)) && (value.SGI_TSBSR_NO === undefined || is.text(value.SGI_TSBSR_NO, 20)) && is.text(value.CNT) && $pattern1.test(value.CNT) && is.list(value.ACCOUNT_LIST, (item) => CreditLoanAccount.accepts(item)),
  fields: {
    LN_AVL_AM: { kind: "text", name: "대출금액(대출한도금액)", sensitive: true, pattern: $pattern1 },
    ZPNO_1: { kind: "text", name: "자택 우편번호", sensitive: true },
    ZPNO_ADR: { kind: "text", name: "자택주소", sensitive: true },
    ATCD_ADR_1: { kind: "text", name: "자택상세주소", sensitive: true },
    WRLC_TEL_1: { kind: "text", name: "직장전화번호", sensitive: true },
    WRLC_NM_1: { kind: "text", name: "직장명", sensitive: true },
    EMAIL_1: { kind: "text", name: "고객이메일주소", sensitive: true },
    ERR_TXT: { kind: "text", name: "오류내용", role: "businessError" },
    SGI_TSBSR_NO: { kind: "text", name: "서울보증보험가청약번호", sensitive: true, max: 20 },
    CNT: { kind: "text", name: "입금가능계좌수", pattern: $pattern1 },
    ACCOUNT_LIST: { kind: "list", name: "반복부", item: CreditLoanAccount },
  },
};
const CreditLoanBasicInfoResponse: SchemaNode = {
  kind: "object",
  accepts: (value) => is.object(value) && ResponseDataHeader.accepts(value.dataHeader) && CreditLoanBasicInfoResponseDataBody.accepts(value.dataBody),
  fields: {
    dataHeader: ResponseDataHeader,
    dataBody: CreditLoanBasicInfoResponseDataBody,
  },
};
const RequestDataHeader: SchemaNode = {
  kind: "object",
  closed: true,
  accepts: (value) => is.object(value) && is.text(value.UTZPE_CNCT_IPAD, 39) && is.text(value.UTZPE_CNCT_MCHR_UNQ_ID, 100) && is.text(value.UTZPE_CNCT_TEL_NO_TXT, 40) && is.text(value.UTZPE_CNCT_MCHR_IDF_SRNO, 20) && is.text(value.UTZ_MCHR_OS_DSCD, 1) && is.text(value.UTZ_MCHR_OS_VER_NM, 20) && is.text(value.UTZ_MCHR_MDL_NM, 20) && is.text(value.UTZ_MCHR_APP_VER_NM, 20) && is.size(value, 8),
  fields: {
    UTZPE_CNCT_IPAD: { kind: "text", name: "이용자접속IP주소", sensitive: true, max: 39 },
    UTZPE_CNCT_MCHR_UNQ_ID: { kind: "text", name: "이용자접속기기고유ID", sensitive: true, max: 100 },
    UTZPE_CNCT_TEL_NO_TXT: { kind: "text", name: "이용자접속전화번호", sensitive: true, max: 40 },
    UTZPE_CNCT_MCHR_IDF_SRNO: { kind: "text", name: "이용자접속기기식별일련번호", sensitive: true, max: 20 },
    UTZ_MCHR_OS_DSCD: { kind: "text", name: "이용기기운영체계구분코드", max: 1 },
    UTZ_MCHR_OS_VER_NM: { kind: "text", name: "이용기기운영체계버전명", max: 20 },
    UTZ_MCHR_MDL_NM: { kind: "text", name: "이용기기모델명", max: 20 },
    UTZ_MCHR_APP_VER_NM: { kind: "text", name: "앱 버전", max: 20 },
  },
};
const CreditLoanBasicInfoRequestDataBody: SchemaNode = {
  kind: "object",
  closed: true,
  accepts: (value) => is.object(value) && (value.CRINF_INQ_AGR_YN === "Y" || value.CRINF_INQ_AGR_YN === "N") && (value.CRINF_UTZ_OFR_YN === "Y" || value.CRINF_UTZ_OFR_YN === "N") && (value.CRINF_OFR_AGR_YN === "Y" || value.CRINF_OFR_AGR_YN === "N") && (value.CUS_IDF_INF_AGR_YN === "Y" || value.CUS_IDF_INF_AGR_YN === "N") && is.size(value, 4),
  fields: {
    CRINF_INQ_AGR_YN: { kind: "text", name: "SGI서울보증 개인정보 동의여부", values: ["Y", "N"] },
    CRINF_UTZ_OFR_YN: { kind: "text", name: "개인(신용정보수집 이용제공동의_여신)", values: ["Y", "N"] },
    CRINF_OFR_AGR_YN: { kind: "text", name: "개인(신용)정보조회 동의서", values: ["Y", "N"] },
    CUS_IDF_INF_AGR_YN: { kind: "text", name: "공공기관전산정보이용동의서 (고객식별정보동의여부)", values: ["Y", "N"] },
  },
};
const CreditLoanBasicInfoRequest: SchemaNode = {
  kind: "object",
  closed: true,
  accepts: (value) => is.object(value) && RequestDataHeader.accepts(value.dataHeader) && CreditLoanBasicInfoRequestDataBody.accepts(value.dataBody) && is.size(value, 2),
  fields: {
    dataHeader: RequestDataHeader,
    dataBody: CreditLoanBasicInfoRequestDataBody,
  },
};

/** What the spec says of getCreditLoanBasicInfo. */
export const operation: Operation = {
  id: "getCreditLoanBasicInfo",
  path: "/oai/wb/v1/credit/getCreditLoanBasicInfo",
  method: "GET",
  fallback: "POST",
  security: [["appKey", "secretKey"], ["appKey", "secretKey", "bearer"]],
  request: CreditLoanBasicInfoRequest,
  response: CreditLoanBasicInfoResponse,
  error: ErrorResponse,
};

/**
 * 대출기본정보요청
 *
 * @throws {WooriInputError} 요청이 명세와 맞지 않아 보내지 않았습니다.
 * @throws {WooriApiError} 은행이 요청을 거부했습니다.
 * @throws {WooriTransportError} 쓸 수 있는 응답을 받지 못했습니다.
 */
export function getCreditLoanBasicInfo(woori: WooriConnection, input: ClientInput<types.GetCreditLoanBasicInfoRequest>, options?: CallOptions): Promise<CallResult<types.GetCreditLoanBasicInfoResponse>> {
  return woori.call(operation, input, options) as Promise<CallResult<types.GetCreditLoanBasicInfoResponse>>;
}
