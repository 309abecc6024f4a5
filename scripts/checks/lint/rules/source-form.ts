import { type ErrorObject } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { closestWord, spellingAdvice } from "../../../lib/closest-word.ts";
import { toPointer } from "../../../bundle/openapi.ts";
import { dataSchemas } from "../data-schema.ts";
import { ajvInKorean } from "../messages.ts";
import type { SpecRule } from "../rule.ts";

const ajv = new Ajv2020({ allErrors: true, verbose: true });
const validators = Object.entries(dataSchemas).map(([file, schema]) => ({ file, validate: ajv.compile(schema) }));

export const sourceForm: SpecRule = {
  id: "source-form",
  description: "도구가 읽는 데이터는 정해진 형식이어야 합니다. 문제에 있는 키와 값으로 고치십시오.",
  check(spec, report) {
    for (const { file, validate } of validators) {
      const data = spec.files.get(file)?.data;
      if (data === undefined || data === null)
        report({ file, pointer: "" }, "파일이 없거나 비어 있습니다. 파일을 만드십시오.");
      else if (!validate(data)) {
        for (const error of withoutEchoes(validate.errors ?? []))
          report({ file, pointer: placeOf(error) }, ajvInKorean(error) + spelling(error));
      }
    }
  },
};

/** Keeps one error for each mistake: a misspelt key is not also missing, and a wrong type has no other error. */
function withoutEchoes(errors: readonly ErrorObject[]): ErrorObject[] {
  return errors.filter(({ keyword, instancePath, params }) => {
    const beside = errors.filter((other) => other.instancePath === instancePath);
    if (keyword !== "required") return keyword === "type" || !beside.some((other) => other.keyword === "type");
    return !beside.some(
      (other) =>
        other.keyword === "additionalProperties" && (wordFor(other) ?? missingKey(other)) === params["missingProperty"],
    );
  });
}

function knownKeys({ parentSchema }: ErrorObject): string[] {
  return Object.keys((parentSchema?.["properties"] as object | undefined) ?? {});
}

/** A required key that is missing, which may be there under an unknown name. */
function missingKey({ data, parentSchema }: ErrorObject): string | undefined {
  const required = (parentSchema?.["required"] ?? []) as string[];
  return required.find((key) => !(key in (data as object)));
}

/** The key that an unknown one most likely means. */
function wordFor(error: ErrorObject): string | undefined {
  const present = Object.keys((error.data as object | null) ?? {});
  return closestWord(
    String(error.params["additionalProperty"]),
    knownKeys(error).filter((key) => !present.includes(key)),
  );
}

function spelling(error: ErrorObject): string {
  if (error.keyword === "enum")
    return spellingAdvice(String(error.data), (error.params["allowedValues"] as unknown[]).map(String));
  if (error.keyword !== "additionalProperties") return "";
  const word = wordFor(error);
  const missing = missingKey(error);
  if (word === undefined && missing !== undefined) return ` 빠진 키 ${missing}의 다른 이름인지 확인하십시오.`;
  return word === undefined
    ? ` 쓸 수 있는 키는 다음과 같습니다: ${knownKeys(error).join(", ")}.`
    : ` ${word}의 오타인지 확인하십시오.`;
}

/** The line of the key or value that is wrong. */
function placeOf({ keyword, instancePath, params }: ErrorObject): string {
  return keyword === "additionalProperties"
    ? instancePath + toPointer([String(params["additionalProperty"])])
    : instancePath;
}
