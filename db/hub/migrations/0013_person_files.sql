-- The file of a person is asked for at every import: among a million cases it must be found by the person.
CREATE INDEX hub_case_person_file ON hub_case (beneficiary_id, file_no) WHERE file_no IS NOT NULL;
--> statement-breakpoint
-- What the function says is as before; it says it in one pass over the cases of all these people, where it
-- asked for each person by themselves.
CREATE OR REPLACE FUNCTION registry_refresh(people uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF cardinality(people) = 0 THEN RETURN; END IF;
  -- Always in one order, so that two never wait for each other.
  PERFORM 1 FROM registry_person WHERE person_id = ANY(people) ORDER BY person_id FOR UPDATE;
  WITH who AS MATERIALIZED (
    SELECT p AS person_id, p AS beneficiary_id FROM unnest(people) AS p
      WHERE NOT EXISTS (SELECT FROM merged_person m WHERE m.beneficiary_id = p)
    UNION SELECT m.person_id, m.beneficiary_id FROM merged_person m WHERE m.person_id = ANY(people)
  ), one AS MATERIALIZED (
    SELECT w.person_id, h.case_id, h.beneficiary_id, h.file_no, h.applicant_name, h.applicant_name_key,
      h.id_masked, h.branch_office_id, h.reference, h.status,
      coalesce(h.submitted_at, h.opened_at) AS at, r.category, r.needs, r.delivered_amount, r.conflicts
    FROM who w CROSS JOIN LATERAL (SELECT * FROM hub_case
        WHERE beneficiary_id = w.beneficiary_id AND file_no IS NOT NULL) h
      LEFT JOIN registry_case r ON r.case_id = h.case_id
  ), latest AS (
    SELECT DISTINCT ON (person_id) * FROM one ORDER BY person_id, at DESC, case_id
  ), total AS (
    SELECT person_id,
      coalesce(min(file_no) FILTER (WHERE beneficiary_id = person_id), min(file_no)) AS file_no,
      max(at) AS at, count(*) AS cases,
      count(*) FILTER (WHERE status NOT IN
        ('serviceDelivered', 'closed', 'withdrawn', 'duplicate', 'lapsed', 'rejected')) AS open_cases,
      coalesce(sum(delivered_amount), 0) AS delivered_amount, coalesce(sum(conflicts), 0) AS conflicts
    FROM one GROUP BY person_id
  ), needed AS (
    SELECT person_id, array_agg(DISTINCT need) AS needs
    FROM one CROSS JOIN unnest(one.needs) AS need GROUP BY person_id
  ), gone AS (
    DELETE FROM registry_person p WHERE p.person_id = ANY(people)
      AND NOT EXISTS (SELECT FROM total t WHERE t.person_id = p.person_id)
  )
  INSERT INTO registry_person (person_id, file_no, name, name_key, id_masked, category,
      branch_office_id, latest_case, latest_reference, latest_status, latest_at, cases, open_cases,
      needs, delivered_amount, conflicts)
    SELECT person_id, t.file_no, l.applicant_name, l.applicant_name_key, l.id_masked,
      coalesce(l.category, ''), l.branch_office_id, l.case_id, l.reference, l.status, t.at, t.cases,
      t.open_cases, coalesce(n.needs, '{}'), t.delivered_amount, t.conflicts
    FROM total t JOIN latest l USING (person_id) LEFT JOIN needed n USING (person_id) ORDER BY person_id
    ON CONFLICT (person_id) DO UPDATE SET file_no = excluded.file_no, name = excluded.name,
      name_key = excluded.name_key, id_masked = excluded.id_masked, category = excluded.category,
      branch_office_id = excluded.branch_office_id, latest_case = excluded.latest_case,
      latest_reference = excluded.latest_reference, latest_status = excluded.latest_status,
      latest_at = excluded.latest_at, cases = excluded.cases, open_cases = excluded.open_cases,
      needs = excluded.needs, delivered_amount = excluded.delivered_amount,
      conflicts = excluded.conflicts;
END $$;
