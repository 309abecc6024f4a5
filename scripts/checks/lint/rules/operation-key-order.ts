import { operationsIn } from "../deviations.ts";
import type { SpecRule } from "../rule.ts";
import { operationKeys } from "./known-key.ts";

export const operationKeyOrder: SpecRule = {
  id: "operation-key-order",
  description: "오퍼레이션 파일은 같은 순서로 읽혀야 합니다. 키를 정해진 순서로 옮기십시오.",
  check(spec, report) {
    for (const { place, operation } of operationsIn(spec)) {
      const present = Object.keys(operation).filter((key) => operationKeys.includes(key));
      const wanted = operationKeys.filter((key) => present.includes(key));
      const index = present.findIndex((key, at) => key !== wanted[at]);
      if (index !== -1)
        report(
          { ...place, pointer: `${place.pointer}/${present[index]}` },
          `키의 순서가 다릅니다. ${present[index]} 앞에 ${wanted[index]} 키를 두십시오. 정해진 순서는 ${wanted.join(", ")}입니다.`,
        );
    }
  },
};
