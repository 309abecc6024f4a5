import type { WooriClientOptions } from "woori-openapi";

/** 환경 변수에서 읽은 클라이언트 설정입니다. 빠진 값이 있으면 시작할 때 알려 줍니다. */
export function wooriOptions(env: NodeJS.ProcessEnv): WooriClientOptions {
  const baseUrl = env.WOORI_BASE_URL || "http://127.0.0.1:4010";
  // 은행의 주소는 https이고, http는 샌드박스의 주소입니다. 키의 기본값은 샌드박스에만 있습니다.
  const isSandbox = baseUrl.startsWith("http://");
  const key = (name: string, sandboxKey: string): string => {
    const value = env[name] || (isSandbox ? sandboxKey : "");
    if (value === "") throw new Error(`환경 변수 ${name}: 값이 없습니다. 개발자 포털에서 받은 키를 지정하십시오.`);
    return value;
  };
  return {
    baseUrl,
    appKey: key("WOORI_APP_KEY", "SANDBOX-APP-KEY"),
    secretKey: key("WOORI_SECRET_KEY", "SANDBOX-SECRET-KEY"),
    timeout: 10_000,
    // 기기에 관한 값은 요청마다 채웁니다. 모르는 값은 빈 문자열로 보냅니다.
    dataHeader: {
      UTZPE_CNCT_IPAD: "",
      UTZPE_CNCT_MCHR_UNQ_ID: "",
      UTZPE_CNCT_TEL_NO_TXT: "",
      UTZPE_CNCT_MCHR_IDF_SRNO: "",
      UTZ_MCHR_OS_DSCD: "",
      UTZ_MCHR_OS_VER_NM: "",
      UTZ_MCHR_MDL_NM: "",
      UTZ_MCHR_APP_VER_NM: "1.0.0",
    },
  };
}
