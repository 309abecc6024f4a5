import { isObject } from "../../../lib/is-object.ts";
import { errorStatuses, toPointer } from "../../../bundle/openapi.ts";
import type { Place } from "../../../bundle/spec-files.ts";
import { operationsIn } from "../deviations.ts";
import { placeName } from "../fields.ts";
import type { SpecRule } from "../rule.ts";

interface Use extends Place {
  status: number;
}

export const errorStatus: SpecRule = {
  id: "error-status",
  description: `도구는 2xx와 오류 상태(${errorStatuses.join(", ")})의 응답을 읽고, 오류 예제를 x-error-status로 선택합니다. 상태 코드와 응답의 x-error-status를 같게 지정하십시오.`,
  check(spec, report) {
    const uses = new Map<string, { response: Place; marked: unknown; uses: Use[] }>();
    for (const { place, operation } of operationsIn(spec)) {
      if (!isObject(operation) || !isObject(operation.responses)) continue;
      for (const status of Object.keys(operation.responses)) {
        const at = { ...place, pointer: place.pointer + toPointer(["responses", status]) };
        const isError = errorStatuses.map(String).includes(status);
        if (!isError && !/^2\d\d$/.test(status)) {
          report(
            at,
            `${status}: 이 명세에서 사용하지 않는 상태 코드입니다. 2xx나 ${errorStatuses.join(", ")} 가운데 하나를 지정하십시오.`,
          );
          continue;
        }
        const { node, ...response } = spec.resolve(at);
        if (!isObject(node) || (!isError && node["x-error-status"] === undefined)) continue;
        const name = placeName(response);
        const entry = uses.get(name) ?? { response, marked: node["x-error-status"], uses: [] };
        entry.uses.push({ ...at, status: Number(status) });
        uses.set(name, entry);
      }
    }
    for (const { response, marked, uses: all } of uses.values()) {
      const wrong = all.filter(({ status }) => status !== marked || !errorStatuses.includes(status));
      const [first] = wrong;
      if (first === undefined) continue;
      // Where every use disagrees, the mark is wrong, and where one does, that use.
      if (wrong.length === all.length && new Set(wrong.map(({ status }) => status)).size === 1)
        report(
          { ...response, pointer: marked === undefined ? response.pointer : `${response.pointer}/x-error-status` },
          marked === undefined
            ? `${first.status} 응답에 x-error-status가 없습니다. x-error-status: ${first.status} 줄을 더하십시오.`
            : errorStatuses.includes(first.status)
              ? `${first.status} 응답의 x-error-status가 ${String(marked)}입니다. ${first.status} 값으로 고치십시오.`
              : `${first.status} 응답은 오류가 아닙니다. x-error-status를 지우십시오.`,
        );
      else
        for (const { status, ...use } of wrong)
          report(
            use,
            `${status} 자리의 응답은 x-error-status가 ${String(marked)}입니다. 상태 코드나 $ref를 고치십시오.`,
          );
    }
  },
};
