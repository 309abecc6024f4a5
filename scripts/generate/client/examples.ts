import { deref, type Example, type MediaType, type OpenApi } from "../../bundle/openapi.ts";
import { docComment, literal, propertyName } from "../source-text.ts";
import { clientOperations } from "./operations.ts";

/**
 * The spec's named examples as typed values, for a consumer's own tests: the requests and the answers of every operation that
 * the client offers, and the error of every code.
 */
export function examples(api: OpenApi): string {
  const operations = clientOperations(api);
  const pascal = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1);
  const group = (id: string, suffix: string, mediaType: MediaType | undefined) => ({
    id,
    type: `types.${pascal(id)}${suffix}`,
    rows: rowsOf(api, mediaType?.examples),
  });
  const requests = operations
    .map(({ id, operation }) => group(id, "Request", operation.requestBody?.content["application/json"]))
    .filter(({ rows }) => rows.length > 0);
  const answers = operations.map(({ id, operation }) => {
    const success = operation.responses["200"];
    return group(id, "Response", success === undefined ? undefined : deref(api, success).content["application/json"]);
  });
  const errors = errorRows(api);
  const [first] = operations;
  const errorType = first === undefined ? "never" : `types.${pascal(first.id)}Error`;
  return [
    `import type * as types from "./types.ts";`,
    "",
    ...declaration("requestExamples", "요청 본문의 예제입니다.", requests),
    ...declaration("examples", "정상 응답 본문의 예제입니다.", answers),
    "/** 오류 코드마다 오류 응답 본문의 예제입니다. */",
    `export const errorExamples: ${record(errors, errorType)} = {`,
    ...errors.map((row) => entry(row, "  ")),
    "};",
    "",
  ].join("\n");
}

interface Row {
  name: string;
  summary: string;
  value: unknown;
}

interface Group {
  id: string;
  type: string;
  rows: Row[];
}

function rowsOf(api: OpenApi, named: MediaType["examples"] = {}): Row[] {
  return Object.entries(named).map(([name, reference]) => {
    const { summary, value } = deref<Example>(api, reference);
    return { name, summary, value };
  });
}

/** The example of each code; every status that has the code has the same. */
function errorRows(api: OpenApi): Row[] {
  const [first] = clientOperations(api);
  const rows = Object.values(first?.operation.responses ?? {}).flatMap((reference) => {
    const response = deref(api, reference);
    return response["x-error-status"] === undefined ? [] : rowsOf(api, response.content["application/json"]?.examples);
  });
  return [...new Map(rows.map((row) => [row.name, row])).values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function declaration(name: string, comment: string, groups: Group[]): string[] {
  return [
    `/** ${comment} */`,
    `export const ${name}: {`,
    ...groups.map(({ id, type, rows }) => `  ${id}: ${record(rows, type)};`),
    "} = {",
    ...groups.flatMap(({ id, rows }) => [`  ${id}: {`, ...rows.map((row) => entry(row, "    ")), "  },"]),
    "};",
    "",
  ];
}

/** The type of named values. */
function record(rows: readonly Row[], type: string): string {
  return `Record<${rows.map(({ name }) => literal(name)).join(" | ") || "never"}, ${type}>`;
}

function entry({ name, summary, value }: Row, indent: string): string {
  return `${docComment(summary, indent)}${indent}${propertyName(name)}: ${literal(value, indent)},`;
}
