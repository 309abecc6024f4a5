import { checkToken, getCreditLoanBasicInfo, postCreditLoanBasicInfo } from "./out/client";
import * as schemas from "./out/zod";
import { body, headers, report } from "./report";

await report({
  get: async () => (await getCreditLoanBasicInfo(body, { headers })).data,
  post: async () => (await postCreditLoanBasicInfo(body, { headers })).data,
  token: async () => (await checkToken({ headers })).data,
  valid: async () => schemas.PostCreditLoanBasicInfoBody.safeParse(body).success,
  invalid: async () => schemas.PostCreditLoanBasicInfoBody.safeParse({ dataHeader: {}, dataBody: {} }).success,
});
