CREATE INDEX hub_case_waiting ON hub_case (case_id) WHERE candidate OR return_open OR set_aside;
