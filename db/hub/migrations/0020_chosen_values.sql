-- Whose value of a field counts for a person: their own, or that of one who was joined to them where the merge
-- says so, and so on from there. The same as `sourceOf` of hq/registry/valueSource.ts.
CREATE FUNCTION person_value_source(person uuid, field text) RETURNS uuid LANGUAGE sql STABLE AS $$
  WITH RECURSIVE source AS (
    SELECT person AS id, 0 AS steps
    UNION ALL
    SELECT m.merged_id, s.steps + 1 FROM source s CROSS JOIN LATERAL (
      SELECT merged_id, from_merged FROM person_merge
      WHERE kept_id = s.id AND undone_at IS NULL AND field = ANY(from_merged)
      ORDER BY merged_at DESC, merge_id DESC LIMIT 1) m
  )
  SELECT id FROM source ORDER BY steps DESC LIMIT 1
$$;
--> statement-breakpoint
-- As before, but that name and number of a person who was joined with others are those that the merge chose.
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
  ), joined AS MATERIALIZED (
    SELECT person_id, person_value_source(person_id, 'name') AS named,
      person_value_source(person_id, 'nationalId') AS numbered
    FROM (SELECT DISTINCT m.person_id FROM merged_person m WHERE m.person_id = ANY(people)) p
  ), latest AS (
    SELECT DISTINCT ON (person_id) * FROM one ORDER BY person_id, at DESC, case_id
  ), named AS (
    SELECT DISTINCT ON (o.person_id) o.person_id, o.applicant_name, o.applicant_name_key
    FROM joined j JOIN one o USING (person_id) WHERE o.applicant_name <> ''
    ORDER BY o.person_id, (o.beneficiary_id = j.named) DESC, o.at DESC, o.case_id
  ), numbered AS (
    SELECT DISTINCT ON (o.person_id) o.person_id, o.id_masked
    FROM joined j JOIN one o USING (person_id) WHERE o.id_masked IS NOT NULL
    ORDER BY o.person_id, (o.beneficiary_id = j.numbered) DESC, o.at DESC, o.case_id
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
    SELECT person_id, t.file_no, coalesce(n.applicant_name, l.applicant_name),
      coalesce(n.applicant_name_key, l.applicant_name_key), coalesce(i.id_masked, l.id_masked),
      coalesce(l.category, ''), l.branch_office_id, l.case_id, l.reference, l.status, t.at, t.cases,
      t.open_cases, coalesce(d.needs, '{}'), t.delivered_amount, t.conflicts
    FROM total t JOIN latest l USING (person_id) LEFT JOIN needed d USING (person_id)
      LEFT JOIN named n USING (person_id) LEFT JOIN numbered i USING (person_id) ORDER BY person_id
    ON CONFLICT (person_id) DO UPDATE SET file_no = excluded.file_no, name = excluded.name,
      name_key = excluded.name_key, id_masked = excluded.id_masked, category = excluded.category,
      branch_office_id = excluded.branch_office_id, latest_case = excluded.latest_case,
      latest_reference = excluded.latest_reference, latest_status = excluded.latest_status,
      latest_at = excluded.latest_at, cases = excluded.cases, open_cases = excluded.open_cases,
      needs = excluded.needs, delivered_amount = excluded.delivered_amount,
      conflicts = excluded.conflicts;
END $$;
--> statement-breakpoint
SELECT registry_refresh(array_agg(DISTINCT person_id)) FROM merged_person HAVING count(*) > 0;
