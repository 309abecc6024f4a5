import { isObject } from "../../../lib/is-object.ts";
import type { Schema, SecurityScheme } from "../../../bundle/openapi.ts";
import type { FieldTable, SourceDocument } from "../../../bundle/source.ts";
import { type Place, walk } from "../../../bundle/spec-files.ts";
import type { SpecRule } from "../rule.ts";
import { errataOf, headerOf, operationsIn, securitySchemesIn } from "../deviations.ts";

export const sourceSection: SpecRule = {
  id: "source-section",
  description:
    "명세의 어느 부분이 원문의 어느 절인지는 정해져 있습니다. 절 번호를 spec/source/document.yaml과 같게 지정하십시오.",
  check(spec, report) {
    const { sections, requests, headers, samples, server, envelope } = spec.source<SourceDocument>("document.yaml");
    const printed = new Set(sections);
    const known = (place: Place, section: unknown): void => {
      if (!printed.has(String(section)))
        report(place, `${String(section)}: 원문에 없는 절입니다. 절은 다음과 같습니다: ${sections.join(", ")}.`);
    };
    const want = (place: Place, node: unknown, section: string | undefined): void => {
      const found = (node as { "x-source"?: { section?: string } })["x-source"]?.section;
      if (section === undefined || found === section || (found !== undefined && !printed.has(found))) return;
      report(
        found === undefined ? place : { ...place, pointer: `${place.pointer}/x-source` },
        found === undefined
          ? `x-source가 없습니다. x-source: { section: "${section}" } 줄을 더하십시오.`
          : `x-source의 section이 ${found}입니다. 원문의 절은 ${section}입니다.`,
      );
    };
    // The rows that fields point at are source-row's.
    for (const file of spec.openapiFiles) {
      walk(file, (node, pointer) => {
        const source = node["x-source"];
        if (isObject(source) && !("code" in source))
          known({ file: file.path, pointer: `${pointer}/x-source` }, source["section"]);
      });
    }
    for (const [index, { section }] of errataOf(spec).entries())
      known({ file: "source/errata.yaml", pointer: `/${index}/section` }, section);
    const sectionOf = new Map(requests.toReversed().map(({ path, section }) => [path, section]));
    for (const { path, place, operation } of operationsIn(spec)) want(place, operation, sectionOf.get(path));
    const tables = spec.source<FieldTable[]>("fields.yaml");
    const encoded = new Set(tables.map(({ schema }) => schema));
    for (const { schema: file, section } of tables)
      if (file !== undefined) want({ file, pointer: "" }, spec.file(file).data, section);
    for (const { path: file, data } of spec.openapiFiles) {
      const keys = Object.keys((data as Schema).properties ?? {});
      if (!encoded.has(file) && keys.length > 0 && keys.every((key) => envelope.keys.includes(key)))
        want({ file, pointer: "" }, data, envelope.section);
    }
    for (const { section, example, corrected } of samples) {
      for (const file of [example, corrected])
        if (file !== undefined) want({ file, pointer: "" }, spec.file(file).data, section);
    }
    const { servers = [] } = spec.file("openapi.yaml").data as { servers?: { url: string }[] };
    for (const [index, one] of servers.entries())
      if (one.url === server.template)
        want({ file: "openapi.yaml", pointer: `/servers/${index}` }, one, server.section);
    for (const place of securitySchemesIn(spec)) {
      const scheme = spec.at(place) as SecurityScheme;
      want(place, scheme, headers.find(({ name }) => name === headerOf(scheme))?.section);
    }
  },
};
