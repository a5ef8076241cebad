-- Schema 1. FORMAT.md says what every column means and which are sealed.
-- Tables have integer row ids, and random ids stand in unique indexes beside them: rows are then written side by side
-- at the end of their table however random their ids are.

CREATE TABLE meta (
  name TEXT NOT NULL UNIQUE,
  value BLOB NOT NULL
) STRICT;

CREATE TABLE conversation (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  channel TEXT NOT NULL,
  person TEXT NOT NULL,
  revision INTEGER NOT NULL,
  last_sequence INTEGER NOT NULL,
  incident TEXT,
  key BLOB NOT NULL,
  state BLOB NOT NULL
) STRICT;

CREATE TABLE talk (
  incident TEXT NOT NULL,
  conversation INTEGER NOT NULL REFERENCES conversation (id),
  UNIQUE (incident, conversation)
) STRICT;

CREATE TABLE posting (
  id INTEGER PRIMARY KEY,
  conversation INTEGER NOT NULL REFERENCES conversation (id),
  sequence INTEGER NOT NULL,
  at INTEGER NOT NULL,
  body BLOB NOT NULL,
  UNIQUE (conversation, sequence)
) STRICT;

CREATE TABLE inbound (
  id INTEGER PRIMARY KEY,
  key BLOB NOT NULL UNIQUE,
  conversation INTEGER NOT NULL REFERENCES conversation (id),
  first_sequence INTEGER NOT NULL,
  last_sequence INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE incident (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  receipt TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  state INTEGER NOT NULL,
  opened_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  key BLOB NOT NULL
) STRICT;

CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  incident INTEGER NOT NULL REFERENCES incident (id),
  first INTEGER NOT NULL,
  body BLOB NOT NULL,
  UNIQUE (incident, first)
) STRICT;

CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  incident INTEGER NOT NULL REFERENCES incident (id),
  kind TEXT NOT NULL,
  due INTEGER NOT NULL,
  idempotent INTEGER NOT NULL,
  state INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  created INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  last_result TEXT NOT NULL,
  body BLOB NOT NULL
) STRICT;
CREATE INDEX outbox_pending ON outbox (due) WHERE state = 1;
CREATE INDEX outbox_sending ON outbox (id) WHERE state = 2;
CREATE INDEX outbox_incident ON outbox (incident);

CREATE TABLE timer (
  id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  duty TEXT NOT NULL,
  due INTEGER NOT NULL,
  UNIQUE (subject, duty)
) STRICT;
CREATE INDEX timer_due ON timer (due);

CREATE TABLE attachment (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  incident INTEGER NOT NULL REFERENCES incident (id),
  at INTEGER NOT NULL,
  content_type BLOB NOT NULL,
  name BLOB NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE access (
  id INTEGER PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  incident TEXT NOT NULL,
  role TEXT NOT NULL,
  subject TEXT NOT NULL,
  expires INTEGER NOT NULL
) STRICT;

CREATE TABLE audit (
  sequence INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  hash BLOB NOT NULL
) STRICT;

CREATE TABLE chain (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  rows INTEGER NOT NULL,
  head BLOB NOT NULL
) STRICT;
INSERT INTO chain (id, rows, head) VALUES (1, 0, zeroblob(32));
