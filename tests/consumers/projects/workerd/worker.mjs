import * as woori from "woori-openapi";
import { requestExamples } from "woori-openapi/fixtures";
import { makeCalls } from "./calls.mjs";

/** A Worker whose test, which `workerd test` runs, prints how the calls went. */
export default {
  async test(_controller, { SANDBOX }) {
    console.log(JSON.stringify(await makeCalls(woori, requestExamples.getCreditLoanBasicInfo.sample, SANDBOX)));
  },
};
