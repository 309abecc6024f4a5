import { scopeNames, type Scope } from "../oauth.ts";
import type { Database } from "./database.ts";
import { appMachine, type AppState } from "./states.ts";

/** An app as the OAuth server knows it. */
export interface OauthClient {
  id: number;
  name: string;
  institution: string;
  /** Empty where the app has registered none. */
  callbackUrl: string;
  /** undefined for a public app, and for one whose secret the gateway does not check. */
  secretKey: string | undefined;
  /** What its tokens may call: at least one. */
  scopes: readonly Scope[];
}

interface Row {
  id: number;
  name: string;
  institution: string;
  callbackUrl: string;
  scope: string;
  isPublic: number;
  secretKey: string | null;
  state: AppState;
  paths: string;
}

/**
 * An app that may ask for tokens, by its key.
 *
 * @param scopes all of the bundle's
 * @returns undefined where the gateway serves no such app, or it has no API approved that its OAuth Scope names
 */
export function oauthClient(database: Database, appKey: string, scopes: readonly Scope[]): OauthClient | undefined {
  const row = database.row<Row>(
    `SELECT apps.id, apps.name, institutions.name AS institution, callback_url AS callbackUrl, scope,
       type = 'public' AS isPublic, secret_key AS secretKey, apps.state,
       (SELECT json_group_array(path) FROM app_apis JOIN apis ON apis.id = api_id
        WHERE app_id = apps.id AND approved_plan_id IS NOT NULL AND apis.state = 'published') AS paths
     FROM apps JOIN institutions ON institutions.id = apps.institution_id WHERE app_key = :appKey`,
    { appKey },
  );
  if (row === undefined || appMachine.states[row.state].refusal !== undefined) return undefined;
  const paths = new Set(JSON.parse(row.paths) as string[]);
  const named = scopeNames(row.scope);
  const allowed = scopes.filter(({ name, path }) => paths.has(path) && (named.length === 0 || named.includes(name)));
  if (allowed.length === 0) return undefined;
  const { id, name, institution, callbackUrl, isPublic, secretKey } = row;
  return {
    id,
    name,
    institution,
    callbackUrl,
    secretKey: isPublic === 1 ? undefined : (secretKey ?? undefined),
    scopes: allowed,
  };
}
