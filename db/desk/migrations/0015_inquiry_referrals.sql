CREATE TABLE contact_referral (
  -- Projection: questions to the social-research officer on what somebody asked, each with its whole
  -- thread; where it stands is what its last word was.
  referral_id TEXT PRIMARY KEY CHECK (length(referral_id) = 36),
  contact_id TEXT NOT NULL CHECK (length(contact_id) = 36),
  standing TEXT NOT NULL CHECK (standing IN ('open', 'answered', 'withdrawn')),
  state TEXT NOT NULL CHECK (json_valid(state))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX contact_referral_contact ON contact_referral (contact_id, standing);
