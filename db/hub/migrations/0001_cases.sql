CREATE TABLE hub_case (
  -- Every case that headquarters holds, as its events reduce: what lists and searches ask. Made anew
  -- from the journal at any time; the journal alone is the truth.
  case_id uuid PRIMARY KEY,
  branch_office_id uuid NOT NULL REFERENCES branch (branch_office_id),
  beneficiary_id uuid NOT NULL,
  reference text NOT NULL,
  stage text NOT NULL,
  status text NOT NULL,
  applicant_name text NOT NULL,
  applicant_name_key text NOT NULL,
  id_masked text,
  file_no text,
  opened_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  submitted_at timestamptz,
  reply_not_before date,
  -- Submitted and waiting for import: not returned, not set aside, not imported.
  candidate boolean NOT NULL,
  held boolean NOT NULL,
  set_aside boolean NOT NULL,
  return_open boolean NOT NULL,
  conflicts int NOT NULL CHECK (conflicts >= 0),
  decision_id uuid,
  decision_released boolean NOT NULL,
  decision_told boolean NOT NULL,
  -- Events that cannot be read here, such as of a later version.
  unreadable int NOT NULL CHECK (unreadable >= 0),
  -- The last event in headquarters' journal that this row has taken in.
  last_position bigint NOT NULL,
  -- The last event when its checks were made; null before the first.
  checked_position bigint
);
--> statement-breakpoint
CREATE INDEX hub_case_candidate ON hub_case (branch_office_id, case_id) WHERE candidate;
--> statement-breakpoint
CREATE INDEX hub_case_stage ON hub_case (stage, submitted_at DESC, case_id);
--> statement-breakpoint
CREATE INDEX hub_case_branch ON hub_case (branch_office_id, updated_at DESC, case_id);
--> statement-breakpoint
CREATE INDEX hub_case_beneficiary ON hub_case (beneficiary_id);
--> statement-breakpoint
CREATE UNIQUE INDEX hub_case_file ON hub_case (file_no, case_id) WHERE file_no IS NOT NULL;
--> statement-breakpoint
CREATE TABLE case_key (
  -- What a case is found by, and by what two are known to be of one person: ids, phones, IBANs, names.
  kind text NOT NULL CHECK (kind IN ('name', 'identity', 'mobile', 'birth', 'reference', 'tail', 'iban')),
  key text NOT NULL,
  case_id uuid NOT NULL REFERENCES hub_case (case_id),
  PRIMARY KEY (kind, key, case_id)
);
--> statement-breakpoint
CREATE INDEX case_key_case ON case_key (case_id);
--> statement-breakpoint
CREATE TABLE case_projection (
  -- How far into the journal every case's row is true. Its row is locked by whoever brings it on.
  singleton int PRIMARY KEY CHECK (singleton = 1),
  position bigint NOT NULL CHECK (position >= 0)
);
--> statement-breakpoint
INSERT INTO case_projection VALUES (1, 0);
--> statement-breakpoint
CREATE TABLE counter (
  -- Numbers that are given once: file numbers, decisions.
  name text PRIMARY KEY,
  value bigint NOT NULL CHECK (value >= 0)
);
