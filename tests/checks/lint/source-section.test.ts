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
      "spec/common/schemas/ErrorResponse.yaml:1 9.9: 원문에 없는 절입니다.",
      "spec/source/errata.yaml:2 9.8: 원문에 없는 절입니다.",
      "spec/common/schemas/ErrorResponse.yaml:1 x-source.section: 명세 9.9, 원문 3.6.",
    ],
  },
  {
    name: "an operation of another section",
    change: (edit) =>
      edit("oauth/paths/checkToken.yaml", 'x-source: { section: "3.4" }', 'x-source: { section: "3.3" }'),
    errors: ["spec/oauth/paths/checkToken.yaml:1 x-source.section: 명세 3.3, 원문 3.4."],
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
      "spec/credit/schemas/CreditLoanBasicInfoResponse.yaml:1 x-source.section: 명세 4.1.2, 원문 4.1.3.",
      "spec/common/schemas/ResponseEnvelope.yaml:1 x-source.section: 명세 3.6, 원문 3.5.",
      "spec/credit/examples/CreditLoanBasicInfoSample.yaml:1 x-source.section: 명세 4.1.5, 원문 4.1.4.",
      "spec/openapi.yaml:14 x-source.section: 명세 3.2, 원문 3.1.",
    ],
  },
  {
    name: "a security scheme without a section",
    change: (edit) => edit("common/security/appKey.yaml", /x-source.*\n/, ""),
    errors: ["spec/common/security/appKey.yaml:1 x-source.section: 명세 없음, 원문 3.4."],
  },
]);
