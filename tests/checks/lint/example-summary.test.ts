import { mediaTypeDocument, testHouseRule } from "../../support/rules.ts";

testHouseRule("example-summary", [
  {
    name: "a summary",
    document: mediaTypeDocument({ examples: { success: { summary: "정상 응답", value: {} } } }),
    errors: [],
  },
  {
    name: "none",
    document: mediaTypeDocument({ examples: { success: { value: {} } } }),
    errors: ["success.summary 값이 없거나 비어 있습니다. 값을 지정하십시오."],
  },
  {
    name: "none on a legacy sample",
    document: mediaTypeDocument({ "x-legacy-samples": { printed: { value: {} } } }),
    errors: ["printed.summary 값이 없거나 비어 있습니다. 값을 지정하십시오."],
  },
]);
