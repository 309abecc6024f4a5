import { AuthService, CreditLoanService, OpenAPI } from "./out";
import { body, headers, report } from "./report";

OpenAPI.HEADERS = headers;

await report({
  get: () => CreditLoanService.getCreditLoanBasicInfo(body),
  post: () => CreditLoanService.postCreditLoanBasicInfo(body),
  token: () => AuthService.checkToken(),
});
