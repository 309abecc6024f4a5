import { errorStatus } from "../../../scripts/checks/lint/rules/error-status.ts";
import { testSpecRule } from "../../support/rules.ts";

const token = "oauth/paths/checkToken.yaml";
const notFound = "common/responses/NotFound.yaml";

testSpecRule(errorStatus, [
  ...["418", "4XX", "99", "default", "302"].map((status) => ({
    name: `a response of ${status}`,
    change: (edit: (file: string, from: string, to: string) => void) => edit(token, '"404"', `"${status}"`),
    errors: [`spec/${token} ${status}: 이 명세에서 사용하지 않는 상태 코드입니다. 2xx나 400, 401,`],
  })),
  { name: "another success", change: (edit) => edit(token, '"200"', '"201"'), errors: [] },
  {
    name: "a mark that is gone",
    change: (edit) => edit(notFound, "x-error-status: 404\n", ""),
    errors: [`spec/${notFound} 404 응답에 x-error-status가 없습니다.`],
  },
  {
    name: "another mark than every use",
    change: (edit) => edit(notFound, "x-error-status: 404", "x-error-status: 403"),
    errors: [`spec/${notFound} 404 응답의 x-error-status가 403입니다.`],
  },
  {
    name: "one use under another status",
    change: (edit) => edit(token, "responses/NotFound", "responses/Forbidden"),
    errors: [`spec/${token} 404 자리의 응답은 x-error-status가 403입니다.`],
  },
]);
