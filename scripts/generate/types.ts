import openapiTS, { astToString } from "openapi-typescript";
import type { Place } from "../client/parameters.ts";
import { parametersSchema, placeNames } from "../bundle/parameters.ts";
import { UserError } from "../lib/user-error.ts";
import { deref, type OpenApi, type Operation, operationsOf } from "../bundle/openapi.ts";

/**
 * TypeScript types of a bundle by openapi-typescript, then an alias for every schema and for each operation's request,
 * response and error.
 */
export async function types(api: OpenApi, header: string): Promise<string> {
  const ast = await openapiTS(JSON.stringify(api), { alphabetize: false, defaultNonNullable: false });
  return `${header}\n${astToString(ast)}\n${aliases(api)}`;
}

function aliases(api: OpenApi): string {
  const all = [
    ...Object.entries(api.components.schemas).map(([name, schema]) => ({
      name,
      comment: schema.title ?? name,
      type: `components["schemas"][${JSON.stringify(name)}]`,
    })),
    ...operationsOf(api).flatMap((one) => operationAliases(api, one)),
  ];
  const seen = new Set<string>();
  for (const { name } of all) {
    if (seen.has(name))
      throw new UserError(`types.ts에 같은 이름이 두 번 생깁니다: ${name}. 스키마 이름을 바꾸십시오.`);
    seen.add(name);
  }
  return all.map(({ name, comment, type }) => `/** ${comment} */\nexport type ${name} = ${type};\n`).join("");
}

function operationAliases(
  api: OpenApi,
  { path, method, operation }: { path: string; method: string; operation: Operation },
) {
  const id = operation.operationId;
  const prefix = id.charAt(0).toUpperCase() + id.slice(1);
  const at = `operations[${JSON.stringify(id)}]`;
  const entries = Object.entries(operation.responses);
  const isError = ([, response]: (typeof entries)[number]): boolean =>
    deref(api, response)["x-error-status"] !== undefined;
  const statuses = (of: typeof entries): string => of.map(([status]) => status).join(" | ");
  const json = `["content"]["application/json"]`;
  const parameters = Object.keys(parametersSchema(api, path, method)?.properties ?? {}) as Place[];
  const rows = [
    ...parameters.map((place) => ({
      name: `${prefix}${place.charAt(0).toUpperCase()}${place.slice(1)}`,
      comment: `${operation.summary}: ${placeNames[place]}`,
      type: `NonNullable<${at}["parameters"][${JSON.stringify(place)}]>`,
    })),
    {
      name: `${prefix}Response`,
      comment: `${operation.summary}: 응답 본문`,
      type: `${at}["responses"][${statuses(entries.filter((e) => !isError(e)))}]${json}`,
    },
    {
      name: `${prefix}Error`,
      comment: `${operation.summary}: 오류 본문`,
      type: `${at}["responses"][${statuses(entries.filter(isError))}]${json}`,
    },
  ];
  const [mediaType] = Object.keys(operation.requestBody?.content ?? {});
  if (mediaType === undefined) return rows;
  const request = `NonNullable<${at}["requestBody"]>["content"][${JSON.stringify(mediaType)}]`;
  return [{ name: `${prefix}Request`, comment: `${operation.summary}: 요청 본문`, type: request }, ...rows];
}
