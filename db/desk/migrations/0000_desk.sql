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
  -- case_previous is the position of the event before it in its case: a case is read back along it from
  -- case_summary.last_position, which costs a save no page, as an index would.
  position INTEGER PRIMARY KEY CHECK (position >= 1),
  event_id TEXT NOT NULL CHECK (length(event_id) = 36),
  device_id TEXT NOT NULL CHECK (length(device_id) = 36),
  epoch INTEGER NOT NULL CHECK (epoch >= 1),
  seq INTEGER NOT NULL CHECK (seq >= 1),
  at TEXT NOT NULL CHECK (length(at) = 24),
  hlc TEXT NOT NULL CHECK (length(hlc) = 21),
  actor_id TEXT NOT NULL CHECK (length(actor_id) = 36),
  case_id TEXT CHECK (length(case_id) = 36),
  case_previous INTEGER REFERENCES journal (position),
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
  form_version TEXT,
  base TEXT CHECK (length(base) = 36),
  payload_hash TEXT NOT NULL CHECK (length(payload_hash) = 64),
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
  header_hash TEXT NOT NULL CHECK (length(header_hash) = 64),
  salt BLOB CHECK (length(salt) = 16),
  payload TEXT CHECK (json_valid(payload)),
  CHECK (case_previous < position AND (case_id IS NOT NULL OR case_previous IS NULL)),
  CHECK ((salt IS NULL) = (payload IS NULL))
) STRICT;
--> statement-breakpoint
CREATE TRIGGER journal_follows BEFORE INSERT ON journal
  -- No gap, no fork, no second event in one place: more than unique keys could say, and without their pages.
  WHEN NOT (
    (NEW.position = 1 AND NEW.seq = 1 AND NOT EXISTS (SELECT 1 FROM journal))
    OR EXISTS (
      SELECT 1 FROM journal AS before WHERE before.position = NEW.position - 1 AND (
        (before.epoch = NEW.epoch AND before.seq = NEW.seq - 1 AND before.header_hash = NEW.previous_hash)
        OR (before.epoch < NEW.epoch AND NEW.seq = 1)
      )
    )
  )
BEGIN
  SELECT RAISE(ABORT, 'constraint: an event must follow on the last');
END;
--> statement-breakpoint
CREATE TRIGGER journal_stays BEFORE DELETE ON journal
BEGIN
  SELECT RAISE(ABORT, 'constraint: an event is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER journal_unchanged BEFORE UPDATE ON journal
  -- The one change that an event may see is that its payload is destroyed.
  WHEN NEW.salt IS NOT NULL OR NEW.payload IS NOT NULL
    OR NEW.position <> OLD.position OR NEW.event_id <> OLD.event_id OR NEW.device_id <> OLD.device_id
    OR NEW.epoch <> OLD.epoch OR NEW.seq <> OLD.seq OR NEW.at <> OLD.at OR NEW.hlc <> OLD.hlc
    OR NEW.actor_id <> OLD.actor_id OR NEW.case_id IS NOT OLD.case_id
    OR NEW.case_previous IS NOT OLD.case_previous OR NEW.kind <> OLD.kind
    OR NEW.form_version IS NOT OLD.form_version OR NEW.base IS NOT OLD.base
    OR NEW.payload_hash <> OLD.payload_hash OR NEW.previous_hash <> OLD.previous_hash
    OR NEW.header_hash <> OLD.header_hash
BEGIN
  SELECT RAISE(ABORT, 'constraint: an event is never changed');
END;
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
  -- Projection: a case as lists and the search show it; its key is where its first event stands.
  opened_position INTEGER PRIMARY KEY CHECK (opened_position >= 1),
  case_id TEXT NOT NULL UNIQUE CHECK (length(case_id) = 36),
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
  last_position INTEGER NOT NULL CHECK (last_position >= opened_position)
) STRICT;
--> statement-breakpoint
CREATE INDEX case_summary_last_position ON case_summary (last_position);
--> statement-breakpoint
CREATE INDEX case_summary_beneficiary ON case_summary (beneficiary_id);
--> statement-breakpoint
CREATE TABLE search_key (
  -- Projection: what a case can be found by; kept in order, so that a beginning of a word is
  -- enough, and short, so that the keys of one save fall on few pages.
  kind TEXT NOT NULL CHECK (kind IN ('name', 'identity', 'mobile', 'birth', 'reference')),
  key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
  opened_position INTEGER NOT NULL REFERENCES case_summary (opened_position),
  PRIMARY KEY (kind, key, opened_position)
) STRICT, WITHOUT ROWID;
