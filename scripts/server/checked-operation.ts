import type { IncomingHttpHeaders } from "node:http";
import { errorNode, fieldTreesOf } from "../bundle/field-tree.ts";
import { deref, httpMethods, type MediaType, type OpenApi, type Operation, type Schema } from "../bundle/openapi.ts";
import { parametersOf, parametersSchema } from "../bundle/parameters.ts";
import type { FieldNode } from "../client/contract.ts";
import type { Problem } from "../client/errors.ts";
import { bySpecificity, matchPath } from "../client/parameters.ts";
import { check } from "../client/problems.ts";
import { type ParameterValues, readParameters } from "./parameter-values.ts";

const noParameters: Schema = {};

/** An operation that validates requests and answers. */
export class CheckedOperation {
  /** With its variables in braces, as the spec writes it. */
  readonly path: string;
  /** In lower case, as the spec writes it. */
  readonly method: string;
  readonly operation: Operation;
  readonly #api: OpenApi;
  readonly #trees = new Map<Schema, FieldNode>();
  #parameters: Schema | undefined | "unknown" = "unknown";
  #knownKeys: ReadonlySet<string> | undefined;

  constructor(api: OpenApi, path: string, method: string) {
    this.path = path;
    this.method = method;
    this.operation = api.paths[path]?.[method] as Operation;
    this.#api = api;
  }

  /** The media types of the request body; none where the operation takes no body. */
  get requestTypes(): Record<string, MediaType> {
    return this.operation.requestBody?.content ?? {};
  }

  /** The media types of the answer with a status; undefined where the spec has no such answer. */
  responseTypes(status: number): Record<string, MediaType> | undefined {
    const response = this.operation.responses[status];
    return response === undefined ? undefined : deref(this.#api, response).content;
  }

  /** All that the spec says of a body of this media type, field by field. */
  treeOf({ schema }: MediaType): FieldNode {
    return this.#treeOf(schema);
  }

  /** The error body of this operation. */
  get errorTree(): FieldNode {
    return errorNode(this.#api, this.operation);
  }

  /** Every key that the spec defines in its bodies. */
  get knownKeys(): ReadonlySet<string> {
    return (this.#knownKeys ??= keysOf(
      [
        ...Object.values(this.requestTypes),
        ...Object.keys(this.operation.responses).flatMap((status) =>
          Object.values(this.responseTypes(Number(status)) ?? {}),
        ),
      ].map((type) => this.treeOf(type)),
    ));
  }

  /** Its parameters by place and name; undefined where it takes none. */
  get parameters(): Schema | undefined {
    if (this.#parameters === "unknown") this.#parameters = parametersSchema(this.#api, this.path, this.method);
    return this.#parameters;
  }

  /** All that the spec says of the parameters. */
  get parameterTree(): FieldNode {
    return this.#treeOf(this.parameters ?? noParameters);
  }

  /**
   * What is wrong with a body, field by field: code, Korean name, rule, what was expected, and the kind of what was found,
   * never the value.
   *
   * @param showKey how a key is shown; it may be one the spec does not know
   */
  check(mediaType: MediaType, value: unknown, showKey: (key: string) => string = (key) => key): Problem[] {
    return this.#check(mediaType.schema, value, showKey);
  }

  /** Makes the trees of requests, which the first request would otherwise wait for. */
  prepare(): void {
    for (const { schema } of Object.values(this.requestTypes)) this.#treeOf(schema);
    if (this.parameters !== undefined) this.#treeOf(this.parameters);
  }

  /** Reads the parameters of a request and finds their problems. */
  checkParameters(request: { path: string; query: string; headers: IncomingHttpHeaders }): {
    values: ParameterValues;
    problems: Problem[];
  } {
    if (this.parameters === undefined) return { values: {}, problems: [] };
    const variables = matchPath(this.path, request.path) ?? {};
    const parameters = parametersOf(this.#api, this.path, this.method).map((parameter) => ({
      ...parameter,
      type: parameter.schema === undefined ? undefined : deref<Schema>(this.#api, parameter.schema).type,
    }));
    const { values, problems } = readParameters(parameters, this.parameterTree, { ...request, variables });
    // An unreadable parameter is not also reported as missing.
    const broken = new Set(problems.map(({ pointer }) => pointer));
    const more = this.#check(this.parameters, values, (key) => key).filter(({ pointer }) => !broken.has(pointer));
    return { values, problems: [...problems, ...more] };
  }

  #check(schema: Schema, value: unknown, showKey: (key: string) => string): Problem[] {
    return check(this.#treeOf(schema), value, showKey);
  }

  #treeOf(schema: Schema): FieldNode {
    const tree = this.#trees.get(schema) ?? fieldTreesOf(this.#api).of(schema);
    this.#trees.set(schema, tree);
    return tree;
  }
}

/** Every key in trees of fields, also those that are written otherwise at times. */
function keysOf(trees: readonly FieldNode[]): Set<string> {
  const keys = new Set<string>();
  const seen = new Set<FieldNode>();
  const visit = (node: FieldNode): void => {
    if (seen.has(node)) return;
    seen.add(node);
    for (const [code, field] of Object.entries(node.fields ?? {})) {
      for (const key of [code, ...(field.aliases ?? [])]) keys.add(key);
      visit(field);
    }
    if (node.item !== undefined) visit(node.item);
  };
  for (const tree of trees) visit(tree);
  return keys;
}

/** The operations of a path by method, in capitals. */
export type Methods = ReadonlyMap<string, CheckedOperation>;

/** The operations of a bundle by path and method. Opening it reads no path; looking one up reads that one. */
export class OperationTable {
  readonly #api: OpenApi;
  readonly #paths = new Map<string, Methods>();
  /** The paths with variables by how many segments they have, concrete segments before variables. */
  readonly #templates = new Map<number, string[]>();
  #byId: Map<string, CheckedOperation> | undefined;
  readonly #families = new Map<string, readonly CheckedOperation[]>();

  constructor(api: OpenApi) {
    this.#api = api;
    for (const path of Object.keys(api.paths)) {
      if (!path.includes("{")) continue;
      const size = path.split("/").length;
      this.#templates.set(size, [...(this.#templates.get(size) ?? []), path]);
    }
    for (const paths of this.#templates.values()) paths.sort(bySpecificity);
  }

  /**
   * The first operation of the document.
   *
   * @throws {Error} when the bundle has no operation
   */
  get first(): CheckedOperation {
    for (const path of Object.keys(this.#api.paths)) {
      const [operation] = this.#methodsOf(path).values();
      if (operation !== undefined) return operation;
    }
    throw new Error("the bundle has no operation");
  }

  /** Every operation, in document order. */
  get operations(): CheckedOperation[] {
    return Object.keys(this.#api.paths).flatMap((path) => [...this.#methodsOf(path).values()]);
  }

  /**
   * The path of the spec that a request's path means, and its operations; a concrete path goes before one with variables
   * (OpenAPI 3.1.1, 4.8.8.1).
   *
   * @param path as it came, still encoded; undefined for one that the spec does not have
   */
  at(path: string): { path: string; methods: Methods } | undefined {
    const template = Object.hasOwn(this.#api.paths, path)
      ? path
      : this.#templates.get(path.split("/").length)?.find((one) => matchPath(one, path) !== undefined);
    if (template === undefined) return undefined;
    const methods = this.#methodsOf(template);
    return methods.size === 0 ? undefined : { path: template, methods };
  }

  /**
   * The operation with an operationId, and after it the others of its path that are answered alike: one call by several
   * methods.
   *
   * @returns none where the bundle has no such operation
   */
  family(operationId: string): readonly CheckedOperation[] {
    const known = this.#families.get(operationId);
    if (known !== undefined) return known;
    this.#byId ??= new Map(this.operations.map((one) => [one.operation.operationId, one]));
    const found = this.#byId.get(operationId);
    // Names that no operation has come in any number.
    if (found === undefined) return [];
    const answers = JSON.stringify(found.operation.responses);
    const others = [...this.#methodsOf(found.path).values()].filter(
      (one) => one !== found && JSON.stringify(one.operation.responses) === answers,
    );
    const family = [found, ...others];
    this.#families.set(operationId, family);
    return family;
  }

  #methodsOf(path: string): Methods {
    let methods = this.#paths.get(path);
    if (methods === undefined) {
      const item = this.#api.paths[path] ?? {};
      methods = new Map(
        httpMethods
          .filter((method) => item[method] !== undefined)
          .map((method) => [method.toUpperCase(), new CheckedOperation(this.#api, path, method)]),
      );
      this.#paths.set(path, methods);
    }
    return methods;
  }
}
