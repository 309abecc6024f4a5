import { localRef } from "../../../scripts/checks/lint/rules/local-ref.ts";
import { testSpecRule } from "../../support/rules.ts";

const schema = "credit/schemas/CreditLoanBasicInfoResponse.yaml";

testSpecRule(localRef, [
  {
    name: "a remote file",
    change: (edit) => edit(schema, "./CreditLoanBasicInfoResponseDataBody.yaml", "https://example.com/DataBody.yaml"),
    errors: [`spec/${schema}:10 $ref https://example.com/DataBody.yaml: spec 안의 파일 하나를 가리키지 않습니다.`],
  },
  {
    name: "a missing file",
    change: (edit) => edit(schema, "./CreditLoanBasicInfoResponseDataBody.yaml", "./Missing.yaml"),
    errors: [`spec/${schema}:10 $ref ./Missing.yaml`],
  },
  {
    name: "a part of a file",
    change: (edit) =>
      edit(
        schema,
        "./CreditLoanBasicInfoResponseDataBody.yaml",
        "./CreditLoanBasicInfoResponseDataBody.yaml#/properties",
      ),
    errors: [`spec/${schema}:10 $ref`],
  },
]);
