CREATE TABLE committee_session (
  -- Sessions of the research committee. Made anew from the journal at any time.
  session_id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  status text NOT NULL CHECK (status IN ('planned', 'open', 'closed', 'calledOff')),
  held_on date NOT NULL,
  starts_at text NOT NULL,
  -- The session as its events reduce.
  content jsonb NOT NULL
);
--> statement-breakpoint
CREATE INDEX committee_session_held ON committee_session (held_on DESC, starts_at DESC, session_id);
--> statement-breakpoint
CREATE TABLE committee_agenda (
  -- Which case stands on the agenda of which session.
  session_id uuid NOT NULL REFERENCES committee_session (session_id),
  case_id uuid NOT NULL REFERENCES hub_case (case_id),
  -- The session is still to come, or goes on: a case waits for one session at a time.
  is_live boolean NOT NULL,
  PRIMARY KEY (session_id, case_id)
);
--> statement-breakpoint
CREATE UNIQUE INDEX committee_agenda_live ON committee_agenda (case_id) WHERE is_live;
--> statement-breakpoint
CREATE INDEX committee_agenda_case ON committee_agenda (case_id);
--> statement-breakpoint
CREATE TABLE committee_draft (
  -- What is being written of a case's decision, kept at every pause and put to the vote from here. It is
  -- no fact yet and so stands beside the journal.
  session_id uuid NOT NULL REFERENCES committee_session (session_id),
  case_id uuid NOT NULL REFERENCES hub_case (case_id),
  version int NOT NULL CHECK (version > 0),
  content jsonb NOT NULL,
  saved_by uuid NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (session_id, case_id)
);
--> statement-breakpoint
ALTER TABLE hub_case
  -- An appeal that nobody has decided.
  ADD COLUMN appeal_open boolean NOT NULL DEFAULT false,
  -- Whether what a deferred item waits for is there.
  ADD COLUMN deferral text CHECK (deferral IN ('waiting', 'answered')),
  -- When a deferred item comes back at the latest.
  ADD COLUMN deferred_until date;
--> statement-breakpoint
ALTER TABLE hub_case
  -- Where the case stands on its way to an answer; null where no answer is to come.
  ADD COLUMN stand text GENERATED ALWAYS AS (CASE
    WHEN stage IN ('withdrawn', 'duplicate', 'lapsed') OR status = 'duplicate' THEN NULL
    WHEN appeal_open THEN 'toDecide'
    WHEN decision_id IS NOT NULL AND NOT decision_released THEN 'waitsForDay'
    WHEN stage = 'readyForCommittee' OR deferral = 'answered' THEN 'toDecide'
    WHEN stage IN ('imported', 'underStudy') THEN 'inStudy'
    WHEN decision_told THEN 'told'
    WHEN decision_released THEN 'released'
  END) STORED;
--> statement-breakpoint
CREATE INDEX hub_case_stand ON hub_case (stand, reply_not_before, case_id) WHERE stand IS NOT NULL;
--> statement-breakpoint
CREATE INDEX hub_case_undecided ON hub_case (submitted_at)
  WHERE stand IN ('inStudy', 'toDecide') AND decision_id IS NULL;
--> statement-breakpoint
CREATE INDEX hub_case_deferred ON hub_case (deferred_until) WHERE deferral = 'waiting';
--> statement-breakpoint
UPDATE case_projection SET position = 0;
