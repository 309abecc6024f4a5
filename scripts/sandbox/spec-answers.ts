import type { CheckedOperation } from "../server/checked-operation.ts";
import { scenarioFields } from "../bundle/example-request.ts";
import type { OpenApi } from "../bundle/openapi.ts";
import type { Choice } from "./choice.ts";
import type { Admission } from "./gateway.ts";
import { type Preference, readPreference } from "./preference.ts";
import { type Refusal, refuse } from "../server/refusal.ts";
import * as say from "./messages.ts";

/** The named examples of an operation's answers: for each name the statuses it belongs to. */
type AnswerNames = ReadonlyMap<string, readonly number[]>;

/** A field whose values stand for a preference (x-scenarios). */
interface ScenarioField {
  /** Keys to the field, the first `parameters` or `body`. */
  path: readonly string[];
  /** Code and Korean name. */
  label: string;
  values: Record<string, string>;
}

/** The answers of an operation that Prefer or an input value can select. */
export class SpecAnswers {
  readonly names: AnswerNames;
  readonly #operation: CheckedOperation;
  readonly #catalogue: ReadonlyMap<string, readonly number[]>;
  readonly #fields: readonly ScenarioField[];
  /** The status of its success. */
  readonly success: number;

  constructor(api: OpenApi, operation: CheckedOperation) {
    this.#operation = operation;
    this.#catalogue = new Map(api["x-error-catalogue"].codes.map(({ code, status }) => [code, status]));
    this.names = answerNames(operation);
    this.#fields = scenarioFields(api, operation).map(({ path, code, name, values }) => ({
      path,
      label: `${code}(${name})`,
      values,
    }));
    this.success = Number(Object.keys(operation.operation.responses).find((status) => status.startsWith("2")) ?? 200);
  }

  /** The preference of a request, and the field whose value states it. The Prefer header wins over input values. */
  preferenceOf(
    header: string | undefined,
    admission: Pick<Admission, "parameters" | "body">,
  ): { preference: Preference; field?: string } | Refusal {
    if (header === undefined) return this.#byInput(admission);
    const { preference, problems } = readPreference(header);
    return problems.length === 0 ? { preference } : refuse(inputCode, 400, problems);
  }

  #byInput({
    parameters,
    body,
  }: Pick<Admission, "parameters" | "body">): { preference: Preference; field?: string } | Refusal {
    for (const { path, label, values } of this.#fields) {
      const value = path.reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], {
        parameters,
        body,
      });
      if (typeof value !== "string") continue;
      const scenario = Object.hasOwn(values, value) ? values[value] : undefined;
      if (scenario !== undefined) return { ...readPreference(scenario), field: label };
      // A misspelt scenario must not pass for a success.
      if (value.startsWith(scenarioPrefix)) return refuse(inputCode, 400, [say.unknownScenario(label)]);
    }
    return { preference: {} };
  }

  /** The status and example a preference means for this operation. */
  choiceOf({ code, example }: Preference): Pick<Choice, "status" | "example"> | Refusal {
    if (code !== undefined && this.#operation.responseTypes(code) === undefined)
      return refuse(inputCode, 400, [say.unknownStatus]);
    if (example === undefined) return { status: code ?? this.success };
    const statuses = this.names.get(example) ?? [];
    // A code's own status is the first of its row; the examples are in the order of the statuses.
    const own = (this.#catalogue.get(example) ?? []).find((status) => statuses.includes(status)) ?? statuses[0];
    const status = code ?? own;
    if (status === undefined || !statuses.includes(status)) return refuse(inputCode, 400, [say.unknownExample]);
    return { status, example };
  }
}

const inputCode = "SYSCD01006";
/** No device has an id like this. */
const scenarioPrefix = "SANDBOX-";

function answerNames(operation: CheckedOperation): AnswerNames {
  const names = new Map<string, number[]>();
  for (const status of Object.keys(operation.operation.responses).map(Number)) {
    for (const { examples = {} } of Object.values(operation.responseTypes(status) ?? {})) {
      for (const name of Object.keys(examples)) {
        const statuses = names.get(name);
        if (statuses === undefined) names.set(name, [status]);
        else if (!statuses.includes(status)) statuses.push(status);
      }
    }
  }
  return names;
}
