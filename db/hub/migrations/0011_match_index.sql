CREATE SEQUENCE match_change;
--> statement-breakpoint
CREATE TABLE match_index (
  -- What branches are warned by, offline, that a person may be known elsewhere. The whole version that
  -- was built last is in force; one that is being built beside it takes its place when it is whole.
  version int PRIMARY KEY CHECK (version >= 1),
  -- Which key of headquarters it is made with.
  key_epoch int NOT NULL CHECK (key_epoch >= 1),
  blocks int NOT NULL CHECK (blocks >= 1),
  -- Up to which change of the linked persons it says what they say.
  through bigint NOT NULL,
  whole boolean NOT NULL,
  built_at timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE match_entry (
  -- One person's place in a version. The record is what branches get; null for one who is gone.
  version int NOT NULL REFERENCES match_index ON DELETE CASCADE,
  slot int NOT NULL CHECK (slot >= 0),
  beneficiary_id uuid NOT NULL,
  record bytea,
  PRIMARY KEY (version, slot),
  UNIQUE (version, beneficiary_id)
);
--> statement-breakpoint
CREATE TABLE match_part (
  version int NOT NULL REFERENCES match_index ON DELETE CASCADE,
  part int NOT NULL CHECK (part >= 0),
  change bigint NOT NULL,
  PRIMARY KEY (version, part)
);
--> statement-breakpoint
CREATE INDEX match_part_change ON match_part (version, change);
--> statement-breakpoint
CREATE TABLE match_identifier (
  -- Keyed hashes of identifiers, by the block of the filter in which they stand.
  version int NOT NULL REFERENCES match_index ON DELETE CASCADE,
  block int NOT NULL CHECK (block >= 0),
  hash bytea NOT NULL,
  beneficiary_id uuid NOT NULL,
  PRIMARY KEY (version, block, hash, beneficiary_id)
);
--> statement-breakpoint
CREATE INDEX match_identifier_person ON match_identifier (version, beneficiary_id);
--> statement-breakpoint
CREATE INDEX match_identifier_mark ON match_identifier (substring(hash FROM 1 FOR 8));
--> statement-breakpoint
CREATE TABLE match_block (
  version int NOT NULL REFERENCES match_index ON DELETE CASCADE,
  block int NOT NULL CHECK (block >= 0),
  bits bytea NOT NULL,
  change bigint NOT NULL,
  PRIMARY KEY (version, block)
);
--> statement-breakpoint
CREATE INDEX match_block_change ON match_block (version, change);
--> statement-breakpoint
CREATE TABLE match_mark (
  -- Whom a mark means, whatever the version: cases name marks for years.
  mark bytea PRIMARY KEY,
  beneficiary_id uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE match_lookup (
  -- Who asked headquarters about a mark, for whom, and what was told.
  lookup_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  device_id uuid NOT NULL,
  actor_id uuid NOT NULL,
  case_id uuid,
  mark bytea NOT NULL,
  beneficiary_id uuid
);
