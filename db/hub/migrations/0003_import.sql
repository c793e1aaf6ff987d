CREATE TABLE import_setting (
  -- Whether clean cases are imported by rule or by a clerk's click, and whether the work is stopped.
  singleton int PRIMARY KEY CHECK (singleton = 1),
  automatic boolean NOT NULL,
  stopped boolean NOT NULL
);
--> statement-breakpoint
INSERT INTO import_setting VALUES (1, false, false);
--> statement-breakpoint
CREATE TABLE import_order (
  -- A clerk has said: import what is clean, of one batch or of all. Done when nothing clean is left.
  order_id uuid PRIMARY KEY,
  batch_id uuid REFERENCES batch (batch_id),
  person_id uuid NOT NULL,
  ordered_at timestamptz NOT NULL,
  imported int NOT NULL DEFAULT 0 CHECK (imported >= 0),
  ended_at timestamptz
);
--> statement-breakpoint
CREATE INDEX import_order_open ON import_order (ordered_at) WHERE ended_at IS NULL;
--> statement-breakpoint
CREATE TABLE case_check (
  -- What the checks found in a case as it stood then; made anew at any time. Notes hold nothing up.
  case_id uuid PRIMARY KEY,
  findings jsonb NOT NULL,
  notes jsonb NOT NULL,
  checked_at timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE case_identifier (
  -- By what an applicant is known exactly, normalised: what duplicates are found by.
  kind text NOT NULL CHECK (kind IN ('idNumber', 'gccId', 'passport', 'borderNumber', 'iban', 'mobile')),
  value text NOT NULL,
  case_id uuid NOT NULL,
  PRIMARY KEY (kind, value, case_id)
);
--> statement-breakpoint
CREATE INDEX case_identifier_case ON case_identifier (case_id);
--> statement-breakpoint
CREATE TABLE batch_case (
  -- Which cases a batch made or changed.
  batch_id uuid NOT NULL REFERENCES batch (batch_id),
  case_id uuid NOT NULL,
  PRIMARY KEY (batch_id, case_id)
);
--> statement-breakpoint
CREATE INDEX batch_case_case ON batch_case (case_id);
--> statement-breakpoint
CREATE TABLE batch_case_progress (
  -- How far into the journal the batches' cases are listed.
  singleton int PRIMARY KEY CHECK (singleton = 1),
  position bigint NOT NULL CHECK (position >= 0)
);
--> statement-breakpoint
INSERT INTO batch_case_progress VALUES (1, 0);
--> statement-breakpoint
CREATE INDEX hub_case_unchecked ON hub_case (case_id)
  WHERE submitted_at IS NOT NULL AND (checked_position IS NULL OR checked_position < last_position);
--> statement-breakpoint
CREATE INDEX journal_people ON journal (device_id) WHERE kind = 'representativeAdded';
--> statement-breakpoint
CREATE INDEX batch_position ON batch (first_position);
--> statement-breakpoint
CREATE INDEX case_check_found ON case_check (case_id) WHERE findings <> '[]'::jsonb;
--> statement-breakpoint
CREATE TABLE early_batch (
  -- A batch that came before what must come first: not kept, since the laptop sends it again. While its
  -- chain does not reach it, a batch is missing.
  device_id uuid NOT NULL REFERENCES device (device_id),
  epoch int NOT NULL,
  number int NOT NULL,
  first_seq int NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (device_id, epoch)
);
