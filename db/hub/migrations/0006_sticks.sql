CREATE TABLE stick_key (
  -- The public keys to which laptops seal what they write to a stick. The hub's own private key lies in
  -- its folder, the other one on paper in a safe.
  kind text PRIMARY KEY CHECK (kind IN ('online', 'recovery')),
  recipient text NOT NULL,
  made_at timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE parcel (
  -- Files that came on a stick and were read, with headquarters' sealed answer until it expires. The
  -- same file read again is one row.
  parcel_id uuid PRIMARY KEY,
  device_id uuid NOT NULL REFERENCES device (device_id),
  made_at timestamptz NOT NULL,
  read_at timestamptz NOT NULL,
  read_by uuid NOT NULL,
  times int NOT NULL,
  batches int NOT NULL,
  events int NOT NULL,
  pages int NOT NULL,
  -- Why it was not taken to its end; null where all of it was.
  refused text,
  answer bytea,
  answer_expires_at timestamptz NOT NULL
);
--> statement-breakpoint
CREATE INDEX parcel_read ON parcel (read_at DESC);
