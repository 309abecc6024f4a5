// npm run generate. 직접 수정하지 마십시오.
export * from "./connection.ts";
export { getCreditLoanBasicInfo } from "./operations/getCreditLoanBasicInfo.ts";
export { checkToken } from "./operations/checkToken.ts";
