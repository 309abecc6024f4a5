import { walk } from "../../../bundle/spec-files.ts";
import type { SpecRule } from "../rule.ts";
import { errataOf, placeName } from "../trace.ts";

const register = "source/errata.yaml";

export const erratumPlace: SpecRule = {
  id: "erratum-place",
  description: "정오표와 명세는 서로를 가리킵니다. spec/source/errata.yaml의 places와 명세의 x-errata를 같게 하십시오.",
  check(spec, report) {
    const marked = new Map<string, { file: string; pointer: string; ids: string[] }>();
    for (const file of spec.openapiFiles) {
      walk(file, (node, pointer) => {
        const place = { file: file.path, pointer };
        if (Array.isArray(node["x-errata"]))
          marked.set(placeName(place), { ...place, ids: node["x-errata"].map(String) });
      });
    }
    const errata = errataOf(spec);
    const seen = new Set<string>();
    for (const [index, { id, places }] of errata.entries()) {
      const entry = { file: register, pointer: `/${index}` };
      if (seen.has(id)) report(entry, `정오표 ${id}: 두 번 있습니다.`);
      seen.add(id);
      if ((places ?? []).length === 0) report(entry, `정오표 ${id}: places가 없습니다.`);
      for (const [position, { at }] of (places ?? []).entries()) {
        if (!marked.get(at)?.ids.includes(id)) {
          report(
            { file: register, pointer: `/${index}/places/${position}` },
            `정오표 ${id}: spec/${at}에 x-errata: [${id}] 표시가 없습니다.`,
          );
        }
      }
    }
    for (const [name, { ids, ...place }] of marked) {
      for (const id of ids) {
        const erratum = errata.find((entry) => entry.id === id);
        if (erratum === undefined)
          report({ ...place, pointer: `${place.pointer}/x-errata` }, `x-errata ${id}: 정오표에 없는 항목입니다.`);
        else if (!erratum.places.some(({ at }) => at === name))
          report(
            { ...place, pointer: `${place.pointer}/x-errata` },
            `x-errata ${id}: 정오표의 places에 이 자리(${name})가 없습니다.`,
          );
      }
    }
  },
};
