import { createHash } from "node:crypto";
import type { Database } from "./database.ts";

/** What the OAuth server keeps of a token, a code or a grant. */
export type OauthPayload = Record<string, unknown> & { grantId?: string; consumed?: number };

/** Seconds for which an ended record stays, so that its token is told as expired or revoked. */
const remembered = 600;

/** Seconds since 1970. */
function epoch(): number {
  return Math.floor(Date.now() / 1000);
}

/** Records of one model that are kept: anybody may begin a login, as often as he likes. */
const mostRecords = 10_000;

/** The records of one of the OAuth server's models. The store has hashes of what opens something, never that itself. */
export class OauthRecords {
  readonly #database: Database;
  readonly #model: string;
  readonly #most: number;
  #cleaned = 0;
  #writtenSince = 0;

  /** @param most records that are kept at the least; of more, those that end first go */
  constructor(database: Database, model: string, most = mostRecords) {
    this.#database = database;
    this.#model = model;
    this.#most = most;
  }

  /** @param expiresIn seconds */
  async upsert(id: string, { jti: _, ...payload }: OauthPayload, expiresIn?: number): Promise<void> {
    const time = epoch();
    this.#database.transaction(() => {
      this.#writtenSince += 1;
      if (time - this.#cleaned >= 60 || this.#writtenSince > this.#most / 10) this.#clean(time);
      this.#database.change(
        `INSERT INTO oauth_records (model, id, payload, grant_id, expires_at) VALUES (:model, :id, :payload, :grant, :end)
         ON CONFLICT DO UPDATE SET payload = :payload, grant_id = :grant, expires_at = :end`,
        {
          ...this.#key(id),
          payload: JSON.stringify(payload),
          grant: payload.grantId ?? null,
          end: expiresIn === undefined ? null : time + expiresIn,
        },
      );
    });
  }

  async find(id: string): Promise<OauthPayload | undefined> {
    const row = this.#database.row<{ payload: string; consumed: number | null }>(
      `SELECT payload, consumed_at AS consumed FROM oauth_records
       WHERE model = :model AND id = :id AND revoked_at IS NULL`,
      this.#key(id),
    );
    if (row === undefined) return undefined;
    const payload = JSON.parse(row.payload) as OauthPayload;
    return { ...payload, jti: id, ...(row.consumed === null ? {} : { consumed: row.consumed }) };
  }

  async consume(id: string): Promise<void> {
    this.#database.transaction(() =>
      this.#database.change("UPDATE oauth_records SET consumed_at = :time WHERE model = :model AND id = :id", {
        ...this.#key(id),
        time: epoch(),
      }),
    );
  }

  async destroy(id: string): Promise<void> {
    this.#database.transaction(() =>
      this.#database.change("UPDATE oauth_records SET revoked_at = :time WHERE model = :model AND id = :id", {
        ...this.#key(id),
        time: epoch(),
      }),
    );
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    this.#database.transaction(() =>
      this.#database.change(
        "UPDATE oauth_records SET revoked_at = :time WHERE model = :model AND grant_id = :grantId AND revoked_at IS NULL",
        { model: this.#model, grantId, time: epoch() },
      ),
    );
  }

  #clean(time: number): void {
    this.#cleaned = time;
    this.#writtenSince = 0;
    this.#database.change("DELETE FROM oauth_records WHERE expires_at < :end", { end: time - remembered });
    this.#database.change(
      `DELETE FROM oauth_records WHERE model = :model AND expires_at IS NOT NULL AND id NOT IN
         (SELECT id FROM oauth_records WHERE model = :model AND expires_at IS NOT NULL
          ORDER BY expires_at DESC LIMIT :most)`,
      { model: this.#model, most: this.#most },
    );
  }

  /** Nothing is looked for by these. */
  async findByUid(): Promise<undefined> {}

  async findByUserCode(): Promise<undefined> {}

  #key(id: string): { model: string; id: string } {
    return { model: this.#model, id: hashOf(id) };
  }
}

/** An access token as the gateway knows it. */
export interface IssuedToken {
  /** The key of the app that it was issued to. */
  appKey: string;
  state: "valid" | "expired" | "revoked";
  /** Names of scopes with blanks between. */
  scope: string;
  /** null for a token of the app itself. */
  customerId: number | null;
}

/** An access token that the OAuth server has issued; undefined for another one. */
export function issuedToken(database: Database, token: string): IssuedToken | undefined {
  return database.row<IssuedToken & Record<string, never>>(
    `SELECT payload ->> 'clientId' AS appKey, payload ->> 'scope' AS scope,
       CAST(payload ->> 'accountId' AS INTEGER) AS customerId,
       CASE WHEN revoked_at IS NOT NULL THEN 'revoked' WHEN expires_at <= :time THEN 'expired' ELSE 'valid' END AS state
     FROM oauth_records WHERE model IN ('AccessToken', 'ClientCredentials') AND id = :id`,
    { id: hashOf(token), time: epoch() },
  );
}

/** The index of a token that an app or another customer has already; undefined where there is none. */
export function takenToken(database: Database, tokens: readonly string[], customerId?: number): number | undefined {
  const index = tokens.findIndex((token) => {
    const issued = issuedToken(database, token);
    if (issued !== undefined) return issued.customerId !== customerId;
    return database.row("SELECT 1 FROM tokens WHERE token = :token", { token }) !== undefined;
  });
  return index === -1 ? undefined : index;
}

/** Gives a customer access tokens that never expire, in the place of those it had of that kind. Part of a transaction. */
export function fixTokens(
  database: Database,
  given: { appKey: string; customerId: number; scope: string; tokens: readonly string[] },
): void {
  const { appKey, customerId, scope, tokens } = given;
  const customer = String(customerId);
  database.change(
    "DELETE FROM oauth_records WHERE model = 'AccessToken' AND expires_at IS NULL AND payload ->> 'accountId' = :customer",
    { customer },
  );
  for (const token of new Set(tokens))
    database.change("INSERT INTO oauth_records (model, id, payload) VALUES ('AccessToken', :id, :payload)", {
      id: hashOf(token),
      payload: JSON.stringify({ clientId: appKey, accountId: customer, scope }),
    });
}

/** A token that can still be used, without what opens anything. */
export interface LiveToken {
  id: string;
  kind: "AccessToken" | "ClientCredentials" | "RefreshToken";
  scope: string;
  /** Name and login of the customer; null for a token of the app itself. */
  customer: string | null;
  /** ISO 8601, UTC. */
  expiresAt: string;
}

/** The tokens of an app that can still be used, the latest first. */
export function liveTokens(database: Database, appKey: string, most = 100): LiveToken[] {
  return database.rows<LiveToken>(
    `SELECT oauth_records.id, model AS kind, payload ->> 'scope' AS scope, name || '(' || login || ')' AS customer,
       strftime('%Y-%m-%dT%H:%M:%SZ', expires_at, 'unixepoch') AS expiresAt
     FROM oauth_records LEFT JOIN customers ON customers.id = CAST(payload ->> 'accountId' AS INTEGER)
     WHERE model IN ('AccessToken', 'ClientCredentials', 'RefreshToken') AND payload ->> 'clientId' = :appKey
       AND revoked_at IS NULL AND consumed_at IS NULL AND expires_at > :time
     ORDER BY payload ->> 'iat' DESC, model LIMIT :most`,
    { appKey, most, time: epoch() },
  );
}

/** Revokes a token of an app by the id that `liveTokens` gives. */
export function revokeToken(database: Database, appKey: string, id: string): void {
  database.transaction(() =>
    database.change(
      `UPDATE oauth_records SET revoked_at = :time
       WHERE id = :id AND payload ->> 'clientId' = :appKey AND revoked_at IS NULL`,
      { id, appKey, time: epoch() },
    ),
  );
}

/** Revokes everything that was issued to an app. Part of a transaction. */
export function revokeAll(database: Database, appKey: string): void {
  database.change(
    "UPDATE oauth_records SET revoked_at = :time WHERE payload ->> 'clientId' = :appKey AND revoked_at IS NULL",
    { appKey, time: epoch() },
  );
}

function hashOf(id: string): string {
  return createHash("sha256").update(id).digest("base64url");
}
