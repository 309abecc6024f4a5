// The generated TypeScript, its imports by the names of compiled modules, beside the package: what one gives, the other takes.
import { requestExamples } from "woori-openapi/fixtures";
import { makeCalls } from "./calls.mjs";
import * as woori from "./woori-js/client.js";

const [, , baseUrl = ""] = (globalThis as unknown as { process: { argv: string[] } }).process.argv;
console.log(JSON.stringify(await makeCalls(woori, requestExamples.getCreditLoanBasicInfo.sample, baseUrl)));
