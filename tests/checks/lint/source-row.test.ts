import { sourceRow } from "../../../scripts/checks/lint/rules/source-row.ts";
import { testSpecRule } from "../../support/rules.ts";

const header = "common/schemas/RequestDataHeader.yaml";
const response = "credit/schemas/CreditLoanBasicInfoResponseDataBody.yaml";

testSpecRule(sourceRow, [
  {
    name: "a row that is gone",
    change: (edit) => edit("source/fields.yaml", /.*code: LN_AVL_AM,.*\n/, ""),
    errors: [`spec/${response}:14 4.1.3의 표에 dataBody.LN_AVL_AM 행이 없습니다.`],
  },
  {
    name: "a field that is gone",
    change: (edit) => edit(response, /  ZPNO_1:\n(    .*\n)+/, ""),
    errors: [
      "spec/source/fields.yaml:24 4.1.3의 dataBody.ZPNO_1 행을 나타내는 필드가 spec/credit/schemas/CreditLoanBasicInfoResponse.yaml에 없습니다.",
    ],
  },
  {
    name: "a field in another place",
    change: (edit) => edit("source/fields.yaml", 'at: "dataBody.ACCOUNT_LIST[]"', "at: dataBody"),
    errors: [
      "spec/source/fields.yaml:34 4.1.3의 dataBody.CUS_USG_ACNO 행을 나타내는 필드",
      "spec/credit/schemas/CreditLoanAccount.yaml:6 4.1.3의 표에 dataBody.ACCOUNT_LIST[].CUS_USG_ACNO 행이 없습니다.",
    ],
  },
  {
    name: "a type and a mark that are not the row's",
    change: (edit) => edit(header, 'type: S(39), required: "Y"', 'type: S(40), required: "N"'),
    errors: [
      `spec/${header}:15 UTZPE_CNCT_IPAD의 x-source.type: 명세 S(40), 원문 S(39).`,
      `spec/${header}:15 UTZPE_CNCT_IPAD의 x-source.required: 명세 N, 원문 Y.`,
    ],
  },
  {
    name: "a name of our own where only the transcription has another",
    change: (edit) => edit(header, "title: 이용자접속기기고유ID", "title: 기기ID"),
    errors: [`spec/${header}:21 UTZPE_CNCT_MCHR_UNQ_ID의 title: 명세 기기ID, 원문 이용자접속기기고유ID.`],
  },
  {
    name: "a row twice",
    change: (edit) => edit("source/fields.yaml", /(.*code: CNT,.*\n)/, "$1$1"),
    errors: ["spec/source/fields.yaml:33 4.1.3의 dataBody.CNT 행이 두 번 있습니다."],
  },
  {
    name: "a field of a section that has no table",
    change: (edit) => edit(response, 'section: "4.1.3"', 'section: "9.9"'),
    errors: [
      "spec/source/fields.yaml:23 4.1.3의 dataBody.LN_AVL_AM 행을 나타내는 필드",
      `spec/${response}:14 x-source가 있지만`,
    ],
  },
]);
