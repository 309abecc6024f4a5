import type { IncomingHttpHeaders } from "node:http";
import type { Parameter } from "../bundle/openapi.ts";
import type { FieldNode } from "../client/contract.ts";
import type { Problem } from "../client/errors.ts";
import { place } from "../client/problems.ts";

/** The values of a request's parameters by place and name. */
export type ParameterValues = Record<string, Record<string, unknown>>;

/** A request in the parts that hold parameters. */
interface Source {
  /** Path variables, still encoded. */
  variables: Record<string, string>;
  /** The query without the question mark, still encoded. */
  query: string;
  headers: IncomingHttpHeaders;
}

/**
 * Reads a request's parameters as values of their types. Text that is no number or truth value stays text, so that the
 * schema tells. Query parameters that the spec does not have are passed over.
 *
 * @param tree the parameters by place and name
 * @returns the values, and each that could not be read or is there twice
 */
export function readParameters(
  parameters: readonly (Parameter & { type: string | undefined })[],
  tree: FieldNode,
  { variables, query, headers }: Source,
): { values: ParameterValues; problems: Problem[] } {
  const pairs = queryPairs(query);
  const textsOf = ({ name, in: at }: Parameter): (string | undefined)[] => {
    if (at === "query") return pairs.filter(([key]) => key === name).map(([, value]) => value);
    const own = at === "path" ? variables[name] : headers[name.toLowerCase()];
    return own === undefined ? [] : [at === "path" ? decoded(String(own)) : String(own)];
  };
  // Every place exists, so that a missing parameter is reported by its name.
  const values: ParameterValues = Object.fromEntries(parameters.map(({ in: at }) => [at, {}]));
  const problems: Problem[] = [];
  for (const parameter of parameters) {
    const { name, in: at, type } = parameter;
    const texts = textsOf(parameter);
    const [text] = texts;
    const isBroken = texts.includes(undefined);
    if (texts.length > 1 || isBroken)
      problems.push({
        ...place(tree, [at, name], (key) => key),
        rule: "encoding",
        expected: isBroken ? "URL 인코딩(UTF-8)된 값" : "값 하나",
        found: isBroken ? "디코딩할 수 없는 %" : `값 ${texts.length}개`,
      });
    else if (text !== undefined) (values[at] ??= {})[name] = typed(text, type);
  }
  return { values, problems };
}

/** The pairs of a query, decoded; undefined for a value that cannot be. */
export function queryPairs(query: string): [name: string, value: string | undefined][] {
  return query
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const mark = part.indexOf("=");
      const [name, value] = mark === -1 ? [part, ""] : [part.slice(0, mark), part.slice(mark + 1)];
      // Servers read + as a blank, as in a form.
      return [decoded(name.replaceAll("+", " ")) ?? name, decoded(value.replaceAll("+", " "))];
    });
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function typed(text: string, type: string | undefined): unknown {
  if ((type === "integer" || type === "number") && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}
