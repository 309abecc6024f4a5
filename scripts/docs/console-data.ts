import { roles, type Role } from "../client/contract.ts";
import { keysOf } from "../client/field.ts";
import { exampleRequest, scenarioFields } from "../bundle/example-request.ts";
import { errorNode, fieldTreesOf } from "../bundle/field-tree.ts";
import { deref, type OpenApi, type Operation, type Schema, type SecurityScheme } from "../bundle/openapi.ts";
import { exampleParameters, parametersSchema } from "../bundle/parameters.ts";
import type { FieldNode } from "../client/contract.ts";
import { Html, html } from "./html.ts";

/** What the console of an operation is made from. Apps and scenarios come from the sandbox that serves the page. */
export interface ConsoleData {
  operationId: string;
  /** In capitals. */
  method: string;
  /** The template. */
  path: string;
  /** The security alternatives: names of schemes. */
  security: string[][];
  /** As in the bundle, with the schemas that the request needs. */
  components: { schemas: Record<string, Schema>; securitySchemes: Record<string, SecurityScheme> };
  /** By place and name. */
  parameters?: { schema: Schema; example: Record<string, Record<string, unknown>> };
  body?: { contentType: string; schema: Schema; example: unknown };
  /** The fields whose values choose an answer. */
  inputs: { path: readonly string[]; code: string; name: string; values: Record<string, string> }[];
  /** The codes of the answer's fields that mean something to a client, with their aliases. */
  roles: Partial<Record<Role, string[]>>;
}

/** The data block that an operation's page carries for its console. */
export function consoleData(api: OpenApi, at: { path: string; method: string; operation: Operation }): Html {
  const { operationId } = at.operation;
  const text = JSON.stringify(dataOf(api, at)).replaceAll("<", "\\u003c");
  return html`<script type="application/json" id="console-${operationId}">${new Html(text)}</script>
`;
}

/** What the console of an operation is made from. */
export function dataOf(api: OpenApi, at: { path: string; method: string; operation: Operation }): ConsoleData {
  const { path, method, operation } = at;
  const { body, headers } = exampleRequest(api, at);
  const contentType = headers["Content-Type"] ?? "";
  const mediaType = body === undefined ? undefined : operation.requestBody?.content[contentType];
  const parameters = parametersSchema(api, path, method);
  const needed = [
    ...(mediaType === undefined ? [] : [mediaType.schema]),
    ...(parameters === undefined ? [] : [parameters]),
  ];
  return {
    operationId: operation.operationId,
    method: method.toUpperCase(),
    path,
    security: operation.security.map((alternative) => Object.keys(alternative)),
    components: { schemas: schemasOf(api, needed), securitySchemes: api.components.securitySchemes },
    ...(parameters === undefined
      ? {}
      : { parameters: { schema: slim(parameters), example: exampleParameters(api, path, method) } }),
    ...(mediaType === undefined
      ? {}
      : { body: { contentType, schema: slim(mediaType.schema), example: JSON.parse(body ?? "") as unknown } }),
    inputs: scenarioFields(api, at).map(({ path: place, code, name, values }) => ({ path: place, code, name, values })),
    roles: rolesOf(api, operation),
  };
}

/** The components that schemas refer to, at any depth. */
function schemasOf(api: OpenApi, schemas: readonly Schema[]): Record<string, Schema> {
  const found: Record<string, Schema> = {};
  const visit = ({ $ref, properties = {}, items }: Schema): void => {
    const name = $ref?.split("/").at(-1) ?? "";
    if ($ref !== undefined && !Object.hasOwn(found, name)) {
      const component = deref<Schema>(api, { $ref });
      found[name] = slim(component);
      visit(component);
    }
    Object.values(properties).forEach(visit);
    if (items !== undefined) visit(items);
  };
  schemas.forEach(visit);
  return found;
}

/** A schema with what a form needs. */
function slim({ properties, items, ...schema }: Schema): Schema {
  return {
    ...(Object.fromEntries(
      Object.entries(schema).filter(([key]) => !key.startsWith("x-") && key !== "examples"),
    ) as Schema),
    ...(properties === undefined
      ? {}
      : { properties: Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, slim(one)])) }),
    ...(items === undefined ? {} : { items: slim(items) }),
  };
}

/** The codes by role of an operation's answers, at any depth. */
function rolesOf(api: OpenApi, operation: Operation): ConsoleData["roles"] {
  const found: Partial<Record<Role, string[]>> = {};
  const seen = new Set<FieldNode>();
  const visit = (node: FieldNode): void => {
    if (seen.has(node)) return;
    seen.add(node);
    for (const role of roles) {
      const keys = keysOf(node, role);
      if (keys.length > 0) found[role] = [...new Set([...(found[role] ?? []), ...keys])];
    }
    for (const inner of [...Object.values(node.fields ?? {}), ...(node.item === undefined ? [] : [node.item])])
      visit(inner);
  };
  const answers = Object.values(operation.responses).flatMap((reference) =>
    Object.values(deref(api, reference).content).map(({ schema }) => fieldTreesOf(api).of(schema)),
  );
  for (const node of [...answers, errorNode(api, operation)]) visit(node);
  return found;
}
