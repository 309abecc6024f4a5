import { errorNode, fieldTreesOf } from "../../bundle/field-tree.ts";
import type { OpenApi } from "../../bundle/openapi.ts";
import type { FieldNode } from "../../client/contract.ts";
import { docComment, literal } from "../source-text.ts";
import { type ClientOperation, clientOperations } from "./operations.ts";
import { type Components, componentsIn, SchemaCode } from "./schema-code.ts";
import { resultName, resultType, signature, takesInput } from "./signature.ts";

/** An operation with the nodes of its bodies. */
interface Described {
  one: ClientOperation;
  /** By the names that the runtime knows them by. */
  nodes: Record<string, FieldNode>;
  /** The components that they lead to. */
  components: Set<FieldNode>;
}

/**
 * A module for each operation, by file name. A component that several operations lead to has a module of its own; the others
 * stand in the module of their operation.
 */
export function operationModules(api: OpenApi): Map<string, string> {
  const trees = fieldTreesOf(api);
  const described = clientOperations(api).map((one) => ({ one, nodes: nodesOf(api, one) }));
  const names = new Map([...trees.components].map(([name, node]) => [node, name]));
  const order = new Map([...names.keys()].map((node, index) => [node, index]));
  const checked = new Set<FieldNode>();
  const components: Components = {
    nameOf: (node) => names.get(node),
    originOf: (node) => trees.originOf(node),
    isChecked: (node) => checked.has(node),
  };
  const within = (node: FieldNode): FieldNode[] => [
    ...(names.has(node) ? [node] : []),
    ...componentsIn(node, components),
  ];
  const operations: Described[] = described.map(({ one, nodes }) => {
    const { error: _, ...bodies } = nodes;
    for (const node of Object.values(bodies).flatMap(within)) checked.add(node);
    const found = Object.values(nodes).flatMap(within);
    return { one, nodes, components: new Set(found.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))) };
  });
  const uses = new Map<FieldNode, number>();
  for (const { components: used } of operations) for (const node of used) uses.set(node, (uses.get(node) ?? 0) + 1);
  const isShared = (node: FieldNode): boolean => (uses.get(node) ?? 0) > 1;
  const shared = [...uses.keys()].filter(isShared);
  return new Map([
    ...shared.map((node): [string, string] => [`schemas/${names.get(node)}.ts`, schemaModule(node, components)]),
    ...operations.map((operation): [string, string] => [
      `operations/${operation.one.id}.ts`,
      operationModule(operation, components, isShared),
    ]),
  ]);
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

function schemaModule(node: FieldNode, components: Components): string {
  const code = new SchemaCode(components);
  const constant = code.component(node);
  const others = [...code.mentioned].filter((name) => name !== components.nameOf(node));
  const isChecked = components.isChecked(node);
  return [
    `import type { ${isChecked ? "SchemaNode" : "FieldNode"} } from "../runtime/contract.ts";`,
    ...(isChecked ? [`import * as is from "../runtime/is.ts";`] : []),
    ...imports(others, "./"),
    "",
    ...code.patterns,
    `export ${constant}`,
    "",
  ].join("\n");
}

function operationModule(
  { one, nodes, components: used }: Described,
  components: Components,
  isShared: (node: FieldNode) => boolean,
): string {
  const code = new SchemaCode(components);
  const { id, path, method, fallback, operation } = one;
  const own = [...used].filter((node) => !isShared(node));
  const constants = own.map((node) => code.component(node));
  const bodies = Object.entries(nodes).map(([key, node]) => {
    const name = code.mention(node);
    if (name === undefined) constants.push(code.constant(`$${key}`, node));
    return `${key}: ${name ?? `$${key}`}`;
  });
  const data = { id, path, method, fallback, security: operation.security.map((names) => Object.keys(names)) };
  const entries = [
    ...Object.entries(data).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${flat(value)}`])),
    ...("parameters" in nodes ? ["parameterCode"] : []),
    ...bodies,
  ];
  const names = own.map((node) => components.nameOf(node));
  const text = [
    ...code.patterns,
    ...constants,
    "",
    `/** What the spec says of ${id}. */`,
    `export const operation: Operation = {\n${entries.map((entry) => `  ${entry},\n`).join("")}};`,
    "",
    callComment(operation.summary) +
      `export function ${id}(woori: WooriConnection, ${signature(one)}): Promise<${resultType(one)}> {`,
    `  return woori.call(operation, ${takesInput(one) ? "input" : "undefined"}, options) as Promise<${resultType(one)}>;`,
    "}",
    "",
  ].join("\n");
  const isBody = one.requestSchema !== undefined;
  const nodeTypes = ["FieldNode", "SchemaNode"].filter((type) => constants.some((one) => one.includes(`: ${type} =`)));
  return [
    `import type { ${[resultName(one), ...(isBody ? ["ClientInput"] : []), "WooriConnection"].sort().join(", ")} } from "../runtime/connection.ts";`,
    `import type { ${["Operation", ...nodeTypes].sort().join(", ")} } from "../runtime/contract.ts";`,
    ...(text.includes("accepts: (value) =>") ? [`import * as is from "../runtime/is.ts";`] : []),
    `import type { CallOptions } from "../runtime/options.ts";`,
    ...("parameters" in nodes ? [`import { parameterCode } from "../runtime/parameter-code.ts";`] : []),
    ...imports(
      [...code.mentioned].filter((name) => !names.includes(name)),
      "../schemas/",
    ),
    `import type * as types from "../types.ts";`,
    "",
    text,
  ].join("\n");
}

/** The comment of a call, by its Korean name. */
export function callComment(summary: string, indent = ""): string {
  return docComment(summary, indent, [
    "@throws {WooriInputError} 요청이 명세와 맞지 않아 보내지 않았습니다.",
    "@throws {WooriApiError} 은행이 요청을 거부했습니다.",
    "@throws {WooriTransportError} 쓸 수 있는 응답을 받지 못했습니다.",
  ]);
}

function imports(names: readonly string[], folder: string): string[] {
  return names.toSorted().map((name) => `import { ${name} } from "${folder}${name}.ts";`);
}

function flat(value: unknown): string {
  return Array.isArray(value) ? `[${value.map(flat).join(", ")}]` : literal(value);
}
