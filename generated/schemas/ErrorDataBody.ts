// npm run generate. 직접 고치지 않습니다.
import type { SchemaNode } from "../runtime/contract.ts";
import * as is from "../runtime/is.ts";
import { ErrorListItem } from "./ErrorListItem.ts";

const $pattern1 = /^[0-9]*$/u;
export const ErrorDataBody: SchemaNode = {
  kind: "object",
  optional: ["MAIN_MSG_INF_REPT_CN", "ERRORLIST", "ERRCODE", "ERRUSRMSG"],
  accepts: (value) => is.object(value) && (value.MAIN_MSG_INF_REPT_CN === undefined || is.text(value.MAIN_MSG_INF_REPT_CN, 5) && $pattern1.test(value.MAIN_MSG_INF_REPT_CN)) && (value.ERRORLIST === undefined || is.list(value.ERRORLIST, (item) => ErrorListItem.accepts(item))) && (value.ERRCODE === undefined || is.text(value.ERRCODE, 10)) && (value.ERRUSRMSG === undefined || is.text(value.ERRUSRMSG, 200)),
  fields: {
    MAIN_MSG_INF_REPT_CN: { kind: "text", name: "주메세지정보반복수(전문)", max: 5, pattern: $pattern1 },
    ERRORLIST: { kind: "list", name: "주메세지리스트(전문)", role: "errorList", item: ErrorListItem },
    ERRCODE: { kind: "text", name: "메세지코드(API)", role: "errorCode", aliases: ["ERRORCODE"], max: 10 },
    ERRUSRMSG: { kind: "text", name: "에러메세지(API)", role: "errorMessage", max: 200 },
  },
};
