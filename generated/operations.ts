// npm run generate. 직접 고치지 않습니다.
export * from "./connection.ts";
export { getCreditLoanBasicInfo } from "./operations/getCreditLoanBasicInfo.ts";
export { checkToken } from "./operations/checkToken.ts";
