// npm run generate. 직접 고치지 않습니다.
import type { Contract, FieldNode } from "./runtime/contract.ts";
import * as validators from "./validators.ts";

const requestDataHeaderFields: FieldNode = { kind: "object", fields: { "UTZPE_CNCT_IPAD": { kind: "text", name: "이용자접속IP주소", sensitive: true }, "UTZPE_CNCT_MCHR_UNQ_ID": { kind: "text", name: "이용자접속기기고유ID", sensitive: true }, "UTZPE_CNCT_TEL_NO_TXT": { kind: "text", name: "이용자접속전화번호", sensitive: true }, "UTZPE_CNCT_MCHR_IDF_SRNO": { kind: "text", name: "이용자접속기기식별일련번호", sensitive: true }, "UTZ_MCHR_OS_DSCD": { kind: "text", name: "이용기기운영체계구분코드" }, "UTZ_MCHR_OS_VER_NM": { kind: "text", name: "이용기기운영체계버전명" }, "UTZ_MCHR_MDL_NM": { kind: "text", name: "이용기기모델명" }, "UTZ_MCHR_APP_VER_NM": { kind: "text", name: "앱 버전" } } };
const creditLoanBasicInfoRequestDataBodyFields: FieldNode = { kind: "object", fields: { "CRINF_INQ_AGR_YN": { kind: "text", name: "SGI서울보증 개인정보 동의여부" }, "CRINF_UTZ_OFR_YN": { kind: "text", name: "개인(신용정보수집 이용제공동의_여신)" }, "CRINF_OFR_AGR_YN": { kind: "text", name: "개인(신용)정보조회 동의서" }, "CUS_IDF_INF_AGR_YN": { kind: "text", name: "공공기관전산정보이용동의서 (고객식별정보동의여부)" } } };
const creditLoanBasicInfoRequestFields: FieldNode = { kind: "object", fields: { "dataHeader": requestDataHeaderFields, "dataBody": creditLoanBasicInfoRequestDataBodyFields } };
const responseDataHeaderFields: FieldNode = { kind: "object", fields: { "GLBL_ID": { kind: "text", name: "글로벌ID", role: "globalId" } } };
const creditLoanAccountFields: FieldNode = { kind: "object", fields: { "CUS_USG_ACNO": { kind: "text", name: "입금가능계좌번호", sensitive: true } } };
const creditLoanBasicInfoResponseDataBodyFields: FieldNode = { kind: "object", fields: { "LN_AVL_AM": { kind: "text", name: "대출금액(대출한도금액)", sensitive: true }, "ZPNO_1": { kind: "text", name: "자택 우편번호", sensitive: true }, "ZPNO_ADR": { kind: "text", name: "자택주소", sensitive: true }, "ATCD_ADR_1": { kind: "text", name: "자택상세주소", sensitive: true }, "WRLC_TEL_1": { kind: "text", name: "직장전화번호", sensitive: true }, "WRLC_NM_1": { kind: "text", name: "직장명", sensitive: true }, "EMAIL_1": { kind: "text", name: "고객이메일주소", sensitive: true }, "ERR_TXT": { kind: "text", name: "오류내용", role: "businessError" }, "SGI_TSBSR_NO": { kind: "text", name: "서울보증보험가청약번호", sensitive: true }, "CNT": { kind: "text", name: "입금가능계좌수" }, "ACCOUNT_LIST": { kind: "list", name: "반복부", item: creditLoanAccountFields } } };
const creditLoanBasicInfoResponseFields: FieldNode = { kind: "object", fields: { "dataHeader": responseDataHeaderFields, "dataBody": creditLoanBasicInfoResponseDataBodyFields } };
const errorListItemFields: FieldNode = { kind: "object", fields: { "MSG_CD": { kind: "text", name: "메세지코드(전문)", role: "listCode" }, "MAIN_MSG_TXT": { kind: "text", name: "주메세지내용(전문)", role: "listMessage" } } };
const errorDataBodyFields: FieldNode = { kind: "object", fields: { "MAIN_MSG_INF_REPT_CN": { kind: "text", name: "주메세지정보반복수(전문)" }, "ERRORLIST": { kind: "list", name: "주메세지리스트(전문)", role: "errorList", item: errorListItemFields }, "ERRCODE": { kind: "text", name: "메세지코드(API)", role: "errorCode", aliases: ["ERRORCODE"] }, "ERRUSRMSG": { kind: "text", name: "에러메세지(API)", role: "errorMessage" } } };
const errorResponseFields: FieldNode = { kind: "object", fields: { "dataHeader": responseDataHeaderFields, "dataBody": errorDataBodyFields } };
const responseEnvelopeFields: FieldNode = { kind: "object", fields: { "dataHeader": responseDataHeaderFields, "dataBody": { kind: "object", fields: {  } } } };

/** What the spec says, as the runtime reads it. */
export const contract: Contract = {
  operations: {
    getCreditLoanBasicInfo: {
      path: "/oai/wb/v1/credit/getCreditLoanBasicInfo",
      method: "GET",
      fallback: "POST",
      security: [["appKey","secretKey"],["appKey","secretKey","bearer"]],
      request: creditLoanBasicInfoRequestFields,
      response: creditLoanBasicInfoResponseFields,
      error: errorResponseFields,
      validateRequest: validators.getCreditLoanBasicInfoRequest,
      validateResponse: validators.getCreditLoanBasicInfoResponse,
    },
    checkToken: {
      path: "/oap/wb/v2/oauth/tokencheck",
      method: "GET",
      security: [["appKey","bearer"]],
      response: responseEnvelopeFields,
      error: errorResponseFields,
      validateResponse: validators.checkTokenResponse,
    },
  },
  schemes: {
    "appKey": {
      "header": "appKey",
      "prefix": ""
    },
    "secretKey": {
      "header": "secretKey",
      "prefix": ""
    },
    "bearer": {
      "header": "Authorization",
      "prefix": "Bearer "
    }
  },
  errorCodes: {
    "SYSCD01000": {
      "meaning": "필수 입력값 누락",
      "advice": "4.1.2의 필수 항목 키를 모두 보내는지 확인합니다.",
      "retryable": false
    },
    "SYSCD01001": {
      "meaning": "복호화 오류",
      "advice": "암호화 키와 방식을 은행이 안내한 값과 비교합니다.",
      "retryable": false
    },
    "SYSCD01002": {
      "meaning": "전문 처리 오류",
      "advice": "처리되었는지 알 수 없으므로 다시 보내지 말고 GLBL_ID와 ERRORLIST를 은행에 알립니다.",
      "retryable": false
    },
    "SYSCD01003": {
      "meaning": "처리 시간 초과",
      "advice": "처리되었을 수 있으므로 자동으로 다시 보내지 말고 처리 결과를 먼저 확인합니다.",
      "retryable": false
    },
    "SYSCD01004": {
      "meaning": "필수 헤더값 누락",
      "advice": "dataHeader의 여덟 항목을 모두 보내는지 확인합니다.",
      "retryable": false
    },
    "SYSCD01005": {
      "meaning": "JSON 형식 오류",
      "advice": "본문이 UTF-8로 적은 올바른 JSON인지 확인합니다.",
      "retryable": false
    },
    "SYSCD01006": {
      "meaning": "잘못된 입력값",
      "advice": "동의여부가 Y 또는 N인지 등 항목별 값을 확인합니다.",
      "retryable": false
    },
    "SYSCD01007": {
      "meaning": "암호화 오류",
      "advice": "처리되었을 수 있으므로 다시 보내지 말고 GLBL_ID를 은행에 알립니다.",
      "retryable": false
    },
    "SYSCD01008": {
      "meaning": "자릿수 오류",
      "advice": "4.1.2의 타입에 적힌 길이 안에서 보내는지 확인합니다.",
      "retryable": false
    },
    "SYSCD01009": {
      "meaning": "쿼리 형식 오류",
      "advice": "쿼리 값을 URL 인코딩했는지 확인합니다.",
      "retryable": false
    },
    "SYSCD01999": {
      "meaning": "API 서버 오류",
      "advice": "처리되었는지 알 수 없으므로 다시 보내지 말고 GLBL_ID를 은행에 알립니다.",
      "retryable": false
    },
    "SYSCD02001": {
      "meaning": "필수 헤더 누락",
      "advice": "appKey, secretKey, Authorization, Content-Type 가운데 오퍼레이션이 요구하는 헤더를 모두 보내는지 확인합니다.",
      "retryable": false
    },
    "SYSCD02101": {
      "meaning": "스키마 검증 실패",
      "advice": "항목 이름, 타입, 길이를 명세와 비교합니다.",
      "retryable": false
    },
    "SYSCD02102": {
      "meaning": "코드 인젝션 차단",
      "advice": "값에서 태그와 스크립트 문자를 제거합니다.",
      "retryable": false
    },
    "SYSCD02103": {
      "meaning": "SQL 인젝션 차단",
      "advice": "값에서 따옴표와 SQL 구문을 제거합니다.",
      "retryable": false
    },
    "SYSCD02901": {
      "meaning": "서비스 없음",
      "advice": "경로와 HTTP Method를 명세와 비교합니다.",
      "retryable": false
    },
    "SYSCD03001": {
      "meaning": "토큰 인증 실패",
      "advice": "액세스 토큰을 새로 발급받아 Authorization 헤더에 Bearer 형식으로 보냅니다.",
      "retryable": false
    },
    "SYSCD03002": {
      "meaning": "해시값 인증 실패",
      "advice": "해시값 헤더는 이 문서의 범위 밖이므로 사용 여부와 계산 방법을 은행에 확인합니다.",
      "retryable": false
    },
    "SYSCD03003": {
      "meaning": "클라이언트 인증 실패",
      "advice": "개발자 포털에서 앱의 상태와 두 키, 사용 API 목록을 확인합니다.",
      "retryable": false
    },
    "SYSCD03101": {
      "meaning": "초당 처리 건수 초과",
      "advice": "처리 전에 거부되었으므로 1초 이상 기다린 뒤 다시 보냅니다.",
      "retryable": true
    },
    "SYSCD03102": {
      "meaning": "최대 호출 건수 초과",
      "advice": "한도가 초기화되기를 기다리거나 개발자 포털에서 플랜을 변경합니다.",
      "retryable": false
    },
    "SYSCD03201": {
      "meaning": "데이터 변환 오류",
      "advice": "처리되었을 수 있으므로 다시 보내지 말고 GLBL_ID를 은행에 알립니다.",
      "retryable": false
    },
    "SYSCD03901": {
      "meaning": "라우팅 실패",
      "advice": "API 서버에 닿기 전의 오류이므로 잠시 뒤 다시 보내고, 되풀이되면 은행에 알립니다.",
      "retryable": true
    },
    "SYSCD09999": {
      "meaning": "게이트웨이 내부 오류",
      "advice": "처리되었는지 알 수 없으므로 다시 보내지 말고 GLBL_ID를 은행에 알립니다.",
      "retryable": false
    }
  },
};
