import { type ErrorCode, toPointer } from "../../../bundle/openapi.ts";
import { type Spec, walk } from "../../../bundle/spec-files.ts";
import { readPreference } from "../../../sandbox/preference.ts";
import type { SpecRule } from "../rule.ts";

export const scenarioValue: SpecRule = {
  id: "scenario-value",
  description:
    "샌드박스는 필드의 값으로 시나리오를 선택합니다. x-scenarios의 값은 그 필드에 보낼 수 있는 문자열로, 시나리오는 있는 예제, 오류 코드, 장애(fault), 지연(delay)으로 정의하십시오.",
  check(spec, report) {
    const names = answerNames(spec);
    for (const file of spec.openapiFiles) {
      walk(file, (node, pointer) => {
        const scenarios = node["x-scenarios"];
        if (typeof scenarios !== "object" || scenarios === null) return;
        for (const [value, scenario] of Object.entries(scenarios)) {
          const place = { file: file.path, pointer: pointer + toPointer(["x-scenarios", value]) };
          if (node["type"] !== "string" || [...value].length > Number(node["maxLength"] ?? Infinity))
            report(place, `"${value}": 이 필드에 보낼 수 없는 값입니다.`);
          const { preference, problems } = readPreference(String(scenario));
          for (const problem of problems) report(place, problem);
          if (problems.length === 0 && Object.keys(preference).length === 0)
            report(place, `"${String(scenario)}": example, fault, delay 가운데 하나를 지정하십시오.`);
          if (preference.example !== undefined && !names.has(preference.example))
            report(place, `${preference.example}: 응답의 예제에도 오류 코드표에도 없는 이름입니다.`);
        }
      });
    }
  },
};

/** The names of all examples of answers, and the codes of the catalogue. */
function answerNames(spec: Spec): Set<string> {
  const { codes } = spec.file("common/error-codes.yaml").data as { codes: ErrorCode[] };
  const names = new Set(codes.map(({ code }) => code));
  for (const file of spec.openapiFiles) {
    walk(file, (node, pointer, key) => {
      if (key === "examples" && (pointer.includes("/responses/") || file.path.includes("/responses/")))
        for (const name of Object.keys(node)) names.add(name);
    });
  }
  return names;
}
