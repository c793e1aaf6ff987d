ALTER TABLE case_due RENAME TO case_due_narrow;
--> statement-breakpoint
CREATE TABLE case_due (
  -- Projection: what a case waits for or comes to, by its day; cases that are over have no row here but
  -- for what their end leaves behind: a word to the person, an opinion, deliveries to settle.
  kind TEXT NOT NULL CHECK (kind IN ('awaited', 'referred', 'answered', 'returned', 'reply', 'paper',
    'conflict', 'decision', 'appeal', 'more', 'visit', 'reminder', 'lapsed', 'register', 'delivery',
    'settle', 'opinion', 'signedPaper')),
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
-- A picture that another request holds already is found by what it holds.
CREATE INDEX attachment_queue_hash ON attachment_queue (hash);
--> statement-breakpoint
CREATE TABLE printed_paper (
  -- Copies of papers that belong to no case, each under its number; what they are about is no case's event.
  paper TEXT NOT NULL CHECK (length(paper) BETWEEN 1 AND 20),
  subject TEXT NOT NULL CHECK (length(subject) = 36),
  copy INTEGER NOT NULL CHECK (copy >= 1),
  language TEXT NOT NULL CHECK (language IN ('ar', 'en')),
  actor_id TEXT NOT NULL CHECK (length(actor_id) = 36),
  printed_at TEXT NOT NULL CHECK (length(printed_at) = 24),
  PRIMARY KEY (paper, subject, copy)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- Declarations that were signed on paper before pictures of them were asked for.
INSERT INTO setting (name, value) VALUES ('projections.rebuild', 'true')
  ON CONFLICT (name) DO NOTHING;
