import prismCore from "@stoplight/prism-core";
import prismHttp from "@stoplight/prism-http";
import type { OpenApi } from "../bundle/openapi.ts";
import { operationSubset } from "../bundle/subset.ts";
import type { CheckedOperation } from "../server/checked-operation.ts";
import type { Choice, ChosenAnswer } from "./choice.ts";
import { mediaRanges } from "./negotiation.ts";

/** A longer Accept header is negotiated each time: kept ones would fill the memory. */
const maxKeptAccept = 200;

/**
 * Prism as a library, which takes longer to load than all the rest: it chooses, negotiates and makes answers from the spec.
 * An operation is prepared when it is first asked; what was chosen once is kept, as the same choice gives the same answer.
 */
export class PrismChooser {
  readonly #api: OpenApi;
  readonly #kept = new Map<string, ChosenAnswer>();
  readonly #prepared = new Map<CheckedOperation, Promise<Awaited<ReturnType<typeof prepare>>>>();

  readonly #maxKept: number;

  /** @param maxKept the largest number of cached answers; only varied Accept headers reach it */
  constructor(api: OpenApi, maxKept = 5000) {
    this.#api = api;
    this.#maxKept = maxKept;
  }

  /** The answer if it was chosen before; spares the common case a promise. */
  kept(operation: CheckedOperation, choice: Choice): ChosenAnswer | undefined {
    return this.#kept.get(keyOf(operation, choice));
  }

  /** @throws {Error} when the spec has no such answer */
  async choose(operation: CheckedOperation, choice: Choice): Promise<ChosenAnswer> {
    const key = keyOf(operation, choice);
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    let prepared = this.#prepared.get(operation);
    if (prepared === undefined) {
      prepared = prepare(this.#api, operation);
      this.#prepared.set(operation, prepared);
    }
    const ask = await prepared;
    // What cannot be had in an accepted media type is answered in JSON all the same (RFC 9110, 15.5.7 allows it), or in the
    // one that has the example.
    const answer =
      (await ask(choice, mediaRanges(choice.accept))) ??
      (await ask(choice, [])) ??
      (await ask(choice, typesWith(operation, choice)));
    if (answer === undefined)
      throw new Error(`no answer ${choice.status} ${choice.example ?? ""} of ${operation.operation.operationId}`);
    if (choice.accept !== undefined && choice.accept.length > maxKeptAccept) return answer;
    if (this.#kept.size >= this.#maxKept) this.#kept.clear();
    this.#kept.set(key, answer);
    return answer;
  }
}

function keyOf({ path, method }: CheckedOperation, { status, example, accept }: Choice): string {
  return `${method} ${path} ${status} ${example ?? ""} ${accept ?? ""}`;
}

function typesWith(operation: CheckedOperation, { status, example = "" }: Choice): string[] {
  const types = Object.entries(operation.responseTypes(status) ?? {});
  return types.flatMap(([type, { examples = {} }]) => (Object.hasOwn(examples, example) ? [type] : []));
}

/** Gives Prism one operation. */
async function prepare(api: OpenApi, { path, method }: CheckedOperation) {
  const operations = await prismHttp.getHttpOperationsFromSpec(structuredClone(operationSubset(api, path, method)));
  const config = {
    isProxy: false,
    checkSecurity: false,
    validateRequest: false,
    validateResponse: false,
    errors: false,
    upstreamProxy: undefined,
  } as const;
  const instance = prismHttp.createInstance(
    { ...config, mock: { dynamic: false } },
    { logger: prismCore.createLogger("sandbox", { level: "silent" }) },
  );
  return async ({ status, example }: Choice, mediaTypes: string[]): Promise<ChosenAnswer | undefined> => {
    // Without media types, Prism takes JSON.
    const mock = {
      dynamic: false,
      code: status,
      mediaTypes,
      ...(example === undefined ? {} : { exampleKey: example }),
    };
    const request = { method: method as "get", url: { path, query: {} }, headers: {} };
    const outcome = await instance.request(request, operations, { ...config, mock })();
    // Where Prism finds nothing of a status, it falls back on another, or on no body.
    if (
      outcome._tag === "Left" ||
      outcome.right.output.statusCode !== status ||
      outcome.right.output.body === undefined
    )
      return undefined;
    const { headers, body } = outcome.right.output;
    const contentType = headers?.["Content-type"] ?? "application/json";
    const text = typeof body === "string" ? body : JSON.stringify(body);
    return { status, contentType, body, text, length: Buffer.byteLength(text) };
  };
}
