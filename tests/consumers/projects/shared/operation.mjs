import { createWooriConnection, WooriApiError, WooriInputError } from "woori-openapi/operations";
import { getCreditLoanBasicInfo } from "woori-openapi/operations/getCreditLoanBasicInfo";

/** A connection and the function of one operation, in the form that makeCalls takes. */
export const operation = {
  /** @param {import("woori-openapi/operations").WooriClientOptions} options */
  createWooriClient(options) {
    const connection = createWooriConnection(options);
    return {
      /** @param {Parameters<typeof getCreditLoanBasicInfo>[1]} input */
      getCreditLoanBasicInfo: (input) => getCreditLoanBasicInfo(connection, input),
      close: () => connection.close(),
    };
  },
  WooriApiError,
  WooriInputError,
};
