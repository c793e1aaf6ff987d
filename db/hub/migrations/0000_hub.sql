CREATE TABLE hub (
  -- Who headquarters is to every laptop; its private key lies in the hub's folder, not here.
  singleton int PRIMARY KEY CHECK (singleton = 1),
  hub_id uuid NOT NULL,
  epoch int NOT NULL CHECK (epoch >= 1),
  public_key bytea NOT NULL CHECK (length(public_key) = 32),
  made_at timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE journal_head (
  -- The last position that was given out. Its row is locked from the taking of positions to the
  -- commit: hence positions have no gap, and come into sight in their order.
  singleton int PRIMARY KEY CHECK (singleton = 1),
  position bigint NOT NULL CHECK (position >= 0)
);
--> statement-breakpoint
INSERT INTO journal_head VALUES (1, 0);
--> statement-breakpoint
CREATE TABLE journal (
  -- Every event that headquarters holds, its own among them, in the order of their commits. Salt and
  -- payload are null once destroyed, or while a laptop keeps them back. Rows are never changed
  -- otherwise, and never deleted. header_extra holds header fields of later versions, canonical.
  position bigint PRIMARY KEY,
  event_id uuid NOT NULL,
  device_id uuid NOT NULL,
  epoch int NOT NULL,
  seq int NOT NULL,
  at timestamptz NOT NULL,
  hlc text NOT NULL,
  actor_id uuid NOT NULL,
  case_id uuid,
  kind text NOT NULL,
  form_version text,
  base uuid,
  payload_hash bytea NOT NULL,
  previous_hash bytea NOT NULL,
  header_hash bytea NOT NULL,
  header_extra text,
  salt bytea,
  payload text,
  CHECK ((salt IS NULL) = (payload IS NULL))
);
--> statement-breakpoint
CREATE INDEX journal_case ON journal (case_id, position);
--> statement-breakpoint
CREATE FUNCTION journal_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.salt IS NULL AND NEW.payload IS NULL
    AND row(NEW.position, NEW.event_id, NEW.device_id, NEW.epoch, NEW.seq, NEW.at, NEW.hlc, NEW.actor_id,
      NEW.case_id, NEW.kind, NEW.form_version, NEW.base, NEW.payload_hash, NEW.previous_hash,
      NEW.header_hash, NEW.header_extra)
    IS NOT DISTINCT FROM
      row(OLD.position, OLD.event_id, OLD.device_id, OLD.epoch, OLD.seq, OLD.at, OLD.hlc, OLD.actor_id,
      OLD.case_id, OLD.kind, OLD.form_version, OLD.base, OLD.payload_hash, OLD.previous_hash,
      OLD.header_hash, OLD.header_extra)
  THEN RETURN NEW;
  END IF;
  RAISE EXCEPTION 'constraint: an event is never changed or deleted';
END $$;
--> statement-breakpoint
CREATE TRIGGER journal_keeps BEFORE UPDATE OR DELETE ON journal
  FOR EACH ROW EXECUTE FUNCTION journal_keeps();
--> statement-breakpoint
CREATE TABLE branch (
  -- The branches of the association.
  branch_office_id uuid PRIMARY KEY,
  code text NOT NULL UNIQUE CHECK (code ~ '^[A-Z]{3}[0-9]{2}$'),
  name text NOT NULL,
  training boolean NOT NULL DEFAULT false,
  made_at timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE branch_alias (
  -- Branches that laptops had made for themselves, and what each was adopted as.
  provisional_id uuid PRIMARY KEY,
  branch_office_id uuid NOT NULL REFERENCES branch (branch_office_id)
);
--> statement-breakpoint
CREATE TABLE device (
  -- Laptops that headquarters knows, each with the key that was pinned when it was enrolled.
  device_id uuid PRIMARY KEY,
  branch_office_id uuid NOT NULL REFERENCES branch (branch_office_id),
  public_key bytea NOT NULL CHECK (length(public_key) = 32),
  lane text NOT NULL CHECK (length(lane) = 2),
  state text NOT NULL CHECK (state IN ('enrolled', 'revoked')),
  enrolled_at timestamptz NOT NULL,
  revoked_at timestamptz,
  revoked_reason text,
  last_contact_at timestamptz,
  clock_skew_ms bigint,
  UNIQUE (branch_office_id, lane)
);
--> statement-breakpoint
CREATE TABLE device_chain (
  -- How far each epoch of each device's journal is held, headquarters' own included. Locked while one
  -- of its batches is taken in, so that two never pass each other.
  device_id uuid NOT NULL,
  epoch int NOT NULL CHECK (epoch >= 1),
  seq int NOT NULL CHECK (seq >= 0),
  header_hash bytea NOT NULL CHECK (length(header_hash) = 32),
  hlc text,
  batch_number int NOT NULL DEFAULT 0,
  PRIMARY KEY (device_id, epoch)
);
--> statement-breakpoint
CREATE TABLE stretch (
  -- A run of journal positions that entered in one transaction, of one device and epoch and for one
  -- branch. It finds events by device and sequence, and by branch, without an index on the journal.
  first_position bigint PRIMARY KEY,
  last_position bigint NOT NULL,
  device_id uuid NOT NULL,
  epoch int NOT NULL,
  first_seq int NOT NULL,
  last_seq int NOT NULL,
  branch_office_id uuid,
  entered_at timestamptz NOT NULL,
  CHECK (last_position - first_position = last_seq - first_seq),
  UNIQUE (device_id, epoch, first_seq)
);
--> statement-breakpoint
CREATE INDEX stretch_branch ON stretch (branch_office_id, first_position);
--> statement-breakpoint
CREATE TABLE batch (
  -- Every batch that was taken in, with what its laptop signed and what headquarters answered.
  -- first_position is null where all its events had come before.
  batch_id uuid PRIMARY KEY,
  device_id uuid NOT NULL,
  epoch int NOT NULL,
  number int NOT NULL,
  first_seq int NOT NULL,
  last_seq int NOT NULL,
  first_position bigint REFERENCES stretch (first_position),
  branch_office_id uuid NOT NULL REFERENCES branch (branch_office_id),
  digest bytea NOT NULL,
  manifest text NOT NULL,
  signature text NOT NULL,
  receipt text NOT NULL,
  packed_bytes int NOT NULL,
  cases int NOT NULL,
  parked int NOT NULL,
  received_at timestamptz NOT NULL
);
--> statement-breakpoint
CREATE INDEX batch_branch ON batch (branch_office_id, received_at);
--> statement-breakpoint
CREATE TABLE quarantine (
  -- What was not taken in, with its very bytes, for a person to look at; goes after its day.
  quarantine_id uuid PRIMARY KEY,
  code text NOT NULL,
  device_id uuid,
  batch_id uuid,
  seq int,
  bytes bytea NOT NULL,
  received_at timestamptz NOT NULL,
  last_received_at timestamptz NOT NULL,
  times int NOT NULL,
  expires_at timestamptz NOT NULL,
  bytes_hash bytea NOT NULL,
  UNIQUE (bytes_hash, code)
);
--> statement-breakpoint
CREATE TABLE enrolment_request (
  -- Laptops that ask to be taken in, and what headquarters answered.
  request_id uuid PRIMARY KEY,
  request text NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'granted', 'refused')),
  received_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  answered_at timestamptz,
  answer text
);
--> statement-breakpoint
CREATE TABLE hq_person (
  -- People who work at headquarters.
  person_id uuid PRIMARY KEY,
  user_name text NOT NULL UNIQUE CHECK (user_name = lower(user_name)),
  display_name text NOT NULL,
  password_hash text NOT NULL,
  roles text[] NOT NULL,
  active boolean NOT NULL,
  made_at timestamptz NOT NULL,
  failed_attempts int NOT NULL DEFAULT 0,
  locked_until timestamptz
);
--> statement-breakpoint
CREATE TABLE hq_session (
  -- Who is signed in; the token itself is known to the browser alone.
  token_hash bytea PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES hq_person (person_id),
  made_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE attachment (
  -- A file beside the journal, by the SHA-256 of its bytes, as far as it has arrived.
  hash bytea PRIMARY KEY CHECK (length(hash) = 32),
  size bigint NOT NULL CHECK (size >= 0),
  received bigint NOT NULL CHECK (received >= 0 AND received <= size),
  device_id uuid NOT NULL,
  begun_at timestamptz NOT NULL,
  completed_at timestamptz
);
--> statement-breakpoint
CREATE TABLE attachment_chunk (
  -- The bytes of an attachment, in the pieces in which they came.
  hash bytea NOT NULL REFERENCES attachment (hash),
  first_byte bigint NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (hash, first_byte)
);
