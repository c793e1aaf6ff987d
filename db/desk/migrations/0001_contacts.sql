CREATE TABLE contact (
  -- Projection: every contact over the eight channels, with or without a case; its key is where its event stands.
  position INTEGER PRIMARY KEY CHECK (position >= 1),
  contact_id TEXT NOT NULL UNIQUE CHECK (length(contact_id) = 36),
  at TEXT NOT NULL CHECK (length(at) = 24),
  actor_id TEXT NOT NULL CHECK (length(actor_id) = 36),
  channel TEXT NOT NULL,
  initiated_by TEXT NOT NULL CHECK (initiated_by IN ('beneficiary', 'association')),
  beneficiary_id TEXT CHECK (length(beneficiary_id) = 36),
  case_id TEXT CHECK (length(case_id) = 36),
  name TEXT,
  name_key TEXT NOT NULL,
  phone TEXT,
  phone_key TEXT NOT NULL,
  topic TEXT NOT NULL,
  said TEXT NOT NULL,
  answer TEXT NOT NULL,
  is_suggestion INTEGER NOT NULL CHECK (is_suggestion IN (0, 1)),
  follow_up_by TEXT CHECK (length(follow_up_by) = 10)
) STRICT;
--> statement-breakpoint
CREATE INDEX contact_channel ON contact (channel, position);
--> statement-breakpoint
CREATE INDEX contact_beneficiary ON contact (beneficiary_id, position);
--> statement-breakpoint
CREATE INDEX contact_case ON contact (case_id) WHERE case_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX contact_follow_up_due ON contact (follow_up_by) WHERE follow_up_by IS NOT NULL;
--> statement-breakpoint
CREATE INDEX contact_suggestion ON contact (position) WHERE is_suggestion = 1;
--> statement-breakpoint
CREATE INDEX contact_outreach ON contact (position) WHERE initiated_by = 'association';
--> statement-breakpoint
CREATE INDEX contact_name ON contact (name_key) WHERE name_key <> '';
--> statement-breakpoint
CREATE INDEX contact_phone ON contact (phone_key) WHERE phone_key <> '';
--> statement-breakpoint
CREATE TABLE contact_follow_up (
  -- Projection: what was done after a contact, in its order.
  position INTEGER PRIMARY KEY CHECK (position >= 1),
  contact_id TEXT NOT NULL CHECK (length(contact_id) = 36),
  at TEXT NOT NULL CHECK (length(at) = 24),
  actor_id TEXT NOT NULL CHECK (length(actor_id) = 36),
  outcome TEXT NOT NULL,
  next_by TEXT CHECK (length(next_by) = 10)
) STRICT;
--> statement-breakpoint
CREATE INDEX contact_follow_up_contact ON contact_follow_up (contact_id);
--> statement-breakpoint
CREATE TABLE complaint (
  -- Projection: the register of complaints. Queries ask who reads: nothing of it reaches whom it names.
  position INTEGER PRIMARY KEY CHECK (position >= 1),
  complaint_id TEXT NOT NULL UNIQUE CHECK (length(complaint_id) = 36),
  number TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL CHECK (length(at) = 24),
  actor_id TEXT NOT NULL CHECK (length(actor_id) = 36),
  channel TEXT NOT NULL,
  about TEXT NOT NULL CHECK (about IN ('service', 'delay', 'conduct')),
  text TEXT NOT NULL,
  beneficiary_id TEXT CHECK (length(beneficiary_id) = 36),
  case_id TEXT CHECK (length(case_id) = 36),
  name TEXT,
  phone TEXT,
  against TEXT CHECK (length(against) = 36),
  recorded_on TEXT NOT NULL CHECK (length(recorded_on) = 10),
  due_by TEXT NOT NULL CHECK (length(due_by) = 10),
  answer TEXT,
  answered_by TEXT,
  answered_on TEXT CHECK (length(answered_on) = 10),
  CHECK ((answer IS NULL) = (answered_on IS NULL) AND (answer IS NULL) = (answered_by IS NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX complaint_beneficiary ON complaint (beneficiary_id);
--> statement-breakpoint
CREATE INDEX complaint_open ON complaint (due_by) WHERE answered_on IS NULL;
--> statement-breakpoint
CREATE TABLE complaint_counter (
  -- The last counter given out for complaints, by lane and Gregorian year; never goes back.
  lane TEXT NOT NULL CHECK (length(lane) = 2),
  year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 9999),
  last INTEGER NOT NULL CHECK (last BETWEEN 1 AND 999999),
  PRIMARY KEY (lane, year)
) STRICT, WITHOUT ROWID;
