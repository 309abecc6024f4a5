// npm run generate. 직접 수정하지 마십시오.
import type { FieldNode, ParameterCode, Params } from "./contract.ts";
import { isHeaderValue } from "./check-options.ts";
import { headerValue, pathValue } from "./field-messages.ts";
import { encode, isPathValue, places } from "./parameters.ts";
import { describeValue, type Problem } from "./problem.ts";
import { check, place } from "./problems.ts";

/** What a call with parameters needs besides. The modules of operations with parameters bring it. */
export const parameterCode: ParameterCode = { split, problems, address };

/** Splits an input into parameters and body. */
function split(node: FieldNode, input: unknown): { params: Params; body: unknown } {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return { params: {}, body: input };
  // Every place exists, so that a missing parameter is reported by its name.
  const params: Params = Object.fromEntries(Object.keys(node.fields ?? {}).map((place) => [place, {}]));
  const body: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(input)) {
    if ((places as readonly string[]).includes(key)) params[key] = value as Record<string, unknown>;
    else body[key] = value;
  }
  return { params, body };
}

function problems(node: FieldNode, params: Params, redact: (text: string) => string): Problem[] {
  /** Values that cannot be sent at a place, although their schema may allow them. */
  const unsendable = (at: "path" | "header", isSendable: (value: unknown) => boolean, expected: string): Problem[] =>
    Object.entries(params[at] ?? {})
      .filter(([, value]) => !isSendable(value))
      .map(([name, value]) => ({
        ...place(node, [at, name], redact),
        rule: at,
        expected,
        found: describeValue(value),
      }));
  return [
    ...check(node, params, redact),
    ...unsendable("path", isPathValue, pathValue),
    ...unsendable("header", (value) => isHeaderValue(String(value)), headerValue),
  ];
}

function address(path: string, params: Params): { path: string; headers: Record<string, string> } {
  const query = querySerializer(params["query"]);
  return {
    path: pathSerializer(path, params["path"] ?? {}) + (query === "" ? "" : `?${query}`),
    headers: Object.fromEntries(
      Object.entries(params["header"] ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
    ),
  };
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
