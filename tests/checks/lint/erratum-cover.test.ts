import { erratumCover } from "../../../scripts/checks/lint/rules/erratum-cover.ts";
import { testSpecRule } from "../../support/rules.ts";

const header = "common/schemas/RequestDataHeader.yaml";
const response = "credit/schemas/CreditLoanBasicInfoResponseDataBody.yaml";

testSpecRule(erratumCover, [
  {
    name: "another name",
    change: (edit) => edit(header, "이용자접속IP주소", "접속IP"),
    errors: [`spec/${header}:17 원문과 다릅니다: 이름(title)`],
  },
  {
    name: "another length",
    change: (edit) => edit(header, "maxLength: 39", "maxLength: 40"),
    errors: [`spec/${header}:18 원문과 다릅니다: 길이(maxLength)`],
  },
  {
    name: "no length",
    change: (edit) => edit(header, "    maxLength: 39\n", ""),
    errors: [`spec/${header}:15 원문과 다릅니다: 길이(maxLength)`],
  },
  {
    name: "another type",
    change: (edit) => edit(header, "type: string", "type: integer"),
    errors: [`spec/${header}:16 원문과 다릅니다: 타입`, `spec/${header}:18 원문과 다릅니다: 길이(maxLength)`],
  },
  {
    name: "no longer required",
    change: (edit) => edit(response, "  - CNT\n", ""),
    errors: [`spec/${response}:73 원문과 다릅니다: 필수 여부(required)`],
  },
  {
    name: "required though the document says N",
    change: (edit) => edit(response, "required:\n", "required:\n  - ERR_TXT\n"),
    errors: [`spec/${response}:60 원문과 다릅니다: 필수 여부(required)`],
  },
  {
    name: "a narrower value",
    change: (edit) => edit(header, "maxLength: 39", "maxLength: 39\n    minLength: 1"),
    errors: [`spec/${header}:19 원문과 다릅니다: 허용 값`],
  },
  {
    name: "a request line that the document does not print",
    change: (edit) => edit("source/document.yaml", "method: GET, path: /oap", "method: PUT, path: /oap"),
    errors: ["spec/oauth/paths/checkToken.yaml:1 원문과 다릅니다: HTTP Method"],
  },
  {
    name: "another server",
    change: (edit) => edit("openapi.yaml", '"{scheme}://{host}:{port}"', "http://127.0.0.1:4010"),
    errors: ["spec/openapi.yaml:14 원문과 다릅니다: 서버 주소"],
  },
  {
    name: "another value than the one decided",
    change: (edit) => edit("credit/schemas/CreditLoanAccount.yaml", "maxLength: 15", "maxLength: 20"),
    errors: [
      "정오표 account-number: spec/credit/schemas/CreditLoanAccount.yaml#/properties/CUS_USG_ACNO의 maxLength. 정오표 15, 명세 20.",
    ],
  },
  {
    name: "another enum than the one decided",
    change: (edit) => edit("credit/schemas/CreditLoanBasicInfoRequestDataBody.yaml", '["Y", "N"]', '["Y"]'),
    errors: ['CRINF_INQ_AGR_YN의 enum. 정오표 ["Y","N"], 명세 ["Y"].'],
  },
  {
    name: "a constraint beside the one decided",
    change: (edit) =>
      edit("credit/schemas/CreditLoanBasicInfoRequestDataBody.yaml", '["Y", "N"]', '["Y", "N"]\n    minLength: 1'),
    errors: ["CRINF_INQ_AGR_YN의 minLength. 정오표 없음, 명세 1."],
  },
  {
    name: "required though decided not to be",
    change: (edit) => edit("common/schemas/ErrorListItem.yaml", "properties:", "required: [MSG_CD]\nproperties:"),
    errors: ["MSG_CD의 required. 정오표 false, 명세 true."],
  },
  {
    name: "no bearer alternative",
    change: (edit) =>
      edit(
        "credit/paths/getCreditLoanBasicInfo.yaml",
        /    - appKey: \[\]\n      secretKey: \[\]\n      bearer: \[\]\n/,
        "",
      ),
    errors: ["정오표 oauth-bearer", "정오표 oauth-bearer"],
  },
  {
    name: "an open request",
    change: (edit) => edit(header, "additionalProperties: false\n", ""),
    errors: ["정오표 closed-request: spec/common/schemas/RequestDataHeader.yaml#의 차이로 적은 객체의 닫힘"],
  },
  {
    name: "no HTML",
    change: (edit) => edit("common/responses/GatewayTimeout.yaml", /  text\/html:\n(    .*\n)+/, ""),
    errors: ["정오표 text-html"],
  },
  {
    name: "another header",
    change: (edit) => edit("common/security/appKey.yaml", "name: appKey", "name: apiKey"),
    errors: ["spec/common/security/appKey.yaml:1 원문과 다릅니다: 헤더"],
  },
  {
    name: "another media type",
    change: (edit) => edit("credit/paths/getCreditLoanBasicInfo.yaml", "application/json", "application/xml"),
    errors: [
      "spec/credit/paths/getCreditLoanBasicInfo.yaml:1 원문과 다릅니다: 미디어 타입",
      "spec/credit/paths/getCreditLoanBasicInfo.yaml:62 원문과 다릅니다: 미디어 타입",
    ],
  },
  {
    name: "another value in the document's sample",
    change: (edit) => edit("credit/examples/CreditLoanBasicInfoSample.yaml", "SM-G930S", "SM-0000"),
    errors: ["spec/credit/examples/CreditLoanBasicInfoSample.yaml:1 원문과 다릅니다: 예제"],
  },
  {
    name: "an erratum that claims a difference that is none",
    change: (edit) =>
      edit(
        "source/errata.yaml",
        'CUS_USG_ACNO", differs: [name, length]',
        'CUS_USG_ACNO", differs: [name, length, required]',
      ),
    errors: [
      "CUS_USG_ACNO의 required. 정오표 없음, 명세 true.",
      "정오표 account-number: spec/credit/schemas/CreditLoanAccount.yaml#/properties/CUS_USG_ACNO의 차이로 적은 필수 여부(required) 항목이 실제로는 원문과 같습니다.",
    ],
  },
  {
    name: "an erratum that is gone",
    change: (edit) => edit("source/errata.yaml", /- id: glbl-id-optional\n(  .*\n)+/, ""),
    errors: ["spec/common/schemas/ResponseDataHeader.yaml:4 원문과 다릅니다: 필수 여부(required)"],
  },
]);
