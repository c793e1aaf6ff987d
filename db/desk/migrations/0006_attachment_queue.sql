CREATE TABLE attachment_queue (
  -- Pages of standing scans of this laptop and whether headquarters holds them. held_at is headquarters'
  -- signed word; problem says why a page cannot go. Fed by the events, never in their place.
  scan_id TEXT NOT NULL CHECK (length(scan_id) = 36),
  page INTEGER NOT NULL CHECK (page >= 0),
  case_id TEXT NOT NULL CHECK (length(case_id) = 36),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  bytes INTEGER NOT NULL CHECK (bytes >= 1),
  position INTEGER NOT NULL REFERENCES journal (position),
  held_at TEXT CHECK (length(held_at) = 24),
  problem TEXT CHECK (length(problem) BETWEEN 1 AND 40),
  PRIMARY KEY (scan_id, page)
) STRICT;
--> statement-breakpoint
CREATE INDEX attachment_queue_waiting ON attachment_queue (position, page) WHERE held_at IS NULL;
--> statement-breakpoint
INSERT INTO attachment_queue (scan_id, page, case_id, hash, bytes, position)
  SELECT j.payload ->> 'scanId', p.key, j.case_id, p.value ->> 'hash', p.value ->> 'bytes', j.position
  FROM journal j, json_each(j.payload, '$.pages') p
  WHERE j.kind = 'scanAttached' AND j.payload IS NOT NULL
    AND j.payload ->> 'scanId' NOT IN (
      SELECT r.payload ->> 'scanId' FROM journal r
      WHERE r.kind = 'scanRemoved' AND r.payload IS NOT NULL);
--> statement-breakpoint
ALTER TABLE sync_contact ADD COLUMN files INTEGER NOT NULL DEFAULT 0 CHECK (files >= 0);
