// npm run generate. 직접 고치지 않습니다.
import type { FieldNode, Operation } from "./contract.ts";
import { type Problem, WooriInputError } from "./errors.ts";
import { personalValues } from "./field.ts";
import { isHeaderValue } from "./options.ts";
import { encode, isPathValue, places } from "./parameters.ts";
import { check, describeValue, place, inputError } from "./problems.ts";
import { redactor } from "./redact.ts";

/** The parameters and the body of a call. */
interface Prepared {
  /** By place and name; undefined where the operation takes none. */
  params: Record<string, Record<string, unknown>> | undefined;
  body: unknown;
}

/** Parameters and body as plain JSON data, with the client's dataHeader under the call's own; checked as they will be sent. */
export function prepare(
  operation: Operation,
  input: Record<string, unknown> | undefined,
  dataHeader: Record<string, string>,
  secrets: readonly string[],
): Prepared {
  const { parameters, request } = operation;
  let plain: unknown;
  try {
    plain = JSON.parse(JSON.stringify(input ?? null));
  } catch {
    throw inputError("", "json", "JSON으로 나타낼 수 있는 값", describeValue(input));
  }
  const { params, body } = split(operation, plain);
  const whole = request === undefined ? undefined : withHeader(body, dataHeader);
  const redact = redactor(() => [...secrets, ...personalIn(operation, params, whole)]);
  const problems = [
    ...(parameters === undefined
      ? []
      : [
          ...check(parameters, params, redact),
          ...unsendable(parameters, params, "path", isPathValue, "비어 있지 않고 `.`이나 `..`이 아닌 값", redact),
          ...unsendable(parameters, params, "header", isHeaderText, "제어 문자가 없는 ASCII 값", redact),
        ]),
    ...(request === undefined ? [] : check(request, whole, redact)),
  ];
  if (problems.length > 0) throw new WooriInputError(problems);
  return { params, body: whole };
}

function isHeaderText(value: unknown): boolean {
  return isHeaderValue(String(value));
}

/** The parameters whose values cannot be sent at a place, although their schema may allow them. */
function unsendable(
  parameters: FieldNode,
  params: Prepared["params"],
  at: "path" | "header",
  isSendable: (value: unknown) => boolean,
  expected: string,
  redact: (text: string) => string,
): Problem[] {
  return Object.entries(params?.[at] ?? {})
    .filter(([, value]) => !isSendable(value))
    .map(([name, value]) => ({
      ...place(parameters, [at, name], redact),
      rule: at,
      expected,
      found: describeValue(value),
    }));
}

/** Splits an input into parameters and body; without parameters the whole input is the body. */
function split({ parameters }: Operation, input: unknown): Prepared {
  if (parameters === undefined || typeof input !== "object" || input === null || Array.isArray(input))
    return { params: parameters && {}, body: input };
  // Every place exists, so that a missing parameter is reported by its name.
  const params: Record<string, Record<string, unknown>> = Object.fromEntries(
    Object.keys(parameters.fields ?? {}).map((place) => [place, {}]),
  );
  const body: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(input)) {
    if ((places as readonly string[]).includes(key)) params[key] = value as Record<string, unknown>;
    else body[key] = value;
  }
  return { params, body };
}

function withHeader(body: unknown, dataHeader: Record<string, string>): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
  const own: unknown = (body as Record<string, unknown>)["dataHeader"];
  const isMergeable = own === undefined || (typeof own === "object" && own !== null && !Array.isArray(own));
  return isMergeable ? { ...body, dataHeader: { ...dataHeader, ...own } } : body;
}

/** The personal values of a call, by their places. */
export function personalIn({ parameters, request }: Operation, params: unknown, body: unknown): string[] {
  return [...personalValues(parameters, params), ...personalValues(request, body)];
}

/** The path of a template. Variables without a value stay as they are. */
export function pathSerializer(path: string, variables: Record<string, unknown>): string {
  return path.replaceAll(/\{([^{}]+)\}/g, (whole, name: string) =>
    Object.hasOwn(variables, name) ? encode(variables[name]) : whole,
  );
}

/** Undefined and null values are left out. */
export function querySerializer(query: Record<string, unknown> | undefined): string {
  return Object.entries(query ?? {})
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join("&");
}
