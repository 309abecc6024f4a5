import { sourceRow } from "../../../scripts/checks/lint/rules/source-row.ts";
import { testSpecRule } from "../../support/rules.ts";

const header = "common/schemas/RequestDataHeader.yaml";
const response = "credit/schemas/CreditLoanBasicInfoResponseDataBody.yaml";
const source = 'x-source: { section: "4.1.2", code: UTZPE_CNCT_IPAD }';
const rows = "source/fields.yaml";
const token = "oauth/paths/checkToken.yaml";

/** A second table whose one row stands beside the first table's rows. */
const secondTable = (row: string, schema = "credit/schemas/CreditLoanBasicInfoRequest.yaml"): string =>
  `- section: "3.1"\n  title: 다른 표\n  schema: ${schema}\n  rows:\n    - { ${row}, required: "Y", type: S(39) }\n`;

/** A second table that prints the rows of the first table's header again. */
const repeatingTable = (schema: string): string =>
  secondTable("at: dataBody, code: INQ_DT, name: 조회일자", schema).replace(
    "  rows:",
    '  repeats: { section: "4.1.2", at: dataHeader }\n  rows:',
  );

testSpecRule(sourceRow, [
  {
    name: "a field without a pointer",
    change: (edit) => edit(header, `    ${source}\n`, ""),
    errors: [`spec/${header} UTZPE_CNCT_IPAD 필드에 x-source가 없습니다.`],
  },
  {
    name: "a pointer that repeats what the row says",
    change: (edit) => edit(header, source, source.replace(" }", ', type: S(39), required: "Y" }')),
    errors: [`spec/${header} UTZPE_CNCT_IPAD 필드의 x-source가 원문의 행을 가리키는 형식이 아닙니다.`],
  },
  {
    name: "a misspelt code",
    change: (edit) => edit(header, source, source.replace("IPAD", "IPDA")),
    errors: [
      `spec/${header} 원문 4.1.2의 표에 UTZPE_CNCT_IPDA 행이 없습니다. UTZPE_CNCT_IPAD의 오타인지 확인하십시오.`,
    ],
  },
  {
    name: "a section that has no table",
    change: (edit) => edit(header, source, source.replace("4.1.2", "9.9")),
    errors: [`spec/${header} x-source가 가리키는 9.9 절에는 원문의 표가 없습니다.`],
  },
  {
    name: "a row that is gone",
    change: (edit) => edit(rows, /.*code: LN_AVL_AM,.*\n/, ""),
    errors: [`spec/${response} 원문 4.1.3의 표에 LN_AVL_AM 행이 없습니다.`],
  },
  {
    name: "a field that is gone",
    change: (edit) => edit(response, /  ZPNO_1:\n(    .*\n)+/, ""),
    errors: [`spec/${rows} 원문 4.1.3의 dataBody.ZPNO_1 행을 x-source로 가리키는 필드가 없습니다.`],
  },
  {
    name: "a field in another place",
    change: (edit) => edit(rows, 'at: "dataBody.ACCOUNT_LIST[]"', "at: dataBody"),
    errors: [
      "spec/credit/schemas/CreditLoanAccount.yaml CUS_USG_ACNO 필드의 자리가 원문과 다릅니다. 명세는 dataBody.ACCOUNT_LIST[], 원문 4.1.3의 행은 dataBody입니다.",
    ],
  },
  {
    name: "a row twice",
    change: (edit) => edit(rows, /(.*code: CNT,.*\n)/, "$1$1"),
    errors: [`spec/${rows} 원문 4.1.3의 dataBody.CNT 행이 두 번 있습니다.`],
  },
  {
    name: "a field that encodes the rows of two tables",
    change: (edit) => {
      edit(rows, /$/, secondTable("at: dataHeader, code: UTZPE_CNCT_IPAD, name: 이용자접속IP주소"));
      edit(
        header,
        source,
        'x-source: [{ section: "4.1.2", code: UTZPE_CNCT_IPAD }, { section: "3.1", code: UTZPE_CNCT_IPAD }]',
      );
    },
    errors: [],
  },
  {
    name: "a field that encodes one of two rows",
    change: (edit) => edit(rows, /$/, secondTable("at: dataHeader, code: UTZPE_CNCT_IPAD, name: 이용자접속IP주소")),
    errors: [`spec/${rows} 원문 3.1의 dataHeader.UTZPE_CNCT_IPAD 행을 x-source로 가리키는 필드가 없습니다.`],
  },
  {
    name: "a field that its table's schema does not hold",
    change: (edit) => {
      edit(
        rows,
        /$/,
        secondTable("at: dataHeader, code: UTZPE_CNCT_IPAD, name: 가", "common/schemas/ErrorResponse.yaml"),
      );
      edit(
        header,
        source,
        'x-source: [{ section: "4.1.2", code: UTZPE_CNCT_IPAD }, { section: "3.1", code: UTZPE_CNCT_IPAD }]',
      );
    },
    errors: [
      `spec/${header} UTZPE_CNCT_IPAD 필드를 원문 3.1의 표를 나타내는 spec/common/schemas/ErrorResponse.yaml에서 찾을 수 없습니다.`,
    ],
  },
  {
    name: "a code at two places of a table, of which the pointer picks none",
    change: (edit) =>
      edit(
        rows,
        /(.*code: UTZPE_CNCT_IPAD,.*\n)/,
        '$1    - { at: dataBody, code: UTZPE_CNCT_IPAD, name: 가, required: "Y", type: S(39) }\n',
      ),
    errors: [
      `spec/${header} 원문 4.1.2의 표에 UTZPE_CNCT_IPAD 행이 여러 자리에 있습니다. x-source에 at을 지정하십시오: dataHeader, dataBody.`,
    ],
  },
  {
    name: "a code at two places of a table, of which the pointer picks one",
    change: (edit) => {
      edit(
        rows,
        /(.*code: UTZPE_CNCT_IPAD,.*\n)/,
        '$1    - { at: dataBody, code: UTZPE_CNCT_IPAD, name: 가, required: "Y", type: S(39) }\n',
      );
      edit(header, source, source.replace(" }", ", at: dataHeader }"));
    },
    errors: [`spec/${rows} 원문 4.1.2의 dataBody.UTZPE_CNCT_IPAD 행을`],
  },
  {
    name: "a table that repeats rows: the same field encodes them",
    change: (edit) => edit(rows, /$/, repeatingTable("credit/schemas/CreditLoanBasicInfoRequest.yaml")),
    errors: [`spec/${rows} 원문 3.1의 dataBody.INQ_DT 행을 x-source로 가리키는 필드가 없습니다.`],
  },
  {
    name: "a table that repeats rows whose field its schema does not hold",
    change: (edit) => {
      edit(rows, /$/, repeatingTable("common/schemas/ErrorResponse.yaml"));
      edit(rows, /(- section: "4\.1\.2"[^]*?dataHeader.*\n)(.*dataHeader.*\n)+/, "$1");
    },
    errors: [
      `spec/${header} UTZPE_CNCT_IPAD 필드를 원문 3.1의 표를 나타내는 spec/common/schemas/ErrorResponse.yaml에서 찾을 수 없습니다.`,
      ...Array.from({ length: 7 }, () => `spec/${header} 원문 4.1.2의 표에 `),
      `spec/${rows} 원문 3.1의 dataBody.INQ_DT 행을`,
    ],
  },
  {
    name: "a row that a table repeats and lists again",
    change: (edit) =>
      edit(
        rows,
        /$/,
        repeatingTable("credit/schemas/CreditLoanBasicInfoRequest.yaml").replace(
          "at: dataBody, code: INQ_DT",
          "at: dataHeader, code: UTZPE_CNCT_IPAD",
        ),
      ),
    errors: [
      `spec/${rows} 원문 3.1의 dataHeader.UTZPE_CNCT_IPAD 행이 두 번 있습니다.`,
      `spec/${rows} 원문 3.1의 dataHeader.UTZPE_CNCT_IPAD 행을 x-source로 가리키는 필드가 없습니다.`,
    ],
  },
  {
    name: "a pointer at a row by the table that repeats it",
    change: (edit) => {
      edit(rows, /$/, repeatingTable("credit/schemas/CreditLoanBasicInfoRequest.yaml"));
      edit(header, source, source.replace("4.1.2", "3.1"));
    },
    errors: [
      `spec/${header} 원문 3.1의 표는 UTZPE_CNCT_IPAD 행을 4.1.2에서 되풀이합니다(repeats). x-source에는 section: "4.1.2"만 지정하십시오.`,
      `spec/${rows} 원문 3.1의 dataBody.INQ_DT 행을`,
    ],
  },
  {
    name: "a parameter that encodes a row",
    change: (edit) => {
      edit(
        rows,
        /$/,
        '- section: "3.1"\n  title: 쿼리\n  rows:\n    - { at: query, code: INQ_DT, name: 조회일자, required: "Y", type: S(8) }\n',
      );
      edit(
        token,
        "  responses:",
        '  parameters:\n    - name: INQ_DT\n      in: query\n      required: true\n      schema: { type: string, title: 조회일자, maxLength: 8 }\n      x-source: { section: "3.1", code: INQ_DT }\n  responses:',
      );
    },
    errors: [],
  },
  {
    name: "a parameter elsewhere than its row, and one without a pointer",
    change: (edit) => {
      edit(
        rows,
        /$/,
        '- section: "3.1"\n  title: 경로\n  rows:\n    - { at: path, code: INQ_DT, name: 조회일자, required: "Y", type: S(8) }\n',
      );
      edit(
        token,
        "  responses:",
        '  parameters:\n    - { name: INQ_DT, in: query, schema: { type: string }, x-source: { section: "3.1", code: INQ_DT } }\n    - { name: PAGE, in: query, schema: { type: string } }\n  responses:',
      );
    },
    errors: [
      `spec/${token} INQ_DT 필드의 자리가 원문과 다릅니다. 명세는 query, 원문 3.1의 행은 path입니다.`,
      `spec/${token} PAGE 필드에 x-source가 없습니다.`,
    ],
  },
  {
    name: "a row that what is no field points at",
    change: (edit) => edit(token, 'x-source: { section: "3.4" }', 'x-source: { section: "4.1.3", code: CNT }'),
    errors: [`spec/${token} 필드가 아닌 곳의 x-source에는`],
  },
]);
