import type { HubWriter } from './connection.ts';

/** What lists of the registry and of deliveries ask of a case, a pure function of its events. */
export interface RegistryCaseRow {
  readonly caseId: string;
  readonly needs: readonly string[];
  readonly category: string;
  /** Halalas. */
  readonly deliveredAmount: number;
  readonly conflicts: number;
  readonly service: 'toRegister' | 'inService' | 'served' | 'closed' | 'withdrawn' | null;
  readonly opinionFrom: string | null;
  readonly closesAfter: string | null;
}

/** A part of an accepted item that was not given yet. */
export interface ServiceDueRow {
  readonly itemId: string;
  /** 1 for the first of `parts`. */
  readonly number: number;
  readonly parts: number;
  readonly dueOn: string;
  readonly type: string | null;
  /** Halalas that are left of it. */
  readonly amount: number | null;
  readonly quantity: number | null;
  readonly funding: string;
}

/** Makes these rows what their cases say, before the rows of the cases themselves, which look at them. */
export async function putRegistryCases(
  writer: HubWriter,
  cases: readonly { readonly row: RegistryCaseRow; readonly dues: readonly ServiceDueRow[] }[],
): Promise<void> {
  if (cases.length === 0) return;
  const rows = cases.map(({ row }) => row);
  await writer.query(
    `INSERT INTO registry_case (case_id, needs, category, delivered_amount, conflicts, service,
       opinion_from, closes_after)
     SELECT id, ARRAY(SELECT jsonb_array_elements_text(needs)), category, delivered, conflicts,
       service, opinion, closes
     FROM unnest($1::uuid[], $2::jsonb[], $3::text[], $4::bigint[], $5::int[], $6::text[],
       $7::date[], $8::date[])
       AS n (id, needs, category, delivered, conflicts, service, opinion, closes)
     ON CONFLICT (case_id) DO UPDATE SET needs = excluded.needs, category = excluded.category,
       delivered_amount = excluded.delivered_amount, conflicts = excluded.conflicts,
       service = excluded.service, opinion_from = excluded.opinion_from,
       closes_after = excluded.closes_after`,
    [
      rows.map(({ caseId }) => caseId),
      rows.map(({ needs }) => JSON.stringify(needs)),
      rows.map(({ category }) => category),
      rows.map(({ deliveredAmount }) => deliveredAmount),
      rows.map(({ conflicts }) => conflicts),
      rows.map(({ service }) => service),
      rows.map(({ opinionFrom }) => opinionFrom),
      rows.map(({ closesAfter }) => closesAfter),
    ],
  );
  await putDues(
    writer,
    rows.map(({ caseId }) => caseId),
    cases.flatMap(({ row: { caseId }, dues }) => dues.map((due) => ({ caseId, ...due }))),
  );
}

async function putDues(
  writer: HubWriter,
  caseIds: readonly string[],
  dues: readonly (ServiceDueRow & { readonly caseId: string })[],
): Promise<void> {
  await writer.query('DELETE FROM service_due WHERE case_id = ANY($1::uuid[])', [caseIds]);
  if (dues.length === 0) return;
  await writer.query(
    `INSERT INTO service_due (case_id, item_id, number, parts, due_on, type, amount, quantity, funding)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::int[], $4::int[], $5::date[], $6::text[],
       $7::bigint[], $8::int[], $9::text[])`,
    [
      dues.map(({ caseId }) => caseId),
      dues.map(({ itemId }) => itemId),
      dues.map(({ number }) => number),
      dues.map(({ parts }) => parts),
      dues.map(({ dueOn }) => dueOn),
      dues.map(({ type }) => type),
      dues.map(({ amount }) => amount),
      dues.map(({ quantity }) => quantity),
      dues.map(({ funding }) => funding),
    ],
  );
}
