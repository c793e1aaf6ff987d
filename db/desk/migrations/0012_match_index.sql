CREATE TABLE match_index (
  -- Headquarters' match index as it came: a whole version is in force, one that comes takes its place.
  version INTEGER PRIMARY KEY CHECK (version >= 1),
  index_key BLOB NOT NULL CHECK (length(index_key) = 32),
  blocks INTEGER NOT NULL CHECK (blocks >= 1),
  -- The last change that came of this version.
  through INTEGER NOT NULL CHECK (through >= 0),
  whole INTEGER NOT NULL CHECK (whole IN (0, 1)),
  read_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE match_part (
  -- Codes of persons, so many side by side.
  version INTEGER NOT NULL,
  part INTEGER NOT NULL CHECK (part >= 0),
  entries BLOB NOT NULL,
  PRIMARY KEY (version, part)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE match_block (
  -- Blocks of the filter of identifiers.
  version INTEGER NOT NULL,
  block INTEGER NOT NULL CHECK (block >= 0),
  bits BLOB NOT NULL,
  PRIMARY KEY (version, block)
) STRICT, WITHOUT ROWID;
