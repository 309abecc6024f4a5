/** Marks a file as a store of ours in its header (SQLite file format, 1.3). */
export const applicationId = 0x574f4f52;

/**
 * What makes the store's tables: the file of version n has run the first n. One that was released is never changed; a
 * change of the tables is a further one. Times are ISO 8601 texts in UTC, amounts are won, durations are milliseconds.
 */
export const migrations: readonly string[] = [
  `
CREATE TABLE institutions (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('provider', 'consumer')),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE accounts (
  id INTEGER PRIMARY KEY,
  login TEXT NOT NULL UNIQUE COLLATE NOCASE,
  nickname TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('partner', 'developer', 'admin')),
  institution_id INTEGER NOT NULL REFERENCES institutions (id),
  email TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  password_hash TEXT,
  -- 1 while a demo account still has the password that the login page shows.
  is_demo INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE sessions (
  token_hash TEXT PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  csrf TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE plans (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  per_second INTEGER CHECK (per_second >= 0),
  total INTEGER CHECK (total >= 0),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE apis (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  group_name TEXT NOT NULL,
  institution_id INTEGER NOT NULL REFERENCES institutions (id),
  terms TEXT NOT NULL,
  price INTEGER NOT NULL DEFAULT 0 CHECK (price >= 0),
  state TEXT NOT NULL,
  created_by INTEGER REFERENCES accounts (id),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE apps (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  institution_id INTEGER NOT NULL REFERENCES institutions (id),
  owner_id INTEGER NOT NULL REFERENCES accounts (id),
  callback_url TEXT NOT NULL DEFAULT '',
  scope TEXT NOT NULL DEFAULT '',
  type TEXT NOT NULL CHECK (type IN ('public', 'confidential')),
  state TEXT NOT NULL,
  app_key TEXT NOT NULL UNIQUE,
  -- NULL where the gateway does not check it.
  secret_key TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX apps_by_institution ON apps (institution_id);

-- Keys of the apps that a file has brought: one that was replaced since is not brought again.
CREATE TABLE seeded_keys (app_key TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE app_apis (
  app_id INTEGER NOT NULL REFERENCES apps (id),
  api_id INTEGER NOT NULL REFERENCES apis (id),
  plan_id INTEGER NOT NULL REFERENCES plans (id),
  -- The plan that the gateway knows; NULL until the choice is approved.
  approved_plan_id INTEGER REFERENCES plans (id),
  -- operationIds as JSON where the app has not all of the API's.
  operations TEXT,
  agreed_at TEXT NOT NULL,
  PRIMARY KEY (app_id, api_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE tokens (
  app_id INTEGER NOT NULL REFERENCES apps (id),
  token TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('valid', 'expired')),
  PRIMARY KEY (app_id, token)
) STRICT, WITHOUT ROWID;

CREATE TABLE approval_lines (
  id INTEGER PRIMARY KEY,
  institution_id INTEGER NOT NULL REFERENCES institutions (id),
  name TEXT NOT NULL,
  -- Account ids in their order, as JSON.
  approvers TEXT NOT NULL,
  UNIQUE (institution_id, name)
) STRICT;

CREATE TABLE approvals (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('account', 'api', 'app')),
  subject_id INTEGER NOT NULL,
  title TEXT NOT NULL,
  content TEXT NOT NULL DEFAULT '',
  requester_id INTEGER NOT NULL REFERENCES accounts (id),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'rejected', 'withdrawn')),
  created_at TEXT NOT NULL,
  ended_at TEXT
) STRICT;
CREATE INDEX approvals_by_subject ON approvals (kind, subject_id);
CREATE UNIQUE INDEX approvals_one_waiting ON approvals (kind, subject_id) WHERE state = 'waiting';

CREATE TABLE approval_steps (
  approval_id INTEGER NOT NULL REFERENCES approvals (id),
  position INTEGER NOT NULL,
  -- NULL: any administrator.
  approver_id INTEGER REFERENCES accounts (id),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'rejected')),
  decided_by INTEGER REFERENCES accounts (id),
  reason TEXT NOT NULL DEFAULT '',
  decided_at TEXT,
  PRIMARY KEY (approval_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE notices (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  text TEXT NOT NULL,
  created_at TEXT NOT NULL,
  read_at TEXT
) STRICT;
CREATE INDEX notices_by_account ON notices (account_id);

CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  time TEXT NOT NULL,
  account_id INTEGER REFERENCES accounts (id),
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT ''
) STRICT;

-- Customers of an app, whose data the sandbox answers with.
CREATE TABLE customers (
  id INTEGER PRIMARY KEY,
  app_id INTEGER NOT NULL REFERENCES apps (id),
  login TEXT NOT NULL COLLATE NOCASE,
  name TEXT NOT NULL,
  -- NULL: the password that the login page shows to this machine.
  password_hash TEXT,
  -- 1 for the customer of calls without a token.
  is_default INTEGER NOT NULL DEFAULT 0 CHECK (is_default IN (0, 1)),
  -- Bodies by operationId, as JSON.
  answers TEXT NOT NULL DEFAULT '{}',
  source TEXT NOT NULL CHECK (source IN ('portal', 'file', 'api')),
  created_at TEXT NOT NULL,
  UNIQUE (app_id, login)
) STRICT;
CREATE UNIQUE INDEX customers_one_default ON customers (app_id) WHERE is_default = 1;

-- Answers that were registered in the portal, in their order.
CREATE TABLE scenarios (
  id INTEGER PRIMARY KEY,
  app_id INTEGER NOT NULL REFERENCES apps (id),
  name TEXT NOT NULL,
  is_on INTEGER NOT NULL DEFAULT 1 CHECK (is_on IN (0, 1)),
  -- The scenario as JSON.
  definition TEXT NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (app_id, name)
) STRICT;

-- What the OAuth server keeps: codes, tokens, grants, sessions. Times are seconds since 1970.
CREATE TABLE oauth_records (
  model TEXT NOT NULL,
  id TEXT NOT NULL,
  payload TEXT NOT NULL,
  grant_id TEXT,
  uid TEXT,
  expires_at INTEGER,
  consumed_at INTEGER,
  revoked_at INTEGER,
  PRIMARY KEY (model, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX oauth_records_by_grant ON oauth_records (grant_id) WHERE grant_id IS NOT NULL;
CREATE INDEX oauth_records_by_uid ON oauth_records (uid) WHERE uid IS NOT NULL;

-- Calls by hour: enough for every statistic, and no row more for a call like another.
CREATE TABLE calls (
  hour TEXT NOT NULL,
  app_id INTEGER NOT NULL REFERENCES apps (id),
  operation_id TEXT NOT NULL,
  status INTEGER NOT NULL,
  code TEXT NOT NULL DEFAULT '',
  count INTEGER NOT NULL,
  total_duration REAL NOT NULL,
  max_duration REAL NOT NULL,
  PRIMARY KEY (hour, app_id, operation_id, status, code)
) STRICT, WITHOUT ROWID;

-- Calls that a plan's total has counted.
CREATE TABLE usage (
  app_id INTEGER NOT NULL REFERENCES apps (id),
  api_id INTEGER NOT NULL REFERENCES apis (id),
  total INTEGER NOT NULL,
  PRIMARY KEY (app_id, api_id)
) STRICT, WITHOUT ROWID;
`,
];
