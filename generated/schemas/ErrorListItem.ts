// npm run generate. 직접 고치지 않습니다.
import type { SchemaNode } from "../runtime/contract.ts";
import * as is from "../runtime/is.ts";

export const ErrorListItem: SchemaNode = {
  kind: "object",
  optional: ["MSG_CD", "MAIN_MSG_TXT"],
  accepts: (value) => is.object(value) && (value.MSG_CD === undefined || is.text(value.MSG_CD, 10)) && (value.MAIN_MSG_TXT === undefined || is.text(value.MAIN_MSG_TXT, 200)),
  fields: {
    MSG_CD: { kind: "text", name: "메세지코드(전문)", role: "listCode", max: 10 },
    MAIN_MSG_TXT: { kind: "text", name: "주메세지내용(전문)", role: "listMessage", max: 200 },
  },
};
