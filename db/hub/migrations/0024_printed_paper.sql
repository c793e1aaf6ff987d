-- Copies of papers that belong to no case, each under its number: slips of callers, acknowledgements, minutes.
CREATE TABLE printed_paper (
  paper text NOT NULL,
  subject uuid NOT NULL,
  copy int NOT NULL CHECK (copy >= 1),
  language text NOT NULL CHECK (language IN ('ar', 'en')),
  printed_by uuid NOT NULL REFERENCES hq_person (person_id),
  printed_at timestamptz NOT NULL,
  PRIMARY KEY (paper, subject, copy)
);
