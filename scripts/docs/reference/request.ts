import { exampleCredentials } from "../../bundle/example-request.ts";
import { deref, type OpenApi, type Operation, type Parameter, type Schema } from "../../bundle/openapi.ts";
import { exampleParameters, parametersOf, placeNames } from "../../bundle/parameters.ts";
import { credentialHeader, credentialPrefix } from "../../bundle/security.ts";
import { type Place, places } from "../../client/parameters.ts";
import { type Html, html } from "../html.ts";
import type { Model } from "../model.ts";
import { valuesOf } from "./examples.ts";
import { fieldList, fieldRow, needOf, resolved } from "./field-row.ts";
import { fieldTree } from "./field-tree.ts";

/** What an operation takes: headers, path variables, query, body. */
export function requestPart(model: Model, at: Model["operations"][number]): Html {
  const { api } = model;
  const { operation } = at;
  const rows = parameterRows(model, at);
  const headers = [...credentialRows(model, operation), ...contentTypeRow(model, operation), ...rows.header];
  return html`${headers.length > 0 && html`<h3>헤더</h3>\n${alternatives(api, operation)}${fieldList(headers)}`}
${(["path", "query"] as const).map((place) => rows[place].length > 0 && html`<h3>${placeNames[place]}</h3>\n${fieldList(rows[place])}`)}
${Object.entries(operation.requestBody?.content ?? {}).map(
  ([
    type,
    mediaType,
  ]) => html`<h3>본문 <code>${type}</code> <span class="must">${needOf(operation.requestBody?.required === true)}</span></h3>
${fieldTree(model, mediaType.schema, valuesOf(api, mediaType))}`,
)}`;
}

/** What the headers together must be, where there is a choice. */
function alternatives(api: OpenApi, { security }: Operation): Html {
  const { securitySchemes: schemes } = api.components;
  const one = (names: string[]): Html =>
    names.length === 0
      ? html`인증 헤더 없이`
      : html`${names.map((name, index) => html`${index > 0 && ", "}<code>${credentialHeader(schemes, name)}</code>`)}`;
  return html`<p>${security.length > 1 && html`인증 헤더는 ${security.map((names, index) => html`${index > 0 && " 또는 "}(${one(Object.keys(names))})`)} 가운데 한 묶음을 보내십시오. `}값과 발급 방법은 <a href="#rules-headers">인증과 헤더</a>에 있습니다.</p>
`;
}

function credentialRows(model: Model, { security }: Operation): Html[] {
  const { securitySchemes: schemes } = model.api.components;
  const sets = security.map((alternative) => Object.keys(alternative));
  const credentials: Record<string, string> = exampleCredentials;
  return [...new Set(sets.flat())].map((name) => {
    const { description, "x-errata": errata = [] } = schemes[name] ?? {};
    const value = credentials[name];
    return fieldRow(model, {
      code: credentialHeader(schemes, name),
      more: `header-${credentialHeader(schemes, name)}`,
      schema: { type: "string", ...(description === undefined ? {} : { description }) },
      need: credentialNeed(sets, name),
      examples: value === undefined ? [] : [credentialPrefix(schemes, name) + value],
      errata,
    });
  });
}

/** Whether every alternative has a credential, or one does without it alone. */
function credentialNeed(sets: readonly string[][], name: string): string {
  const having = sets.filter((set) => set.includes(name));
  if (having.length === sets.length) return "필수";
  const isAddition = having.every((set) =>
    sets.some((other) => other.join() === set.filter((one) => one !== name).join()),
  );
  return isAddition ? "선택" : "조합에 따라 필수";
}

function contentTypeRow(model: Model, { requestBody }: Operation): Html[] {
  if (requestBody === undefined) return [];
  const schema = { type: "string", enum: Object.keys(requestBody.content) };
  return [
    fieldRow(model, { code: "Content-Type", more: "rules-media-types", schema, need: needOf(requestBody.required) }),
  ];
}

/** The rows of an operation's parameters by place. */
function parameterRows(model: Model, { path, method, operation }: Model["operations"][number]): Record<Place, Html[]> {
  const { api } = model;
  const all = parametersOf(api, path, method);
  const values = exampleParameters(api, path, method);
  const rowsAt = (place: Place): Html[] =>
    all
      .filter((parameter) => parameter.in === place)
      .map((parameter) =>
        fieldRow(model, {
          code: parameter.name,
          id: `param-${operation.operationId}-${place}-${parameter.name}`,
          more: model.fieldOf.get(deref<Schema>(api, parameter.schema ?? {}))?.id,
          schema: parameterSchema(api, parameter),
          need: needOf(parameter.required === true),
          examples: [values[place]?.[parameter.name]].filter((value) => value !== undefined),
        }),
      );
  return Object.fromEntries(places.map((place) => [place, rowsAt(place)])) as Record<Place, Html[]>;
}

/** A parameter's schema with what is said of the parameter itself. */
function parameterSchema(api: OpenApi, { schema: node = {}, ...parameter }: Parameter): Schema {
  const schema = resolved(deref<Schema>(api, node), node);
  return {
    ...schema,
    ...(parameter.description === undefined ? {} : { description: parameter.description }),
    ...(parameter["x-sensitive"] === true ? { "x-sensitive": true } : {}),
    "x-errata": [...new Set([...(schema["x-errata"] ?? []), ...(parameter["x-errata"] ?? [])])],
  };
}
