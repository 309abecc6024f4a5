import { describeValue } from "../client/problem.ts";
import type { Violation } from "../client/violations.ts";
import type { FieldNode } from "../client/contract.ts";
import { type OpenApi, operationsOf } from "../bundle/openapi.ts";
import { pathFromHere } from "../lib/paths.ts";
import { readPlacedYaml } from "../lib/placed-yaml.ts";
import { problemAt, readText } from "../lib/read-text.ts";
import { UserError } from "../lib/user-error.ts";
import { type App, tokenForm } from "./apps.ts";
import { callbackProblem, scopeProblem, scopesOf } from "./oauth.ts";
import { type Fault, formFaults, labelOf } from "./data-faults.ts";
import { defaultAppsFile } from "./sandbox-options.ts";
import * as say from "./messages.ts";

const text: FieldNode = { kind: "text", min: 1 };
/** What a header field can carry: no blank, nothing but ASCII. */
const key: FieldNode = { kind: "text", pattern: /^[!-~]{1,200}$/ };
const count: FieldNode = { kind: "integer", min: 0 };
const states = ["in-service", "pending", "suspended"];
const types = ["public", "confidential"];
const tokenStates = ["valid", "expired"];

const appFields: Record<keyof App, FieldNode> = {
  name: text,
  appKey: key,
  secretKey: key,
  state: { kind: "text", values: states },
  apis: { kind: "list", item: text },
  plan: { kind: "object", closed: true, optional: ["perSecond", "total"], fields: { perSecond: count, total: count } },
  type: { kind: "text", values: types },
  callbackUrl: text,
  scope: text,
  tokens: { kind: "object", sensitive: true },
};

const form: FieldNode = {
  kind: "object",
  closed: true,
  optional: ["description"],
  fields: {
    description: { kind: "any" },
    apps: {
      kind: "list",
      min: 1,
      item: {
        kind: "object",
        closed: true,
        optional: ["secretKey", "apis", "plan", "type", "callbackUrl", "scope", "tokens"],
        fields: appFields,
      },
    },
  },
};

/** Values that are text whatever they look like. */
const textKeys: readonly string[] = ["name", "appKey", "secretKey", "apis", "callbackUrl", "scope"];

/**
 * Reads a file of apps, YAML or JSON. Keys and tokens are kept letter by letter, also those that YAML takes for numbers.
 *
 * @param api gives what `apis` and `scope` may name; called where an app has them
 * @throws {UserError} that names the file, line and column, never a key
 */
export async function readApps(path: string, api: () => OpenApi): Promise<App[]> {
  const content = readText(path);
  const read =
    "problem" in content
      ? content
      : await readPlacedYaml(content.value, (at) => textKeys.some((one) => at.includes(one)));
  const help = say.appsForm(pathFromHere(defaultAppsFile));
  if ("problem" in read) throw new UserError(say.unreadableApps(problemAt(path, read.problem), help));
  const data = read.value as { apps: App[] };
  const broken = formFaults(form, data, special);
  const faults = broken.length > 0 ? broken : meaning(data.apps, api);
  if (faults.length === 0) return data.apps;
  const told = faults.map(({ path: at, text: why }) => {
    const { line, col } = read.at(at);
    return `  ${path}:${line}:${col} ${labelOf(form, at)}: ${why}`;
  });
  throw new UserError(say.brokenApps(path, help, told));
}

/** What is said of an app in other words than of other data. */
function special({ path, rule, value }: Violation): string | undefined {
  if (rule === "pattern") return say.notKey(describeValue(value));
  if (rule === "minItems") return say.noApp;
  return rule === "type" && value === null && path.at(-1) === "secretKey" ? say.emptySecret : undefined;
}

/** What the form cannot say: tokens, unknown operations, and app keys that two apps have. */
function meaning(apps: readonly App[], api: () => OpenApi): Fault[] {
  const known = apps.some(({ apis }) => apis !== undefined)
    ? operationsOf(api()).map(({ operation }) => operation.operationId)
    : [];
  const scopes = apps.some(({ scope }) => scope !== undefined) ? scopesOf(api()).map(({ name }) => name) : [];
  return apps.flatMap(({ appKey, apis = [], tokens = {}, callbackUrl, scope = "" }, index): Fault[] => {
    const at = ["apps", String(index)];
    return [
      ...(apps.findIndex((one) => one.appKey === appKey) === index
        ? []
        : [{ path: [...at, "appKey"], text: say.takenAppKey }]),
      ...apis.flatMap((id, place): Fault[] =>
        known.includes(id) ? [] : [{ path: [...at, "apis", String(place)], text: say.unknownOperation(id, known) }],
      ),
      ...faultOf([...at, "callbackUrl"], callbackUrl === undefined ? undefined : callbackProblem(callbackUrl)),
      ...faultOf([...at, "scope"], scopeProblem(scope, scopes)),
      ...Object.entries(tokens).flatMap(([token, state]): Fault[] => [
        ...(tokenForm.test(token) ? [] : [{ path: [...at, "tokens", token], text: say.badToken }]),
        ...(tokenStates.includes(state) ? [] : [{ path: [...at, "tokens", token], text: say.oneOf(tokenStates) }]),
      ]),
    ];
  });
}

function faultOf(path: readonly string[], text: string | undefined): Fault[] {
  return text === undefined ? [] : [{ path, text }];
}
