import { sourceSection } from "../../../scripts/checks/lint/rules/source-section.ts";
import { testSpecRule } from "../../support/rules.ts";

testSpecRule(sourceSection, [
  {
    name: "a section that the document does not have",
    change: (edit) => {
      edit("common/schemas/ErrorResponse.yaml", 'section: "3.6"', 'section: "9.9"');
      edit("source/errata.yaml", 'section: "4.1.1"', 'section: "9.8"');
    },
    errors: [
      "spec/common/schemas/ErrorResponse.yaml 9.9: 원문에 없는 절입니다.",
      "spec/source/errata.yaml 9.8: 원문에 없는 절입니다.",
    ],
  },
  {
    name: "an operation of another section",
    change: (edit) =>
      edit("oauth/paths/checkToken.yaml", 'x-source: { section: "3.4" }', 'x-source: { section: "3.3" }'),
    errors: ["spec/oauth/paths/checkToken.yaml x-source의 section이 3.3입니다. 원문의 절은 3.4입니다."],
  },
  {
    name: "a schema of a table, an envelope, a sample and the documented server under another section",
    change: (edit) => {
      edit("credit/schemas/CreditLoanBasicInfoResponse.yaml", 'section: "4.1.3"', 'section: "4.1.2"');
      edit("common/schemas/ResponseEnvelope.yaml", 'section: "3.5"', 'section: "3.6"');
      edit("credit/examples/CreditLoanBasicInfoSample.yaml", 'section: "4.1.4"', 'section: "4.1.5"');
      edit("openapi.yaml", 'section: "3.1"', 'section: "3.2"');
    },
    errors: [
      "spec/credit/schemas/CreditLoanBasicInfoResponse.yaml x-source의 section이 4.1.2입니다. 원문의 절은 4.1.3입니다.",
      "spec/common/schemas/ResponseEnvelope.yaml x-source의 section이 3.6입니다. 원문의 절은 3.5입니다.",
      "spec/credit/examples/CreditLoanBasicInfoSample.yaml x-source의 section이 4.1.5입니다. 원문의 절은 4.1.4입니다.",
      "spec/openapi.yaml x-source의 section이 3.2입니다. 원문의 절은 3.1입니다.",
    ],
  },
  {
    name: "a security scheme without a section",
    change: (edit) => edit("common/security/appKey.yaml", /x-source.*\n/, ""),
    errors: ["spec/common/security/appKey.yaml x-source가 없습니다."],
  },
]);
