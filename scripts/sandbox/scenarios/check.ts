import type { FieldNode } from "../../client/contract.ts";
import { childOf } from "../../client/field.ts";
import { describeProblem } from "../../server/describe-problem.ts";
import { deref, type Example, type MediaType, type OpenApi } from "../../bundle/openapi.ts";
import type { CheckedOperation, OperationTable } from "../../server/checked-operation.ts";
import { closestWord } from "../../lib/closest-word.ts";
import { type Fault, formFaults } from "../data-faults.ts";
import { tokenForm } from "../apps.ts";
import { faults } from "../faults.ts";
import { maxDelay } from "../preference.ts";
import { SpecAnswers } from "../spec-answers.ts";
import { covered } from "./cover.ts";
import { unknownFields } from "./unknown-fields.ts";
import type { Conditions, CustomerEntry, Scenario, ScenarioFile, ScenarioResponse } from "./scenario.ts";

const text: FieldNode = { kind: "text", min: 1, max: 200 };
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
  contentType: text,
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

const customerForm: FieldNode = closed(
  {
    app: text,
    login: { kind: "text", min: 1, max: 40 },
    name: { kind: "text", min: 1, max: 40 },
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
    const broken = formFaults(fileForm, data);
    if (broken.length > 0) return broken;
    const { customers = [], scenarios = [] } = data as ScenarioFile;
    return [
      ...customers.flatMap((one, index) => under(["customers", String(index)], this.#customerFaults(one))),
      ...scenarios.flatMap((one, index) => under(["scenarios", String(index)], this.#scenarioFaults(one))),
    ];
  }

  /** What is wrong with a scenario. */
  scenarioFaults(data: unknown): Fault[] {
    const broken = formFaults(scenarioForm, data);
    return broken.length > 0 ? broken : this.#scenarioFaults(data as Scenario);
  }

  /** What is wrong with a customer. */
  customerFaults(data: unknown): Fault[] {
    const broken = formFaults(customerForm, data);
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
    return type === undefined ? [] : unknownFields(operation.treeOf(type), given, at);
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
    if (Object.keys(given).every((key) => key === "deviates"))
      return [
        {
          path: [],
          text: "답할 내용이 없습니다. body, example, change, status, delay, fault 가운데 하나 이상을 지정하십시오.",
        },
      ];
    if (body !== undefined && (example !== undefined || change !== undefined))
      return [
        {
          path: [example === undefined ? "change" : "example"],
          text: "body와 함께 지정할 수 없습니다. 본문을 모두 정의하려면 body만, 예제에서 일부만 바꾸려면 example과 change만 지정하십시오.",
        },
      ];
    if (contentType !== undefined && body === undefined)
      return [{ path: ["contentType"], text: "body와 함께 지정하십시오." }];
    if (body === undefined) return this.#exampleFaults(operation, given);
    if (deviates) return [];
    const success = successOf(this.#api, operation);
    const types = operation.responseTypes(status ?? success.status);
    if (types === undefined) return [{ path: ["status"], text: otherStatus(operation) }];
    const type = types[contentType ?? Object.keys(types)[0] ?? ""];
    if (type === undefined)
      return [
        {
          path: ["contentType"],
          text: `명세에 없는 미디어 타입입니다. ${Object.keys(types).join(", ")} 가운데 하나를 지정하거나, 일부러 다르게 답하려면 deviates: true를 지정하십시오.`,
        },
      ];
    return bodyFaults(operation, type, body, ["body"]);
  }

  #exampleFaults(
    operation: CheckedOperation,
    { status, example, change, deviates = false }: ScenarioResponse,
  ): Fault[] {
    const answers = new SpecAnswers(this.#api, operation);
    if (status !== undefined && operation.responseTypes(status) === undefined)
      return [{ path: ["status"], text: `${otherStatus(operation)} 그때는 body도 지정하십시오.` }];
    const choice = answers.choiceOf({
      ...(status === undefined ? {} : { code: status }),
      ...(example === undefined ? {} : { example }),
    });
    if ("details" in choice)
      return [
        {
          path: ["example"],
          text: `이 오퍼레이션과 상태 코드에 없는 예제입니다. 쓸 수 있는 값: ${[...answers.names.keys()].join(", ")}`,
        },
      ];
    if (change === undefined || deviates) return [];
    const [type, mediaType] = Object.entries(operation.responseTypes(choice.status) ?? {})[0] ?? [];
    if (type === undefined || mediaType === undefined) return [];
    const examples = mediaType.examples ?? {};
    const named = examples[choice.example ?? Object.keys(examples)[0] ?? ""];
    const base = named === undefined ? {} : deref<Example>(this.#api, named).value;
    const unknown = unknownFields(operation.treeOf(mediaType), change, ["change"]);
    return [
      ...unknown.map((one) => ({ ...one, text: `${one.text}${onPurpose}` })),
      ...bodyFaults(operation, mediaType, covered(base, change), ["change"]),
    ];
  }

  #unknownOperation(id: string): string {
    const known = this.#table.operations.map(({ operation }) => operation.operationId);
    const closest = closestWord(id, known);
    return `없는 operationId입니다. ${closest === undefined ? `쓸 수 있는 값: ${known.slice(0, 20).join(", ")}` : `올바른 이름이 ${closest}인지 확인하십시오.`}`;
  }
}

/** The status and media type of an operation's success. */
export function successOf(api: OpenApi, operation: CheckedOperation): { status: number; mediaType: string } {
  const { success: status } = new SpecAnswers(api, operation);
  const [mediaType = "application/json"] = Object.keys(operation.responseTypes(status) ?? {});
  return { status, mediaType };
}

/** What lets an answer differ from the spec. */
const onPurpose = " 일부러 다르게 답하려면 deviates: true를 지정하십시오.";

/** The problems of a body; the last also says how to answer so on purpose. */
function bodyFaults(operation: CheckedOperation, type: MediaType, body: unknown, at: readonly string[]): Fault[] {
  const problems = operation.check(type, body);
  const advice = at[0] === "answers" ? "" : onPurpose;
  return problems.map((problem, index) => ({
    path: [...at, ...problem.pointer.split("/").slice(1)],
    text: describeProblem(problem) + (index === problems.length - 1 ? advice : ""),
  }));
}

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

function conditionFaults(operation: CheckedOperation, { body, parameters, call, time }: Conditions): Fault[] {
  const found: Fault[] = [];
  const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 1;
  if (call !== undefined && !isCount(call) && !(isFrom(call) && isCount(call.from)))
    found.push({
      path: ["call"],
      text: "몇 번째 호출인지 1 이상의 정수로 지정하십시오. 그 뒤의 호출까지면 { from: 2 }처럼 지정하십시오.",
    });
  for (const key of ["from", "to"] as const)
    if (time !== undefined && !clock.test(time[key]))
      found.push({ path: ["time", key], text: "시각을 00:00부터 23:59까지 HH:MM으로 지정하십시오. 한국 시각입니다." });
  const types = Object.values(operation.requestTypes);
  if (body !== undefined && types.length === 0)
    found.push({ path: ["body"], text: "본문을 받지 않는 오퍼레이션입니다. body 조건을 지우십시오." });
  if (body !== undefined && types[0] !== undefined)
    found.push(...under(["body"], unknownParts(operation.treeOf(types[0]), body)));
  if (parameters !== undefined) found.push(...under(["parameters"], unknownParts(operation.parameterTree, parameters)));
  return found;
}

function isFrom(value: unknown): value is { from: unknown } {
  return typeof value === "object" && value !== null && Object.keys(value).join() === "from";
}

/** The parts of a condition that no request can have. */
function unknownParts(node: FieldNode, value: unknown): Fault[] {
  if (node.kind !== "object" || typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]): Fault[] => {
    const child = childOf(node, key);
    if (child !== undefined) return under([key], unknownParts(child, part));
    const known = Object.keys(node.fields ?? {});
    const closest = closestWord(key, known);
    return [
      {
        path: [key],
        text: `이 오퍼레이션의 요청에 없는 항목입니다. ${closest === undefined ? `쓸 수 있는 항목: ${known.join(", ")}` : `올바른 이름이 ${closest}인지 확인하십시오.`}`,
      },
    ];
  });
}

function otherStatus(operation: CheckedOperation): string {
  const known = Object.keys(operation.operation.responses).join(", ");
  return `명세에 없는 상태 코드입니다. ${known} 가운데 하나를 지정하거나, 일부러 다르게 답하려면 deviates: true를 지정하십시오.`;
}

function under(at: readonly string[], found: readonly Fault[]): Fault[] {
  return found.map(({ path, text: why }) => ({ path: [...at, ...path], text: why }));
}
