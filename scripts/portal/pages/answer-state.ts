import { deref, type Example, type OpenApi, type Schema } from "../../bundle/openapi.ts";
import type { Fault } from "../../sandbox/data-faults.ts";
import type { FaultName } from "../../sandbox/faults.ts";
import type { ScenarioChecker } from "../../sandbox/scenarios/check.ts";
import type { Conditions, Scenario, ScenarioResponse } from "../../sandbox/scenarios/scenario.ts";
import { SpecAnswers } from "../../sandbox/spec-answers.ts";
import type { AppOperation } from "../app-operations.ts";
import { BodyForm, isBegun, scalarOf } from "../../bundle/body-form.ts";
import type { FormState } from "../kit/form.ts";
import { field, type FormFields } from "../kit/visit.ts";
import { fillInputs, pressedInputs, readInputs, requestFields } from "./answer-input.ts";
import { onPurpose } from "../../sandbox/scenarios/messages.ts";
import * as say from "../messages.ts";

/** An example of an operation's answers. */
interface NamedExample {
  name: string;
  status: number;
  summary: string;
  value: unknown;
}

const wholeNumber: Schema = { type: "integer" };

/** The fields of a scenario's form for an operation, and the scenario that they say. */
export class AnswerState {
  readonly inputs: ReturnType<typeof requestFields>;
  readonly examples: readonly NamedExample[];
  readonly #api: OpenApi;
  readonly #checker: ScenarioChecker;
  readonly #operation: AppOperation;

  constructor(api: OpenApi, checker: ScenarioChecker, operation: AppOperation) {
    this.#api = api;
    this.#checker = checker;
    this.#operation = operation;
    this.inputs = requestFields(api, operation.operation);
    this.examples = examplesOf(api, operation);
  }

  /** The form of the whole body, and that of what is changed in another. */
  bodies(fields: FormFields): { body: BodyForm; change: BodyForm } {
    const success = new SpecAnswers(this.#api, this.#operation.operation).success;
    const ofExample = this.examples.find(({ name }) => name === field(fields, "example"))?.status;
    const status = /^\d{3}$/.test(field(fields, "status")) ? Number(field(fields, "status")) : (ofExample ?? success);
    const types = this.#operation.operation.responseTypes(status) ?? {};
    // A status that the spec does not have is answered on purpose, with any body.
    const schema = (Object.values(types)[0] ?? this.#operation.success)?.schema ?? {};
    return { body: new BodyForm(this.#api, schema, "body"), change: new BodyForm(this.#api, schema, "change", true) };
  }

  /** The fields that show a scenario. */
  fill({ name, operation, when = {}, response }: Scenario, isOn: boolean): FormFields {
    const { customer, call, time } = when;
    const { status, example, change, body, delay, fault, deviates } = response;
    const text = (value: unknown): string[] => (value === undefined ? [] : [String(value)]);
    const fields: FormFields = {
      ...fillInputs(this.inputs, when),
      ...{ name: [name], operation: [operation], on: isOn ? ["yes"] : [], customer: text(customer) },
      "call-mode": [call === undefined ? "" : typeof call === "number" ? "only" : "from"],
      call: text(typeof call === "object" ? call.from : call),
      ...{ from: text(time?.from), to: text(time?.to), what: [body === undefined ? "example" : "body"] },
      ...{ example: text(example), status: text(status), delay: text(delay), fault: text(fault) },
      deviates: deviates === true ? ["yes"] : [],
    };
    const forms = this.bodies(fields);
    return {
      ...fields,
      ...(body === undefined ? {} : forms.body.fill(body)),
      ...(change === undefined ? {} : this.#filledChange(fields, change)),
    };
  }

  /** The form after a button that only changes the form; undefined where it is to be saved. */
  pressed(fields: FormFields): FormState | undefined {
    const button = field(fields, "press");
    const inputs = pressedInputs(fields, button);
    const shown = (more: FormFields): FormState => ({ fields: more, problems: {} });
    if (inputs !== undefined) return shown(inputs);
    const { body, change } = this.bodies(fields);
    switch (button) {
      case "operation":
        return shown(fields);
      case "what example":
        return shown({ ...fields, what: ["example"] });
      case "what body": {
        const begun = isBegun(body.root, fields) ? {} : body.fill(this.#exampleBody(fields));
        return shown({ ...fields, ...begun, what: ["body"] });
      }
      case "begin change":
        return shown({ ...change.without(fields), ...this.#filledChange(fields, undefined) });
      case "drop change":
        return shown(change.without(fields));
      default:
        return body.pressed(fields, button) ?? change.pressed(fields, button);
    }
  }

  /** The scenario that the fields say, and what is wrong with it by the name of the field. */
  read(fields: FormFields): { scenario: Scenario; problems: Record<string, string>; problem?: string } {
    const { body, change } = this.bodies(fields);
    const isBody = field(fields, "what") === "body";
    const inputs = readInputs(this.inputs, fields);
    const own = isBody
      ? body.read(fields)
      : isBegun(change.root, fields)
        ? change.read(fields)
        : { value: undefined, problems: {} };
    const scenario: Scenario = {
      name: field(fields, "name").normalize("NFC").trim(),
      operation: this.#operation.id,
      ...whenOf(fields, inputs.when),
      response: responseOf(fields, isBody ? { body: own.value } : { change: own.value }),
    };
    const problems = { ...inputs.problems, ...own.problems };
    if (field(fields, "call-mode") === "" && field(fields, "call").trim() !== "")
      problems["call-mode"] = say.chooseMode;
    if (Object.keys(problems).length > 0) return { scenario, problems };
    return { scenario, ...this.#problems(fields, this.#checker.scenarioFaults(scenario), { body, change }) };
  }

  #problems(
    fields: FormFields,
    found: readonly Fault[],
    { body, change }: { body: BodyForm; change: BodyForm },
  ): { problems: Record<string, string>; problem?: string } {
    const problems: Record<string, string> = {};
    let problem: string | undefined;
    for (const { path, text } of found) {
      const [part, key = "", ...rest] = path;
      const says = part === "when" && key === "call" ? say.badCall : text.replace(onPurpose, say.onPurpose);
      if (part === "response" && key === "") problem = say.noAnswer;
      else if (key === "body" && part === "response") add(problems, body.fieldAt(fields, rest), says);
      else if (key === "change") add(problems, change.fieldAt(fields, rest), says);
      else if (key === "time") add(problems, rest[0] ?? "from", says);
      else if (part === "when" && ["body", "parameters"].includes(key)) add(problems, "inputs", says);
      else add(problems, key === "" ? (part ?? "name") : key, says);
    }
    return { problems, ...(problem === undefined ? {} : { problem }) };
  }

  #exampleBody(fields: FormFields): unknown {
    const chosen = this.examples.find(({ name }) => name === field(fields, "example"));
    return chosen === undefined ? this.#checker.successExample(this.#operation.operation) : chosen.value;
  }

  /** The change's form over the answer that it changes. Its fields are there also where nothing is changed yet. */
  #filledChange(fields: FormFields, value: unknown): FormFields {
    const { change } = this.bodies(fields);
    return { [`${change.root.name}:begun`]: ["yes"], ...change.fill(value, this.#exampleBody(fields)) };
  }
}

function add(problems: Record<string, string>, name: string, text: string): void {
  problems[name] = problems[name] === undefined ? text : `${problems[name]} ${text}`;
}

function whenOf(fields: FormFields, inputs: Pick<Conditions, "body" | "parameters">): Pick<Scenario, "when"> {
  const [customer, mode, from, to] = ["customer", "call-mode", "from", "to"].map((name) => field(fields, name).trim());
  const number = scalarOf(wholeNumber, field(fields, "call")) as number;
  const when: Conditions = {
    ...(customer === undefined || customer === "" ? {} : { customer }),
    ...inputs,
    ...(mode === "only" ? { call: number } : mode === "from" ? { call: { from: number } } : {}),
    ...(from === "" && to === "" ? {} : { time: { from: from ?? "", to: to ?? "" } }),
  };
  return Object.keys(when).length === 0 ? {} : { when };
}

function responseOf(fields: FormFields, own: Pick<ScenarioResponse, "body" | "change">): ScenarioResponse {
  const [status = "", example = "", delay = "", fault = ""] = ["status", "example", "delay", "fault"].map((name) =>
    field(fields, name).trim(),
  );
  // Texts that are no numbers stay, so that the check tells of them.
  return {
    ...(status === "" ? {} : { status: scalarOf(wholeNumber, status) as number }),
    ...("body" in own || example === "" ? {} : { example }),
    ...("body" in own || own.change !== undefined ? own : {}),
    ...(delay === "" ? {} : { delay: scalarOf(wholeNumber, delay) as number }),
    ...(fault === "" ? {} : { fault: fault as FaultName }),
    ...(field(fields, "deviates") === "yes" ? { deviates: true } : {}),
  };
}

function examplesOf(api: OpenApi, { operation }: AppOperation): NamedExample[] {
  return [...new SpecAnswers(api, operation).names].flatMap(([name, [status = 0]]): NamedExample[] => {
    const named = Object.values(operation.responseTypes(status) ?? {}).find(({ examples }) => examples?.[name]);
    const reference = named?.examples?.[name];
    if (reference === undefined) return [];
    const { summary, value } = deref<Example>(api, reference);
    return [{ name, status, summary, value }];
  });
}
