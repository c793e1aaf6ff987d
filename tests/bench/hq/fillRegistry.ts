import { type HubDatabase, writeHub } from '#db/hub/connection.ts';
import { nameWords } from '#shared/domain/search/searchText.ts';

const BRANCHES = 20;
const AT_ONCE = 10_000;
const FIRST_ID = 1_000_000_000;
const GIVEN = ['محمد', 'أحمد', 'عبدالله', 'سعاد', 'نورة', 'فاطمة', 'خالد', 'هدى', 'سارة', 'علي'];
const FAMILY = ['القحطاني', 'الغامدي', 'الحربي', 'العتيبي', 'الشمري', 'المطيري', 'السبيعي'];
const STATUSES = ['imported', 'underStudy', 'notified', 'registered', 'closed'];
const CATEGORIES = ['widow', 'divorced', 'orphans', 'elderly', 'ordinary', 'single', 'prisoner'];
const NEEDS = ['rent', 'food', 'education', 'medical', 'furniture', 'electricity'];

/** So many persons with a request each in the registry, filled as the rows of cases fill it: by its triggers. */
export async function fillRegistry(db: HubDatabase, persons: number): Promise<void> {
  const given = GIVEN.map(keyOf);
  const family = FAMILY.map(keyOf);
  await db.query(
    `INSERT INTO branch (branch_office_id, code, name, made_at)
     SELECT ('018f0000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
       'BRN' || lpad(n::text, 2, '0'), 'فرع ' || n, now() FROM generate_series(1, $1::int) n`,
    [BRANCHES],
  );
  for (let first = 0; first < persons; first += AT_ONCE) {
    const last = Math.min(first + AT_ONCE, persons);
    await writeHub(db, async (writer) => {
      const values = [first, last - 1, GIVEN, FAMILY, given, family, STATUSES];
      const ids = `('018f1111-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid`;
      const pick = (of: string, step: string) => `(${of})[1 + (${step}) % cardinality(${of})]`;
      await writer.query(
        `INSERT INTO registry_case (case_id, needs, category, delivered_amount, conflicts)
         SELECT ${ids}, ARRAY[${pick('$4::text[]', 'n')}, ${pick('$4::text[]', 'n / 6 + 1')}],
           ${pick('$3::text[]', 'n / 3')}, 0, 0 FROM generate_series($1::int, $2::int) n`,
        [first, last - 1, CATEGORIES, NEEDS],
      );
      await writer.query(
        `INSERT INTO hub_case (case_id, branch_office_id, beneficiary_id, reference, stage, status,
           applicant_name, applicant_name_key, id_masked, file_no, opened_at, updated_at, submitted_at,
           reply_not_before, candidate, held, set_aside, return_open, conflicts, decision_released,
           decision_told, unreadable, last_position, checked_position)
         SELECT ${ids}, ('018f0000-0000-4000-8000-' || lpad((1 + n % ${BRANCHES})::text, 12, '0'))::uuid,
           ('018f2222-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
           'BRN01-B7-2026-' || lpad(n::text, 6, '0') || '-X', ${pick('$7::text[]', 'n / 2')},
           ${pick('$7::text[]', 'n / 2')},
           ${pick('$3::text[]', 'n')} || ' ' || ${pick('$3::text[]', 'n / 10')} || ' ' || ${pick('$4::text[]', 'n / 100')},
           ${pick('$5::text[]', 'n')} || ' ' || ${pick('$5::text[]', 'n / 10')} || ' ' || ${pick('$6::text[]', 'n / 100')},
           '******' || lpad((n % 10000)::text, 4, '0'), 'FILE-' || lpad((n + 1)::text, 6, '0'),
           at, at, at, at::date + 14, false, false, false, false, 0, false, false, 0, 1, 1
         FROM (SELECT n, timestamptz '2025-12-01' + n * interval '150 seconds' AS at
           FROM generate_series($1::int, $2::int) n) s`,
        values,
      );
      await writer.query(
        `INSERT INTO case_key (kind, key, case_id)
         SELECT 'name', word, id FROM (SELECT ${ids} AS id,
             ARRAY[${pick('$3::text[]', 'n')}, ${pick('$3::text[]', 'n / 10')}, ${pick('$4::text[]', 'n / 100')}] AS words
           FROM generate_series($1::int, $2::int) n) s CROSS JOIN unnest(words) AS word
         UNION SELECT 'identity', (${FIRST_ID} + n)::text, ${ids} FROM generate_series($1::int, $2::int) n
         UNION SELECT 'mobile', (500000000 + n)::text, ${ids} FROM generate_series($1::int, $2::int) n
         ON CONFLICT DO NOTHING`,
        [first, last - 1, given, family],
      );
    });
  }
  // As PostgreSQL itself does soon after so many rows.
  await db.query('VACUUM ANALYZE');
}

function keyOf(name: string): string {
  return nameWords(name).join(' ');
}
