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
    errors: ['"success.summary" property must be truthy'],
  },
  {
    name: "none on a legacy sample",
    document: mediaTypeDocument({ "x-legacy-samples": { printed: { value: {} } } }),
    errors: ['"printed.summary" property must be truthy'],
  },
]);
