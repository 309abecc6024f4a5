import * as woori from "woori-openapi";
import { requestExamples } from "woori-openapi/fixtures";
import { makeCalls } from "./calls.mjs";
import { operation } from "./operation.mjs";

// Works with @types/node and without.
const [, , baseUrl = ""] = (globalThis as unknown as { process: { argv: string[] } }).process.argv;
console.log(JSON.stringify(await makeCalls(woori, requestExamples.getCreditLoanBasicInfo.sample, baseUrl)));

// A library that hands the client on: its declarations name the types of this package.
export const { createWooriClient } = woori;
export const client = (options: woori.WooriClientOptions) =>
  createWooriClient({ ...options, responseValidation: "throw" });

/** The function of one operation takes and gives what the client's method does. */
export const byOperation = (baseUrl: string) =>
  makeCalls(operation, requestExamples.getCreditLoanBasicInfo.sample, baseUrl);
