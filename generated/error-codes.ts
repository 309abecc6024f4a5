// npm run generate. 직접 수정하지 마십시오.
import type { ErrorAdvice } from "./runtime/contract.ts";

/** The catalogue of error codes. */
export const errorCodes: Record<string, ErrorAdvice> = {
  SYSCD01000: {
    meaning: "필수 입력값 누락",
    advice: "4.1.2의 필수 필드를 모두 보내는지 확인합니다.",
    resend: "afterChange",
  },
  SYSCD01001: {
    meaning: "복호화 오류",
    advice: "암호화 키와 방식을 은행이 안내한 값과 비교합니다.",
    resend: "afterChange",
  },
  SYSCD01002: {
    meaning: "전문 처리 오류",
    advice: "처리되었는지 알 수 없으므로 다시 보내지 말고 GLBL_ID와 ERRORLIST를 은행에 전달해 처리 여부를 확인합니다.",
    resend: "afterChecking",
  },
  SYSCD01003: {
    meaning: "처리 시간 초과",
    advice: "처리되었을 수 있으므로 자동으로 다시 보내지 말고 처리 결과를 먼저 확인합니다.",
    resend: "afterChecking",
  },
  SYSCD01004: {
    meaning: "필수 헤더값 누락",
    advice: "dataHeader의 필드를 모두 보내는지 확인합니다.",
    resend: "afterChange",
  },
  SYSCD01005: {
    meaning: "JSON 형식 오류",
    advice: "본문이 UTF-8로 인코딩한 올바른 JSON인지 확인합니다.",
    resend: "afterChange",
  },
  SYSCD01006: {
    meaning: "잘못된 입력값",
    advice: "동의여부가 Y 또는 N인지 등 필드별 허용 값을 확인합니다.",
    resend: "afterChange",
  },
  SYSCD01007: {
    meaning: "암호화 오류",
    advice: "처리되었을 수 있으므로 다시 보내지 말고 GLBL_ID를 은행에 전달해 처리 여부를 확인합니다.",
    resend: "afterChecking",
  },
  SYSCD01008: {
    meaning: "자릿수 오류",
    advice: "4.1.2의 타입에 있는 길이를 넘지 않는지 확인합니다.",
    resend: "afterChange",
  },
  SYSCD01009: {
    meaning: "쿼리 형식 오류",
    advice: "쿼리 값을 URL 인코딩했는지 확인합니다.",
    resend: "afterChange",
  },
  SYSCD01999: {
    meaning: "API 서버 오류",
    advice: "처리되었는지 알 수 없으므로 다시 보내지 말고 GLBL_ID를 은행에 전달해 처리 여부를 확인합니다.",
    resend: "afterChecking",
  },
  SYSCD02001: {
    meaning: "필수 헤더 누락",
    advice: "appKey, secretKey, Authorization, Content-Type 가운데 오퍼레이션이 요구하는 헤더를 모두 보내는지 확인합니다.",
    resend: "afterChange",
  },
  SYSCD02101: {
    meaning: "스키마 검증 실패",
    advice: "필드의 이름, 타입, 길이를 명세와 비교합니다.",
    resend: "afterChange",
  },
  SYSCD02102: {
    meaning: "코드 인젝션 차단",
    advice: "값에서 태그와 스크립트 문자를 제거합니다.",
    resend: "afterChange",
  },
  SYSCD02103: {
    meaning: "SQL 인젝션 차단",
    advice: "값에서 따옴표와 SQL 구문을 제거합니다.",
    resend: "afterChange",
  },
  SYSCD02901: {
    meaning: "서비스 없음",
    advice: "경로와 HTTP Method를 명세와 비교합니다.",
    resend: "afterChange",
  },
  SYSCD03001: {
    meaning: "토큰 인증 실패",
    advice: "액세스 토큰을 새로 발급받아 Authorization 헤더에 Bearer 형식으로 보냅니다.",
    resend: "afterNewToken",
  },
  SYSCD03002: {
    meaning: "해시값 인증 실패",
    advice: "해시값 헤더는 이 문서의 범위 밖이므로 사용 여부와 계산 방법을 은행에 확인합니다.",
    resend: "afterChange",
  },
  SYSCD03003: {
    meaning: "클라이언트 인증 실패",
    advice: "개발자 포털에서 앱의 상태와 두 키, 사용 API 목록을 확인합니다.",
    resend: "afterChange",
  },
  SYSCD03101: {
    meaning: "초당 처리 건수 초과",
    advice: "처리 전에 거부되었으므로 1초 이상 기다린 뒤 다시 보냅니다.",
    resend: "afterWait",
  },
  SYSCD03102: {
    meaning: "최대 호출 건수 초과",
    advice: "한도가 초기화되기를 기다리거나 개발자 포털에서 플랜을 변경합니다.",
    resend: "afterChange",
  },
  SYSCD03201: {
    meaning: "데이터 변환 오류",
    advice: "처리되었을 수 있으므로 다시 보내지 말고 GLBL_ID를 은행에 전달해 처리 여부를 확인합니다.",
    resend: "afterChecking",
  },
  SYSCD03901: {
    meaning: "라우팅 실패",
    advice: "API 서버에 닿기 전의 오류이므로 잠시 뒤 다시 보내고, 되풀이되면 은행에 문의합니다.",
    resend: "afterWait",
  },
  SYSCD09999: {
    meaning: "게이트웨이 내부 오류",
    advice: "처리되었는지 알 수 없으므로 다시 보내지 말고 GLBL_ID를 은행에 전달해 처리 여부를 확인합니다.",
    resend: "afterChecking",
  },
};
