import * as woori from "woori-openapi";
import { requestExamples } from "woori-openapi/fixtures";
import { startSandbox } from "woori-openapi/sandbox";
import { makeCalls } from "./calls.mjs";

try {
  const sandbox = await startSandbox();
  const outcome = await makeCalls(woori, requestExamples.getCreditLoanBasicInfo.sample, sandbox.url);
  console.log(
    JSON.stringify({ ...outcome, requests: sandbox.requests().map(({ method, status }) => `${method} ${status}`) }),
  );
  await sandbox.close();
} catch (error) {
  console.log(error.message);
}
