import { errorCodeRow } from "../../../scripts/checks/lint/rules/error-code-row.ts";
import { testSpecRule } from "../../support/rules.ts";

const catalogue = "common/error-codes.yaml";

testSpecRule(errorCodeRow, [
  {
    name: "another message",
    change: (edit) => edit(catalogue, "message: 서버 에러.", "message: 서버 오류."),
    errors: [
      `spec/${catalogue} SYSCD01999의 메시지가 원문과 다릅니다. 명세는 "서버 오류.", 원문은 "서버 에러."입니다.`,
    ],
  },
  {
    name: "another number",
    change: (edit) => edit(catalogue, "SYSCD09999", "SYSCD09998"),
    errors: [
      "SYSCD09998: 인쇄된 표에 없는 코드입니다.",
      "spec/source/error-codes.yaml SYSCD09999: 오류 코드표에 없습니다.",
    ],
  },
  {
    name: "a code twice",
    change: (edit) => edit(catalogue, "SYSCD01001", "SYSCD01000"),
    errors: ["SYSCD01000: 두 번 있습니다.", "SYSCD01000의 메시지", "spec/source/error-codes.yaml SYSCD01001"],
  },
  {
    name: "another layer",
    change: (edit) => edit(catalogue, "layer: api-server", "layer: gateway"),
    errors: ["SYSCD01000의 layer가 gateway입니다."],
  },
]);
