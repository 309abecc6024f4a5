// npm run generate. 직접 수정하지 마십시오.
import type { FieldNode } from "../runtime/contract.ts";

export const ErrorListItem: FieldNode = {
  kind: "object",
  fields: {
    MSG_CD: { kind: "text", role: "listCode" },
    MAIN_MSG_TXT: { kind: "text", role: "listMessage" },
  },
};
