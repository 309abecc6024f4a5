import type { Account } from "./accounts.ts";
import type { Database } from "./database.ts";
import { now } from "./journal.ts";
import { Absent, Refused } from "./refused.ts";
import { appFor } from "./registered-apps.ts";
import * as say from "./messages.ts";

/** Where a customer or a scenario was made; each is changed there alone. */
export type Source = "portal" | "file" | "api";

/** A customer of an app: somebody of the sandbox's own, whose data the app's calls are answered with. */
export interface Customer {
  id: number;
  appId: number;
  /** Unique within the app; letters count the same in both cases. */
  login: string;
  name: string;
  /** null where the password is the one that the login page shows. */
  passwordHash: string | null;
  /** Whether calls without a token are answered with this customer's data. */
  isDefault: boolean;
  /** Bodies of successful answers by operationId. */
  answers: Readonly<Record<string, unknown>>;
  source: Source;
  createdAt: string;
}

/** What makes a customer. Bodies were checked against their schemas. */
export type CustomerData = Pick<Customer, "login" | "name" | "passwordHash" | "isDefault" | "answers">;

interface Row extends Omit<Customer, "isDefault" | "answers"> {
  isDefault: number;
  answers: string;
}

const columns = `id, app_id AS appId, login, name, password_hash AS passwordHash, is_default AS isDefault, answers, source,
  created_at AS createdAt`;

/** The customers of an app by their logins. */
export function customersOf(database: Database, appId: number): Customer[] {
  return database
    .rows<Row>(`SELECT ${columns} FROM customers WHERE app_id = :appId ORDER BY login`, { appId })
    .map(customerOf);
}

/** A customer of an app by login; undefined where the app has none. */
export function customerByLogin(database: Database, appId: number, login: string): Customer | undefined {
  const row = database.row<Row>(`SELECT ${columns} FROM customers WHERE app_id = :appId AND login = :login`, {
    appId,
    login,
  });
  return row === undefined ? undefined : customerOf(row);
}

/** A customer of an app; undefined where there is none, or another app has it. */
export function customerById(database: Database, appId: number, id: number): Customer | undefined {
  const row = database.row<Row>(`SELECT ${columns} FROM customers WHERE app_id = :appId AND id = :id`, { appId, id });
  return row === undefined ? undefined : customerOf(row);
}

/** The customer of an app's calls without a token; undefined where it has none. */
export function defaultCustomer(database: Database, appId: number): Customer | undefined {
  const row = database.row<Row>(`SELECT ${columns} FROM customers WHERE app_id = :appId AND is_default = 1`, { appId });
  return row === undefined ? undefined : customerOf(row);
}

/** Every customer of a source. */
export function customersFrom(database: Database, source: Source): Customer[] {
  return database
    .rows<Row>(`SELECT ${columns} FROM customers WHERE source = :source ORDER BY id`, { source })
    .map(customerOf);
}

/**
 * A customer whose app an account may see.
 *
 * @throws {Absent} where there is none
 */
export function customerFor(database: Database, actor: Account, appId: number, id: number): Customer {
  appFor(database, actor, appId);
  const customer = customerById(database, appId, id);
  if (customer === undefined) throw new Absent(say.noCustomer);
  return customer;
}

/**
 * Adds a customer, or changes the one with the id.
 *
 * @returns its id
 * @throws {Refused} where another customer of the app has the login
 */
export function saveCustomer(
  database: Database,
  given: { appId: number; source: Source; id?: number; customer: CustomerData },
): number {
  const { appId, source, id, customer } = given;
  return database.transaction(() => {
    const same = customerByLogin(database, appId, customer.login);
    if (same !== undefined && same.id !== id) throw new Refused(say.takenCustomer, "login");
    const values = {
      login: customer.login,
      name: customer.name,
      passwordHash: customer.passwordHash,
      isDefault: customer.isDefault ? 1 : 0,
      answers: JSON.stringify(customer.answers),
    };
    if (customer.isDefault)
      database.change("UPDATE customers SET is_default = 0 WHERE app_id = :appId AND is_default = 1", { appId });
    if (id !== undefined) {
      database.change(
        `UPDATE customers SET login = :login, name = :name, password_hash = :passwordHash, is_default = :isDefault,
           answers = :answers WHERE id = :id`,
        { ...values, id },
      );
      return id;
    }
    return database.change(
      `INSERT INTO customers (app_id, login, name, password_hash, is_default, answers, source, created_at)
       VALUES (:appId, :login, :name, :passwordHash, :isDefault, :answers, :source, :time)`,
      { ...values, appId, source, time: now() },
    ).id;
  });
}

/** Takes a customer away, and what was issued to it. */
export function deleteCustomer(database: Database, { id, appId }: Pick<Customer, "id" | "appId">): void {
  database.transaction(() => {
    database.change("DELETE FROM customers WHERE id = :id AND app_id = :appId", { id, appId });
    database.change("DELETE FROM oauth_records WHERE payload ->> 'accountId' = :account", { account: String(id) });
  });
}

function customerOf({ isDefault, answers, ...row }: Row): Customer {
  return { ...row, isDefault: isDefault === 1, answers: JSON.parse(answers) as Record<string, unknown> };
}
