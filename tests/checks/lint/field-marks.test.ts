import { schemaDocument, testHouseRule } from "../../support/rules.ts";

const field = (marks: object): object => schemaDocument({ properties: { A: { title: "가", ...marks } } });

testHouseRule("field-marks", [
  {
    name: "known marks",
    document: field({ "x-sensitive": true, "x-role": "errorCode", "x-aliases": ["ERRORCODE"] }),
    errors: [],
  },
  {
    name: "x-sensitive that is not true",
    document: field({ "x-sensitive": "yes" }),
    errors: ["x-sensitive 값이 정해진 값과 다릅니다."],
  },
  {
    name: "a role that the client does not know",
    document: field({ "x-role": "error" }),
    errors: [
      "x-role 값은 다음 가운데 하나여야 합니다: errorCode, errorMessage, errorList, listCode, listMessage, globalId, businessError. errorCode의 오타인지 확인하십시오.",
    ],
  },
  {
    name: "an alias without a role",
    document: field({ "x-aliases": ["ERRORCODE"] }),
    errors: ["x-aliases 키가 있으면 x-role 키도 있어야 합니다."],
  },
]);
