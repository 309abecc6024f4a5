import { walk } from "../../../bundle/spec-files.ts";
import type { SpecRule } from "../rule.ts";

export const enumLength: SpecRule = {
  id: "enum-length",
  description:
    "허용 값의 목록(enum)이 이미 길이를 정하며, 길이를 함께 지정하면 실행되지 않는 코드를 만드는 도구가 있습니다. 길이를 지우십시오. 원문의 길이는 가장 긴 값과 비교합니다.",
  check(spec, report) {
    for (const file of spec.openapiFiles) {
      walk(file, (node, pointer) => {
        if (!Array.isArray(node["enum"])) return;
        for (const key of ["minLength", "maxLength"].filter((one) => one in node))
          report({ file: file.path, pointer: `${pointer}/${key}` }, `enum 옆의 ${key} 줄을 지우십시오.`);
      });
    }
  },
};
