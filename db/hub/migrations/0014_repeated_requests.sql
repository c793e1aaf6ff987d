CREATE INDEX hub_case_repeats ON hub_case (case_id) WHERE status = 'duplicate';
