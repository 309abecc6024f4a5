// Compiled alone: every line below an @ts-expect-error must be refused, and every other accepted.
import {
  type CallResult,
  createWooriClient,
  type TransportCode,
  WooriApiError,
  type WooriClientOptions,
  WooriError,
  WooriTransportError,
} from "woori-openapi";
import { examples, requestExamples } from "woori-openapi/fixtures";
import { type Sandbox, startSandbox } from "woori-openapi/sandbox";
import type {
  CreditLoanBasicInfoRequest,
  GetCreditLoanBasicInfoResponse,
  operations,
  paths,
} from "woori-openapi/types";
import { getCreditLoanBasicInfoRequest } from "woori-openapi/validators";

const options: WooriClientOptions = {
  baseUrl: "https://bank.example",
  appKey: "SANDBOX-APP-KEY",
  secretKey: "SANDBOX-SECRET-KEY",
};
const woori = createWooriClient({
  ...options,
  dataHeader: { UTZ_MCHR_OS_DSCD: "1" },
  fetch: (request) => fetch(request),
});
const consents = {
  CRINF_INQ_AGR_YN: "Y",
  CRINF_UTZ_OFR_YN: "Y",
  CRINF_OFR_AGR_YN: "Y",
  CUS_IDF_INF_AGR_YN: "N",
} as const;

export async function call(signal: AbortSignal): Promise<string> {
  const result: CallResult<GetCreditLoanBasicInfoResponse> = await woori.getCreditLoanBasicInfo(
    { dataBody: consents },
    { signal, timeout: 1000 },
  );
  await woori.checkToken({ signal });
  await woori.raw.POST("/oai/wb/v1/credit/getCreditLoanBasicInfo", {
    body: requestExamples.getCreditLoanBasicInfo.sample,
  });
  await woori.getCreditLoanBasicInfo({
    // @ts-expect-error -- a consent is missing
    dataBody: { CRINF_INQ_AGR_YN: "Y", CRINF_UTZ_OFR_YN: "Y", CRINF_OFR_AGR_YN: "Y" },
  });
  // @ts-expect-error -- consents are Y or N
  await woori.getCreditLoanBasicInfo({ dataBody: { ...consents, CRINF_INQ_AGR_YN: "y" } });
  // @ts-expect-error -- no such field
  await woori.getCreditLoanBasicInfo({ dataBody: consents, dataHeader: { UTZPE_CNCT_IP: "10.0.0.1" } });
  // @ts-expect-error -- a business error has no data
  result.data.dataBody;
  if (result.businessError !== undefined) return result.businessError.message;
  // @ts-expect-error -- misspelt
  result.data.dataBody.LN_AVL_AMT;
  // @ts-expect-error -- an amount is text, its digits kept
  const amount: number = result.data.dataBody.LN_AVL_AM;
  // @ts-expect-error -- no such path
  await woori.raw.GET("/oai/wb/v1/credit/getLoan");
  return String(amount) + result.data.dataBody.ACCOUNT_LIST.map(({ CUS_USG_ACNO }) => CUS_USG_ACNO).join();
}

export function tell(error: WooriError): TransportCode | number | string {
  if (error instanceof WooriApiError) return error.status;
  if (error instanceof WooriTransportError) return error.code;
  // @ts-expect-error -- of the bank's refusal alone
  error.globalId;
  return error.problems[0]?.name ?? "";
}

export function advice(error: unknown): string | undefined {
  if (!(error instanceof WooriError)) return undefined;
  switch (error.kind) {
    case "input":
      return error.problems.map(({ code }) => code).join();
    case "api":
      return error.advice;
    case "transport":
      // @ts-expect-error -- of the bank's refusal alone
      error.advice;
      return error.code;
  }
}

export async function serve(): Promise<Sandbox> {
  // @ts-expect-error -- a port is a number
  await startSandbox({ port: "4010" });
  const sandbox = await startSandbox({ onRecord: ({ method, status }) => console.log(method, status) });
  // @ts-expect-error -- no such member
  sandbox.stop();
  return sandbox;
}

export const body: CreditLoanBasicInfoRequest["dataBody"] = requestExamples.getCreditLoanBasicInfo.sample.dataBody;
export const accounts: { CUS_USG_ACNO: string }[] =
  examples.getCreditLoanBasicInfo.severalAccounts.dataBody.ACCOUNT_LIST;
export const failure: string | undefined = getCreditLoanBasicInfoRequest(body)
  ? undefined
  : getCreditLoanBasicInfoRequest.errors?.[0]?.instancePath;
export const path: keyof paths = "/oap/wb/v2/oauth/tokencheck";
export const operation: keyof operations = "checkToken";
// @ts-expect-error -- no such operation
export const unknown: keyof operations = "getLoan";
// @ts-expect-error -- no such scenario
export const scenario = examples.getCreditLoanBasicInfo.refused;
// @ts-expect-error -- the secret key is missing
createWooriClient({ baseUrl: "https://bank.example", appKey: "SANDBOX-APP-KEY" });
// @ts-expect-error -- no such method
createWooriClient({ ...options, method: "PUT" });
