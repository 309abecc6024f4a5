import { erratumCover } from "../../../scripts/checks/lint/rules/erratum-cover.ts";
import { testSpecRule } from "../../support/rules.ts";

const header = "common/schemas/RequestDataHeader.yaml";
const response = "credit/schemas/CreditLoanBasicInfoResponseDataBody.yaml";

const pointer = '{ section: "4.1.2", code: UTZPE_CNCT_IPAD }';
/** A table that has a row of the first one with another length. */
const secondTable =
  '- section: "3.1"\n  title: 다른 표\n  rows:\n    - { at: dataHeader, code: UTZPE_CNCT_IPAD, name: 이용자접속IP주소, required: "Y", type: S(40) }\n';
const differs = (file: string, facet: string): string =>
  `spec/${file} ${facet}: 원문과 다르지만 정오표에 이 차이를 설명하는 항목이 없습니다.`;

testSpecRule(erratumCover, [
  {
    name: "another name",
    change: (edit) => edit(header, "이용자접속IP주소", "접속IP"),
    errors: [differs(header, "이름(title)")],
  },
  {
    name: "another length",
    change: (edit) => edit(header, "maxLength: 39", "maxLength: 40"),
    errors: [differs(header, "길이(maxLength)")],
  },
  {
    name: "no length",
    change: (edit) => edit(header, "    maxLength: 39\n", ""),
    errors: [differs(header, "길이(maxLength)")],
  },
  {
    name: "allowed values that are shorter than the document's length",
    change: (edit) => edit("source/fields.yaml", /(code: CRINF_INQ_AGR_YN,.* type: )S\(1\)/, "$1S(2)"),
    errors: [differs("credit/schemas/CreditLoanBasicInfoRequestDataBody.yaml", "길이(maxLength)")],
  },
  {
    name: "another type",
    change: (edit) => edit(header, "type: string", "type: integer"),
    errors: [differs(header, "타입(type)")],
  },
  {
    name: "no longer required",
    change: (edit) => edit(response, "  - CNT\n", ""),
    errors: [differs(response, "필수 여부(required)")],
  },
  {
    name: "required though the document says N",
    change: (edit) => edit(response, "required:\n", "required:\n  - ERR_TXT\n"),
    errors: [differs(response, "필수 여부(required)")],
  },
  {
    name: "a narrower value",
    change: (edit) => edit(header, "maxLength: 39", "maxLength: 39\n    minLength: 1"),
    errors: [differs(header, "허용 값")],
  },
  {
    name: "a request line that the document does not print",
    change: (edit) => edit("source/document.yaml", "method: GET, path: /oap", "method: PUT, path: /oap"),
    errors: [differs("oauth/paths/checkToken.yaml", "HTTP Method")],
  },
  {
    name: "a media type of the request's section that it does not take",
    change: (edit) =>
      edit("source/errata.yaml", 'checkToken.yaml#/get", differs: [mediaType] }', 'checkToken.yaml#/get" }'),
    errors: [differs("oauth/paths/checkToken.yaml", "미디어 타입")],
  },
  {
    name: "another server",
    change: (edit) => edit("openapi.yaml", '"{scheme}://{host}:{port}"', "http://127.0.0.1:4010"),
    errors: [differs("openapi.yaml", "서버 주소")],
  },
  {
    name: "another value than the one decided",
    change: (edit) => edit("credit/schemas/CreditLoanAccount.yaml", "maxLength: 15", "maxLength: 20"),
    errors: [
      "spec/credit/schemas/CreditLoanAccount.yaml maxLength 값이 정오표 account-number에서 정한 값과 다릅니다. 명세는 20, 정오표의 decided는 15입니다.",
    ],
  },
  {
    name: "another enum than the one decided",
    change: (edit) => edit("credit/schemas/CreditLoanBasicInfoRequestDataBody.yaml", '["Y", "N"]', '["Y"]'),
    errors: ['enum 값이 정오표 yes-no-enum에서 정한 값과 다릅니다. 명세는 ["Y"], 정오표의 decided는 ["Y","N"]입니다.'],
  },
  {
    name: "a constraint beside the one decided",
    change: (edit) =>
      edit("credit/schemas/CreditLoanBasicInfoRequestDataBody.yaml", '["Y", "N"]', '["Y", "N"]\n    minLength: 1'),
    errors: ["minLength 값이 정오표 yes-no-enum에서 정한 값과 다릅니다. 명세는 1, 정오표의 decided는 빈 값입니다."],
  },
  {
    name: "required though decided not to be",
    change: (edit) => edit("common/schemas/ErrorListItem.yaml", "properties:", "required: [MSG_CD]\nproperties:"),
    errors: [
      "required 값이 정오표 error-required에서 정한 값과 다릅니다. 명세는 true, 정오표의 decided는 false입니다.",
    ],
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
    errors: [`spec/${header} 정오표 closed-request의 차이(모르는 키의 허용 여부)가 없습니다.`],
  },
  {
    name: "no HTML",
    change: (edit) => edit("common/responses/GatewayTimeout.yaml", /  text\/html:\n(    .*\n)+/, ""),
    errors: ["정오표 text-html"],
  },
  {
    name: "another header",
    change: (edit) => edit("common/security/appKey.yaml", "name: appKey", "name: apiKey"),
    errors: [differs("common/security/appKey.yaml", "헤더")],
  },
  {
    name: "another media type",
    change: (edit) => edit("credit/paths/getCreditLoanBasicInfo.yaml", "application/json", "application/xml"),
    errors: [
      differs("credit/paths/getCreditLoanBasicInfo.yaml", "미디어 타입"),
      differs("credit/paths/getCreditLoanBasicInfo.yaml", "미디어 타입"),
    ],
  },
  {
    name: "another value in the document's sample",
    change: (edit) => edit("credit/examples/CreditLoanBasicInfoSample.yaml", "SM-G930S", "SM-0000"),
    errors: [differs("credit/examples/CreditLoanBasicInfoSample.yaml", "예제")],
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
      "required 값이 정오표 account-number에서 정한 값과 다릅니다.",
      "정오표 account-number의 차이(필수 여부(required))가 없습니다. 명세가 원문과 같습니다.",
    ],
  },
  {
    name: "an erratum that is gone",
    change: (edit) => edit("source/errata.yaml", /- id: glbl-id-optional\n(  .*\n)+/, ""),
    errors: [differs("common/schemas/ResponseDataHeader.yaml", "필수 여부(required)")],
  },
  {
    name: "a name of our own where only the transcription has another",
    change: (edit) => edit(header, "title: 이용자접속기기고유ID", "title: 기기ID"),
    errors: [differs(header, "이름(title)")],
  },
  {
    name: "a key that is not the code of its row",
    change: (edit) => edit(header, /UTZ_MCHR_MDL_NM(?=[\n:])/g, "UTZ_MCHR_MODEL_NM"),
    errors: [differs(header, "필드 코드")],
  },
  {
    name: "two rows of one field that differ",
    change: (edit) => {
      edit("source/fields.yaml", /$/, secondTable);
      edit(header, pointer, `[${pointer}, { section: "3.1", code: UTZPE_CNCT_IPAD }]`);
    },
    errors: [`${differs(header, "길이(maxLength)")} 명세는 39, 원문 3.1의 UTZPE_CNCT_IPAD 행은 S(40)입니다.`],
  },
  {
    name: "two rows of one field that differ, with an erratum",
    change: (edit) => {
      edit("source/fields.yaml", /$/, secondTable);
      edit(header, pointer, `[${pointer}, { section: "3.1", code: UTZPE_CNCT_IPAD }]`);
      edit(
        "source/errata.yaml",
        'places:\n    - { at: "openapi.yaml#/servers/0"',
        `places:\n    - { at: "${header}#/properties/UTZPE_CNCT_IPAD", differs: [length], decided: { maxLength: 39 } }\n    - { at: "openapi.yaml#/servers/0"`,
      );
    },
    errors: [],
  },
  {
    name: "a parameter of another length",
    change: (edit) => {
      edit(
        "source/fields.yaml",
        /$/,
        '- section: "3.1"\n  title: 쿼리\n  rows:\n    - { at: query, code: INQ_DT, name: 조회일자, required: "N", type: S(8) }\n',
      );
      edit(
        "oauth/paths/checkToken.yaml",
        "  responses:",
        '  parameters:\n    - name: INQ_DT\n      in: query\n      schema: { type: string, title: 조회일자, maxLength: 10 }\n      x-source: { section: "3.1", code: INQ_DT }\n  responses:',
      );
    },
    errors: [differs("oauth/paths/checkToken.yaml", "길이(maxLength)")],
  },
]);
