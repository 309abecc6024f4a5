import { createHash, randomBytes } from "node:crypto";
import type { Database } from "./database.ts";
import { audit, notify, now } from "./journal.ts";
import { openApproval, releaseSteps } from "./approvals.ts";
import { hashPassword } from "./passwords.ts";
import { Absent, Refused } from "./refused.ts";
import { accountMachine, type AccountEvent, type AccountState } from "./states.ts";
import * as say from "./messages.ts";

/** 제휴사, API개발자, 관리자 of figure 1.3. */
export type Role = "partner" | "developer" | "admin";

export const roleNames: Readonly<Record<Role, string>> = { partner: "제휴사", developer: "API개발자", admin: "관리자" };

/** 제공기관 publish APIs, 이용기관 register apps. */
export type InstitutionKind = "provider" | "consumer";

export const institutionKindNames: Readonly<Record<InstitutionKind, string>> = {
  provider: "제공기관",
  consumer: "이용기관",
};

export interface Institution {
  id: number;
  name: string;
  kind: InstitutionKind;
  createdAt: string;
}

export interface Account {
  id: number;
  login: string;
  nickname: string;
  role: Role;
  institutionId: number;
  institution: string;
  email: string;
  phone: string;
  /** Whether it still has the demo password. */
  isDemo: 0 | 1;
  state: AccountState;
  createdAt: string;
}

/** What a sign-up tells. */
export interface SignUp {
  login: string;
  nickname: string;
  role: Role;
  institutionId: number;
  email: string;
  phone: string;
  password: string;
}

const accountColumns = `accounts.id, login, nickname, role, institution_id AS institutionId,
  institutions.name AS institution, email, phone, is_demo AS isDemo, accounts.state, accounts.created_at AS createdAt`;
const accountTables = "accounts JOIN institutions ON institutions.id = institution_id";

export function accountById(database: Database, id: number): Account | undefined {
  return database.row<Account>(`SELECT ${accountColumns} FROM ${accountTables} WHERE accounts.id = :id`, { id });
}

/** An account with its password's hash, for a login alone. */
export function accountByLogin(
  database: Database,
  login: string,
): (Account & { passwordHash: string | null }) | undefined {
  return database.row(
    `SELECT ${accountColumns}, password_hash AS passwordHash FROM ${accountTables} WHERE login = :login`,
    { login },
  );
}

export function accounts(database: Database): Account[] {
  return database.rows<Account>(`SELECT ${accountColumns} FROM ${accountTables} ORDER BY accounts.id`);
}

/** Those of an institution who may log in. */
export function colleagues(database: Database, institutionId: number): Account[] {
  return accounts(database).filter((one) => one.institutionId === institutionId && one.state === "active");
}

export function institutions(database: Database): Institution[] {
  return database.rows<Institution>("SELECT id, name, kind, created_at AS createdAt FROM institutions ORDER BY id");
}

/** Registers an institution (1.3). */
export function addInstitution(
  database: Database,
  actor: { id: number } | undefined,
  { name, kind }: { name: string; kind: InstitutionKind },
): number {
  return database.transaction(() => {
    if (database.row("SELECT 1 FROM institutions WHERE name = :name", { name }) !== undefined)
      throw new Refused(say.takenInstitution, "name");
    const { id } = database.change("INSERT INTO institutions (name, kind, created_at) VALUES (:name, :kind, :time)", {
      name,
      kind,
      time: now(),
    });
    audit(database, actor, "기관 등록", name, institutionKindNames[kind]);
    return id;
  });
}

/** Signs somebody up; an administrator approves it before the first login (1.3). */
export async function signUp(database: Database, { password, ...told }: SignUp): Promise<void> {
  const hash = await hashPassword(password);
  database.transaction(() => {
    const institution = institutions(database).find(({ id }) => id === told.institutionId);
    if (institution === undefined) throw new Refused(say.chooseInstitution, "institutionId");
    if ((told.role === "partner") !== (institution.kind === "consumer"))
      throw new Refused(
        say.otherInstitution(
          roleNames[told.role],
          institutionKindNames[told.role === "partner" ? "consumer" : "provider"],
        ),
        "institutionId",
      );
    if (accountByLogin(database, told.login) !== undefined) throw new Refused(say.takenLogin, "login");
    const { id } = database.change(
      `INSERT INTO accounts (login, nickname, role, institution_id, email, phone, password_hash, state, created_at)
       VALUES (:login, :nickname, :role, :institutionId, :email, :phone, :hash, 'waiting', :time)`,
      { ...told, hash, time: now() },
    );
    const title = `${institution.name} ${told.nickname}(${told.login}) - 가입 승인`;
    openApproval(database, { kind: "account", subjectId: id, title, content: roleNames[told.role], requester: { id } });
    audit(database, { id }, "가입 신청", told.login, `${institution.name}, ${roleNames[told.role]}`);
  });
}

/** Locks an account out, or lets it in again. Its sessions end. */
export function moveAccount(database: Database, actor: Account, id: number, event: "lock" | "unlock"): void {
  database.transaction(() => {
    const account = accountById(database, id);
    if (account === undefined) throw new Absent(say.noAccount);
    if (id === actor.id) throw new Refused(say.ownAccount);
    setAccountState(database, account, event);
    if (event === "lock") {
      closeSessionsOf(database, id);
      releaseSteps(database, id);
    }
    audit(database, actor, accountMachine.events[event].name, account.login);
    notify(database, [id], say.accountMoved(accountMachine.states[accountMachine.after(account.state, event)].name));
  });
}

/** Part of a transaction. */
export function setAccountState(database: Database, account: Pick<Account, "id" | "state">, event: AccountEvent): void {
  const state = accountMachine.after(account.state, event);
  database.change("UPDATE accounts SET state = :state WHERE id = :id", { id: account.id, state });
}

/** Sets a password; every session of the account ends but the one that changed it. */
export async function changePassword(
  database: Database,
  account: Pick<Account, "id" | "login">,
  password: string,
  session?: string,
): Promise<void> {
  const hash = await hashPassword(password);
  database.transaction(() => {
    database.change("UPDATE accounts SET password_hash = :hash, is_demo = 0 WHERE id = :id", { id: account.id, hash });
    closeSessionsOf(database, account.id, session);
    audit(database, account, "비밀번호 변경", account.login);
  });
}

/** Milliseconds for which a session lasts after its last request. */
const sessionLife = 30 * 60_000;

/** A login that lasts. */
export interface Session {
  /** What the browser keeps; the store has its hash alone. */
  token: string;
  /** What each form of the session carries. */
  csrf: string;
}

export function openSession(database: Database, account: Pick<Account, "id" | "login">): Session {
  const session = { token: randomBytes(32).toString("base64url"), csrf: randomBytes(32).toString("base64url") };
  database.transaction(() => {
    database.change("DELETE FROM sessions WHERE expires_at < :time", { time: now() });
    database.change(
      "INSERT INTO sessions (token_hash, account_id, csrf, expires_at) VALUES (:hash, :account, :csrf, :end)",
      { hash: hashOf(session.token), account: account.id, csrf: session.csrf, end: sessionEnd() },
    );
    audit(database, account, "로그인", account.login);
  });
  return session;
}

/** The session of a token, and who logged in; undefined where it ended. */
export function sessionOf(database: Database, token: string): (Session & { account: Account }) | undefined {
  const hash = hashOf(token);
  const row = database.row<{ account_id: number; csrf: string }>(
    "SELECT account_id, csrf FROM sessions WHERE token_hash = :hash AND expires_at > :time",
    { hash, time: now() },
  );
  const account = row && accountById(database, row.account_id);
  return row === undefined || account?.state !== "active" ? undefined : { token, csrf: row.csrf, account };
}

/** Lets a session last on, once half of its life is over. Where the storage takes nothing, it ends when it would have. */
export function renewSession(database: Database, token: string): void {
  const half = new Date(Date.now() + sessionLife / 2).toISOString();
  const values = { hash: hashOf(token), half };
  const old = "SELECT 1 FROM sessions WHERE token_hash = :hash AND expires_at < :half";
  if (database.row(old, values) === undefined) return;
  try {
    database.record(() =>
      database.change("UPDATE sessions SET expires_at = :end WHERE token_hash = :hash", {
        hash: values.hash,
        end: sessionEnd(),
      }),
    );
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
}

export function closeSession(database: Database, token: string): void {
  database.transaction(() => database.change("DELETE FROM sessions WHERE token_hash = :hash", { hash: hashOf(token) }));
}

/** Part of a transaction. */
function closeSessionsOf(database: Database, account: number, but = ""): void {
  database.change("DELETE FROM sessions WHERE account_id = :account AND token_hash <> :but", {
    account,
    but: hashOf(but),
  });
}

function sessionEnd(): string {
  return new Date(Date.now() + sessionLife).toISOString();
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
