import type { OperationTable } from "../lib/checked-operation.ts";
import { curl, describeReproduction, exampleRequest, reproducingRequest } from "../lib/example-request.ts";
import { type OpenApi, operationsOf } from "../lib/openapi.ts";
import type { App } from "./apps.ts";
import { faults } from "./faults.ts";
import { Scenarios } from "./scenarios.ts";

/** All that a request to the sandbox can ask for, as /__sandbox/scenarios shows it. */
export function catalogueOf(api: OpenApi, apps: readonly App[], table: OperationTable): object {
  return {
    operations: operationsOf(api).map(({ path, method, operation }) => {
      const checked = table.at(path)?.get(method.toUpperCase());
      const names = checked === undefined ? [] : [...new Scenarios(api, checked).names];
      const { headers, body } = exampleRequest(api, { path, method, operation });
      return { operationId: operation.operationId, method: method.toUpperCase(), path, summary: operation.summary, examples: Object.fromEntries(names), contentType: headers["Content-Type"], body };
    }),
    errors: api["x-error-catalogue"].codes.map((row) => ({
      code: row.code, meaning: row.meaning, status: row.status, reproduce: describeReproduction(row), curl: curl("http://127.0.0.1:4010", reproducingRequest(api, row)),
    })),
    inputs: inputScenarios(api),
    faults,
    apps: apps.map(({ appKey, secretKey, tokens = {}, ...app }) => ({
      ...app, appKey: shown(appKey), secretKey: shown(secretKey), tokens: Object.fromEntries(Object.entries(tokens).map(([token, state]) => [shown(token), state])),
    })),
  };
}

/** The input values that stand for a preference, by field. */
export function inputScenarios(api: OpenApi): { code: string; name: string; values: Record<string, string> }[] {
  const fields = Object.values(api.components.schemas).flatMap((schema) => Object.entries(schema.properties ?? {}));
  return fields.flatMap(([code, { title = "", "x-scenarios": values }]) => (values === undefined ? [] : [{ code, name: title, values }]));
}

/** A team's own file of apps may hold keys of a test system. Only what is made up in plain sight is shown. */
function shown(key: string): string {
  return key.startsWith("SANDBOX-") ? key : "[가림]";
}
