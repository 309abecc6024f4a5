import type { Operation, Params } from "./contract.ts";
import { WooriInputError } from "./errors.ts";
import { personalValues } from "./field.ts";
import { check, describeValue, inputError } from "./problems.ts";
import { redactor } from "./redact.ts";

/** The parameters and the body of a call. */
export interface Prepared {
  /** Empty where the operation takes none. */
  params: Params;
  body: unknown;
}

/** Parameters and body as plain JSON data, with the client's dataHeader under the call's own; checked as they will be sent. */
export function prepare(
  operation: Operation,
  input: object | undefined,
  dataHeader: Record<string, string>,
  secrets: readonly string[],
): Prepared {
  const { parameters, parameterCode, request } = operation;
  let plain: unknown;
  try {
    plain = JSON.parse(JSON.stringify(input ?? null));
  } catch {
    throw inputError("", "json", "JSON으로 나타낼 수 있는 값", describeValue(input));
  }
  const hasParameters = parameters !== undefined && parameterCode !== undefined;
  const { params, body } = hasParameters ? parameterCode.split(parameters, plain) : { params: {}, body: plain };
  const prepared = { params, body: request && withHeader(body, dataHeader) };
  const redact = redactor(() => [...secrets, ...personalIn(operation, prepared)]);
  const problems = [
    ...(hasParameters ? parameterCode.problems(parameters, params, redact) : []),
    ...(request === undefined ? [] : check(request, prepared.body, redact)),
  ];
  if (problems.length > 0) throw new WooriInputError(problems);
  return prepared;
}

function withHeader(body: unknown, dataHeader: Record<string, string>): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
  const own: unknown = (body as Record<string, unknown>)["dataHeader"];
  const isMergeable = own === undefined || (typeof own === "object" && own !== null && !Array.isArray(own));
  return isMergeable ? { ...body, dataHeader: { ...dataHeader, ...own } } : body;
}

/** The personal values of a call, by their places. */
export function personalIn({ parameters, request }: Operation, { params, body }: Prepared): string[] {
  return [...personalValues(parameters, params), ...personalValues(request, body)];
}
