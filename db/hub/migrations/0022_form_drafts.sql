-- What somebody at headquarters is writing in a form and has not recorded: their own, read by nobody else.
CREATE TABLE form_draft (
  person_id uuid NOT NULL REFERENCES hq_person (person_id),
  scope text NOT NULL,
  body text NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (person_id, scope)
);
