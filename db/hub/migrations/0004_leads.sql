CREATE TABLE lead (
  -- What people asked of headquarters itself: calls, letters, messages, requests from the website. Made
  -- anew from the journal at any time. What a branch did with it stands in the branch's own events.
  lead_id uuid PRIMARY KEY,
  recorded_at timestamptz NOT NULL,
  recorded_by uuid NOT NULL,
  channel text NOT NULL,
  name text,
  phone text,
  reach text,
  need text NOT NULL,
  said text NOT NULL,
  answer text,
  answered_at timestamptz,
  branch_office_id uuid REFERENCES branch (branch_office_id),
  sent_at timestamptz,
  CHECK ((answer IS NULL) = (answered_at IS NULL)),
  CHECK ((branch_office_id IS NULL) = (sent_at IS NULL))
);
--> statement-breakpoint
CREATE INDEX lead_open ON lead (recorded_at, lead_id) WHERE answered_at IS NULL AND sent_at IS NULL;
--> statement-breakpoint
CREATE INDEX lead_recorded ON lead (recorded_at DESC, lead_id);
--> statement-breakpoint
CREATE INDEX journal_contact ON journal ((payload::jsonb ->> 'contactId'))
  WHERE kind IN ('contactFollowedUp', 'contactLinked') AND payload IS NOT NULL;
