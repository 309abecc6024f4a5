import { deref, type Example, type MediaType, type OpenApi } from "../../bundle/openapi.ts";
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
  return [
    `import type * as types from "./types.ts";`,
    "",
    ...declaration("requestExamples", "요청 본문의 예제입니다.", requests),
    ...declaration("examples", "정상 응답 본문의 예제입니다.", answers),
    "/** 오류 코드마다 오류 응답 본문의 예제입니다. */",
    `export const errorExamples: Record<${errorRows(api)
      .map(({ name }) => JSON.stringify(name))
      .join(" | ")}, types.${pascal(operations[0]?.id ?? "")}Error> = {`,
    ...errorRows(api).map((row) => entry(row, "  ")),
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
    ...groups.map(
      ({ id, type, rows }) => `  ${id}: Record<${rows.map((row) => JSON.stringify(row.name)).join(" | ")}, ${type}>;`,
    ),
    "} = {",
    ...groups.flatMap(({ id, rows }) => [`  ${id}: {`, ...rows.map((row) => entry(row, "    ")), "  },"]),
    "};",
    "",
  ];
}

function entry({ name, summary, value }: Row, indent: string): string {
  const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
  return `${indent}/** ${summary} */\n${indent}${key}: ${JSON.stringify(value, null, 2).replaceAll("\n", `\n${indent}`)},`;
}
