import type { WooriError } from "woori-openapi";

/** 우리 API가 돌려주는 거부입니다. */
export interface Refusal {
  status: number;
  body: { code: string; message: string };
  /** 다시 보내도 될 때까지의 초입니다. 다시 보내도 되는 거부에만 있습니다. */
  retryAfter?: number;
}

/** 클라이언트의 오류를 우리 API의 응답으로 바꿉니다. 은행의 코드와 메시지는 이용자에게 보이지 않고 로그에만 남깁니다. */
export function refusalOf(error: WooriError): Refusal {
  if (error.kind === "input")
    return { status: 400, body: { code: "INVALID_REQUEST", message: "입력한 값을 확인해 주십시오." } };
  switch (error.resend) {
    case "afterWait":
      return {
        status: 503,
        body: { code: "TRY_LATER", message: "이용자가 많습니다. 잠시 뒤에 다시 시도해 주십시오." },
        retryAfter: 1,
      };
    case "afterChecking": // 은행에서 처리되었을 수 있습니다.
      return {
        status: 504,
        body: { code: "RESULT_UNKNOWN", message: "처리 결과를 확인하고 있습니다. 다시 신청하지 말고 기다려 주십시오." },
      };
    case "afterChange":
    case "afterNewToken": // 우리 설정이나 프로그램을 수정해야 합니다.
      return { status: 502, body: { code: "UNAVAILABLE", message: "서비스를 점검하고 있습니다." } };
  }
}
