CREATE TABLE linkage_knowledge (
  -- The weights by which persons are compared, learnt from the registry itself; the last one is in force.
  version int PRIMARY KEY CHECK (version >= 1),
  knowledge jsonb NOT NULL,
  persons int NOT NULL CHECK (persons >= 0),
  learnt_at timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE linked_person (
  -- How each person with a submitted case is compared with others: folded names, numbers, date. Made anew
  -- from the cases at any time.
  beneficiary_id uuid PRIMARY KEY,
  known text[] NOT NULL,
  case_id uuid NOT NULL,
  said_at timestamptz NOT NULL,
  -- Increases with each change, so that whoever holds them in memory hears what is new.
  change bigint GENERATED ALWAYS AS IDENTITY
);
--> statement-breakpoint
CREATE TABLE person_pair (
  -- Two who may be one person, and what a person at headquarters said of it.
  one_id uuid NOT NULL,
  other_id uuid NOT NULL,
  strength text NOT NULL CHECK (strength IN ('identifier', 'sure', 'review')),
  probability double precision NOT NULL CHECK (probability BETWEEN 0 AND 1),
  weight double precision NOT NULL,
  -- What each field says, as it was compared.
  evidence jsonb NOT NULL,
  knowledge int NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'asked', 'apart', 'merged', 'gone')),
  found_at timestamptz NOT NULL,
  -- Increases with each change: whoever decides says which they saw.
  seen int NOT NULL DEFAULT 1,
  decided_at timestamptz,
  decided_by uuid,
  reason text,
  PRIMARY KEY (one_id, other_id),
  CHECK (one_id < other_id)
);
--> statement-breakpoint
CREATE INDEX person_pair_other ON person_pair (other_id);
--> statement-breakpoint
CREATE INDEX person_pair_open ON person_pair (weight DESC, one_id, other_id)
  WHERE state IN ('open', 'asked');
--> statement-breakpoint
CREATE TABLE person_merge (
  -- Persons that were joined. One whose merge stands goes by the file of the other.
  merge_id uuid PRIMARY KEY,
  kept_id uuid NOT NULL,
  merged_id uuid NOT NULL,
  kept_file_no text,
  merged_file_no text,
  from_merged text[] NOT NULL,
  reason text NOT NULL,
  merged_at timestamptz NOT NULL,
  merged_by uuid NOT NULL,
  undone_at timestamptz,
  undone_by uuid,
  undone_reason text,
  CHECK (kept_id <> merged_id),
  CHECK ((undone_at IS NULL) = (undone_reason IS NULL))
);
--> statement-breakpoint
CREATE UNIQUE INDEX person_merge_standing ON person_merge (merged_id) WHERE undone_at IS NULL;
--> statement-breakpoint
CREATE INDEX person_merge_kept ON person_merge (kept_id) WHERE undone_at IS NULL;
--> statement-breakpoint
CREATE INDEX person_merge_at ON person_merge (merged_at DESC, merge_id);
--> statement-breakpoint
CREATE TABLE merged_person (
  -- Under whom a merged person goes in the end. Whoever is not here goes by the own id.
  beneficiary_id uuid PRIMARY KEY,
  person_id uuid NOT NULL
);
--> statement-breakpoint
CREATE INDEX merged_person_person ON merged_person (person_id);
--> statement-breakpoint
CREATE TABLE collision (
  -- One account, telephone or household member of several persons. Not a proof of anything.
  collision_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL CHECK (kind IN ('iban', 'mobile', 'member')),
  value text NOT NULL,
  people uuid[] NOT NULL,
  found_at timestamptz NOT NULL,
  dismissed_at timestamptz,
  dismissed_by uuid,
  dismissed_reason text,
  UNIQUE (kind, value),
  CHECK ((dismissed_at IS NULL) = (dismissed_reason IS NULL))
);
--> statement-breakpoint
CREATE INDEX collision_open ON collision (kind, found_at, collision_id) WHERE dismissed_at IS NULL;
--> statement-breakpoint
ALTER TABLE case_identifier DROP CONSTRAINT case_identifier_kind_check;
--> statement-breakpoint
ALTER TABLE case_identifier ADD CONSTRAINT case_identifier_kind_check CHECK (kind IN
  ('idNumber', 'gccId', 'passport', 'borderNumber', 'iban', 'mobile', 'member'));
