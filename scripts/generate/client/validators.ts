import { Ajv } from "ajv";
import ajvStandalone from "ajv/dist/standalone/index.js";
import { type OpenApi, type Schema, withRefsToDefinitions } from "../../bundle/openapi.ts";
import { withObject } from "../../client/particles.ts";
import { clientOperations } from "./operations.ts";

const annotations = ["title", "description", "examples"];

/** Ajv's helper for maxLength, which its standalone code would load from Ajv. JSON Schema counts code points. */
const lengthHelper = `function codePoints(text) {
  let count = text.length;
  for (let at = text.length - 1; at > 0; at--) {
    if ((text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800) { count--; at--; }
  }
  return count;
}`;

/** Validators of every operation's parameters, request and answer, compiled by Ajv: nothing of Ajv is needed to run them. */
export function validators(api: OpenApi, header: string): string {
  // Not Ajv2020: its bookkeeping for unevaluatedProperties doubles the code, and strict mode refuses what Ajv lacks.
  const ajv = new Ajv({
    code: { source: true, esm: true, lines: true },
    allErrors: true,
    messages: false,
    strict: true,
  });
  const names: Record<string, string> = {};
  const comments = new Map<string, string>();
  const definitions = forValidation(api.components.schemas);
  for (const { id, operation, parameters, requestSchema, responseSchema } of clientOperations(api)) {
    for (const [suffix, schema, what] of [
      ["Parameters", parameters, "파라미터"],
      ["Request", requestSchema, "요청 본문"],
      ["Response", responseSchema, "응답 본문"],
    ] as const) {
      if (schema === undefined) continue;
      const name = `${id}${suffix}`;
      ajv.addSchema({ $id: name, ...forValidation(schema), $defs: definitions });
      names[name] = name;
      comments.set(name, `/** ${operation.summary}: ${withObject(what)} 검사합니다. 어긋난 곳은 errors에 있습니다. */`);
    }
  }
  const standalone = (ajvStandalone as unknown as { default: typeof import("ajv/dist/standalone/index.js").default })
    .default;
  const code = standalone(ajv, names)
    .replace('"use strict";', "")
    // Where in the schema an error arose; the runtime does not tell.
    .replaceAll(/schemaPath:"[^"]*",/g, "")
    .replaceAll(/require\("ajv\/dist\/runtime\/ucs2length"\)\.default/g, "codePoints")
    .replaceAll(
      /^export const (\w+) =/gm,
      (_, name: string) => `${comments.get(name)}\nexport const ${name}: Validator =`,
    );
  const left = /require\([^)]*\)/.exec(code);
  if (left !== null) throw new Error(`the compiled validators still load a module: ${left[0]}`);
  return `${header}\n// @ts-nocheck -- compiled by Ajv\nimport type { Validator } from "./runtime/contract.ts";\n\n${lengthHelper}\n${code}`;
}

/** A schema without what does not decide validity, its references turned into those of one JSON Schema document. */
function forValidation(schema: Schema | Record<string, Schema>): object {
  const text = JSON.stringify(schema, (key, value: unknown) =>
    key.startsWith("x-") || (annotations.includes(key) && typeof value === "string") ? undefined : value,
  );
  return withRefsToDefinitions(JSON.parse(text) as object);
}
