import type { OpenApi } from "../../bundle/openapi.ts";
import type { OperationTable } from "../../server/checked-operation.ts";
import { reportDefect, UserError } from "../../lib/user-error.ts";
import { labelOf } from "../data-faults.ts";
import type { Admission } from "../gateway.ts";
import type { ScenariosRead } from "../sandbox-options.ts";
import type { Customer } from "../store/customers.ts";
import { activeScenarios } from "../store/scenarios.ts";
import type { Store } from "../store/store.ts";
import { type Registered, ScenarioBook } from "./book.ts";
import { customerForm, ScenarioChecker } from "./check.ts";
import { CustomerBook } from "./customer-book.ts";
import { ScenarioFiles } from "./files.ts";
import { idleNotes } from "./idle-notes.ts";
import { appNamed } from "./named-app.ts";
import { refuseFaults } from "./refuse-faults.ts";
import type { Scenario, ScenarioFile } from "./scenario.ts";
import * as say from "./messages.ts";

/** Customers and scenarios of a sandbox from every source: tests and the API, files, the portal. */
export class ScenarioRegistry {
  readonly checker: ScenarioChecker;
  /** The customers of files and of the API. */
  readonly customers: CustomerBook;
  readonly #book: ScenarioBook;
  readonly #store: Store;
  /** Those of the portal by their JSON, so that one that did not change goes on counting. */
  #ofPortal = new Map<string, Scenario>();
  /** By what scenarios name them. */
  readonly #appIds = new Map<string, number | undefined>();
  #version = -1;

  constructor(api: OpenApi, table: OperationTable, store: Store) {
    this.checker = new ScenarioChecker(api, table);
    this.#book = new ScenarioBook(table, (named) => this.#appIdOf(named));
    this.#store = store;
    this.customers = new CustomerBook(api, this.checker, store);
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

  /** Reads what the first call would otherwise wait for. */
  prepare(): void {
    this.#refresh();
    this.#store.directory.defaultCustomer(0);
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
    refuseFaults(this.checker.scenarioFaults(scenario), ["scenarios", "0"]);
    if (scenario.app !== undefined && appNamed(this.#store, scenario.app) === say.severalApps)
      refuseFaults([{ path: ["app"], text: say.severalApps }], ["scenarios", "0"]);
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

  /** Takes away what tests and the API have put, and counts calls anew. */
  reset(): void {
    this.#book.reset();
  }

  /** Takes scenarios and customers that a program gives at the start. @throws {UserError} for the first that is wrong */
  give({ customers = [], scenarios = [] }: ScenarioFile): void {
    refuseFaults(this.checker.fileFaults({ customers, scenarios }), []);
    const [wrong] = this.customers.take(customers);
    if (wrong !== undefined && customers.length > 0) refuseFaults([wrong.fault], ["customers", String(wrong.index)]);
    this.#book.replace(
      "file",
      structuredClone(scenarios).map((scenario) => ({ scenario })),
    );
  }

  /**
   * Reads a file or a folder.
   *
   * @param onRead is told what was read now and later, while files are watched; without it the first thing that is wrong is
   *   thrown and nothing is watched
   * @returns ends the watching
   * @throws {UserError} where something is wrong and nobody is told
   */
  async openFiles(path: string, onRead: ((read: ScenariosRead) => void) | undefined): Promise<() => void> {
    const files = new ScenarioFiles(path, this.checker);
    const take = async (): Promise<void> => {
      const problems = await files.read();
      // In the folder something else may change all the time, such as a log.
      if (problems === undefined) return;
      const { customers, scenarios } = files;
      const wrong = this.customers.take(customers.map(({ value }) => value));
      for (const { index, fault } of wrong) {
        const place = fault.path.length === 0 ? path : customers[index]?.placeOf(...fault.path);
        const label = fault.path.length === 0 ? "" : ` ${labelOf(customerForm, fault.path)}`;
        problems.push(`${place}${label}: ${fault.text}`);
      }
      this.#book.replace(
        "file",
        scenarios.map(({ value }) => ({ scenario: value })),
      );
      if (problems.length > 0 && onRead === undefined) throw new UserError(problems.join("\n"));
      const counts = { customers: customers.length - wrong.length, scenarios: scenarios.length };
      onRead?.({ ...counts, problems, notes: scenarios.flatMap((one) => idleNotes(this.#store, one)) });
    };
    await take();
    if (onRead === undefined) return () => {};
    // One reading after the other.
    let reading = Promise.resolve();
    return files.watch(() => {
      reading = reading.then(take).catch((error: unknown) => reportDefect(say.readingFailed, error));
    });
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
