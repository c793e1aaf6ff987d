CREATE TABLE feed_chain (
  -- Journals other than this laptop's: of the branch's other laptops, each life of its own, and of
  -- headquarters. How far each is held; of headquarters' only what concerns the branch.
  chain_id INTEGER PRIMARY KEY,
  device_id TEXT NOT NULL CHECK (length(device_id) = 36),
  epoch INTEGER NOT NULL CHECK (epoch >= 1),
  seq INTEGER NOT NULL CHECK (seq >= 0),
  header_hash TEXT NOT NULL CHECK (length(header_hash) = 64),
  UNIQUE (device_id, epoch)
) STRICT;
--> statement-breakpoint
CREATE TABLE feed_event (
  -- Events that came from headquarters, in the order in which they came. own_position is where this
  -- laptop's own journal stood then; header is its canonical text; salt and payload are null where the
  -- content was destroyed or is withheld; parked is 1 while this version cannot read it.
  arrival INTEGER PRIMARY KEY CHECK (arrival >= 1),
  own_position INTEGER NOT NULL CHECK (own_position >= 0),
  chain_id INTEGER NOT NULL REFERENCES feed_chain (chain_id),
  seq INTEGER NOT NULL CHECK (seq >= 1),
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
  case_id TEXT CHECK (length(case_id) = 36),
  header TEXT NOT NULL CHECK (json_valid(header)),
  salt BLOB CHECK (length(salt) = 16),
  payload TEXT CHECK (json_valid(payload)),
  parked INTEGER NOT NULL CHECK (parked IN (0, 1)),
  UNIQUE (chain_id, seq),
  CHECK ((salt IS NULL) = (payload IS NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX feed_event_case ON feed_event (case_id, arrival) WHERE case_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX feed_event_parked ON feed_event (arrival) WHERE parked = 1;
--> statement-breakpoint
CREATE TABLE feed_head (
  -- How far headquarters' journal was read, and the greatest clock stamp that was seen in it.
  singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
  cursor TEXT NOT NULL CHECK (length(cursor) BETWEEN 1 AND 80),
  hlc TEXT CHECK (length(hlc) = 21),
  read_at TEXT NOT NULL CHECK (length(read_at) = 24)
) STRICT;
--> statement-breakpoint
CREATE TABLE known_person (
  -- People who work elsewhere: at the branch's other laptops, with each of their keys, and at
  -- headquarters, without one.
  actor_id TEXT NOT NULL CHECK (length(actor_id) = 36),
  public_key TEXT NOT NULL,
  display_name TEXT NOT NULL,
  at_headquarters INTEGER NOT NULL CHECK (at_headquarters IN (0, 1)),
  since TEXT NOT NULL CHECK (length(since) = 24),
  PRIMARY KEY (actor_id, public_key)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE reference_document (
  -- Projection: what headquarters has published since this program was delivered, every version.
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
  id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 80),
  version INTEGER NOT NULL CHECK (version >= 1),
  source TEXT NOT NULL CHECK (json_valid(source)),
  PRIMARY KEY (kind, id, version)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE case_unopened (
  -- Projection: cases that this journal holds events of and whose opening, by another laptop, is not
  -- here: after a copy was put back, until headquarters has sent it again.
  case_id TEXT PRIMARY KEY CHECK (length(case_id) = 36),
  own_position INTEGER NOT NULL REFERENCES journal (position)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE case_summary ADD COLUMN own_position INTEGER CHECK (own_position >= 1);
--> statement-breakpoint
UPDATE case_summary SET own_position = last_position;
--> statement-breakpoint
ALTER TABLE sync_contact ADD COLUMN received INTEGER NOT NULL DEFAULT 0 CHECK (received >= 0);
--> statement-breakpoint
ALTER TABLE case_due RENAME TO case_due_narrow;
--> statement-breakpoint
CREATE TABLE case_due (
  -- Projection: what a case waits for or comes to, by its day; cases that are over have no row here.
  kind TEXT NOT NULL CHECK (kind IN ('awaited', 'referred', 'answered', 'returned', 'reply', 'paper',
    'conflict', 'decision', 'appeal')),
  day TEXT NOT NULL CHECK (length(day) = 10),
  opened_position INTEGER NOT NULL REFERENCES case_summary (opened_position),
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  PRIMARY KEY (kind, day, opened_position, detail)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO case_due SELECT kind, day, opened_position, detail FROM case_due_narrow;
--> statement-breakpoint
DROP TABLE case_due_narrow;
