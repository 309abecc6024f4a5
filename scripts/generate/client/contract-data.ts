import type { Contract, FieldNode } from "../../client/contract.ts";
import { errorNode, fieldTreesOf } from "../../bundle/field-tree.ts";
import type { OpenApi } from "../../bundle/openapi.ts";
import { credentialHeader, credentialPrefix } from "../../bundle/security.ts";
import { type ClientOperation, clientOperations } from "./operations.ts";

/** The module that tells the runtime what the spec says: a table for each component, and the operations that share them. */
export function contract(api: OpenApi): string {
  const trees = fieldTreesOf(api);
  const operations = clientOperations(api).map((one) => ({ ...one, nodes: nodesOf(api, one) }));
  const tables = new Map([...trees.components].map(([name, node]) => [node, tableName(name)]));
  const declared = new Set<FieldNode>();
  const declarations = [...tables].map(([node, name]) => {
    const text = `const ${name}: FieldNode = ${literal(node, tables, declared, node)};`;
    declared.add(node);
    return text;
  });
  const entries = operations.map(({ id, path, method, fallback, operation, nodes, requestSchema }) => {
    const data = {
      path,
      method,
      ...(fallback === undefined ? {} : { fallback }),
      security: operation.security.map((names) => Object.keys(names)),
    };
    return [
      `    ${id}: {`,
      ...Object.entries(data).map(([key, value]) => `      ${key}: ${JSON.stringify(value)},`),
      ...Object.entries(nodes).map(([key, node]) => `      ${key}: ${literal(node, tables, declared)},`),
      ...("parameters" in nodes ? [`      validateParameters: validators.${id}Parameters,`] : []),
      ...(requestSchema === undefined ? [] : [`      validateRequest: validators.${id}Request,`]),
      `      validateResponse: validators.${id}Response,`,
      "    },",
    ].join("\n");
  });
  return [
    `import type { Contract, FieldNode } from "./runtime/contract.ts";`,
    `import * as validators from "./validators.ts";`,
    "",
    ...declarations,
    "",
    "/** What the spec says, as the runtime reads it. */",
    "export const contract: Contract = {",
    "  operations: {",
    ...entries,
    "  },",
    ...Object.entries(shared(api)).map(
      ([key, value]) => `  ${key}: ${JSON.stringify(value, null, 2).replaceAll("\n", "\n  ")},`,
    ),
    "};",
    "",
  ].join("\n");
}

function nodesOf(
  api: OpenApi,
  { operation, parameters, requestSchema, responseSchema }: ClientOperation,
): Record<string, FieldNode> {
  const trees = fieldTreesOf(api);
  return {
    ...(parameters === undefined ? {} : { parameters: trees.of(parameters) }),
    ...(requestSchema === undefined ? {} : { request: trees.of(requestSchema) }),
    response: trees.of(responseSchema),
    error: errorNode(api, operation),
  };
}

function shared(api: OpenApi): Omit<Contract, "operations"> {
  const { securitySchemes } = api.components;
  return {
    schemes: Object.fromEntries(
      Object.keys(securitySchemes).map((name) => [
        name,
        { header: credentialHeader(securitySchemes, name), prefix: credentialPrefix(securitySchemes, name) },
      ]),
    ),
    errorCodes: Object.fromEntries(
      api["x-error-catalogue"].codes.map(({ code, meaning, action, retryable }) => [
        code,
        { meaning, advice: action, retryable },
      ]),
    ),
  };
}

function tableName(component: string): string {
  return `${component.charAt(0).toLowerCase()}${component.slice(1).replaceAll(/\W/g, "_")}Fields`;
}

/** A node as code. A component is named; one that is declared later, which only a circle leads to, by a getter. */
function literal(
  node: FieldNode,
  tables: ReadonlyMap<FieldNode, string>,
  declared: ReadonlySet<FieldNode>,
  own?: FieldNode,
): string {
  const { fields, item, ...marks } = node;
  const child = (key: string, value: FieldNode): string => {
    const name = tables.get(value);
    return name !== undefined && !declared.has(value)
      ? `get ${key}() { return ${name}; }`
      : `${key}: ${literal(value, tables, declared)}`;
  };
  const name = tables.get(node);
  if (name !== undefined && node !== own) return name;
  const parts = [
    ...Object.entries(marks).map(([key, value]) => `${key}: ${JSON.stringify(value)}`),
    ...(fields === undefined
      ? []
      : [
          `fields: { ${Object.entries(fields)
            .map(([code, field]) => child(JSON.stringify(code), field))
            .join(", ")} }`,
        ]),
    ...(item === undefined ? [] : [child("item", item)]),
  ];
  return `{ ${parts.join(", ")} }`;
}
