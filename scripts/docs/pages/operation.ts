import type { Field } from "../../bundle/field-dictionary.ts";
import {
  deref,
  type Example,
  type MediaType,
  type OpenApi,
  type Operation,
  type Parameter,
  type Schema,
} from "../../bundle/openapi.ts";
import { parametersOf, placeNames } from "../../bundle/parameters.ts";
import { credentialHeader, credentialPrefix } from "../../bundle/security.ts";
import type { Place } from "../../client/parameters.ts";
import { code, type Html, html, prose, table } from "../html.ts";
import { answersOf, lengthOf, type Model } from "../model.ts";
import { clientSample, curlSample } from "../../generate/client/samples.ts";

/** The place of each field among the model's, by its schema. */
type FieldOrder = ReadonlyMap<Schema, number>;

/** One operation: request, answers, examples, and samples that run. */
export function operation(model: Model, at: Model["operations"][number]): Html {
  const order: FieldOrder = new Map(model.fields.map(({ schema }, index) => [schema, index]));
  const { path, method, operation } = at;
  const { api } = model;
  const id = `op-${operation.operationId}`;
  const answers = answersOf(api, at);
  const success = answers.filter(({ status }) => status < 300);
  const [requestType] = Object.entries(operation.requestBody?.content ?? {});
  return html`
<p class="endpoint"><span class="method">${method.toUpperCase()}</span> <code>${path}</code></p>
<p>${prose(String((operation as { description?: string }).description ?? "").trim())}</p>
<h2 id="${id}-request">요청</h2>
<p>필요한 헤더: ${operation.security.map((alternative, index) => html`${index > 0 && " 또는 "}${Object.keys(alternative).map((name, position) => html`${position > 0 && ", "}<a href="#rules-headers"><code>${headerName(api, name)}</code></a>`)}`)}</p>
${parameterPart(model, at)}
${requestType !== undefined && bodyPart(model, order, `${operation.summary}의 본문`, requestType)}
<h2 id="${id}-curl">curl</h2>
${code(curlSample(model, at), "sh", "curl 200")}
<h2 id="${id}-typescript">TypeScript</h2>
${code(clientSample(model, at), "ts", "ts")}
<h2 id="${id}-answer">응답</h2>
${success.map(({ status, response }) => Object.entries(response.content).map((content) => bodyPart(model, order, `${operation.summary}의 ${status} 응답`, content)))}
<h2 id="${id}-statuses">상태 코드</h2>
${table(
  `${operation.summary}의 상태 코드`,
  ["상태 코드", "설명", "오류 코드"],
  answers.map(({ status, response }) => ({
    cells: [
      String(status),
      response.description,
      model.codes
        .filter((row) => status >= 300 && row.status.includes(status))
        .map((row, index) => html`${index > 0 && " "}<a href="#error-${row.code}">${row.code}</a>`),
    ],
  })),
)}
<div class="try" data-operation="${operation.operationId}" hidden></div>
`;
}

function headerName(api: OpenApi, name: string): string {
  const schemes = api.components.securitySchemes;
  return `${credentialHeader(schemes, name)}${credentialPrefix(schemes, name) === "" ? "" : ": Bearer"}`;
}

/** The operation's parameters: path variables, query, headers. */
function parameterPart({ api }: Model, { path, method, operation }: Model["operations"][number]): Html | false {
  const parameters = parametersOf(api, path, method);
  return (
    parameters.length > 0 &&
    table(
      `${operation.summary}의 파라미터`,
      ["이름", "한글 이름", "자리", "필수", "길이", "설명"],
      parameters.map((parameter) => {
        const schema = deref<Schema>(api, parameter.schema ?? {});
        const { title = "", enum: values } = schema;
        return {
          id: parameterId(operation, parameter),
          cells: [
            html`<code>${parameter.name}</code>`,
            title,
            placeNames[parameter.in as Place],
            parameter.required === true ? "필수" : "선택",
            lengthOf({ schema }),
            html`${values !== undefined && `${values.join(" 또는 ")} `}${prose(parameter.description ?? schema.description ?? "")}`,
          ],
        };
      }),
    )
  );
}

function parameterId({ operationId }: Operation, { in: place, name }: Parameter): string {
  return `param-${operationId}-${place}-${name}`;
}

/** The fields of a body in the document's order, and its examples. */
function bodyPart(
  model: Model,
  order: FieldOrder,
  caption: string,
  [contentType, mediaType]: [string, MediaType],
): Html {
  const places = [...fieldCodes(model.api, mediaType.schema)].flatMap((field) => order.get(field) ?? []);
  const rows = places.sort((one, other) => one - other).flatMap((place) => model.fields[place] ?? []);
  const examples = Object.entries(mediaType.examples ?? {}).map(([name, reference]) => ({
    name,
    ...deref<Example>(model.api, reference),
  }));
  return html`<p>본문: <code>${contentType}</code></p>
${
  rows.length > 0 &&
  table(
    caption,
    ["코드", "이름", "필수", "길이", "설명"],
    rows.map((field) => ({
      cells: [
        html`<a href="#${field.id}"><code>${field.code}</code></a>`,
        field.name,
        field.demanded ? "필수" : "선택",
        lengthOf(field),
        notes(field),
      ],
    })),
  )
}
${examples.map(
  ({
    name,
    summary,
    value,
  }) => html`<details><summary>예제 <code>${name}</code>: ${summary}</summary>${code(JSON.stringify(value, null, 2), "json")}</details>
`,
)}`;
}

/** The place, the allowed values and the description of a field. */
function notes({ schema, at }: Field): Html {
  const { description = "", enum: values } = schema;
  return html`<span class="at">${at}</span>${values !== undefined && html` ${values.join(" 또는 ")}`} ${prose(description)}`;
}

/** The field schemas that a body holds, at any depth. */
function fieldCodes(api: OpenApi, reference: Schema): Set<Schema> {
  const found = new Set<Schema>();
  const visit = (node: Schema): void => {
    const schema = deref<Schema>(api, node);
    for (const field of Object.values(schema.properties ?? {})) {
      found.add(field);
      visit(field);
    }
    if (schema.items !== undefined) visit(schema.items);
  };
  visit(reference);
  return found;
}
