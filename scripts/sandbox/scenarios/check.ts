import type { FieldNode } from "../../client/contract.ts";
import type { Violation } from "../../client/violations.ts";
import { describeProblem } from "../../server/describe-problem.ts";
import { deref, type Example, type MediaType, type OpenApi } from "../../bundle/openapi.ts";
import type { CheckedOperation, OperationTable } from "../../server/checked-operation.ts";
import { closestWord } from "../../lib/closest-word.ts";
import { type Fault, formFaults, under } from "../data-faults.ts";
import { tokenForm } from "../apps.ts";
import { faults } from "../faults.ts";
import { maxDelay } from "../preference.ts";
import { SpecAnswers } from "../spec-answers.ts";
import { conditionFaults } from "./condition-faults.ts";
import { covered } from "./cover.ts";
import { partFaults } from "./part-faults.ts";
import type { Conditions, CustomerEntry, Scenario, ScenarioFile, ScenarioResponse } from "./scenario.ts";
import { badToken } from "../messages.ts";
import * as say from "./messages.ts";

/** Of one line, as terminals and logs show it. */
const line = /^[^\p{Cc}\u2028\u2029]*$/u;
const text: FieldNode = { kind: "text", min: 1, max: 200, pattern: line };
/** RFC 9110, 8.3.1; parameters as they are. */
const contentType: FieldNode = { kind: "text", max: 200, pattern: /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(;[ -~]*)?$/ };
const any: FieldNode = { kind: "any" };
const names: FieldNode = { kind: "object", fields: {} };

function closed(fields: Record<string, FieldNode>, optional: readonly string[] = Object.keys(fields)): FieldNode {
  return { kind: "object", closed: true, fields, optional };
}

const conditions = closed({
  customer: text,
  body: any,
  parameters: closed({ path: names, query: names, header: names }),
  call: any,
  time: closed({ from: text, to: text }, []),
} satisfies Record<keyof Conditions, FieldNode>);

const response = closed({
  status: { kind: "integer", min: 200, max: 599 },
  example: text,
  change: any,
  body: any,
  contentType,
  delay: { kind: "integer", min: 0, max: maxDelay },
  fault: { kind: "text", values: Object.keys(faults) },
  deviates: { kind: "boolean" },
} satisfies Record<keyof ScenarioResponse, FieldNode>);

const scenarioForm: FieldNode = closed(
  { name: text, app: text, operation: text, when: conditions, response, recorded: { kind: "object" } } satisfies Record<
    keyof Scenario,
    FieldNode
  >,
  ["app", "when", "recorded"],
);

/** The form of a customer. */
export const customerForm: FieldNode = closed(
  {
    app: text,
    login: { ...text, max: 40 },
    name: { ...text, max: 40 },
    default: { kind: "boolean" },
    tokens: { kind: "list", item: { kind: "text", pattern: tokenForm } },
    answers: names,
  } satisfies Record<keyof CustomerEntry, FieldNode>,
  ["default", "tokens", "answers"],
);

/** The form of a file. */
export const fileForm: FieldNode = closed({
  customers: { kind: "list", item: customerForm },
  scenarios: { kind: "list", item: scenarioForm },
} satisfies Record<keyof ScenarioFile, FieldNode>);

/** Whether a value of a file is text whatever it looks like, by its keys. */
export function isTextAt(path: readonly string[]): boolean {
  const [list, , key, inner] = path;
  if (list === "customers")
    return (
      (path.length === 3 && ["app", "login", "name"].includes(key ?? "")) || (path.length === 4 && key === "tokens")
    );
  if (path.length === 3) return ["name", "app", "operation"].includes(key ?? "");
  return path.length === 4 && key === "when" && inner === "customer";
}

/** What is said of a text that has another form. */
function otherForm({ path, rule, value }: Violation): string | undefined {
  if (rule !== "pattern" || value === "") return undefined;
  if (path.at(-1) === "contentType") return say.badType;
  if (path.at(-2) === "tokens") return badToken;
  return say.notOneLine;
}

/** Holds customers and scenarios against their form and against the spec. */
export class ScenarioChecker {
  readonly #api: OpenApi;
  readonly #table: OperationTable;

  constructor(api: OpenApi, table: OperationTable) {
    this.#api = api;
    this.#table = table;
  }

  /** What is wrong with the content of a file. */
  fileFaults(data: unknown): Fault[] {
    const broken = formFaults(fileForm, data, otherForm);
    if (broken.length > 0) return broken;
    const { customers = [], scenarios = [] } = data as ScenarioFile;
    return [
      ...customers.flatMap((one, index) => under(["customers", String(index)], this.#customerFaults(one))),
      ...scenarios.flatMap((one, index) => under(["scenarios", String(index)], this.#scenarioFaults(one))),
    ];
  }

  /** What is wrong with a scenario. */
  scenarioFaults(data: unknown): Fault[] {
    const broken = formFaults(scenarioForm, data, otherForm);
    return broken.length > 0 ? broken : this.#scenarioFaults(data as Scenario);
  }

  /** What is wrong with a customer. */
  customerFaults(data: unknown): Fault[] {
    const broken = formFaults(customerForm, data, otherForm);
    return broken.length > 0 ? broken : this.#customerFaults(data as CustomerEntry);
  }

  /** What is wrong with the whole body of a customer's success, by its place in the customer. */
  answerFaults(operationId: string, body: unknown): Fault[] {
    const at = ["answers", operationId];
    const [operation] = this.#table.family(operationId);
    if (operation === undefined) return [{ path: at, text: this.#unknownOperation(operationId) }];
    const { status, mediaType } = successOf(this.#api, operation);
    const type = operation.responseTypes(status)?.[mediaType];
    return type === undefined ? [] : bodyFaults(operation, type, body, at);
  }

  /** The body of a customer's success: what was given over the operation's first example. */
  customerAnswer(operationId: string, given: unknown): unknown {
    const [operation] = this.#table.family(operationId);
    return operation === undefined ? given : covered(this.successExample(operation), given);
  }

  /** The first example of an operation's success; an empty envelope where it has none. */
  successExample(operation: CheckedOperation): unknown {
    const { status, mediaType } = successOf(this.#api, operation);
    const [example] = Object.values(operation.responseTypes(status)?.[mediaType]?.examples ?? {});
    return example === undefined
      ? { dataHeader: {}, dataBody: {} }
      : structuredClone(deref<Example>(this.#api, example).value);
  }

  #customerFaults({ answers = {} }: CustomerEntry): Fault[] {
    return Object.entries(answers).flatMap(([id, given]) => {
      const [operation] = this.#table.family(id);
      const unknown = operation === undefined ? [] : this.#unknownInSuccess(operation, given, ["answers", id]);
      return [...unknown, ...this.answerFaults(id, this.customerAnswer(id, given))];
    });
  }

  #unknownInSuccess(operation: CheckedOperation, given: unknown, at: readonly string[]): Fault[] {
    const { status, mediaType } = successOf(this.#api, operation);
    const type = operation.responseTypes(status)?.[mediaType];
    return type === undefined ? [] : under(at, partFaults(operation.treeOf(type), given, say.notInAnswer));
  }

  #scenarioFaults({ operation: id, when = {}, response: answer }: Scenario): Fault[] {
    const [operation] = this.#table.family(id);
    if (operation === undefined) return [{ path: ["operation"], text: this.#unknownOperation(id) }];
    return [
      ...under(["when"], conditionFaults(operation, when)),
      ...under(["response"], this.#responseFaults(operation, answer)),
    ];
  }

  #responseFaults(operation: CheckedOperation, given: ScenarioResponse): Fault[] {
    const { status, example, body, change, contentType, deviates = false } = given;
    if (Object.keys(given).every((key) => key === "deviates")) return [{ path: [], text: say.noAnswer }];
    if (body !== undefined && (example !== undefined || change !== undefined))
      return [{ path: [example === undefined ? "change" : "example"], text: say.besideBody }];
    if (contentType !== undefined && body === undefined) return [{ path: ["contentType"], text: say.withoutBody }];
    if (body === undefined) return this.#exampleFaults(operation, given);
    if (deviates) return [];
    const success = successOf(this.#api, operation);
    const types = operation.responseTypes(status ?? success.status);
    if (types === undefined) return [{ path: ["status"], text: otherStatus(operation) }];
    const type = types[contentType ?? Object.keys(types)[0] ?? ""];
    if (type === undefined) return [{ path: ["contentType"], text: say.otherType(Object.keys(types)) }];
    return bodyFaults(operation, type, body, ["body"]);
  }

  #exampleFaults(
    operation: CheckedOperation,
    { status, example, change, deviates = false }: ScenarioResponse,
  ): Fault[] {
    const answers = new SpecAnswers(this.#api, operation);
    if (status !== undefined && operation.responseTypes(status) === undefined)
      return [{ path: ["status"], text: `${otherStatus(operation)} ${say.bodyToo}` }];
    const choice = answers.choiceOf({
      ...(status === undefined ? {} : { code: status }),
      ...(example === undefined ? {} : { example }),
    });
    if ("details" in choice) return [{ path: ["example"], text: say.unknownExample([...answers.names.keys()]) }];
    if (change === undefined || deviates) return [];
    const [type, mediaType] = Object.entries(operation.responseTypes(choice.status) ?? {})[0] ?? [];
    if (type === undefined || mediaType === undefined) return [];
    const examples = mediaType.examples ?? {};
    const named = examples[choice.example ?? Object.keys(examples)[0] ?? ""];
    const base = named === undefined ? {} : deref<Example>(this.#api, named).value;
    const unknown = under(["change"], partFaults(operation.treeOf(mediaType), change, say.notInAnswer));
    return [
      ...unknown.map((one) => ({ ...one, text: `${one.text} ${say.onPurpose}` })),
      ...bodyFaults(operation, mediaType, covered(base, change), ["change"]),
    ];
  }

  #unknownOperation(id: string): string {
    const known = this.#table.operations.map(({ operation }) => operation.operationId);
    const closest = closestWord(id, known);
    return say.unknownOperation(closest, known.slice(0, 20));
  }
}

/** The status and media type of an operation's success. */
export function successOf(api: OpenApi, operation: CheckedOperation): { status: number; mediaType: string } {
  const { success: status } = new SpecAnswers(api, operation);
  const [mediaType = "application/json"] = Object.keys(operation.responseTypes(status) ?? {});
  return { status, mediaType };
}

/** The problems of a body; the last also says how to answer so on purpose. */
function bodyFaults(operation: CheckedOperation, type: MediaType, body: unknown, at: readonly string[]): Fault[] {
  const problems = operation.check(type, body);
  const advice = at[0] === "answers" ? "" : ` ${say.onPurpose}`;
  return problems.map((problem, index) => ({
    path: [...at, ...problem.pointer.split("/").slice(1)],
    text: describeProblem(problem) + (index === problems.length - 1 ? advice : ""),
  }));
}

function otherStatus(operation: CheckedOperation): string {
  return say.otherStatus(Object.keys(operation.operation.responses));
}
