CREATE TABLE parcel (
  -- Files that this laptop wrote for headquarters to be carried on a stick, each with the key to which
  -- its answer is sealed. What it held stays in the queue until that answer, or a receipt, is here.
  parcel_id TEXT PRIMARY KEY CHECK (length(parcel_id) = 36),
  made_at TEXT NOT NULL CHECK (length(made_at) = 24),
  expires_at TEXT NOT NULL CHECK (length(expires_at) = 24),
  reply_identity TEXT NOT NULL CHECK (reply_identity GLOB 'AGE-SECRET-KEY-1*'),
  events INTEGER NOT NULL CHECK (events >= 0),
  pages INTEGER NOT NULL CHECK (pages >= 0),
  bytes INTEGER NOT NULL CHECK (bytes >= 1),
  last_batch INTEGER NOT NULL CHECK (last_batch >= 0),
  answered_at TEXT CHECK (length(answered_at) = 24)
) STRICT;
--> statement-breakpoint
ALTER TABLE hub_link ADD COLUMN stick_recipients TEXT CHECK (json_valid(stick_recipients));
