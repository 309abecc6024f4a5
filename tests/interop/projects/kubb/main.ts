import { checkToken } from "./out/clients/authController/checkToken";
import { getCreditLoanBasicInfo } from "./out/clients/creditLoanController/getCreditLoanBasicInfo";
import { postCreditLoanBasicInfo } from "./out/clients/creditLoanController/postCreditLoanBasicInfo";
import { body, headers, report } from "./report";

// Kubb's client sends JSON without saying so.
const options = { headers: { ...headers, "Content-Type": "application/json" } };

await report({
  get: () => getCreditLoanBasicInfo(body, options),
  post: () => postCreditLoanBasicInfo(body, options),
  token: () => checkToken({ headers }),
});
