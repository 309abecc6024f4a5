import { checkToken, getCreditLoanBasicInfo, postCreditLoanBasicInfo } from "./out";
import { body, headers, report } from "./report";

const options = { headers, throwOnError: true } as const;

await report({
  get: async () => (await getCreditLoanBasicInfo({ ...options, body })).data,
  post: async () => (await postCreditLoanBasicInfo({ ...options, body })).data,
  token: async () => (await checkToken(options)).data,
});
