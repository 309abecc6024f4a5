import { reachedFiles } from "../references.ts";
import type { SpecRule } from "../rule.ts";

export const orphanFile: SpecRule = {
  id: "orphan-file",
  description: "어디에서도 가리키지 않는 파일은 명세에 들어가지 않습니다. $ref로 가리키거나 지우십시오.",
  check(spec, report) {
    const reached = reachedFiles(spec);
    for (const { path } of spec.openapiFiles) {
      if (!reached.has(path)) report({ file: path, pointer: "" }, "openapi.yaml에서 참조되지 않는 파일입니다.");
    }
  },
};
