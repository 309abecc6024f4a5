import { masked } from "../client/late-messages.ts";
import type { OperationTable } from "../server/checked-operation.ts";
import {
  curl,
  describeReproduction,
  exampleRequest,
  inputScenarios,
  reproducingRequest,
} from "../bundle/example-request.ts";
import { type OpenApi, operationsOf } from "../bundle/openapi.ts";
import { type App, shown, shownCredentials } from "./apps.ts";
import type { AppDirectory } from "./store/app-directory.ts";
import { faults } from "./faults.ts";
import { SpecAnswers } from "./spec-answers.ts";
import { appMachine } from "./store/states.ts";

/**
 * All that a request to the sandbox can ask for, as /__sandbox/scenarios shows it.
 *
 * @param apps those that the sandbox was started with; those of the portal follow, the states are those of now
 * @param portal path of the developer portal; undefined where there is none
 * @param url base URL of the sandbox, as the caller reaches it
 */
export function catalogueOf(
  api: OpenApi,
  { apps, directory, portal }: { apps: readonly App[]; directory: AppDirectory; portal: string | undefined },
  table: OperationTable,
  url: string,
): object {
  const credentials = shownCredentials(apps);
  return {
    operations: operationsOf(api).map(({ path, method, operation }) => {
      const checked = table.at(path)?.methods.get(method.toUpperCase());
      const names = checked === undefined ? [] : [...new SpecAnswers(api, checked).names];
      const { path: target, headers, body } = exampleRequest(api, { path, method, operation });
      return {
        operationId: operation.operationId,
        method: method.toUpperCase(),
        path,
        target,
        summary: operation.summary,
        examples: Object.fromEntries(names),
        contentType: headers["Content-Type"],
        body,
      };
    }),
    errors: api["x-error-catalogue"].codes.map((row) => ({
      code: row.code,
      meaning: row.meaning,
      action: row.action,
      status: row.status,
      reproduce: describeReproduction(row),
      curl: curl(url, reproducingRequest(api, row, credentials)),
    })),
    inputs: inputScenarios(api),
    faults,
    apps: [...apps.map((app) => shownApp(app, directory)), ...otherApps(apps, directory)],
    ...(portal === undefined ? {} : { portal }),
  };
}

function shownApp({ appKey, secretKey, tokens = {}, ...app }: App, directory: AppDirectory): object {
  const known = directory.app(appKey);
  const { stateId: state = "deleted" } = known ?? {};
  return {
    ...app,
    id: known?.id,
    source: "file",
    state,
    stateName: appMachine.states[state].name,
    appKey: shown(appKey, masked),
    // An app without one is served without the header.
    ...(secretKey === undefined ? {} : { secretKey: shown(secretKey, masked) }),
    tokens: Object.fromEntries(Object.entries(tokens).map(([token, one]) => [shown(token, masked), one])),
  };
}

/** The apps of the portal. Their keys are shown there alone, to whom they belong. */
function otherApps(apps: readonly App[], directory: AppDirectory): object[] {
  const named = new Set(apps.map(({ appKey }) => appKey));
  return directory
    .all()
    .filter(({ appKey }) => !named.has(appKey))
    .map(({ id, name, state, hasSecret }) => ({
      ...{ name, id, source: "portal", state, stateName: appMachine.states[state].name },
      appKey: masked,
      ...(hasSecret ? { secretKey: masked } : {}),
      tokens: {},
    }));
}
