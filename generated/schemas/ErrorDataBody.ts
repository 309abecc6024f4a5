// npm run generate. 직접 수정하지 마십시오.
import type { FieldNode } from "../runtime/contract.ts";
import { ErrorListItem } from "./ErrorListItem.ts";

export const ErrorDataBody: FieldNode = {
  kind: "object",
  fields: {
    MAIN_MSG_INF_REPT_CN: { kind: "text" },
    ERRORLIST: { kind: "list", role: "errorList", item: ErrorListItem },
    ERRCODE: { kind: "text", role: "errorCode", aliases: ["ERRORCODE"] },
    ERRUSRMSG: { kind: "text", role: "errorMessage" },
  },
};
