DROP TABLE reference_document;
--> statement-breakpoint
CREATE TABLE published_reference (
  -- Forms, rules and settings that headquarters has published since this program was delivered, every
  -- version for good: open cases are read with the one that they began with. It goes into copies, as a
  -- desk that was put back must read its cases before headquarters is heard again.
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
  id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 80),
  version INTEGER NOT NULL CHECK (version >= 1),
  source TEXT NOT NULL CHECK (json_valid(source)),
  reason TEXT NOT NULL,
  published_by TEXT NOT NULL CHECK (length(published_by) = 36),
  published_at TEXT NOT NULL CHECK (length(published_at) = 24),
  PRIMARY KEY (kind, id, version)
) STRICT;
