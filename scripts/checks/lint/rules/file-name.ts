import { basename } from "node:path";
import { httpMethods, type Operation } from "../../../bundle/openapi.ts";
import type { SpecRule } from "../rule.ts";

const layout = /^([a-z]+)\/(paths|parameters|schemas|examples|responses|security)\/[^/]+\.yaml$/;
const fixed = ["openapi.yaml", "common/error-codes.yaml"];

export const fileName: SpecRule = {
  id: "file-name",
  description:
    "파일 이름이 컴포넌트 이름이 됩니다. {서비스}/{paths|parameters|schemas|examples|responses|security}/ 아래에 두고, 경로 파일은 첫 operationId로, 나머지는 서비스를 통틀어 하나뿐인 이름을 지정하십시오.",
  check(spec, report) {
    const seen = new Map<string, string>();
    for (const { path, data } of spec.openapiFiles) {
      const whole = { file: path, pointer: "" };
      if (fixed.includes(path)) continue;
      const [, , kind] = layout.exec(path) ?? [];
      if (kind === undefined) {
        report(whole, "정해진 폴더에 있지 않습니다. 옮기십시오.");
        continue;
      }
      const name = basename(path, ".yaml");
      if (kind === "paths") {
        const operations = data as Record<string, Operation>;
        const first = httpMethods.find((method) => operations[method] !== undefined);
        const id = first === undefined ? undefined : operations[first]?.operationId;
        if (id !== name)
          report(
            { file: path, pointer: `/${first}/operationId` },
            `파일 이름 ${name}: 첫 operationId(${id ?? "없음"})와 다릅니다.`,
          );
        continue;
      }
      const form = kind === "security" ? /^[a-z][A-Za-z0-9]*$/ : /^[A-Z][A-Za-z0-9]*$/;
      if (!form.test(name))
        report(
          whole,
          `파일 이름 ${name}: 형식이 다릅니다. ${kind === "security" ? "camelCase" : "PascalCase"} 이름을 지정하십시오.`,
        );
      const twin = seen.get(`${kind}/${name}`);
      if (twin !== undefined)
        report(whole, `파일 이름 ${name}: ${spec.nameOf(twin)}에도 있습니다. 서로 다른 이름을 지정하십시오.`);
      seen.set(`${kind}/${name}`, path);
    }
  },
};
