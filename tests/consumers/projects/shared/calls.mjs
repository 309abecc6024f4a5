/**
 * The documented call, a refusal of the bank and a mistake of the caller, told as plain data. Consumers in TypeScript check
 * this file too.
 *
 * @param {Pick<typeof import("woori-openapi"), "WooriApiError" | "WooriInputError"> & {
 *   createWooriClient(options: import("woori-openapi").WooriClientOptions): Pick<import("woori-openapi").WooriClient, "getCreditLoanBasicInfo" | "close">
 * }} woori the package, however the program got it
 * @param {import("woori-openapi").CreditLoanBasicInfoRequest} request one that the bank answers
 * @param {string} baseUrl
 */
export async function makeCalls(
  { createWooriClient, WooriApiError, WooriInputError },
  { dataHeader, dataBody },
  baseUrl,
) {
  const client = createWooriClient({ baseUrl, appKey: "SANDBOX-APP-KEY", secretKey: "SANDBOX-SECRET-KEY", dataHeader });
  const { data, issues } = await client.getCreditLoanBasicInfo({ dataBody });
  const refused = await errorOf(
    client.getCreditLoanBasicInfo({ dataHeader: { UTZPE_CNCT_MCHR_UNQ_ID: "SANDBOX-SYSCD01002" }, dataBody }),
  );
  const wrong = await errorOf(
    client.getCreditLoanBasicInfo({ dataBody: { ...dataBody, CRINF_INQ_AGR_YN: /** @type {any} */ ("X") } }),
  );
  client.close();
  return {
    amount: data?.dataBody.LN_AVL_AM,
    accounts: data?.dataBody.ACCOUNT_LIST.map(({ CUS_USG_ACNO }) => CUS_USG_ACNO),
    issues,
    refusal: refused instanceof WooriApiError ? refused.code : String(refused),
    mistakes: wrong instanceof WooriInputError ? wrong.problems.map(({ code }) => code) : String(wrong),
  };
}

/**
 * @param {Promise<unknown>} call
 * @returns {Promise<unknown>}
 */
function errorOf(call) {
  return call.then(
    () => "no error",
    (error) => error,
  );
}
