import * as woori from "woori-openapi";
import { requestExamples } from "woori-openapi/fixtures";
import { makeCalls } from "./calls.mjs";

/** What a platform that sends by fetch cannot obey. */
const refused = { method: "GET", proxy: "http://127.0.0.1:9", ca: "-----BEGIN CERTIFICATE-----", idleTimeout: 500 };

/** A Worker whose test, which `workerd test` runs, prints how the calls went and which options were named as refused. */
export default {
  async test(_controller, { SANDBOX }) {
    const outcome = await makeCalls(woori, requestExamples.getCreditLoanBasicInfo.sample, SANDBOX);
    const named = Object.entries(refused).map(([name, value]) => refusalOf(SANDBOX, { [name]: value }));
    console.log(JSON.stringify({ ...outcome, refused: named }));
  },
};

function refusalOf(baseUrl, option) {
  try {
    woori.createWooriClient({ baseUrl, appKey: "SANDBOX-APP-KEY", secretKey: "SANDBOX-SECRET-KEY", ...option });
    return "none";
  } catch (error) {
    return error instanceof woori.WooriInputError ? error.problems.map(({ code }) => code).join() : String(error);
  }
}
