import { resendLabels } from "../../bundle/labels.ts";
import { errorStatuses, reproducedField } from "../../bundle/openapi.ts";
import { facets, typeNotation } from "../../bundle/source.ts";

const text = { type: "string", minLength: 1 };
// Findings show a pattern's examples.
const section = { type: "string", pattern: "^\\d+(\\.\\d+)*$", examples: ["4.1.2"] };
const code = { type: "string", pattern: "^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$", examples: ["LN_AVL_AM"] };
const sentence = { type: "string", pattern: "니다\\.$", maxLength: 200, examples: ["…합니다."] };

/** A closed object; keys behind the bar are optional. */
function object(required: Record<string, object>, optional: Record<string, object> = {}): object {
  return {
    type: "object",
    additionalProperties: false,
    required: Object.keys(required),
    properties: { ...required, ...optional },
  };
}

function list(items: object): object {
  return { type: "array", minItems: 1, items };
}

const field = { type: "string", pattern: reproducedField, examples: ["dataBody.CNT"] };

/** What a reproduction may change in the first operation's example request. */
const reproduction = {
  path: { type: "string", pattern: "^/", examples: ["/oai/wb/v1/…"] },
  query: text,
  headers: { type: "object", minProperties: 1, additionalProperties: { type: ["string", "null"] } },
  set: { type: "object", minProperties: 1, propertyNames: field },
  remove: field,
  body: text,
};

/** A row of a field table. */
const row = object(
  {
    at: text,
    // A header's name has hyphens.
    code: { ...code, pattern: "^[A-Z][A-Z0-9]*([_-][A-Z0-9]+)*$" },
    name: text,
    required: { enum: ["Y", "N", ""] },
    type: { type: "string", pattern: `^$|${typeNotation.source}`, examples: ["S(39)", "N(5)", "D(5,2)", '""'] },
  },
  { transcribed: { ...object({}, { name: text, at: text }), minProperties: 1 } },
);

/** JSON Schemas of the data that the toolchain reads beside OpenAPI, by file of the spec folder. */
export const dataSchemas: Record<string, object> = {
  "source/document.yaml": object({
    title: text,
    version: text,
    date: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$", examples: ["2019-06-28"] },
    sections: list(section),
    server: object({ section, template: text }),
    requests: list(
      object({
        section,
        method: { enum: ["GET", "PUT", "POST", "DELETE", "PATCH"] },
        path: { type: "string", pattern: "^/", examples: ["/oai/wb/v1/…"] },
      }),
    ),
    mediaTypes: list(object({ section, name: text }, { printed: text })),
    headers: list(object({ section, name: text })),
    envelope: object({ section, keys: list(text) }),
    samples: list(object({ section, file: text, example: text }, { corrected: text })),
  }),
  "source/fields.yaml": list(
    object({ section, title: text, rows: list(row) }, { schema: text, repeats: object({ section, at: text }) }),
  ),
  "source/flow.yaml": object({
    section,
    lanes: list(text),
    steps: list(object({ title: text, chains: list(list(object({ lanes: list(text), does: text }))) })),
  }),
  "source/portal.yaml": object({
    title: text,
    steps: list(object({ section, title: text, prepare: list(text), does: list(sentence) }, { screen: text })),
  }),
  "source/search-words.yaml": list(object({ word: text, typed: list(text) })),
  "source/error-codes.yaml": list(object({ code, message: text })),
  "source/errata.yaml": list(
    object({
      id: { type: "string", pattern: "^[a-z]+(-[a-z0-9]+)*$", examples: ["line-wraps"] },
      kind: { enum: ["transcription", "document", "decision"] },
      section,
      topic: text,
      source: text,
      spec: text,
      evidence: list(object({ strength: { enum: ["B", "L", "C", "I"] }, fact: text })),
      confidence: { enum: ["high", "medium", "low"] },
      places: list(
        object(
          {
            at: {
              type: "string",
              pattern: "^[^#]+\\.yaml#(/.*)?$",
              examples: ["credit/schemas/이름.yaml#/properties/코드"],
            },
          },
          { differs: list({ enum: facets }), decided: { type: "object", minProperties: 1 } },
        ),
      ),
    }),
  ),
  "common/error-codes.yaml": object({
    "x-source": { type: "object" },
    "x-errata": list(text),
    codes: list(
      object({
        code,
        meaning: text,
        message: { type: "string", minLength: 1, maxLength: 200 },
        layer: { enum: ["gateway", "api-server"] },
        cause: sentence,
        action: sentence,
        resend: { enum: Object.keys(resendLabels) },
        status: { type: "array", minItems: 1, uniqueItems: true, items: { enum: errorStatuses } },
        statusAssumed: { const: true },
        reproduce: { ...object({}, reproduction), minProperties: 1 },
      }),
    ),
  }),
};
