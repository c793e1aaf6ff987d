CREATE TABLE case_study (
  -- What the lists of the study ask of a case, beside its own row; made anew from the journal with it.
  -- A case of which nothing of this is to be said has no row here.
  case_id uuid PRIMARY KEY REFERENCES hub_case (case_id),
  officer_id uuid,
  officer_name text,
  begun boolean NOT NULL,
  -- The field visit that is still to be made.
  visit_on date,
  visit_by text CHECK (visit_by IN ('branch', 'headquarters')),
  -- Asked of the branch and not all answered.
  request_due date,
  -- What the person is waited for, since when, and after how many days that ends or is reminded of.
  awaited_began uuid,
  awaited_since date,
  awaited_due date,
  reminders int NOT NULL CHECK (reminders >= 0),
  remind_on date,
  lapse_on date,
  lapsed_on date,
  CHECK ((officer_id IS NULL) = (officer_name IS NULL)),
  CHECK ((visit_on IS NULL) = (visit_by IS NULL))
);
--> statement-breakpoint
CREATE INDEX case_study_officer ON case_study (officer_id) WHERE officer_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX case_study_lapse ON case_study (lapse_on) WHERE lapse_on IS NOT NULL;
--> statement-breakpoint
CREATE INDEX case_study_remind ON case_study (remind_on) WHERE remind_on IS NOT NULL;
--> statement-breakpoint
CREATE TABLE case_referral (
  -- Questions to the social-research officer, of every case; made anew from the journal with its row.
  case_id uuid NOT NULL REFERENCES hub_case (case_id),
  referral_id uuid NOT NULL,
  reason text NOT NULL,
  question text NOT NULL,
  asked_at timestamptz NOT NULL,
  open boolean NOT NULL,
  -- The last answer; more than one where branch and headquarters answered apart.
  answered_at timestamptz,
  answers int NOT NULL CHECK (answers >= 0),
  PRIMARY KEY (case_id, referral_id)
);
--> statement-breakpoint
CREATE INDEX case_referral_open ON case_referral (asked_at, case_id) WHERE open;
--> statement-breakpoint
CREATE INDEX case_referral_answered ON case_referral (answered_at DESC, case_id) WHERE answered_at IS NOT NULL;
--> statement-breakpoint
-- Of cases that are here already the rows are made anew from the journal.
UPDATE case_projection SET position = 0;
