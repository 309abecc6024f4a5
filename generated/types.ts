// npm run generate. 직접 수정하지 마십시오.
export interface paths {
    "/oai/wb/v1/credit/getCreditLoanBasicInfo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 대출기본정보요청
         * @description 고객의 동의 여부를 보내고 대출한도와 고객 정보, 입금가능계좌를 받습니다.
         *     원문이 정한 대로 GET 요청에 JSON 본문을 싣습니다. 본문이 있는 GET을 보낼 수 없는 환경에서는 같은 주소에 POST로 보냅니다.
         */
        get: operations["getCreditLoanBasicInfo"];
        put?: never;
        /**
         * 대출기본정보요청(POST)
         * @description getCreditLoanBasicInfo와 같은 요청과 응답을 POST로 주고받습니다.
         */
        post: operations["postCreditLoanBasicInfo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oap/wb/v2/oauth/tokencheck": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 토큰 확인
         * @description 액세스 토큰이 유효한지 확인합니다. 성공하면 공통 형식(dataHeader, dataBody)으로 응답하며 dataBody의 필드는 원문에 없습니다.
         *     원문 3.4에는 Content-Type(application/x-www-form-urlencoded)만 있고 본문이 없으므로 본문 없이 보냅니다.
         */
        get: operations["checkToken"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * 요청 데이터 헤더
         * @description 이용자가 접속한 기기의 정보입니다. 모든 필드의 키가 있어야 하며 값이 없으면 빈 문자열을 보냅니다.
         */
        RequestDataHeader: {
            /** 이용자접속IP주소 */
            UTZPE_CNCT_IPAD: string;
            /** 이용자접속기기고유ID */
            UTZPE_CNCT_MCHR_UNQ_ID: string;
            /**
             * 이용자접속전화번호
             * @description 원문의 예제에는 하이픈 없이 숫자만 있습니다.
             */
            UTZPE_CNCT_TEL_NO_TXT: string;
            /** 이용자접속기기식별일련번호 */
            UTZPE_CNCT_MCHR_IDF_SRNO: string;
            /**
             * 이용기기운영체계구분코드
             * @description 코드표는 공개되어 있지 않습니다. 원문의 예제에서는 Android 기기의 값이 1입니다.
             */
            UTZ_MCHR_OS_DSCD: string;
            /** 이용기기운영체계버전명 */
            UTZ_MCHR_OS_VER_NM: string;
            /** 이용기기모델명 */
            UTZ_MCHR_MDL_NM: string;
            /** 앱 버전 */
            UTZ_MCHR_APP_VER_NM: string;
        };
        /** 대출기본정보 요청 데이터 */
        CreditLoanBasicInfoRequestDataBody: {
            /**
             * SGI서울보증 개인정보 동의여부
             * @enum {string}
             */
            CRINF_INQ_AGR_YN: "Y" | "N";
            /**
             * 개인(신용정보수집 이용제공동의_여신)
             * @enum {string}
             */
            CRINF_UTZ_OFR_YN: "Y" | "N";
            /**
             * 개인(신용)정보조회 동의서
             * @enum {string}
             */
            CRINF_OFR_AGR_YN: "Y" | "N";
            /**
             * 공공기관전산정보이용동의서 (고객식별정보동의여부)
             * @enum {string}
             */
            CUS_IDF_INF_AGR_YN: "Y" | "N";
        };
        /** 대출기본정보 요청 */
        CreditLoanBasicInfoRequest: {
            dataHeader: components["schemas"]["RequestDataHeader"];
            dataBody: components["schemas"]["CreditLoanBasicInfoRequestDataBody"];
        };
        /** 응답 데이터 헤더 */
        ResponseDataHeader: {
            /**
             * 글로벌ID
             * @description 거래를 식별하는 값으로, 은행에 문의할 때 함께 전달합니다. 실제 응답에는 없을 수 있습니다.
             */
            GLBL_ID?: string;
        };
        /** 입금가능계좌 */
        CreditLoanAccount: {
            /**
             * 입금가능계좌번호
             * @description 하이픈 없는 계좌번호이며, 뒷자리가 *로 마스킹되어 올 수 있습니다.
             */
            CUS_USG_ACNO: string;
        };
        /** 대출기본정보 응답 데이터 */
        CreditLoanBasicInfoResponseDataBody: {
            /**
             * 대출금액(대출한도금액)
             * @description 원 단위의 금액이며, 숫자로만 된 문자열입니다.
             */
            LN_AVL_AM: string;
            /** 자택 우편번호 */
            ZPNO_1: string;
            /** 자택주소 */
            ZPNO_ADR: string;
            /** 자택상세주소 */
            ATCD_ADR_1: string;
            /**
             * 직장전화번호
             * @description 원문의 예제는 0으로 시작하는 숫자 문자열입니다.
             */
            WRLC_TEL_1: string;
            /** 직장명 */
            WRLC_NM_1: string;
            /** 고객이메일주소 */
            EMAIL_1: string;
            /**
             * 오류내용
             * @description 비어 있거나 없으면 정상 처리이며, 내용이 있으면 업무 오류입니다.
             */
            ERR_TXT?: string;
            /**
             * 서울보증보험가청약번호
             * @description 서울보증보험의 가청약을 식별하는 번호입니다.
             */
            SGI_TSBSR_NO?: string;
            /**
             * 입금가능계좌수
             * @description ACCOUNT_LIST의 건수이며, 숫자로만 된 문자열입니다.
             */
            CNT: string;
            /**
             * 반복부
             * @description 입금가능계좌의 목록입니다. 계좌가 없으면 빈 배열이며, 빈 문자열도 계좌 없음으로 읽습니다.
             */
            ACCOUNT_LIST: components["schemas"]["CreditLoanAccount"][];
        };
        /** 대출기본정보 응답 */
        CreditLoanBasicInfoResponse: {
            dataHeader: components["schemas"]["ResponseDataHeader"];
            dataBody: components["schemas"]["CreditLoanBasicInfoResponseDataBody"];
        };
        /** 주메세지 */
        ErrorListItem: {
            /** 메세지코드(전문) */
            MSG_CD?: string;
            /** 주메세지내용(전문) */
            MAIN_MSG_TXT?: string;
        };
        /** 오류 데이터 */
        ErrorDataBody: {
            /**
             * 주메세지정보반복수(전문)
             * @description ERRORLIST의 건수이며, 숫자로만 된 문자열입니다.
             */
            MAIN_MSG_INF_REPT_CN?: string;
            /** 주메세지리스트(전문) */
            ERRORLIST?: components["schemas"]["ErrorListItem"][];
            /**
             * 메세지코드(API)
             * @description 오류 코드표(x-error-catalogue)의 코드입니다. 표에 없는 코드가 올 수 있습니다.
             */
            ERRCODE?: string;
            /** 에러메세지(API) */
            ERRUSRMSG?: string;
        };
        /** 오류 응답 */
        ErrorResponse: {
            dataHeader: components["schemas"]["ResponseDataHeader"];
            dataBody: components["schemas"]["ErrorDataBody"];
        };
        /**
         * 공통 응답
         * @description 모든 JSON 응답의 공통 형식(dataHeader, dataBody)이며, dataBody의 필드가 정해지지 않은 응답에 사용합니다. 키의 순서는 정해져 있지 않습니다.
         */
        ResponseEnvelope: {
            dataHeader: components["schemas"]["ResponseDataHeader"];
            /** 응답 데이터 */
            dataBody: {
                [key: string]: unknown;
            };
        };
    };
    responses: {
        /** @description 요청의 헤더나 본문이 규격과 다릅니다. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description 앱 키, 시크릿 키 또는 액세스 토큰을 확인하지 못했습니다. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description 요청이 보안 규칙이나 플랜의 한도에 따라 거부되었습니다. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description 요청한 서비스가 없습니다. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description 이 주소에서 사용할 수 없는 HTTP Method입니다. */
        MethodNotAllowed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description 게이트웨이 또는 API 서버에서 오류가 발생했습니다. */
        InternalServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
                "text/html": string;
            };
        };
        /** @description 요청이 몰렸거나 API 서버에 연결하지 못했습니다. */
        ServiceUnavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
                "text/html": string;
            };
        };
        /** @description 정해진 시간 안에 처리가 끝나지 않았습니다. */
        GatewayTimeout: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
                "text/html": string;
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getCreditLoanBasicInfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreditLoanBasicInfoRequest"];
            };
        };
        responses: {
            /** @description 대출기본정보입니다. 업무 오류도 200으로 응답하며 ERR_TXT에 내용이 있습니다. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditLoanBasicInfoResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    postCreditLoanBasicInfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreditLoanBasicInfoRequest"];
            };
        };
        responses: {
            /** @description 대출기본정보입니다. 업무 오류도 200으로 응답하며 ERR_TXT에 내용이 있습니다. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditLoanBasicInfoResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    checkToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 액세스 토큰이 유효합니다. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseEnvelope"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
}

/** 요청 데이터 헤더 */
export type RequestDataHeader = components["schemas"]["RequestDataHeader"];
/** 대출기본정보 요청 데이터 */
export type CreditLoanBasicInfoRequestDataBody = components["schemas"]["CreditLoanBasicInfoRequestDataBody"];
/** 대출기본정보 요청 */
export type CreditLoanBasicInfoRequest = components["schemas"]["CreditLoanBasicInfoRequest"];
/** 응답 데이터 헤더 */
export type ResponseDataHeader = components["schemas"]["ResponseDataHeader"];
/** 입금가능계좌 */
export type CreditLoanAccount = components["schemas"]["CreditLoanAccount"];
/** 대출기본정보 응답 데이터 */
export type CreditLoanBasicInfoResponseDataBody = components["schemas"]["CreditLoanBasicInfoResponseDataBody"];
/** 대출기본정보 응답 */
export type CreditLoanBasicInfoResponse = components["schemas"]["CreditLoanBasicInfoResponse"];
/** 주메세지 */
export type ErrorListItem = components["schemas"]["ErrorListItem"];
/** 오류 데이터 */
export type ErrorDataBody = components["schemas"]["ErrorDataBody"];
/** 오류 응답 */
export type ErrorResponse = components["schemas"]["ErrorResponse"];
/** 공통 응답 */
export type ResponseEnvelope = components["schemas"]["ResponseEnvelope"];
/** 대출기본정보요청: 요청 본문 */
export type GetCreditLoanBasicInfoRequest = NonNullable<operations["getCreditLoanBasicInfo"]["requestBody"]>["content"]["application/json"];
/** 대출기본정보요청: 응답 본문 */
export type GetCreditLoanBasicInfoResponse = operations["getCreditLoanBasicInfo"]["responses"][200]["content"]["application/json"];
/** 대출기본정보요청: 오류 본문 */
export type GetCreditLoanBasicInfoError = operations["getCreditLoanBasicInfo"]["responses"][400 | 401 | 403 | 404 | 405 | 500 | 503 | 504]["content"]["application/json"];
/** 대출기본정보요청(POST): 요청 본문 */
export type PostCreditLoanBasicInfoRequest = NonNullable<operations["postCreditLoanBasicInfo"]["requestBody"]>["content"]["application/json"];
/** 대출기본정보요청(POST): 응답 본문 */
export type PostCreditLoanBasicInfoResponse = operations["postCreditLoanBasicInfo"]["responses"][200]["content"]["application/json"];
/** 대출기본정보요청(POST): 오류 본문 */
export type PostCreditLoanBasicInfoError = operations["postCreditLoanBasicInfo"]["responses"][400 | 401 | 403 | 404 | 405 | 500 | 503 | 504]["content"]["application/json"];
/** 토큰 확인: 응답 본문 */
export type CheckTokenResponse = operations["checkToken"]["responses"][200]["content"]["application/json"];
/** 토큰 확인: 오류 본문 */
export type CheckTokenError = operations["checkToken"]["responses"][400 | 401 | 403 | 404 | 405 | 500 | 503 | 504]["content"]["application/json"];
