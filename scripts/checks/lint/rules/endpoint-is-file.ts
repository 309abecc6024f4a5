import { toPointer } from "../../../bundle/openapi.ts";
import { isObject } from "../../../lib/is-object.ts";
import type { SpecRule } from "../rule.ts";

export const endpointIsFile: SpecRule = {
  id: "endpoint-is-file",
  description: "색인에는 $ref만 둡니다. 경로의 내용을 {서비스}/paths/ 아래의 파일로 옮기고 $ref로 가리키십시오.",
  check(spec, report) {
    const { paths = {} } = spec.file("openapi.yaml").data as { paths?: Record<string, unknown> };
    for (const [path, item] of Object.entries(paths)) {
      const ref = isObject(item) ? String(item["$ref"]) : "";
      if (/^\.\/[a-z]+\/paths\/[A-Za-z]+\.yaml$/.test(ref)) continue;
      report(
        { file: "openapi.yaml", pointer: toPointer(["paths", path]) },
        `${path} 경로의 값이 ./{서비스}/paths/{operationId}.yaml을 가리키는 $ref가 아닙니다.`,
      );
    }
  },
};
