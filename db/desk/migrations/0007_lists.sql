ALTER TABLE case_summary ADD COLUMN opened_day INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
ALTER TABLE case_summary ADD COLUMN category TEXT NOT NULL DEFAULT '';
--> statement-breakpoint
ALTER TABLE case_summary ADD COLUMN supports TEXT NOT NULL DEFAULT '';
--> statement-breakpoint
DROP INDEX case_summary_last_position;
--> statement-breakpoint
CREATE INDEX case_summary_last_position
  ON case_summary (last_position, status, opened_day, category, supports);
--> statement-breakpoint
CREATE INDEX case_summary_opened
  ON case_summary (opened_position, status, opened_day, category, supports);
--> statement-breakpoint
CREATE INDEX case_summary_name
  ON case_summary (name_key, opened_position, status, opened_day, category, supports);
--> statement-breakpoint
ALTER TABLE beneficiary ADD COLUMN latest_opened INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
ALTER TABLE beneficiary ADD COLUMN case_count INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
ALTER TABLE beneficiary ADD COLUMN open_count INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
ALTER TABLE beneficiary ADD COLUMN category TEXT NOT NULL DEFAULT '';
--> statement-breakpoint
CREATE INDEX beneficiary_latest
  ON beneficiary (latest_opened, open_count, category) WHERE name_key <> '';
--> statement-breakpoint
CREATE INDEX beneficiary_name
  ON beneficiary (name_key, latest_opened, open_count, category) WHERE name_key <> '';
--> statement-breakpoint
CREATE TABLE form_draft (
  -- What somebody is writing that belongs to no case: a contact, a complaint; gone when it is saved.
  actor_id TEXT NOT NULL CHECK (length(actor_id) = 36),
  scope TEXT NOT NULL CHECK (length(scope) BETWEEN 1 AND 80),
  body TEXT NOT NULL CHECK (json_valid(body)),
  saved_at TEXT NOT NULL CHECK (length(saved_at) = 24),
  PRIMARY KEY (actor_id, scope)
) STRICT;
--> statement-breakpoint
INSERT INTO setting (name, value) VALUES ('projections.rebuild', 'true')
  ON CONFLICT (name) DO UPDATE SET value = 'true';
