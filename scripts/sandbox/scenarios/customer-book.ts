import type { OpenApi } from "../../bundle/openapi.ts";
import { UserError } from "../../lib/user-error.ts";
import { sourceNames } from "../answered-by.ts";
import type { Fault } from "../data-faults.ts";
import { scopesOf } from "../oauth.ts";
import {
  customerByLogin,
  customersFrom,
  customersOf,
  deleteCustomer,
  saveCustomer,
  type Source,
} from "../store/customers.ts";
import { fixTokens, takenToken } from "../store/oauth-records.ts";
import { Refused } from "../store/refused.ts";
import type { Store } from "../store/store.ts";
import type { ScenarioChecker } from "./check.ts";
import { appNamed } from "./named-app.ts";
import { refuseFaults } from "./refuse-faults.ts";
import type { CustomerEntry } from "./scenario.ts";
import * as say from "./messages.ts";

/** The customers that files, the API and tests make; the portal has its own way in. */
export class CustomerBook {
  readonly #checker: ScenarioChecker;
  readonly #store: Store;
  /** Every scope, for fixed tokens. */
  readonly #scope: string;

  constructor(api: OpenApi, checker: ScenarioChecker, store: Store) {
    this.#checker = checker;
    this.#store = store;
    this.#scope = scopesOf(api)
      .map(({ name }) => name)
      .join(" ");
  }

  /** Every customer, as the API shows them. */
  list(): { app: string; login: string; name: string; default: boolean; source: Source; answers: string[] }[] {
    const { database } = this.#store;
    const apps = database.rows<{ id: number; name: string }>(
      "SELECT id, name FROM apps WHERE state <> 'deleted' ORDER BY id",
    );
    return apps.flatMap(({ id, name: app }) =>
      customersOf(database, id).map(({ login, name, isDefault, source, answers }) => ({
        ...{ app, login, name, default: isDefault, source },
        answers: Object.keys(answers),
      })),
    );
  }

  /**
   * Adds a customer or changes it.
   *
   * @returns whether it is new
   * @throws {UserError} that names what is wrong with it
   */
  put(entry: CustomerEntry): boolean {
    refuseFaults(this.#checker.customerFaults(entry), ["customers", "0"]);
    const saved = this.#save(entry, "api");
    if ("text" in saved) throw new UserError(`${saved.path.join(".")}: ${saved.text}`);
    return saved.isNew;
  }

  /** @returns whether the app had such a customer from the API */
  remove(app: string, login: string): boolean {
    const found = appNamed(this.#store, app);
    const customer = typeof found === "string" ? undefined : customerByLogin(this.#store.database, found.id, login);
    if (customer?.source !== "api") return false;
    deleteCustomer(this.#store.database, customer);
    return true;
  }

  /** Brings the customers of files up to date. @returns what is wrong, with the index of the customer */
  take(entries: readonly CustomerEntry[]): { index: number; fault: Fault }[] {
    const { database } = this.#store;
    const before = customersFrom(database, "file");
    if (entries.length === 0 && before.length === 0) return [];
    const named = new Set(
      entries.map(({ app, login }) => {
        const found = appNamed(this.#store, app);
        return typeof found === "string" ? "" : `${found.id} ${login.toLowerCase()}`;
      }),
    );
    try {
      return database.transaction(() => {
        for (const customer of before) {
          // A token may go from one to the other.
          fixTokens(database, { appKey: "", customerId: customer.id, scope: "", tokens: [] });
          if (!named.has(`${customer.appId} ${customer.login.toLowerCase()}`)) deleteCustomer(database, customer);
        }
        const withDefault = new Set<number>();
        return entries.flatMap((entry, index) => {
          const app = appNamed(this.#store, entry.app);
          if (entry.default === true && typeof app !== "string") {
            if (withDefault.has(app.id)) return [{ index, fault: { path: ["default"], text: say.secondDefault } }];
            withDefault.add(app.id);
          }
          const saved = this.#save(entry, "file");
          return "text" in saved ? [{ index, fault: saved }] : [];
        });
      });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return [{ index: 0, fault: { path: [], text: error.message } }];
    }
  }

  /** @throws {Refused} where the storage takes no change */
  #save(entry: CustomerEntry, source: Source): { isNew: boolean } | Fault {
    const { database } = this.#store;
    const app = appNamed(this.#store, entry.app);
    if (typeof app === "string") return { path: ["app"], text: app };
    const { id: appId, appKey } = app;
    const { login, name, answers = {}, tokens = [] } = entry;
    const same = customerByLogin(database, appId, login);
    if (same !== undefined && same.source !== source)
      return { path: ["login"], text: say.customerElsewhere(sourceNames[same.source]) };
    const taken = takenToken(database, tokens, same?.id);
    if (taken !== undefined) return { path: ["tokens", String(taken)], text: say.takenToken };
    const bodies = Object.entries(answers).map(([id, given]) => [id, this.#checker.customerAnswer(id, given)]);
    const customer = {
      login,
      name,
      passwordHash: null,
      isDefault: entry.default === true,
      answers: Object.fromEntries(bodies) as Record<string, unknown>,
    };
    database.transaction(() => {
      const id = saveCustomer(database, { appId, source, customer, ...(same === undefined ? {} : { id: same.id }) });
      fixTokens(database, { appKey, customerId: id, scope: this.#scope, tokens });
    });
    return { isNew: same === undefined };
  }
}
