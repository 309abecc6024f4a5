// npm run generate. 직접 수정하지 마십시오.
import { operation as getCreditLoanBasicInfo } from "./operations/getCreditLoanBasicInfo.ts";
import { operation as checkToken } from "./operations/checkToken.ts";
import { type Validator, validator } from "./runtime/validator.ts";

export type { ValidationError, Validator } from "./runtime/validator.ts";

/** 대출기본정보요청: 요청 본문을 검사합니다. 명세와 다른 곳은 errors에 있습니다. */
export const getCreditLoanBasicInfoRequest: Validator = /* @__PURE__ */ validator(getCreditLoanBasicInfo.request!);
/** 대출기본정보요청: 응답 본문을 검사합니다. 명세와 다른 곳은 errors에 있습니다. */
export const getCreditLoanBasicInfoResponse: Validator = /* @__PURE__ */ validator(getCreditLoanBasicInfo.response);
/** 토큰 확인: 응답 본문을 검사합니다. 명세와 다른 곳은 errors에 있습니다. */
export const checkTokenResponse: Validator = /* @__PURE__ */ validator(checkToken.response);
