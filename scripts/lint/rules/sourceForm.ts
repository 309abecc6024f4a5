import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { SpecRule } from "../rule.ts";

const data = ["source/document.yaml", "source/fields.yaml", "source/errata.yaml", "common/error-codes.yaml"];

export const sourceForm: SpecRule = {
  id: "source-form",
  description: "도구가 읽는 데이터의 형식은 scripts/lint/data-schema.json에 있습니다. 그에 맞게 고치십시오.",
  check(spec, report) {
    const ajv = new Ajv2020({ allErrors: true, schemas: [JSON.parse(readFileSync(join(import.meta.dirname, "../data-schema.json"), "utf8")) as object] });
    for (const file of data) {
      const validate = ajv.getSchema(`data#/$defs/${file.replaceAll("/", "~1")}`);
      if (validate === undefined || validate(spec.file(file).data)) continue;
      for (const { instancePath, message } of validate.errors ?? []) report({ file, pointer: instancePath }, `${instancePath || "/"} ${message ?? ""}.`);
    }
  },
};
