import { requestExamples } from "woori-openapi/fixtures";
import { makeCalls } from "./calls.mjs";
import { operation } from "./operation.mjs";

console.log(JSON.stringify(await makeCalls(operation, requestExamples.getCreditLoanBasicInfo.sample, process.argv[2])));
