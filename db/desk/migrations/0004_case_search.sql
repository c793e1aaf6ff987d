CREATE VIRTUAL TABLE case_search USING fts5 (
  -- Projection: what a case is found by while typing. A row is named by its case's opened_position, so
  -- that the newest come first without sorting; beginnings of one to three letters have an index each.
  name, identity, mobile, birth, reference, tail,
  content = '', contentless_delete = 1, detail = 'column', tokenize = 'ascii', prefix = '1 2 3'
);
--> statement-breakpoint
INSERT INTO case_search (case_search, rank) VALUES ('automerge', 12);
--> statement-breakpoint
INSERT INTO case_search (rowid, name, identity, mobile, birth, reference, tail)
SELECT opened_position,
  coalesce(group_concat(replace(key, ' ', 'ـ'), ' ') FILTER (WHERE kind = 'name'), ''),
  coalesce(group_concat(key, ' ') FILTER (WHERE kind = 'identity'), ''),
  coalesce(group_concat(key, ' ') FILTER (WHERE kind = 'mobile'), ''),
  coalesce(group_concat(
    replace(replace(replace(key, 'day -', 'daym'), ' ', ''), '-', ''), ' ') FILTER (WHERE kind = 'birth'), ''),
  coalesce(group_concat(key, ' ') FILTER (WHERE kind = 'reference'), ''),
  CASE WHEN reference GLOB '*-[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9][0-9][0-9]-?' THEN
    replace(substr(reference, -13), '-', '') || ' ' || replace(substr(reference, -8), '-', '')
    || ' ' || ltrim(replace(substr(reference, -8), '-', ''), '0')
  ELSE '' END
FROM search_key JOIN case_summary USING (opened_position) GROUP BY opened_position;
--> statement-breakpoint
DROP TABLE search_key;
