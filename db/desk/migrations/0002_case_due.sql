CREATE TABLE case_due (
  -- Projection: what a case waits for or comes to, by its day; cases that are over have no row here.
  kind TEXT NOT NULL CHECK (kind IN ('awaited', 'referred', 'answered', 'returned', 'reply', 'paper')),
  day TEXT NOT NULL CHECK (length(day) = 10),
  opened_position INTEGER NOT NULL REFERENCES case_summary (opened_position),
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  PRIMARY KEY (kind, day, opened_position, detail)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX case_summary_unsubmitted ON case_summary (status) WHERE submitted_at IS NULL;
