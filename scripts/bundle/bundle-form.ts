import { anything, flag, type Form, list, map, object, oneOf, orReference, segmentsOf, text, value } from "./form.ts";
import { layerLabels, resendLabels } from "./labels.ts";
import { httpMethods, reproducedField, toPointer } from "./openapi.ts";
import type { Unsupported } from "./parameters.ts";

/** A name of a header field (RFC 9110, 5.1), which is also one of a key. */
const token = text(/^[\w!#$%&'*+\-.^`|~]+$/, "X-Name");
const fieldName = text(new RegExp(reproducedField, "u"), "dataBody.CNT");
const pathname = text(/^\/[^\s\p{Cc}]*$/u, "/oai/wb/v1/…");
const status = value("상태 코드", (given) => Number.isInteger(given) && Number(given) >= 100 && Number(given) < 600);

const row = object({ section: text() }, { code: text(), at: text() });
const rows = list(row);
const source: Form = (given, path, report) => (Array.isArray(given) ? rows : row)(given, path, report);
const marks = { "x-source": source, "x-errata": list(text()) };

/** The annotations and marks; `schema-keywords.ts` knows what the keywords may hold. */
const schema: Form = (given, path, report) => schemaOrReference(given, path, report);
const schemaOrReference = orReference(
  object(
    {},
    {
      ...marks,
      title: text(),
      description: text(),
      examples: list(anything),
      enum: list(anything),
      required: list(text()),
      properties: map(schema),
      items: schema,
      "x-role": text(),
      "x-aliases": list(text()),
      "x-scenarios": map(text()),
    },
  ),
);

const example = object({ value: anything }, { ...marks, summary: text(), "x-omits": list(text()) });
const examples = map(orReference(example));
const content = map(object({ schema }, { examples, "x-legacy-samples": map(example) }));
const parameter = orReference(
  object(
    { name: text(), in: text() },
    { ...marks, required: flag, schema, description: text(), examples: map(orReference(object({}))) },
  ),
);
const response = orReference(object({ content }, { ...marks, description: text(), "x-error-status": status }));
const operation = object(
  { security: list(map(list(text()))), responses: map(response) },
  {
    ...marks,
    summary: text(),
    description: text(),
    tags: list(text()),
    parameters: list(parameter),
    requestBody: object({ content }, { ...marks, required: flag }),
  },
);
const pathItem = object(
  {},
  { ...Object.fromEntries(httpMethods.map((method) => [method, operation])), parameters: list(parameter) },
);

const reproduction = object(
  {},
  {
    path: text(),
    query: text(),
    headers: map(
      value("문자열이나 null", (given) => given === null || typeof given === "string"),
      token,
    ),
    set: map(anything, fieldName),
    remove: fieldName,
    body: text(),
  },
);
const codeName = { code: text() };
const explanation = {
  meaning: text(),
  message: text(),
  layer: oneOf(Object.keys(layerLabels)),
  cause: text(),
  action: text(),
  resend: oneOf(Object.keys(resendLabels)),
  status: list(status),
  reproduce: reproduction,
};
/** A bundle that is run has all of a code; one of an earlier version, which is compared, may lack what came later. */
const codes: Record<Purpose, Form> = {
  run: object({ ...codeName, ...explanation }),
  compare: object(codeName, explanation),
};

/** What a bundle is read for. */
export type Purpose = "run" | "compare";

/** What the tools rely on in a bundle, apart from names, references and keywords. */
const documentOf = (purpose: Purpose): Form =>
  object(
    {
      openapi: text(/^3\.1\.\d+$/, "3.1.1"),
      info: object({ title: text(), version: text() }, { description: text() }),
      paths: map(pathItem, pathname),
      components: object(
        { schemas: map(schema), securitySchemes: map(object({ type: text() }, { ...marks, in: text(), name: token })) },
        { parameters: map(parameter), responses: map(response), examples },
      ),
      "x-error-catalogue": object({ codes: list(codes[purpose]) }, marks),
    },
    { servers: list(object({ url: text() })), tags: list(object({ name: text() })), security: list(map(list(text()))) },
  );

const documents = { run: documentOf("run"), compare: documentOf("compare") };

/** Where a document has not the form of a bundle, by place, with what to do. */
export function formProblems(api: unknown, purpose: Purpose = "run"): Unsupported[] {
  const found: Unsupported[] = [];
  documents[purpose](api, undefined, (path, message) => found.push({ pointer: toPointer(segmentsOf(path)), message }));
  return found;
}
