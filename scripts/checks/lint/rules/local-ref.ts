import type { SpecRule } from "../rule.ts";
import { refTarget, walk } from "../../../bundle/spec-files.ts";

export const localRef: SpecRule = {
  id: "local-ref",
  description:
    "인터넷이 없는 곳에서도 같은 결과가 나와야 합니다. $ref는 spec 안에 있는 파일 하나 전체를 상대 경로로 가리키십시오.",
  check(spec, report) {
    for (const file of spec.openapiFiles) {
      walk(file, (node, pointer) => {
        const ref = node["$ref"];
        if (ref === undefined) return;
        const target = refTarget(file.path, String(ref));
        const isFile = /^\.\.?\//.test(String(ref)) && target.pointer === "" && spec.files.has(target.file);
        if (!isFile)
          report(
            { file: file.path, pointer: `${pointer}/$ref` },
            `$ref ${String(ref)}: spec 안의 파일 하나를 가리키지 않습니다.`,
          );
      });
    }
  },
};
