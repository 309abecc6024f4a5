// A test with the globals of Vitest or Jest; writes how the calls went to a file.
import { writeFileSync } from "node:fs";
import * as woori from "woori-openapi";
import { requestExamples } from "woori-openapi/fixtures";
import { makeCalls } from "./calls.mjs";

test("the calls", async () => {
  const { sample } = requestExamples.getCreditLoanBasicInfo;
  writeFileSync("outcome.json", JSON.stringify(await makeCalls(woori, sample, process.env.SANDBOX)));
});
