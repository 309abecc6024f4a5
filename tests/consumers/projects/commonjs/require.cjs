const woori = require("woori-openapi");
const { requestExamples } = require("woori-openapi/fixtures");
const { info } = require("woori-openapi/openapi.json");
const { makeCalls } = require("./calls.mjs");

makeCalls(woori, requestExamples.getCreditLoanBasicInfo.sample, process.argv[2]).then((outcome) =>
  console.log(JSON.stringify({ ...outcome, version: info.version })),
);
