import type { OpenApi } from "../../bundle/openapi.ts";
import type { OperationTable } from "../../server/checked-operation.ts";
import { reportDefect, UserError } from "../../lib/user-error.ts";
import { type Fault, labelOf } from "../data-faults.ts";
import type { Admission } from "../gateway.ts";
import { scopesOf } from "../oauth.ts";
import { fixTokens, takenToken } from "../store/oauth-records.ts";
import { sourceNames } from "../answered-by.ts";
import {
  type Customer,
  customerByLogin,
  customersFrom,
  customersOf,
  deleteCustomer,
  saveCustomer,
  type Source,
} from "../store/customers.ts";
import { Refused } from "../store/refused.ts";
import { activeScenarios } from "../store/scenarios.ts";
import type { Store } from "../store/store.ts";
import { type Registered, ScenarioBook } from "./book.ts";
import { customerForm, fileForm, ScenarioChecker } from "./check.ts";
import { ScenarioFiles } from "./files.ts";
import { appNamed, severalApps } from "./named-app.ts";
import type { CustomerEntry, Scenario, ScenarioFile } from "./scenario.ts";

/** Customers and scenarios of a sandbox from every source: tests and the API, files, the portal. */
export class ScenarioRegistry {
  readonly checker: ScenarioChecker;
  readonly #book: ScenarioBook;
  readonly #store: Store;
  /** Every scope, for fixed tokens. */
  readonly #scope: string;
  /** Those of the portal by their JSON, so that one that did not change goes on counting. */
  #ofPortal = new Map<string, Scenario>();
  /** By what scenarios name them. */
  readonly #appIds = new Map<string, number | undefined>();
  #version = -1;

  constructor(api: OpenApi, table: OperationTable, store: Store) {
    this.checker = new ScenarioChecker(api, table);
    this.#book = new ScenarioBook(table, (named) => this.#appIdOf(named));
    this.#store = store;
    this.#scope = scopesOf(api)
      .map(({ name }) => name)
      .join(" ");
  }

  /** Every scenario, those first that are asked first. */
  get all(): readonly Registered[] {
    this.#refresh();
    return this.#book.all;
  }

  /** The customer whom a call is about: that of the token, otherwise the app's default one. */
  customerOf({ customer, app }: Pick<Admission, "customer" | "app">): Customer | undefined {
    return customer ?? this.#store.directory.defaultCustomer(app.id);
  }

  /** The scenario that answers a call; undefined where none does. */
  match(admission: Admission): Registered | undefined {
    this.#refresh();
    return this.#book.match({ ...admission, customer: this.customerOf(admission) });
  }

  /**
   * Puts a scenario before the others.
   *
   * @throws {UserError} that names what is wrong with it, by its place
   */
  put(scenario: Scenario): Registered {
    refuse(this.checker.scenarioFaults(scenario), ["scenarios", "0"]);
    if (scenario.app !== undefined && appNamed(this.#store, scenario.app) === severalApps)
      refuse([{ path: ["app"], text: severalApps }], ["scenarios", "0"]);
    // What its maker changes later was not checked.
    return this.#book.put(structuredClone(scenario));
  }

  /** Takes a scenario away, unless another has taken its place. */
  take(registered: Registered): void {
    if (this.#book.all.includes(registered)) this.#book.remove(registered.scenario.name);
  }

  /** @returns whether there was one of the name */
  remove(name: string): boolean {
    return this.#book.remove(name);
  }

  /** Takes away what tests and the API have put. */
  clear(): void {
    for (const { source, scenario } of this.#book.all) if (source === "api") this.#book.remove(scenario.name);
  }

  /** Every customer, as the API shows them. */
  customers(): { app: string; login: string; name: string; default: boolean; source: Source; answers: string[] }[] {
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

  /** Takes away what tests and the API have put, and counts calls anew. */
  reset(): void {
    this.#book.reset();
  }

  /**
   * Adds a customer or changes it.
   *
   * @returns whether it is new
   * @throws {UserError} that names what is wrong with it
   */
  putCustomer(entry: CustomerEntry): boolean {
    refuse(this.checker.customerFaults(entry), ["customers", "0"]);
    const saved = this.#saveCustomer(entry, "api");
    if ("text" in saved) throw new UserError(`${saved.path.join(".")}: ${saved.text}`);
    return saved.isNew;
  }

  /** @returns whether the app had such a customer from the API */
  removeCustomer(app: string, login: string): boolean {
    const found = appNamed(this.#store, app);
    const customer = typeof found === "string" ? undefined : customerByLogin(this.#store.database, found.id, login);
    if (customer?.source !== "api") return false;
    deleteCustomer(this.#store.database, customer);
    return true;
  }

  /** Takes scenarios and customers that a program gives at the start. @throws {UserError} for the first that is wrong */
  give({ customers = [], scenarios = [] }: ScenarioFile): void {
    refuse(this.checker.fileFaults({ customers, scenarios }), []);
    const [wrong] = this.#takeCustomers(customers);
    if (wrong !== undefined && customers.length > 0) refuse([wrong.fault], ["customers", String(wrong.index)]);
    this.#book.replace(
      "file",
      structuredClone(scenarios).map((scenario) => ({ scenario })),
    );
  }

  /**
   * Reads a file or a folder.
   *
   * @param onProblem is told what is wrong now and later, while files are watched; without it the first is thrown and
   *   nothing is watched
   * @returns ends the watching
   * @throws {UserError} where something is wrong and nobody is told
   */
  async openFiles(path: string, onProblem: ((text: string) => void) | undefined): Promise<() => void> {
    const files = new ScenarioFiles(path, this.checker);
    const take = async (): Promise<void> => {
      const problems = await files.read();
      // In the folder something else may change all the time, such as a log.
      if (problems === undefined) return;
      const { customers } = files;
      for (const { index, fault } of this.#takeCustomers(customers.map(({ value }) => value))) {
        const place = fault.path.length === 0 ? path : customers[index]?.placeOf(...fault.path);
        const label = fault.path.length === 0 ? "" : ` ${labelOf(customerForm, fault.path)}`;
        problems.push(`${place}${label}: ${fault.text}`);
      }
      this.#book.replace(
        "file",
        files.scenarios.map(({ value }) => ({ scenario: value })),
      );
      if (problems.length > 0 && onProblem === undefined) throw new UserError(problems.join("\n"));
      for (const problem of problems) onProblem?.(problem);
    };
    await take();
    if (onProblem === undefined) return () => {};
    // One reading after the other.
    let reading = Promise.resolve();
    return files.watch(() => {
      reading = reading
        .then(take)
        .catch((error: unknown) => reportDefect("응답정보 파일을 읽는 중의 내부 오류", error));
    });
  }

  /** Brings the customers of files up to date. @returns what is wrong, with the index of the customer */
  #takeCustomers(entries: readonly CustomerEntry[]): { index: number; fault: Fault }[] {
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
            if (withDefault.has(app.id)) return [{ index, fault: { path: ["default"], text: secondDefault } }];
            withDefault.add(app.id);
          }
          const saved = this.#saveCustomer(entry, "file");
          return "text" in saved ? [{ index, fault: saved }] : [];
        });
      });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return [{ index: 0, fault: { path: [], text: error.message } }];
    }
  }

  /** @throws {Refused} where the storage takes no change */
  #saveCustomer(entry: CustomerEntry, source: Source): { isNew: boolean } | Fault {
    const { database } = this.#store;
    const app = appNamed(this.#store, entry.app);
    if (typeof app === "string") return { path: ["app"], text: app };
    const { id: appId, appKey } = app;
    const { login, name, answers = {}, tokens = [] } = entry;
    const same = customerByLogin(database, appId, login);
    if (same !== undefined && same.source !== source)
      return {
        path: ["login"],
        text: `이 앱에 같은 아이디의 고객을 ${sourceNames[same.source]}에서 이미 만들었습니다. 다른 아이디를 지정하십시오.`,
      };
    const taken = takenToken(database, tokens, same?.id);
    if (taken !== undefined)
      return { path: ["tokens", String(taken)], text: "다른 고객이나 앱의 액세스 토큰입니다. 다른 값을 지정하십시오." };
    const bodies = Object.entries(answers).map(([id, given]) => [id, this.checker.customerAnswer(id, given)]);
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

  /** The one app that is named; undefined where there is none, or several. Kept until the store changes. */
  #appIdOf(named: string): number | undefined {
    if (!this.#appIds.has(named)) {
      const found = appNamed(this.#store, named);
      this.#appIds.set(named, typeof found === "string" ? undefined : found.id);
    }
    return this.#appIds.get(named);
  }

  /** Takes over what the portal has changed. */
  #refresh(): void {
    const { database } = this.#store;
    if (this.#version === database.version) return;
    this.#version = database.version;
    this.#appIds.clear();
    const before = this.#ofPortal;
    this.#ofPortal = new Map();
    const scenarios = activeScenarios(database).map(({ appId, definition }) => {
      const key = `${appId} ${definition}`;
      const scenario = before.get(key) ?? (JSON.parse(definition) as Scenario);
      this.#ofPortal.set(key, scenario);
      return { scenario, appId };
    });
    this.#book.replace("portal", scenarios);
  }
}

const secondDefault = "이 앱의 기본 고객을 다른 고객으로 이미 지정했습니다. 한 고객만 기본 고객으로 지정하십시오.";

/** @throws {UserError} for the faults, if there are any */
function refuse(faults: readonly Fault[], at: readonly string[]): void {
  if (faults.length === 0) return;
  const told = faults.map(({ path, text }) => {
    const label = labelOf(fileForm, [...at, ...path]).replace(
      /^(scenarios|customers)\[0\]\.?/,
      at.length === 0 ? "$&" : "",
    );
    return `${label === "" ? "응답정보" : label}: ${text}`;
  });
  throw new UserError(told.join("\n"));
}
