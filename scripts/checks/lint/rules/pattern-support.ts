import { mayBacktrack } from "../../../bundle/backtracking.ts";
import { backtracks, suspectPatterns } from "../../../bundle/patterns.ts";
import type { SpecRule } from "../rule.ts";

export const patternSupport: SpecRule = {
  id: "pattern-support",
  description:
    "pattern은 샌드박스와 클라이언트가 남이 보낸 글자열에 실행합니다. 글자열이 길어도 판정이 끝나는 정규식만 사용하십시오.",
  check(spec, report) {
    for (const { path, data } of spec.openapiFiles)
      for (const [pattern, pointer] of suspectPatterns(data))
        if (mayBacktrack(pattern)) report({ file: path, pointer }, `pattern: ${backtracks}`);
  },
};
