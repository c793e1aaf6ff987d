CREATE TABLE hub_link (
  -- Headquarters as this laptop knows it: asked first, and pinned by its key once it has answered.
  singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
  url TEXT CHECK (length(url) BETWEEN 8 AND 300),
  request TEXT CHECK (json_valid(request)),
  hub_id TEXT CHECK (length(hub_id) = 36),
  hub_public_key BLOB CHECK (length(hub_public_key) = 32),
  state TEXT NOT NULL CHECK (state IN ('asking', 'refused', 'enrolled')),
  asked_at TEXT NOT NULL CHECK (length(asked_at) = 24),
  enrolled_at TEXT CHECK (length(enrolled_at) = 24),
  last_batch INTEGER NOT NULL CHECK (last_batch >= 0),
  clock_skew_ms INTEGER,
  last_contact_at TEXT CHECK (length(last_contact_at) = 24),
  CHECK (state <> 'enrolled' OR (hub_id IS NOT NULL AND hub_public_key IS NOT NULL AND enrolled_at IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE TABLE sync_contact (
  -- The last contacts with headquarters and how each ended; the oldest go.
  contact_id INTEGER PRIMARY KEY,
  at TEXT NOT NULL CHECK (length(at) = 24),
  outcome TEXT NOT NULL CHECK (length(outcome) BETWEEN 1 AND 40),
  events INTEGER NOT NULL CHECK (events >= 0),
  bytes INTEGER NOT NULL CHECK (bytes >= 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE sync_refusal (
  -- Events that headquarters refused, each with its reason; withheld says that its payload stays here
  -- and its header goes on alone, so that the rest is not held up.
  position INTEGER PRIMARY KEY REFERENCES journal (position),
  code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 40),
  at TEXT NOT NULL CHECK (length(at) = 24),
  withheld INTEGER NOT NULL CHECK (withheld IN (0, 1)),
  quarantine_id TEXT CHECK (length(quarantine_id) = 36)
) STRICT;
