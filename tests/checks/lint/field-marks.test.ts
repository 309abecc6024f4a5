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
    errors: ['"x-sensitive" property must be equal to constant'],
  },
  {
    name: "a role that the client does not know",
    document: field({ "x-role": "error" }),
    errors: [
      '"x-role" property must be equal to one of the allowed values: "errorCode", "errorMessage", "errorList", "listCode", "listMessage", "globalId", "businessError". Did you mean "errorCode"?',
    ],
  },
  {
    name: "an alias without a role",
    document: field({ "x-aliases": ["ERRORCODE"] }),
    errors: ['"A" property must have property x-role when property x-aliases is present'],
  },
]);
