import { deref, type Example, type MediaType, type OpenApi, type Schema } from "../bundle/openapi.ts";
import type { CheckedOperation } from "../server/checked-operation.ts";
import type { Choice, ChosenAnswer } from "./choice.ts";
import { bestMediaType, mediaRanges } from "./negotiation.ts";
import type { PrismChooser } from "./prism-chooser.ts";

/** The answers of a response by media type and name of the example. */
type Answers = ReadonlyMap<string, ReadonlyMap<string, ChosenAnswer>>;

/** Without wildcards and parameters. */
const plainMediaType = /^[\w.+-]+\/[\w.+-]+$/;

/**
 * Chooses every answer from the spec: which media type and example. Where each media type of a response has examples, it
 * chooses the one that Prism would. Any other response is left to Prism, which makes an answer of the schema and is loaded
 * for that.
 */
export class Chooser {
  readonly #api: OpenApi;
  readonly #answers = new Map<CheckedOperation, Map<number, Answers | undefined>>();
  #prism: Promise<PrismChooser> | undefined;

  constructor(api: OpenApi) {
    this.#api = api;
  }

  /**
   * The answer; at once where an example is one.
   *
   * @throws {Error} when the spec has no such answer
   */
  choose(operation: CheckedOperation, choice: Choice): ChosenAnswer | Promise<ChosenAnswer> {
    const answers = this.#answersOf(operation, choice.status);
    if (answers === undefined) return this.#byPrism(operation, choice);
    const answer = byExample(answers, choice);
    if (answer === undefined)
      throw new Error(`no answer ${choice.status} ${choice.example ?? ""} of ${operation.operation.operationId}`);
    return answer;
  }

  #answersOf(operation: CheckedOperation, status: number): Answers | undefined {
    let byStatus = this.#answers.get(operation);
    if (byStatus === undefined) {
      byStatus = new Map();
      this.#answers.set(operation, byStatus);
    }
    if (!byStatus.has(status)) byStatus.set(status, answersOf(this.#api, operation, status));
    return byStatus.get(status);
  }

  async #byPrism(operation: CheckedOperation, choice: Choice): Promise<ChosenAnswer> {
    this.#prism ??= import("./prism-chooser.ts").then((module) => new module.PrismChooser(this.#api));
    const prism = await this.#prism;
    return prism.kept(operation, choice) ?? prism.choose(operation, choice);
  }
}

/** The answers of a response whose every media type has examples; undefined where Prism has more to decide. */
function answersOf(api: OpenApi, operation: CheckedOperation, status: number): Answers | undefined {
  const types = Object.entries(operation.responseTypes(status) ?? {});
  const answers = types.map(([contentType, mediaType]): [string, Map<string, ChosenAnswer>] => [
    contentType,
    new Map(examplesOf(api, mediaType).map(([name, { value }]) => [name, answerOf(status, contentType, value)])),
  ]);
  const isPlain = answers.every(([contentType, examples]) => examples.size > 0 && plainMediaType.test(contentType));
  return isPlain && answers.length > 0 ? new Map(answers) : undefined;
}

/** The named examples; none where the schema's own come before them, or one has no value of its own. */
function examplesOf(api: OpenApi, mediaType: MediaType): [string, Example][] {
  const examples = Object.entries(mediaType.examples ?? {}).map(([name, example]): [string, Example] => [
    name,
    deref<Example>(api, example),
  ]);
  const hasOthers = "example" in mediaType || deref<Schema>(api, mediaType.schema).examples !== undefined;
  return hasOthers || examples.some(([, { value }]) => value === undefined) ? [] : examples;
}

function answerOf(status: number, contentType: string, body: unknown): ChosenAnswer {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return { status, contentType, body, text, length: Buffer.byteLength(text) };
}

/**
 * What cannot be had in an accepted media type is answered in JSON all the same (RFC 9110, 15.5.7 allows it), or in the one
 * that has the example.
 */
function byExample(answers: Answers, { example, accept }: Choice): ChosenAnswer | undefined {
  const types = [...answers.keys()];
  const of = (type: string | undefined): ChosenAnswer | undefined => {
    const examples = answers.get(type ?? "");
    return example === undefined ? examples?.values().next().value : examples?.get(example);
  };
  if (types.length === 1) return of(types[0]);
  return (
    of(bestMediaType(types, mediaRanges(accept))) ??
    of(bestMediaType(types, ["application/json", "*/*"])) ??
    of(types.find((type) => of(type) !== undefined))
  );
}
