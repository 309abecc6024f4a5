import { localRef } from "../../../scripts/checks/lint/rules/local-ref.ts";
import { testSpecRule } from "../../support/rules.ts";

const schema = "credit/schemas/CreditLoanBasicInfoResponse.yaml";
const ref = "./CreditLoanBasicInfoResponseDataBody.yaml";

testSpecRule(localRef, [
  {
    name: "a remote file",
    change: (edit) => edit(schema, ref, "https://example.com/DataBody.yaml"),
    errors: [`spec/${schema} $ref https://example.com/DataBody.yaml: 인터넷의 문서는 가져오지 않습니다.`],
  },
  {
    name: "a misspelt file",
    change: (edit) => edit(schema, ref, "./CreditLoanBasicInfoResponseDataBdy.yaml"),
    errors: [
      `spec/${schema} $ref ./CreditLoanBasicInfoResponseDataBdy.yaml: 가리키는 파일이 없습니다. ${ref}의 오타인지`,
    ],
  },
  {
    name: "a file in another folder",
    change: (edit) => edit(schema, "../../common/schemas/", "./"),
    errors: [
      `spec/${schema} $ref ./ResponseDataHeader.yaml: 가리키는 파일이 없습니다. ../../common/schemas/ResponseDataHeader.yaml의 오타인지`,
    ],
  },
  {
    name: "a missing file",
    change: (edit) => edit(schema, ref, "./Missing.yaml"),
    errors: [`spec/${schema} $ref ./Missing.yaml: 가리키는 파일이 없습니다. 파일의 이름과 폴더를 확인하십시오.`],
  },
  {
    name: "a part of a file",
    change: (edit) => edit(schema, ref, `${ref}#/properties`),
    errors: [`spec/${schema} $ref ${ref}#/properties: 파일의 일부를 가리킵니다.`],
  },
  {
    name: "nothing",
    change: (edit) => edit(schema, ref, ""),
    errors: [`spec/${schema} $ref null: 파일을 가리키는 문자열이 아닙니다.`],
  },
  {
    name: "itself",
    change: (edit) => edit(schema, /[^]*/, "$ref: ./CreditLoanBasicInfoResponse.yaml\n"),
    errors: [`spec/${schema} $ref가 자기 자신으로 돌아옵니다`],
  },
  {
    name: "a file that leads back",
    change: (edit) =>
      edit("credit/schemas/CreditLoanAccount.yaml", "properties:", `properties:\n  LOOP:\n    $ref: ${ref}`),
    errors: ["spec/credit/schemas/CreditLoanAccount.yaml $ref가 자기 자신으로 돌아옵니다"],
  },
]);
