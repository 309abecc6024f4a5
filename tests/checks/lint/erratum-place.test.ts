import { erratumPlace } from "../../../scripts/checks/lint/rules/erratum-place.ts";
import { testSpecRule } from "../../support/rules.ts";

testSpecRule(erratumPlace, [
  {
    name: "an erratum that is gone",
    change: (edit) => edit("source/errata.yaml", /- id: envelope-sample\n(  .*\n)+/, ""),
    errors: ["spec/common/schemas/ResponseEnvelope.yaml x-errata envelope-sample: 정오표에 없는 id입니다."],
  },
  {
    name: "a mark that is gone",
    change: (edit) => edit("openapi.yaml", "    x-errata: [host]\n", ""),
    errors: ["정오표 host: spec/openapi.yaml#/servers/0에 x-errata: [host] 표시가 없습니다."],
  },
  {
    name: "a mark at a place that the erratum does not name",
    change: (edit) =>
      edit("credit/schemas/CreditLoanAccount.yaml", "title: 입금가능계좌\n", "title: 입금가능계좌\nx-errata: [host]\n"),
    errors: [
      "spec/credit/schemas/CreditLoanAccount.yaml x-errata host: 정오표의 places에 이 자리(credit/schemas/CreditLoanAccount.yaml#)가 없습니다.",
    ],
  },
  {
    name: "an erratum twice",
    change: (edit) => edit("source/errata.yaml", /(- id: host\n(?:  .*\n)+)/, "$1$1"),
    errors: ["정오표 host: 두 번 있습니다."],
  },
]);
