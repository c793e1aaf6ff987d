CREATE TABLE published_reference (
  -- Forms, rules and settings that headquarters has published since the program was delivered, every
  -- version for good: cases name the version that they began with.
  kind text NOT NULL,
  id text NOT NULL,
  version int NOT NULL CHECK (version >= 1),
  source text NOT NULL,
  reason text NOT NULL,
  published_by uuid NOT NULL REFERENCES hq_person (person_id),
  published_at timestamptz NOT NULL,
  PRIMARY KEY (kind, id, version)
);
--> statement-breakpoint
CREATE TABLE reference_draft (
  -- What somebody is about to publish, one of each kind, as it was typed or handed in.
  kind text PRIMARY KEY,
  source text NOT NULL,
  file_name text,
  saved_by uuid NOT NULL REFERENCES hq_person (person_id),
  saved_at timestamptz NOT NULL
);
