// npm run generate. 직접 수정하지 마십시오.
import type * as types from "./types.ts";

/** 요청 본문의 예제입니다. */
export const requestExamples: {
  getCreditLoanBasicInfo: Record<"sample", types.GetCreditLoanBasicInfoRequest>;
} = {
  getCreditLoanBasicInfo: {
    /** 원문 4.1.4의 요청 */
    sample: {
      dataHeader: {
        UTZPE_CNCT_IPAD: "10.0.0.1",
        UTZPE_CNCT_MCHR_UNQ_ID: "3B5E6E7B",
        UTZPE_CNCT_TEL_NO_TXT: "01012341234",
        UTZPE_CNCT_MCHR_IDF_SRNO: "IMEI",
        UTZ_MCHR_OS_DSCD: "1",
        UTZ_MCHR_OS_VER_NM: "8.0.0",
        UTZ_MCHR_MDL_NM: "SM-G930S",
        UTZ_MCHR_APP_VER_NM: "1.0.0",
      },
      dataBody: {
        CRINF_INQ_AGR_YN: "Y",
        CRINF_UTZ_OFR_YN: "Y",
        CRINF_OFR_AGR_YN: "Y",
        CUS_IDF_INF_AGR_YN: "Y",
      },
    },
  },
};

/** 정상 응답 본문의 예제입니다. */
export const examples: {
  getCreditLoanBasicInfo: Record<"success" | "noAccounts" | "severalAccounts" | "businessError" | "optionalRowsAbsent", types.GetCreditLoanBasicInfoResponse>;
  checkToken: Record<"valid", types.CheckTokenResponse>;
} = {
  getCreditLoanBasicInfo: {
    /** 정상 응답(계좌 1개, 원문 4.1.5를 바로잡고 GLBL_ID를 더한 값) */
    success: {
      dataHeader: {
        GLBL_ID: "20190628SANDBOX01030000000000005",
      },
      dataBody: {
        LN_AVL_AM: "350000000",
        ZPNO_1: "12032",
        ZPNO_ADR: "서울시 동대문구 답십리2동",
        ATCD_ADR_1: "한신아파트 113동 1207호",
        WRLC_TEL_1: "0222441144",
        WRLC_NM_1: "팔로알토네트워크",
        EMAIL_1: "palto@naver.cim",
        ERR_TXT: "",
        SGI_TSBSR_NO: "1005905932948090",
        CNT: "1",
        ACCOUNT_LIST: [
          {
            CUS_USG_ACNO: "1111111111111",
          },
        ],
      },
    },
    /** 정상 응답(계좌 없음) */
    noAccounts: {
      dataHeader: {
        GLBL_ID: "20190628SANDBOX01030000000000001",
      },
      dataBody: {
        LN_AVL_AM: "12000000",
        ZPNO_1: "04500",
        ZPNO_ADR: "서울시 중구 예시로 1",
        ATCD_ADR_1: "예시빌딩 101호",
        WRLC_TEL_1: "0200000001",
        WRLC_NM_1: "예시상사",
        EMAIL_1: "hong@example.com",
        ERR_TXT: "",
        SGI_TSBSR_NO: "0000000000000001",
        CNT: "0",
        ACCOUNT_LIST: [],
      },
    },
    /** 정상 응답(계좌 3개) */
    severalAccounts: {
      dataHeader: {
        GLBL_ID: "20190628SANDBOX01030000000000002",
      },
      dataBody: {
        LN_AVL_AM: "50000000",
        ZPNO_1: "04500",
        ZPNO_ADR: "서울시 중구 예시로 2",
        ATCD_ADR_1: "예시빌딩 202호",
        WRLC_TEL_1: "0200000002",
        WRLC_NM_1: "예시물산",
        EMAIL_1: "kim@example.com",
        ERR_TXT: "",
        SGI_TSBSR_NO: "0000000000000002",
        CNT: "3",
        ACCOUNT_LIST: [
          {
            CUS_USG_ACNO: "1111111111111",
          },
          {
            CUS_USG_ACNO: "2222222222222",
          },
          {
            CUS_USG_ACNO: "33333333*****",
          },
        ],
      },
    },
    /** 업무 오류(ERR_TXT에 내용이 있는 200 응답) */
    businessError: {
      dataHeader: {
        GLBL_ID: "20190628SANDBOX01030000000000003",
      },
      dataBody: {
        LN_AVL_AM: "",
        ZPNO_1: "",
        ZPNO_ADR: "",
        ATCD_ADR_1: "",
        WRLC_TEL_1: "",
        WRLC_NM_1: "",
        EMAIL_1: "",
        ERR_TXT: "대출 가능한 고객이 아닙니다.",
        SGI_TSBSR_NO: "",
        CNT: "0",
        ACCOUNT_LIST: [],
      },
    },
    /** 정상 응답(선택 필드 GLBL_ID, ERR_TXT, SGI_TSBSR_NO 없음) */
    optionalRowsAbsent: {
      dataHeader: {},
      dataBody: {
        LN_AVL_AM: "30000000",
        ZPNO_1: "04500",
        ZPNO_ADR: "서울시 중구 예시로 4",
        ATCD_ADR_1: "예시빌딩 404호",
        WRLC_TEL_1: "0200000004",
        WRLC_NM_1: "예시전자",
        EMAIL_1: "lee@example.com",
        CNT: "1",
        ACCOUNT_LIST: [
          {
            CUS_USG_ACNO: "4444444444444",
          },
        ],
      },
    },
  },
  checkToken: {
    /** 유효한 토큰 */
    valid: {
      dataHeader: {},
      dataBody: {},
    },
  },
};

/** 오류 코드마다 오류 응답 본문의 예제입니다. */
export const errorExamples: Record<"SYSCD01000" | "SYSCD01001" | "SYSCD01002" | "SYSCD01003" | "SYSCD01004" | "SYSCD01005" | "SYSCD01006" | "SYSCD01007" | "SYSCD01008" | "SYSCD01009" | "SYSCD01999" | "SYSCD02001" | "SYSCD02101" | "SYSCD02102" | "SYSCD02103" | "SYSCD02901" | "SYSCD03001" | "SYSCD03002" | "SYSCD03003" | "SYSCD03101" | "SYSCD03102" | "SYSCD03201" | "SYSCD03901" | "SYSCD09999", types.GetCreditLoanBasicInfoError> = {
  /** SYSCD01000 필수 입력값 누락 */
  SYSCD01000: {
    dataHeader: {},
    dataBody: {
      MAIN_MSG_INF_REPT_CN: "1",
      ERRORLIST: [
        {
          MSG_CD: "SYSCD01000",
          MAIN_MSG_TXT: "본문에 있어야 하는 필드의 키가 없습니다.",
        },
      ],
      ERRCODE: "SYSCD01000",
      ERRUSRMSG: "필수입력값이 누락되었습니다.",
    },
  },
  /** SYSCD01001 복호화 오류 */
  SYSCD01001: {
    dataHeader: {},
    dataBody: {
      MAIN_MSG_INF_REPT_CN: "1",
      ERRORLIST: [
        {
          MSG_CD: "SYSCD01001",
          MAIN_MSG_TXT: "암호화해 보낸 값을 API 서버가 복호화하지 못했습니다.",
        },
      ],
      ERRCODE: "SYSCD01001",
      ERRUSRMSG: "복호화시 에러가 발생하였습니다.",
    },
  },
  /** SYSCD01002 전문 처리 오류 */
  SYSCD01002: {
    dataHeader: {},
    dataBody: {
      MAIN_MSG_INF_REPT_CN: "1",
      ERRORLIST: [
        {
          MSG_CD: "SYSCD01002",
          MAIN_MSG_TXT: "은행 내부 시스템과 전문을 주고받다가 실패했습니다.",
        },
      ],
      ERRCODE: "SYSCD01002",
      ERRUSRMSG: "전문 처리중 에러가 발생하였습니다.",
    },
  },
  /** SYSCD01003 처리 시간 초과 */
  SYSCD01003: {
    dataHeader: {},
    dataBody: {
      MAIN_MSG_INF_REPT_CN: "1",
      ERRORLIST: [
        {
          MSG_CD: "SYSCD01003",
          MAIN_MSG_TXT: "은행 내부 시스템의 응답이 제때 오지 않았습니다.",
        },
      ],
      ERRCODE: "SYSCD01003",
      ERRUSRMSG: "타웃아웃이 발생하였습니다.",
    },
  },
  /** SYSCD01004 필수 헤더값 누락 */
  SYSCD01004: {
    dataHeader: {},
    dataBody: {
      MAIN_MSG_INF_REPT_CN: "1",
      ERRORLIST: [
        {
          MSG_CD: "SYSCD01004",
          MAIN_MSG_TXT: "dataHeader에 있어야 하는 필드의 키가 없습니다.",
        },
      ],
      ERRCODE: "SYSCD01004",
      ERRUSRMSG: "필수 헤더값이 존재하지 않습니다.",
    },
  },
  /** SYSCD01005 JSON 형식 오류 */
  SYSCD01005: {
    dataHeader: {},
    dataBody: {
      MAIN_MSG_INF_REPT_CN: "1",
      ERRORLIST: [
        {
          MSG_CD: "SYSCD01005",
          MAIN_MSG_TXT: "본문을 JSON으로 읽을 수 없습니다.",
        },
      ],
      ERRCODE: "SYSCD01005",
      ERRUSRMSG: "JSON 데이터 포맷 에러가 발생하였습니다.",
    },
  },
  /** SYSCD01006 잘못된 입력값 */
  SYSCD01006: {
    dataHeader: {},
    dataBody: {
      MAIN_MSG_INF_REPT_CN: "1",
      ERRORLIST: [
        {
          MSG_CD: "SYSCD01006",
          MAIN_MSG_TXT: "필드의 값이 허용된 값이 아닙니다.",
        },
      ],
      ERRCODE: "SYSCD01006",
      ERRUSRMSG: "입력값이 올바르지 않습니다.",
    },
  },
  /** SYSCD01007 암호화 오류 */
  SYSCD01007: {
    dataHeader: {},
    dataBody: {
      MAIN_MSG_INF_REPT_CN: "1",
      ERRORLIST: [
        {
          MSG_CD: "SYSCD01007",
          MAIN_MSG_TXT: "API 서버가 응답을 암호화하지 못했습니다.",
        },
      ],
      ERRCODE: "SYSCD01007",
      ERRUSRMSG: "암호화시 에러가 발생하였습니다.",
    },
  },
  /** SYSCD01008 자릿수 오류 */
  SYSCD01008: {
    dataHeader: {},
    dataBody: {
      MAIN_MSG_INF_REPT_CN: "1",
      ERRORLIST: [
        {
          MSG_CD: "SYSCD01008",
          MAIN_MSG_TXT: "필드의 값이 정해진 길이를 넘었습니다.",
        },
      ],
      ERRCODE: "SYSCD01008",
      ERRUSRMSG: "자릿수가 올바르지 않습니다.",
    },
  },
  /** SYSCD01009 쿼리 형식 오류 */
  SYSCD01009: {
    dataHeader: {},
    dataBody: {
      MAIN_MSG_INF_REPT_CN: "1",
      ERRORLIST: [
        {
          MSG_CD: "SYSCD01009",
          MAIN_MSG_TXT: "주소의 쿼리를 읽을 수 없습니다.",
        },
      ],
      ERRCODE: "SYSCD01009",
      ERRUSRMSG: "Param/Query 데이터 포맷 에러.",
    },
  },
  /** SYSCD01999 API 서버 오류 */
  SYSCD01999: {
    dataHeader: {},
    dataBody: {
      MAIN_MSG_INF_REPT_CN: "1",
      ERRORLIST: [
        {
          MSG_CD: "SYSCD01999",
          MAIN_MSG_TXT: "API 서버에서 알려지지 않은 오류가 발생했습니다.",
        },
      ],
      ERRCODE: "SYSCD01999",
      ERRUSRMSG: "서버 에러.",
    },
  },
  /** SYSCD02001 필수 헤더 누락 */
  SYSCD02001: {
    dataHeader: {},
    dataBody: {
      MAIN_MSG_INF_REPT_CN: "1",
      ERRORLIST: [
        {
          MSG_CD: "SYSCD02001",
          MAIN_MSG_TXT: "게이트웨이가 요구하는 HTTP 헤더가 없습니다.",
        },
      ],
      ERRCODE: "SYSCD02001",
      ERRUSRMSG: "필수헤더 정보가 존재하지 않습니다.",
    },
  },
  /** SYSCD02101 스키마 검증 실패 */
  SYSCD02101: {
    dataHeader: {},
    dataBody: {
      MAIN_MSG_INF_REPT_CN: "1",
      ERRORLIST: [
        {
          MSG_CD: "SYSCD02101",
          MAIN_MSG_TXT: "본문이 등록된 스키마와 다릅니다.",
        },
      ],
      ERRCODE: "SYSCD02101",
      ERRUSRMSG: "스키마 검증을 실패 하였습니다.",
    },
  },
  /** SYSCD02102 코드 인젝션 차단 */
  SYSCD02102: {
    dataHeader: {},
    dataBody: {
      MAIN_MSG_INF_REPT_CN: "1",
      ERRORLIST: [
        {
          MSG_CD: "SYSCD02102",
          MAIN_MSG_TXT: "값에 스크립트로 해석될 수 있는 내용이 있습니다.",
        },
      ],
      ERRCODE: "SYSCD02102",
      ERRUSRMSG: "코드 인젝션 검증을 실패 하였습니다.",
    },
  },
  /** SYSCD02103 SQL 인젝션 차단 */
  SYSCD02103: {
    dataHeader: {},
    dataBody: {
      MAIN_MSG_INF_REPT_CN: "1",
      ERRORLIST: [
        {
          MSG_CD: "SYSCD02103",
          MAIN_MSG_TXT: "값에 SQL로 해석될 수 있는 내용이 있습니다.",
        },
      ],
      ERRCODE: "SYSCD02103",
      ERRUSRMSG: "SQL 인젝션 검증을 실패 하였습니다.",
    },
  },
  /** SYSCD02901 서비스 없음 */
  SYSCD02901: {
    dataHeader: {},
    dataBody: {
      MAIN_MSG_INF_REPT_CN: "1",
      ERRORLIST: [
        {
          MSG_CD: "SYSCD02901",
          MAIN_MSG_TXT: "주소 또는 HTTP Method가 등록된 서비스와 다릅니다.",
        },
      ],
      ERRCODE: "SYSCD02901",
      ERRUSRMSG: "요청한 서비스를 찾을 수 없습니다.",
    },
  },
  /** SYSCD03001 토큰 인증 실패 */
  SYSCD03001: {
    dataHeader: {},
    dataBody: {
      MAIN_MSG_INF_REPT_CN: "1",
      ERRORLIST: [
        {
          MSG_CD: "SYSCD03001",
          MAIN_MSG_TXT: "액세스 토큰이 만료되었거나 올바르지 않습니다.",
        },
      ],
      ERRCODE: "SYSCD03001",
      ERRUSRMSG: "토큰 검증 오류로 인증에 실패 하였습니다.",
    },
  },
  /** SYSCD03002 해시값 인증 실패 */
  SYSCD03002: {
    dataHeader: {},
    dataBody: {
      MAIN_MSG_INF_REPT_CN: "1",
      ERRORLIST: [
        {
          MSG_CD: "SYSCD03002",
          MAIN_MSG_TXT: "요청 본문의 해시값이 맞지 않습니다.",
        },
      ],
      ERRCODE: "SYSCD03002",
      ERRUSRMSG: "해시값 검증 오류로 인증에 실패 하였습니다.",
    },
  },
  /** SYSCD03003 클라이언트 인증 실패 */
  SYSCD03003: {
    dataHeader: {},
    dataBody: {
      MAIN_MSG_INF_REPT_CN: "1",
      ERRORLIST: [
        {
          MSG_CD: "SYSCD03003",
          MAIN_MSG_TXT: "앱 키나 시크릿 키가 맞지 않거나, 앱이 서비스 중 상태가 아니거나, 앱에 이 API가 등록되어 있지 않습니다.",
        },
      ],
      ERRCODE: "SYSCD03003",
      ERRUSRMSG: "클라이언트 인증에 실패 하였습니다.",
    },
  },
  /** SYSCD03101 초당 처리 건수 초과 */
  SYSCD03101: {
    dataHeader: {},
    dataBody: {
      MAIN_MSG_INF_REPT_CN: "1",
      ERRORLIST: [
        {
          MSG_CD: "SYSCD03101",
          MAIN_MSG_TXT: "플랜이 허용하는 초당 호출 수를 넘었습니다.",
        },
      ],
      ERRCODE: "SYSCD03101",
      ERRUSRMSG: "초당 처리 건수를 초과 하였습니다.",
    },
  },
  /** SYSCD03102 최대 호출 건수 초과 */
  SYSCD03102: {
    dataHeader: {},
    dataBody: {
      MAIN_MSG_INF_REPT_CN: "1",
      ERRORLIST: [
        {
          MSG_CD: "SYSCD03102",
          MAIN_MSG_TXT: "플랜이 허용하는 전체 호출 수를 모두 사용했습니다.",
        },
      ],
      ERRCODE: "SYSCD03102",
      ERRUSRMSG: "최대 호출 허용 건수를 초과 하였습니다.",
    },
  },
  /** SYSCD03201 데이터 변환 오류 */
  SYSCD03201: {
    dataHeader: {},
    dataBody: {
      MAIN_MSG_INF_REPT_CN: "1",
      ERRORLIST: [
        {
          MSG_CD: "SYSCD03201",
          MAIN_MSG_TXT: "게이트웨이가 요청이나 응답을 변환하지 못했습니다.",
        },
      ],
      ERRCODE: "SYSCD03201",
      ERRUSRMSG: "데이터 변환시 오류가 발생하였습니다.",
    },
  },
  /** SYSCD03901 라우팅 실패 */
  SYSCD03901: {
    dataHeader: {},
    dataBody: {
      MAIN_MSG_INF_REPT_CN: "1",
      ERRORLIST: [
        {
          MSG_CD: "SYSCD03901",
          MAIN_MSG_TXT: "게이트웨이가 API 서버에 요청을 전달하지 못했습니다.",
        },
      ],
      ERRCODE: "SYSCD03901",
      ERRUSRMSG: "라우팅을 실패하였습니다.",
    },
  },
  /** SYSCD09999 게이트웨이 내부 오류 */
  SYSCD09999: {
    dataHeader: {},
    dataBody: {
      MAIN_MSG_INF_REPT_CN: "1",
      ERRORLIST: [
        {
          MSG_CD: "SYSCD09999",
          MAIN_MSG_TXT: "게이트웨이에서 알려지지 않은 오류가 발생했습니다.",
        },
      ],
      ERRCODE: "SYSCD09999",
      ERRUSRMSG: "게이트웨이 내부 오류",
    },
  },
};
