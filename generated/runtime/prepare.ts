// npm run generate. 직접 수정하지 마십시오.
import type { Operation, Params } from "./contract.ts";
import { personalValues } from "./field.ts";
import { inputError } from "./check-options.ts";
import { giveJson } from "./messages.ts";
import { describeValue } from "./problem.ts";

/** The parameters and the body of a call. */
export interface Prepared {
  /** Empty where the operation takes none. */
  params: Params;
  body: unknown;
}

/**
 * Parameters and body as plain JSON data, with the client's dataHeader under the call's own.
 *
 * @throws {WooriInputError} where the input is no JSON data
 */
export function prepare(
  { parameters, parameterCode, request }: Operation,
  input: object | undefined,
  dataHeader: Record<string, string>,
): Prepared {
  let plain: unknown;
  try {
    plain = JSON.parse(JSON.stringify(input ?? null));
  } catch {
    throw inputError("", "json", giveJson, describeValue(input));
  }
  const { params, body } = (parameters && parameterCode?.split(parameters, plain)) ?? { params: {}, body: plain };
  return { params, body: request && withHeader(body, dataHeader) };
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
