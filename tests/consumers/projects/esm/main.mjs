import * as woori from "woori-openapi";
import { examples, requestExamples } from "woori-openapi/fixtures";
import document from "woori-openapi/openapi.json" with { type: "json" };
import * as types from "woori-openapi/types";
import { getCreditLoanBasicInfoRequest, getCreditLoanBasicInfoResponse } from "woori-openapi/validators";
import { makeCalls } from "./calls.mjs";

const { sample } = requestExamples.getCreditLoanBasicInfo;
console.log(
  JSON.stringify({
    ...(await makeCalls(woori, sample, process.argv[2])),
    node: process.versions.node,
    version: document.info.version,
    types: Object.keys(types),
    valid: [
      getCreditLoanBasicInfoRequest(sample),
      getCreditLoanBasicInfoResponse(examples.getCreditLoanBasicInfo.success),
      getCreditLoanBasicInfoRequest({}),
    ],
  }),
);
