import { readFileSync } from "node:fs";
import { UserError } from "../lib/user-error.ts";
import type { Credentials } from "../bundle/example-request.ts";
import { pathFromHere } from "../lib/paths.ts";
import { problemAt, readText } from "../lib/read-text.ts";
import { defaultAppsFile } from "./sandbox-options.ts";

/** An app of the developer portal (2.3 to 2.5) as the gateway knows it. */
export interface App {
  name: string;
  appKey: string;
  /** Left out where the gateway does not look at the secret key. */
  secretKey?: string;
  /** 서비스 중, 준비 (not yet approved), or suspended. */
  state: "in-service" | "pending" | "suspended";
  /** operationIds the app may call; all where it is left out. */
  apis?: string[];
  /** Calls the gateway allows; unlimited where a number is left out. */
  plan?: { perSecond?: number; total?: number };
  /** Access tokens issued for the app. */
  tokens?: Record<string, "valid" | "expired">;
}

const key = { type: "string", pattern: "^[!-~]{1,200}$" };
const count = { type: "integer", minimum: 0 };

const schema = {
  type: "object",
  required: ["apps"],
  additionalProperties: false,
  properties: {
    description: {},
    apps: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        required: ["name", "appKey", "secretKey", "state"],
        additionalProperties: false,
        properties: {
          name: { type: "string", minLength: 1 },
          appKey: key,
          secretKey: key,
          state: { enum: ["in-service", "pending", "suspended"] },
          apis: { type: "array", items: { type: "string" } },
          plan: { type: "object", additionalProperties: false, properties: { perSecond: count, total: count } },
          tokens: { type: "object", additionalProperties: { enum: ["valid", "expired"] } },
        },
      },
    },
  },
};

/** The apps of the default file. It is read as JSON and not checked, which a start would have to wait for. */
export function defaultApps(): App[] {
  return (JSON.parse(readFileSync(defaultAppsFile, "utf8")) as { apps: App[] }).apps;
}

/**
 * Reads a file of apps, YAML or JSON.
 *
 * @param operationIds gives what `apis` may name; called where an app has them
 * @throws {UserError} that names the file and the place, never a key
 */
export async function readApps(path: string, operationIds: () => readonly string[]): Promise<App[]> {
  const [{ readYaml }, { Ajv }] = await Promise.all([import("../lib/read-yaml.ts"), import("ajv")]);
  const text = readText(path);
  // Every JSON text is YAML (YAML 1.2.2, 1.2).
  const read = "problem" in text ? text : readYaml(text.value);
  if ("problem" in read)
    throw new UserError(
      `${problemAt(path, read.problem)} --apps에 앱을 정의한 파일(JSON이나 YAML)을 지정하십시오. 형식은 ${pathFromHere(defaultAppsFile)}에 있습니다.`,
    );
  const data = read.value as { apps: App[] };
  const validate = new Ajv({ allErrors: true }).compile(schema);
  const problems = validate(data)
    ? meaning(data.apps, operationIds)
    : (validate.errors ?? []).map(({ instancePath, message, params }) => {
        const allowed = "allowedValues" in params ? `: ${(params["allowedValues"] as string[]).join(", ")}` : "";
        // A token is the name of a key, so it stands in the path.
        return `${instancePath.replace(/(\/tokens)\/.*/, "$1") || "/"} ${message ?? ""}${allowed}`;
      });
  if (problems.length > 0)
    throw new UserError(
      `${path}의 앱 목록을 쓸 수 없습니다. 형식은 ${pathFromHere(defaultAppsFile)}에 있습니다.\n${problems.map((one) => `  ${one}`).join("\n")}`,
    );
  return data.apps;
}

/**
 * The credentials that requests to paste are shown with: those of the first app in service. Keys of a team's own file may be
 * those of a test system and are not shown; what stands in their place says so.
 */
export function shownCredentials(apps: readonly App[]): Credentials {
  const app = apps.find(({ state }) => state === "in-service");
  const [token] = Object.entries(app?.tokens ?? {}).find(([, state]) => state === "valid") ?? [];
  return {
    appKey: shown(app?.appKey, "<앱 키>"),
    secretKey: shown(app?.secretKey, "<시크릿 키>"),
    bearer: shown(token, "<액세스 토큰>"),
  };
}

/** A key if it is an obvious example, otherwise the given placeholder. */
export function shown(key: string | undefined, otherwise: string): string {
  return key?.startsWith("SANDBOX-") === true ? key : otherwise;
}

/** Finds duplicate app keys and unknown operations, which a schema cannot express. */
function meaning(apps: readonly App[], operationIds: () => readonly string[]): string[] {
  const known = apps.some(({ apis }) => apis !== undefined) ? operationIds() : [];
  return apps.flatMap(({ appKey, apis = [] }, index) => [
    ...(apps.findIndex((one) => one.appKey === appKey) === index
      ? []
      : [`/apps/${index}/appKey 앞의 앱과 같은 앱 키입니다.`]),
    ...apis
      .filter((id) => !known.includes(id))
      .map((id) => `/apps/${index}/apis ${id}: 없는 operationId입니다. 쓸 수 있는 값: ${known.join(", ")}`),
  ]);
}
