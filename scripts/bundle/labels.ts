import type { ErrorCode } from "./openapi.ts";
import type { Erratum } from "./source.ts";

/** What readers see for the confidence of an erratum. */
export const confidenceLabels: Record<Erratum["confidence"], string> = { high: "높음", medium: "보통", low: "낮음" };

/** What readers see for the strength of evidence. */
export const strengthLabels: Record<Erratum["evidence"][number]["strength"], string> = {
  B: "은행이 공개한 파일",
  L: "제3자가 공개한 실제 응답",
  C: "클라이언트 코드",
  I: "추정",
};

/** What readers see for the layer that answers with an error code. */
export const layerLabels: Record<ErrorCode["layer"], string> = { gateway: "게이트웨이", "api-server": "API 서버" };

/** What readers see for when a request may be sent again after an error code, and what it means. */
export const resendLabels: Record<ErrorCode["resend"], { label: string; meaning: string }> = {
  afterChange: {
    label: "고친 뒤",
    meaning: "처리 전에 거부되었고 같은 요청은 다시 거부됩니다. 요청이나 앱의 설정을 고친 뒤에 보내십시오.",
  },
  afterWait: {
    label: "기다린 뒤",
    meaning: "처리 전에 거부되었습니다. 기다린 뒤에 같은 요청을 다시 보낼 수 있습니다.",
  },
  afterNewToken: {
    label: "새 토큰을 받은 뒤",
    meaning: "처리 전에 거부되었습니다. 액세스 토큰을 새로 발급받은 뒤에 보내십시오.",
  },
  afterChecking: {
    label: "처리 여부를 확인한 뒤",
    meaning: "처리되었을 수 있습니다. 프로그램이 다시 보내게 하지 말고 처리 여부를 먼저 확인하십시오.",
  },
};
