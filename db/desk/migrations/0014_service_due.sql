ALTER TABLE case_due RENAME TO case_due_narrow;
--> statement-breakpoint
CREATE TABLE case_due (
  -- Projection: what a case waits for or comes to, by its day; cases that are over have no row here but
  -- for what their end leaves behind: a word to the person, an opinion, deliveries to settle.
  kind TEXT NOT NULL CHECK (kind IN ('awaited', 'referred', 'answered', 'returned', 'reply', 'paper',
    'conflict', 'decision', 'appeal', 'more', 'visit', 'reminder', 'lapsed', 'register', 'delivery',
    'settle', 'opinion')),
  day TEXT NOT NULL CHECK (length(day) = 10),
  opened_position INTEGER NOT NULL REFERENCES case_summary (opened_position),
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  PRIMARY KEY (kind, day, opened_position, detail)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO case_due SELECT kind, day, opened_position, detail FROM case_due_narrow;
--> statement-breakpoint
DROP TABLE case_due_narrow;
--> statement-breakpoint
INSERT INTO setting (name, value) VALUES ('projections.rebuild', 'true')
  ON CONFLICT (name) DO NOTHING;
