import type { IncomingHttpHeaders } from "node:http";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { errorNode, fieldTreesOf } from "../bundle/field-tree.ts";
import {
  deref,
  httpMethods,
  type MediaType,
  type OpenApi,
  type Operation,
  type Schema,
  withRefsToDefinitions,
} from "../bundle/openapi.ts";
import { parametersOf, parametersSchema } from "../bundle/parameters.ts";
import { operationSubset } from "../bundle/subset.ts";
import type { FieldNode, Validator } from "../client/contract.ts";
import type { Problem } from "../client/errors.ts";
import { bySpecificity, matchPath } from "../client/parameters.ts";
import { check } from "../client/problems.ts";
import { type ParameterValues, readParameters } from "./parameter-values.ts";

/** Names the operation's schemas to Ajv. */
const documentId = "bundle:";

/** An operation that validates requests and answers. Its validators are compiled on first use. */
export class CheckedOperation {
  /** With its variables in braces, as the spec writes it. */
  readonly path: string;
  /** In lower case, as the spec writes it. */
  readonly method: string;
  readonly operation: Operation;
  readonly #api: OpenApi;
  readonly #validators = new Map<Schema, Validator>();
  readonly #shared: Map<string, Validator>;
  #parameters: Schema | undefined | "unknown" = "unknown";
  #ajv: Ajv2020 | undefined;

  /** @param shared the validators that operations of the bundle have compiled, by schema */
  constructor(api: OpenApi, path: string, method: string, shared = new Map<string, Validator>()) {
    this.path = path;
    this.method = method;
    this.operation = api.paths[path]?.[method] as Operation;
    this.#api = api;
    this.#shared = shared;
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
    return fieldTreesOf(this.#api).of(schema);
  }

  /** The error body of this operation. */
  get errorTree(): FieldNode {
    return errorNode(this.#api, this.operation);
  }

  /** Its parameters by place and name; undefined where it takes none. */
  get parameters(): Schema | undefined {
    if (this.#parameters === "unknown") this.#parameters = parametersSchema(this.#api, this.path, this.method);
    return this.#parameters;
  }

  /** All that the spec says of the parameters. */
  get parameterTree(): FieldNode {
    return fieldTreesOf(this.#api).of(this.parameters ?? {});
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

  /** Compiles the validators of requests, which the first request would otherwise wait for. */
  prepare(): void {
    const { parameters = {} } = this;
    // V8 compiles what Ajv made when it first runs.
    for (const schema of [...Object.values(this.requestTypes).map((one) => one.schema), parameters])
      this.#validatorOf(schema)(undefined);
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
    const validate = this.#validatorOf(schema);
    // The tree names the fields of problems only.
    return validate(value) ? [] : check(fieldTreesOf(this.#api).of(schema), validate, value, showKey);
  }

  #validatorOf(schema: Schema): Validator {
    let validate = this.#validators.get(schema);
    if (validate === undefined) {
      // A GET and its POST have one schema, and all operations one of errors.
      const key = JSON.stringify(schema);
      validate = this.#shared.get(key) ?? this.#compile(schema);
      this.#shared.set(key, validate);
      this.#validators.set(schema, validate);
    }
    return validate;
  }

  #compile(schema: Schema): Validator {
    if (this.#ajv === undefined) {
      // The x-* keys are for other tools; what OpenAPI means by the rest is JSON Schema 2020-12. Schemas are lint's to check:
      // the schema of schemas takes longer to compile than an operation, and optimizing longer than it spares.
      this.#ajv = new Ajv2020({
        allErrors: true,
        messages: false,
        strict: false,
        meta: false,
        validateSchema: false,
        code: { optimize: false },
      });
      this.#ajv.addSchema({
        $id: documentId,
        $defs: withRefsToDefinitions(
          operationSubset(this.#api, this.path, this.method).components.schemas ?? {},
          documentId,
        ),
      });
    }
    return this.#ajv.compile(withRefsToDefinitions(schema, documentId)) as ValidateFunction as Validator;
  }
}

/** The operations of a path by method, in capitals. */
export type Methods = ReadonlyMap<string, CheckedOperation>;

/** The operations of a bundle by path and method. Opening it reads no path; looking one up reads that one. */
export class OperationTable {
  readonly #api: OpenApi;
  readonly #paths = new Map<string, Methods>();
  readonly #validators = new Map<string, Validator>();
  /** The paths with variables by how many segments they have, concrete segments before variables. */
  readonly #templates = new Map<number, string[]>();

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

  #methodsOf(path: string): Methods {
    let methods = this.#paths.get(path);
    if (methods === undefined) {
      const item = this.#api.paths[path] ?? {};
      methods = new Map(
        httpMethods
          .filter((method) => item[method] !== undefined)
          .map((method) => [method.toUpperCase(), new CheckedOperation(this.#api, path, method, this.#validators)]),
      );
      this.#paths.set(path, methods);
    }
    return methods;
  }
}
