import { Ajv2020 } from "ajv/dist/2020.js";
import { dataSchemas } from "../data-schema.ts";
import type { SpecRule } from "../rule.ts";

const ajv = new Ajv2020({ allErrors: true });
const validators = Object.entries(dataSchemas).map(([file, schema]) => ({ file, validate: ajv.compile(schema) }));

export const sourceForm: SpecRule = {
  id: "source-form",
  description: "도구가 읽는 데이터의 형식은 scripts/checks/lint/data-schema.ts에 있습니다. 그에 맞게 고치십시오.",
  check(spec, report) {
    for (const { file, validate } of validators) {
      if (validate(spec.file(file).data)) continue;
      for (const { instancePath, message } of validate.errors ?? [])
        report({ file, pointer: instancePath }, `${instancePath || "/"} ${message ?? ""}.`);
    }
  },
};
