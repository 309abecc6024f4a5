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

/** What readers see for whether a request may be sent again after an error code. */
export function retryLabel({ retryable }: Pick<ErrorCode, "retryable">): string {
  return retryable ? "가능" : "하지 않음";
}
