import { type Customer, customerById, defaultCustomer } from "./customers.ts";
import type { Database } from "./database.ts";
import { type IssuedToken, issuedToken } from "./oauth-records.ts";
import type { Plan } from "./plans.ts";
import { type ApiState, apiMachine, appMachine, type AppState, type State } from "./states.ts";

/** An app as the gateway knows it. */
export interface KnownApp {
  id: number;
  name: string;
  appKey: string;
  /** null where the gateway does not check it. */
  secretKey: string | null;
  state: State;
  /** The name of the state in the store. */
  stateId: AppState;
  /** Access tokens issued for the app. */
  tokens: ReadonlyMap<string, "valid" | "expired">;
  /** What the app may call of a path; undefined where it has not chosen the API, or nobody approved that. */
  apiAt: (path: string) => KnownApi | undefined;
}

/** An API of an app, as the gateway knows it. */
export interface KnownApi {
  id: number;
  plan: Pick<Plan, "perSecond" | "total">;
  /** operationIds; undefined where the app may call all of the API's. */
  operations: readonly string[] | undefined;
}

/** The store as the gateway asks it: what was read stays in memory until something changes. */
export class AppDirectory {
  readonly #database: Database;
  readonly #apps = new Map<string, KnownApp>();
  readonly #apis = new Map<string, State>();
  readonly #defaultCustomers = new Map<number, Customer | undefined>();
  #version = -1;

  constructor(database: Database) {
    this.#database = database;
  }

  /** An app by its key; undefined for one that nobody registered. */
  app(appKey: string): KnownApp | undefined {
    this.#refresh();
    const known = this.#apps.get(appKey);
    if (known !== undefined) return known;
    const app = this.#read(appKey);
    // Keys that nobody registered come in any number.
    if (app !== undefined) this.#apps.set(appKey, app);
    return app;
  }

  /** The apps that are not deleted, in the order of their registration. */
  all(): { id: number; name: string; appKey: string; state: AppState; hasSecret: boolean }[] {
    return this.#database
      .rows<{ id: number; name: string; appKey: string; state: AppState; hasSecret: 0 | 1 }>(
        `SELECT id, name, app_key AS appKey, state, secret_key IS NOT NULL AS hasSecret
         FROM apps WHERE state <> 'deleted' ORDER BY id`,
      )
      .map((app) => ({ ...app, hasSecret: app.hasSecret === 1 }));
  }

  /** An access token that the OAuth server has issued, to whichever app; undefined for another one. */
  token(token: string): IssuedToken | undefined {
    return issuedToken(this.#database, token);
  }

  /** A customer of an app. */
  customer(app: KnownApp, id: number): Customer | undefined {
    return customerById(this.#database, app.id, id);
  }

  /** The state of an API by its path; one that nobody registered counts as deleted. */
  api(path: string): State {
    this.#refresh();
    let state = this.#apis.get(path);
    if (state === undefined) {
      const row = this.#database.row<{ state: ApiState }>("SELECT state FROM apis WHERE path = :path", { path });
      state = apiMachine.states[row?.state ?? "deleted"];
      this.#apis.set(path, state);
    }
    return state;
  }

  /** The customer of an app's calls without a token; undefined where it has none. */
  defaultCustomer(appId: number): Customer | undefined {
    this.#refresh();
    if (!this.#defaultCustomers.has(appId)) this.#defaultCustomers.set(appId, defaultCustomer(this.#database, appId));
    return this.#defaultCustomers.get(appId);
  }

  #refresh(): void {
    if (this.#version === this.#database.version) return;
    this.#version = this.#database.version;
    this.#apps.clear();
    this.#apis.clear();
    this.#defaultCustomers.clear();
  }

  #read(appKey: string): KnownApp | undefined {
    const row = this.#database.row<{ id: number; name: string; secretKey: string | null; state: AppState }>(
      "SELECT id, name, secret_key AS secretKey, state FROM apps WHERE app_key = :appKey",
      { appKey },
    );
    if (row === undefined) return undefined;
    const tokens = this.#database.rows<{ token: string; state: "valid" | "expired" }>(
      "SELECT token, state FROM tokens WHERE app_id = :id",
      { id: row.id },
    );
    const found = new Map<string, KnownApi | undefined>();
    return {
      id: row.id,
      name: row.name,
      appKey,
      secretKey: row.secretKey,
      state: appMachine.states[row.state],
      stateId: row.state,
      tokens: new Map(tokens.map(({ token, state }) => [token, state])),
      apiAt: (path) => {
        if (!found.has(path)) found.set(path, this.#apiOf(row.id, path));
        return found.get(path);
      },
    };
  }

  #apiOf(app: number, path: string): KnownApi | undefined {
    const row = this.#database.row<{
      id: number;
      perSecond: number | null;
      total: number | null;
      operations: string | null;
    }>(
      `SELECT apis.id, per_second AS perSecond, total, operations
       FROM app_apis JOIN apis ON apis.id = api_id JOIN plans ON plans.id = approved_plan_id
       WHERE app_id = :app AND path = :path`,
      { app, path },
    );
    if (row === undefined) return undefined;
    const { id, perSecond, total, operations } = row;
    return {
      id,
      plan: { perSecond, total },
      operations: operations === null ? undefined : (JSON.parse(operations) as string[]),
    };
  }
}
