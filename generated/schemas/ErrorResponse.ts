// npm run generate. 직접 수정하지 마십시오.
import type { FieldNode } from "../runtime/contract.ts";
import { ErrorDataBody } from "./ErrorDataBody.ts";
import { ResponseDataHeader } from "./ResponseDataHeader.ts";

export const ErrorResponse: FieldNode = {
  kind: "object",
  fields: {
    dataHeader: ResponseDataHeader,
    dataBody: ErrorDataBody,
  },
};
