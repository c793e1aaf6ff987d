CREATE TABLE registry_case (
  -- What lists of the registry and of deliveries ask of a case beside hub_case. Made anew from the journal
  -- at any time.
  case_id uuid PRIMARY KEY,
  -- Choices of the questionnaire: what was asked for, and the category of the family.
  needs text[] NOT NULL,
  category text NOT NULL,
  -- Halalas that were handed over, and how many of its items two offices delivered apart.
  delivered_amount bigint NOT NULL,
  conflicts int NOT NULL CHECK (conflicts >= 0),
  -- Where it stands after the decision; null before it.
  service text CHECK (service IN ('toRegister', 'inService', 'served', 'closed', 'withdrawn')),
  -- From when on the person is asked what they think of the service, while that is owed.
  opinion_from date,
  -- The last day of the appeal of a rejection that was told: the case ends after it.
  closes_after date
);
--> statement-breakpoint
CREATE INDEX registry_case_service ON registry_case (service, case_id) WHERE service IS NOT NULL;
--> statement-breakpoint
CREATE INDEX registry_case_conflict ON registry_case (case_id) WHERE conflicts > 0;
--> statement-breakpoint
CREATE INDEX registry_case_opinion ON registry_case (opinion_from, case_id) WHERE opinion_from IS NOT NULL;
--> statement-breakpoint
CREATE INDEX registry_case_ends ON registry_case (closes_after, case_id) WHERE closes_after IS NOT NULL;
--> statement-breakpoint
CREATE TABLE service_due (
  -- Parts of accepted items that were not given yet, with the day on which each falls due.
  case_id uuid NOT NULL,
  item_id text NOT NULL,
  number int NOT NULL CHECK (number >= 1),
  parts int NOT NULL CHECK (parts >= 1),
  due_on date NOT NULL,
  type text,
  -- What is left of this part; halalas.
  amount bigint,
  quantity int,
  funding text NOT NULL,
  PRIMARY KEY (case_id, item_id, number)
);
--> statement-breakpoint
CREATE INDEX service_due_day ON service_due (due_on, case_id, item_id, number);
--> statement-breakpoint
CREATE TABLE registry_person (
  -- One row for each person in the registry, under whatever files they came: what its lists sort and
  -- narrow by. Follows hub_case and merged_person by triggers.
  person_id uuid PRIMARY KEY,
  file_no text NOT NULL,
  name text NOT NULL,
  name_key text NOT NULL,
  id_masked text,
  category text NOT NULL,
  -- Of the latest request.
  branch_office_id uuid NOT NULL,
  latest_case uuid NOT NULL,
  latest_reference text NOT NULL,
  latest_status text NOT NULL,
  latest_at timestamptz NOT NULL,
  cases int NOT NULL,
  open_cases int NOT NULL,
  needs text[] NOT NULL,
  delivered_amount bigint NOT NULL,
  conflicts int NOT NULL
);
--> statement-breakpoint
CREATE INDEX registry_person_latest ON registry_person (latest_at DESC, person_id);
--> statement-breakpoint
CREATE INDEX registry_person_name ON registry_person (name_key COLLATE "C", person_id);
--> statement-breakpoint
CREATE INDEX registry_person_file ON registry_person (file_no COLLATE "C", person_id);
--> statement-breakpoint
CREATE INDEX registry_person_branch ON registry_person (branch_office_id, latest_at DESC, person_id);
--> statement-breakpoint
CREATE INDEX registry_person_status ON registry_person (latest_status, latest_at DESC, person_id);
--> statement-breakpoint
CREATE INDEX registry_person_category ON registry_person (category, latest_at DESC, person_id);
--> statement-breakpoint
CREATE INDEX registry_person_needs ON registry_person USING gin (needs);
--> statement-breakpoint
CREATE INDEX case_key_beginning ON case_key (kind, key COLLATE "C", case_id);
--> statement-breakpoint
CREATE INDEX journal_contact_person ON journal ((payload::jsonb -> 'who' ->> 'beneficiaryId'), position)
  WHERE kind = 'contactRecorded' AND payload IS NOT NULL;
--> statement-breakpoint
CREATE INDEX journal_complaint ON journal (position)
  WHERE kind IN ('complaintRecorded', 'complaintAnswered', 'complaintAppealed');
--> statement-breakpoint
CREATE FUNCTION registry_refresh(people uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF cardinality(people) = 0 THEN RETURN; END IF;
  -- Always in one order, so that two never wait for each other.
  PERFORM 1 FROM registry_person WHERE person_id = ANY(people) ORDER BY person_id FOR UPDATE;
  WITH fresh AS (
    SELECT w.person_id,
      coalesce(min(h.file_no) FILTER (WHERE h.beneficiary_id = w.person_id), min(h.file_no)),
      (array_agg(h.applicant_name ORDER BY h.at DESC, h.case_id))[1],
      (array_agg(h.applicant_name_key ORDER BY h.at DESC, h.case_id))[1],
      (array_agg(h.id_masked ORDER BY h.at DESC, h.case_id))[1],
      coalesce((array_agg(r.category ORDER BY h.at DESC, h.case_id))[1], ''),
      (array_agg(h.branch_office_id ORDER BY h.at DESC, h.case_id))[1],
      (array_agg(h.case_id ORDER BY h.at DESC, h.case_id))[1],
      (array_agg(h.reference ORDER BY h.at DESC, h.case_id))[1],
      (array_agg(h.status ORDER BY h.at DESC, h.case_id))[1],
      max(h.at), count(*),
      count(*) FILTER (WHERE h.status NOT IN
        ('serviceDelivered', 'closed', 'withdrawn', 'duplicate', 'lapsed', 'rejected')),
      coalesce((SELECT array_agg(DISTINCT need) FROM unnest(array_agg(r.case_id)) AS c (id)
        JOIN registry_case n ON n.case_id = c.id CROSS JOIN unnest(n.needs) AS need), '{}'),
      coalesce(sum(r.delivered_amount), 0), coalesce(sum(r.conflicts), 0)
    FROM (SELECT p AS person_id, p AS beneficiary_id FROM unnest(people) AS p
          WHERE NOT EXISTS (SELECT FROM merged_person m WHERE m.beneficiary_id = p)
        UNION SELECT m.person_id, m.beneficiary_id FROM merged_person m
          WHERE m.person_id = ANY(people)) w
      JOIN LATERAL (SELECT *, coalesce(submitted_at, opened_at) AS at FROM hub_case
        WHERE beneficiary_id = w.beneficiary_id AND file_no IS NOT NULL) h ON true
      LEFT JOIN registry_case r ON r.case_id = h.case_id
    GROUP BY w.person_id
  ), gone AS (
    DELETE FROM registry_person p WHERE p.person_id = ANY(people)
      AND NOT EXISTS (SELECT FROM fresh f WHERE f.person_id = p.person_id)
  )
  INSERT INTO registry_person SELECT * FROM fresh ORDER BY person_id
    ON CONFLICT (person_id) DO UPDATE SET file_no = excluded.file_no, name = excluded.name,
      name_key = excluded.name_key, id_masked = excluded.id_masked, category = excluded.category,
      branch_office_id = excluded.branch_office_id, latest_case = excluded.latest_case,
      latest_reference = excluded.latest_reference, latest_status = excluded.latest_status,
      latest_at = excluded.latest_at, cases = excluded.cases, open_cases = excluded.open_cases,
      needs = excluded.needs, delivered_amount = excluded.delivered_amount,
      conflicts = excluded.conflicts;
END $$;
--> statement-breakpoint
CREATE FUNCTION registry_follows_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM registry_refresh(ARRAY(SELECT DISTINCT coalesce(m.person_id, n.beneficiary_id)
      FROM fresh n LEFT JOIN merged_person m ON m.beneficiary_id = n.beneficiary_id
      WHERE n.file_no IS NOT NULL));
  ELSE
    -- That its checks were made, say, changes nothing here.
    PERFORM registry_refresh(ARRAY(SELECT DISTINCT coalesce(m.person_id, n.beneficiary_id)
      FROM fresh n JOIN past o ON o.case_id = n.case_id
        LEFT JOIN merged_person m ON m.beneficiary_id = n.beneficiary_id
      WHERE (n.file_no IS NOT NULL OR o.file_no IS NOT NULL)
        AND (n.last_position, n.status, n.file_no) IS DISTINCT FROM (o.last_position, o.status, o.file_no)));
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER registry_follows_new_case AFTER INSERT ON hub_case REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION registry_follows_case();
--> statement-breakpoint
CREATE TRIGGER registry_follows_case AFTER UPDATE ON hub_case
  REFERENCING OLD TABLE AS past NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION registry_follows_case();
--> statement-breakpoint
CREATE FUNCTION registry_follows_merge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM registry_refresh(ARRAY(SELECT person_id FROM past UNION SELECT beneficiary_id FROM past));
  ELSIF TG_OP = 'INSERT' THEN
    PERFORM registry_refresh(ARRAY(SELECT person_id FROM fresh UNION SELECT beneficiary_id FROM fresh));
  ELSE
    PERFORM registry_refresh(ARRAY(SELECT person_id FROM past UNION SELECT person_id FROM fresh
      UNION SELECT beneficiary_id FROM fresh));
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER registry_follows_merge AFTER INSERT ON merged_person REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION registry_follows_merge();
--> statement-breakpoint
CREATE TRIGGER registry_follows_moved_merge AFTER UPDATE ON merged_person
  REFERENCING OLD TABLE AS past NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION registry_follows_merge();
--> statement-breakpoint
CREATE TRIGGER registry_follows_parting AFTER DELETE ON merged_person REFERENCING OLD TABLE AS past
  FOR EACH STATEMENT EXECUTE FUNCTION registry_follows_merge();
--> statement-breakpoint
UPDATE case_projection SET position = 0;
