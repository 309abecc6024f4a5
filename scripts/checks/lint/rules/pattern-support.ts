import { mayBacktrack } from "../../../bundle/backtracking.ts";
import { backtracks, suspectPatterns } from "../../../bundle/patterns.ts";
import type { SpecRule } from "../rule.ts";

export const patternSupport: SpecRule = {
  id: "pattern-support",
  description: "pattern은 외부에서 받은 문자열에도 실행됩니다. 문자열이 길어도 판정이 끝나는 정규식만 사용하십시오.",
  check(spec, report) {
    for (const { path, data } of spec.openapiFiles)
      for (const [pattern, pointer] of suspectPatterns(data))
        if (mayBacktrack(pattern)) report({ file: path, pointer }, `pattern: ${backtracks}`);
  },
};
