import { join } from "node:path";
import { UserError } from "../lib/user-error.ts";
import { deref, type OpenApi, operationsOf } from "./openapi.ts";
import { redocly } from "./redocly.ts";
import { errorExamples } from "./error-examples.ts";

/** Every generated file carries this, and nothing that lacks it is overwritten. */
export const marker = "npm run generate. 직접 고치지 않습니다.";

/**
 * Bundles a spec folder into one OpenAPI 3.1 document: Redocly joins the files, then every error response gets its
 * examples from the error-code catalogue.
 *
 * @throws {UserError} when Redocly refuses the spec, with Redocly's own words
 */
export async function bundle(specDir: string): Promise<OpenApi> {
  const { exitCode, stdout, stderr } = await redocly("bundle", join(specDir, "openapi.yaml"), "--ext", "json");
  if (exitCode !== 0) throw new UserError(`spec을 하나로 묶을 수 없습니다.\n${stderr.trim()}`);
  return complete(JSON.parse(stdout) as OpenApi);
}

/** What Redocly does not do: the examples of the error responses and, as `x-generated`, the marker. Changes what it is given. */
export function complete(api: OpenApi): OpenApi {
  addErrorExamples(api);
  const { openapi, ...rest } = api;
  return { openapi, "x-generated": marker, ...rest };
}

/** Puts one example for each catalogue code of its status into every error response that the operations use. */
function addErrorExamples(api: OpenApi): void {
  const { codes } = api["x-error-catalogue"];
  for (const { operation } of operationsOf(api)) {
    for (const [status, reference] of Object.entries(operation.responses)) {
      const response = deref(api, reference);
      if (response["x-error-status"] === undefined) continue;
      const json = response.content["application/json"];
      if (json !== undefined) json.examples = errorExamples(codes, Number(status));
    }
  }
}
