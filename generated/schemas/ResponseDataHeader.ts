// npm run generate. 직접 수정하지 마십시오.
import type { SchemaNode } from "../runtime/contract.ts";
import * as is from "../runtime/is.ts";

export const ResponseDataHeader: SchemaNode = {
  kind: "object",
  optional: ["GLBL_ID"],
  accepts: (value) => is.object(value) && (value.GLBL_ID === undefined || is.text(value.GLBL_ID, 32)),
  fields: {
    GLBL_ID: { kind: "text", name: "글로벌ID", role: "globalId", max: 32 },
  },
};
