CREATE TABLE attachment_page (
  -- Which events name an attachment: pages of scans. Only what is named is taken, and what no standing
  -- scan names any more is destroyed.
  scan_id uuid NOT NULL,
  page int NOT NULL CHECK (page >= 0),
  case_id uuid NOT NULL,
  branch_office_id uuid NOT NULL REFERENCES branch (branch_office_id),
  hash bytea NOT NULL CHECK (length(hash) = 32),
  bytes int NOT NULL CHECK (bytes >= 1),
  removed boolean NOT NULL DEFAULT false,
  PRIMARY KEY (scan_id, page)
);
--> statement-breakpoint
CREATE INDEX attachment_page_hash ON attachment_page (hash);
--> statement-breakpoint
CREATE INDEX attachment_page_case ON attachment_page (case_id);
--> statement-breakpoint
INSERT INTO attachment_page (scan_id, page, case_id, branch_office_id, hash, bytes, removed)
  SELECT (j.payload::jsonb ->> 'scanId')::uuid, p.number - 1, j.case_id, s.branch_office_id,
    decode(p.value ->> 'hash', 'hex'), (p.value ->> 'bytes')::int,
    EXISTS (SELECT 1 FROM journal r WHERE r.case_id = j.case_id AND r.kind = 'scanRemoved'
      AND r.payload IS NOT NULL AND r.payload::jsonb ->> 'scanId' = j.payload::jsonb ->> 'scanId')
  FROM journal j
  JOIN stretch s ON j.position BETWEEN s.first_position AND s.last_position
  CROSS JOIN LATERAL jsonb_array_elements(j.payload::jsonb -> 'pages')
    WITH ORDINALITY AS p (value, number)
  WHERE j.kind = 'scanAttached' AND j.payload IS NOT NULL AND s.branch_office_id IS NOT NULL;
