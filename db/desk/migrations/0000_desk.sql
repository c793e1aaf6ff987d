CREATE TABLE device (
  -- This laptop's own identity and keys; one row, made when the desk is founded.
  singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
  device_id TEXT NOT NULL CHECK (length(device_id) = 36),
  epoch INTEGER NOT NULL CHECK (epoch >= 1),
  lane TEXT NOT NULL CHECK (length(lane) = 2),
  branch_office_id TEXT NOT NULL CHECK (length(branch_office_id) = 36),
  branch_code TEXT NOT NULL CHECK (length(branch_code) BETWEEN 1 AND 8),
  branch_name TEXT NOT NULL,
  training INTEGER NOT NULL CHECK (training IN (0, 1)),
  public_key BLOB NOT NULL CHECK (length(public_key) = 32),
  private_key BLOB NOT NULL CHECK (length(private_key) = 32)
) STRICT;
--> statement-breakpoint
CREATE TABLE journal (
  -- Every event of this device, in the order of their commit. Salt and payload are null once destroyed.
  position INTEGER PRIMARY KEY CHECK (position >= 1),
  event_id TEXT NOT NULL UNIQUE CHECK (length(event_id) = 36),
  device_id TEXT NOT NULL CHECK (length(device_id) = 36),
  epoch INTEGER NOT NULL CHECK (epoch >= 1),
  seq INTEGER NOT NULL CHECK (seq >= 1),
  at TEXT NOT NULL CHECK (length(at) = 24),
  hlc TEXT NOT NULL CHECK (length(hlc) = 21),
  actor_id TEXT NOT NULL CHECK (length(actor_id) = 36),
  case_id TEXT CHECK (length(case_id) = 36),
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
  form_version TEXT,
  base TEXT CHECK (length(base) = 36),
  payload_hash TEXT NOT NULL CHECK (length(payload_hash) = 64),
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
  header_hash TEXT NOT NULL CHECK (length(header_hash) = 64),
  salt BLOB CHECK (length(salt) = 16),
  payload TEXT CHECK (json_valid(payload)),
  UNIQUE (epoch, seq),
  CHECK ((salt IS NULL) = (payload IS NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX journal_case ON journal (case_id, position) WHERE case_id IS NOT NULL;
--> statement-breakpoint
CREATE TABLE receipt_head (
  -- How far headquarters has receipted the journal; no row before the first receipt.
  singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
  position INTEGER NOT NULL REFERENCES journal (position),
  header_hash TEXT NOT NULL CHECK (length(header_hash) = 64),
  receipted_at TEXT NOT NULL CHECK (length(receipted_at) = 24)
) STRICT;
--> statement-breakpoint
CREATE TABLE reference_counter (
  -- The last counter given out for case references, by lane and Gregorian year; never goes back.
  lane TEXT NOT NULL CHECK (length(lane) = 2),
  year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 9999),
  last INTEGER NOT NULL CHECK (last BETWEEN 1 AND 999999),
  PRIMARY KEY (lane, year)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE draft (
  -- Answers of a page that is open; gone when the page is left and its event appended.
  case_id TEXT NOT NULL CHECK (length(case_id) = 36),
  scope TEXT NOT NULL CHECK (length(scope) BETWEEN 1 AND 80),
  body TEXT NOT NULL CHECK (json_valid(body)),
  saved_at TEXT NOT NULL CHECK (length(saved_at) = 24),
  actor_id TEXT NOT NULL CHECK (length(actor_id) = 36),
  PRIMARY KEY (case_id, scope)
) STRICT;
--> statement-breakpoint
CREATE TABLE setting (
  -- Preferences of this desk, such as language and theme.
  name TEXT PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 80),
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE person (
  -- Projection: the people who work at this desk, with the key that each signs with today.
  actor_id TEXT PRIMARY KEY CHECK (length(actor_id) = 36),
  display_name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('representative', 'relationsOfficer')),
  public_key TEXT NOT NULL CHECK (length(public_key) = 43),
  added_at TEXT NOT NULL CHECK (length(added_at) = 24)
) STRICT;
--> statement-breakpoint
CREATE TABLE beneficiary (
  -- Projection: who a beneficiary is, from the latest of their cases that names them.
  beneficiary_id TEXT PRIMARY KEY CHECK (length(beneficiary_id) = 36),
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  id_number TEXT,
  birth_date TEXT,
  mobile TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE case_summary (
  -- Projection: a case as lists and the search show it.
  case_id TEXT PRIMARY KEY CHECK (length(case_id) = 36),
  reference TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL,
  beneficiary_id TEXT NOT NULL REFERENCES beneficiary (beneficiary_id),
  applicant_name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  id_number TEXT,
  id_masked TEXT,
  birth_date TEXT,
  mobile TEXT,
  progress TEXT NOT NULL CHECK (json_valid(progress)),
  opened_at TEXT NOT NULL CHECK (length(opened_at) = 24),
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 24),
  submitted_at TEXT CHECK (length(submitted_at) = 24),
  reply_not_before TEXT CHECK (length(reply_not_before) = 10),
  declaration_void INTEGER NOT NULL CHECK (declaration_void IN (0, 1)),
  opened_position INTEGER NOT NULL CHECK (opened_position >= 1),
  last_position INTEGER NOT NULL CHECK (last_position >= opened_position)
) STRICT;
--> statement-breakpoint
CREATE INDEX case_summary_last_position ON case_summary (last_position);
--> statement-breakpoint
CREATE INDEX case_summary_beneficiary ON case_summary (beneficiary_id, opened_position);
--> statement-breakpoint
CREATE TABLE search_key (
  -- Projection: what a case can be found by; kept in order, so that a beginning of a word is enough.
  kind TEXT NOT NULL CHECK (kind IN ('name', 'identity', 'mobile', 'birth', 'reference')),
  key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
  case_id TEXT NOT NULL REFERENCES case_summary (case_id),
  beneficiary_id TEXT NOT NULL REFERENCES beneficiary (beneficiary_id),
  PRIMARY KEY (kind, key, case_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX search_key_case ON search_key (case_id);
--> statement-breakpoint
CREATE INDEX search_key_beneficiary ON search_key (beneficiary_id);
