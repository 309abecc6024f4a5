import { unsupportedKeywords } from "../../../bundle/schema-keywords.ts";
import { walk } from "../../../bundle/spec-files.ts";
import type { SpecRule } from "../rule.ts";

export const schemaSupport: SpecRule = {
  id: "schema-support",
  description:
    "클라이언트의 검증기가 확인할 수 있는 스키마만 사용할 수 있습니다. 지원하는 키워드는 spec/README.md의 규칙에 있습니다. 문제에 있는 대로 고치십시오.",
  check(spec, report) {
    for (const file of spec.openapiFiles) {
      const check = (schema: unknown, at: string): void => {
        for (const { pointer, message } of unsupportedKeywords(schema))
          report({ file: file.path, pointer: at + pointer }, message);
      };
      if (/(^|\/)schemas\/[^/]+$/.test(file.path)) check(file.data, "");
      else
        walk(file, (node, pointer, key) => {
          if (key === "schema") check(node, pointer);
        });
    }
  },
};
