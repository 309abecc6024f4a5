// npm run generate. 직접 고치지 않습니다.
import type { SchemaNode } from "../runtime/contract.ts";
import * as is from "../runtime/is.ts";
import { ErrorDataBody } from "./ErrorDataBody.ts";
import { ResponseDataHeader } from "./ResponseDataHeader.ts";

export const ErrorResponse: SchemaNode = {
  kind: "object",
  accepts: (value) => is.object(value) && ResponseDataHeader.accepts(value.dataHeader) && ErrorDataBody.accepts(value.dataBody),
  fields: {
    dataHeader: ResponseDataHeader,
    dataBody: ErrorDataBody,
  },
};
