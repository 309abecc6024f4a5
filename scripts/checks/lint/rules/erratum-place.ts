import { closestWord } from "../../../lib/closest-word.ts";
import type { Erratum } from "../../../bundle/source.ts";
import { walk } from "../../../bundle/spec-files.ts";
import type { SpecRule } from "../rule.ts";
import { errataOf } from "../deviations.ts";
import { placeName } from "../fields.ts";

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
    const byId = new Map(errata.toReversed().map((erratum) => [erratum.id, erratum]));
    const byPlace = new Map<string, Set<Erratum>>();
    for (const erratum of errata)
      for (const { at } of erratum.places) byPlace.set(at, (byPlace.get(at) ?? new Set()).add(erratum));
    // An id that differs is reported once, where it is marked.
    const told = new Set<string>();
    const ids = errata.map(({ id }) => id);
    for (const [name, { ids: marks, ...place }] of marked) {
      for (const id of marks) {
        const erratum = byId.get(id);
        const here = [...(byPlace.get(name) ?? [])];
        if (erratum === undefined) {
          const likely =
            closestWord(
              id,
              here.map((entry) => entry.id),
            ) ?? closestWord(id, ids);
          told.add(`${name} ${likely}`);
          const isRenamed = likely !== undefined && ![...marked.values()].some((one) => one.ids.includes(likely));
          if (isRenamed && told.has(`${id} ${likely}`)) continue;
          told.add(`${id} ${likely}`);
          report(
            { ...place, pointer: `${place.pointer}/x-errata` },
            `x-errata ${id}: 정오표에 없는 id입니다.${likely === undefined ? "" : ` ${likely}의 오타인지 확인하십시오.`}`,
          );
        } else if (!here.includes(erratum))
          report(
            { ...place, pointer: `${place.pointer}/x-errata` },
            `x-errata ${id}: 정오표의 places에 이 자리(${name})가 없습니다. 더하십시오.`,
          );
      }
    }
    const seen = new Set<string>();
    for (const [index, { id, places }] of errata.entries()) {
      if (seen.has(id))
        report({ file: register, pointer: `/${index}` }, `정오표 ${id}: 두 번 있습니다. 하나를 지우십시오.`);
      seen.add(id);
      for (const [position, { at }] of places.entries()) {
        if (!marked.get(at)?.ids.includes(id) && !told.has(`${at} ${id}`))
          report(
            { file: register, pointer: `/${index}/places/${position}` },
            `정오표 ${id}: ${spec.nameOf(at)}에 x-errata: [${id}] 표시가 없습니다.`,
          );
      }
    }
  },
};
