import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import type { Contract, Validator } from "../client/contract.ts";
import type { Problem } from "../client/errors.ts";
import { check } from "../client/problems.ts";
import { contractData } from "../generate/client/contract-data.ts";
import { deref, type MediaType, type OpenApi, type Operation, withRefsToDefinitions } from "../bundle/openapi.ts";
import { operationSubset } from "../bundle/subset.ts";

/** Names the operation's schemas to Ajv. */
const documentId = "bundle:";

/** An operation that can judge the bodies of real traffic. What it needs is made when it is first asked. */
export class CheckedOperation {
  readonly path: string;
  /** In lower case, as the spec writes it. */
  readonly method: string;
  readonly operation: Operation;
  readonly #api: OpenApi;
  readonly #contract: Contract;
  readonly #validators = new Map<MediaType, Validator>();
  #ajv: Ajv2020 | undefined;

  constructor(api: OpenApi, contract: Contract, path: string, method: string) {
    this.path = path;
    this.method = method;
    this.operation = api.paths[path]?.[method] as Operation;
    this.#api = api;
    this.#contract = contract;
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

  /**
   * What is wrong with a body, field by field: code, Korean name, rule, what was expected, and the kind of what was found,
   * never the value.
   *
   * @param showKey how a key is shown; it may be one the spec does not know
   */
  check(mediaType: MediaType, value: unknown, showKey: (key: string) => string = (key) => key): Problem[] {
    let validate = this.#validators.get(mediaType);
    if (validate === undefined) {
      validate = this.#compile(mediaType);
      this.#validators.set(mediaType, validate);
    }
    return check(this.#contract, validate, value, showKey);
  }

  #compile(mediaType: MediaType): Validator {
    if (this.#ajv === undefined) {
      // The x-* keys are for other tools; what OpenAPI means by the rest is JSON Schema 2020-12.
      this.#ajv = new Ajv2020({ allErrors: true, messages: false, strict: false });
      this.#ajv.addSchema({
        $id: documentId,
        $defs: withRefsToDefinitions(operationSubset(this.#api, this.path, this.method).components.schemas, documentId),
      });
    }
    return this.#ajv.compile(withRefsToDefinitions(mediaType.schema, documentId)) as ValidateFunction as Validator;
  }
}

/** The operations of a bundle by path and method. Looking one up costs the same however many there are. */
export class OperationTable {
  readonly #paths: ReadonlyMap<string, Map<string, CheckedOperation>>;
  /** What the problems of all operations are worded with. */
  readonly contract: Contract;
  /** The first operation of the document. */
  readonly first: CheckedOperation;

  /** @throws {Error} when the bundle has no operation */
  constructor(api: OpenApi) {
    const contract: Contract = { ...contractData(api), operations: {} };
    this.contract = contract;
    this.#paths = new Map(
      Object.entries(api.paths).map(([path, item]) => [
        path,
        new Map(
          Object.keys(item).map((method) => [method.toUpperCase(), new CheckedOperation(api, contract, path, method)]),
        ),
      ]),
    );
    const [first] = [...this.#paths.values()].flatMap((methods) => [...methods.values()]);
    if (first === undefined) throw new Error("the bundle has no operation");
    this.first = first;
  }

  /** The operations of a path by method, in capitals; undefined for a path the bundle does not have. */
  at(path: string): ReadonlyMap<string, CheckedOperation> | undefined {
    return this.#paths.get(path);
  }
}
