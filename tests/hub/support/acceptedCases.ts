import { writeHub } from '#db/hub/connection.ts';
import { filesOf } from '#db/hub/registryFiles.ts';
import { findHubCase } from '#hq/cases/hubCase.ts';
import { lockAndReadCases, writeCaseEvents } from '#hq/cases/writeCaseEvents.ts';
import type { Hub } from '#hq/createHub.ts';
import { askedItems } from '#hq/decisions/askedItems.ts';
import { releaseDueDecisions, riyadhToday } from '#hq/decisions/releaseDecisions.ts';
import { DecisionContent } from '#shared/domain/case/decision.ts';
import { CaseId } from '#shared/domain/identity.ts';

/** Every case that waits for import, imported as the rule does it. @returns their ids */
export async function importWaiting({ hub }: { readonly hub: Hub }): Promise<readonly CaseId[]> {
  const { context } = hub;
  await context.caseProjector.settled();
  const rows = await context.db.query<{ readonly id: string; readonly person: string }>(
    'SELECT case_id AS id, beneficiary_id AS person FROM hub_case WHERE candidate ORDER BY case_id',
  );
  await writeHub(context.db, async (writer) => {
    const files = await filesOf(
      writer,
      rows.map(({ person }) => person),
    );
    const cases = await lockAndReadCases(
      writer,
      context,
      rows.map(({ id }) => id),
    );
    await writeCaseEvents(
      writer,
      context,
      cases,
      rows.map(({ id, person }) => ({
        kind: 'caseImported',
        caseId: id,
        actorId: context.hubId,
        payload: { fileNo: files.get(person) ?? '', by: 'rule' },
      })),
    );
  });
  return rows.map(({ id }) => CaseId.parse(id));
}

export interface Approval {
  /** Halalas; of each month. */
  readonly amount: number;
  /** One for support that is given once. */
  readonly months: number;
  readonly conditions?: string;
}

/** The first item that was asked for is accepted, everything else rejected; the person was told of it today. */
export async function acceptAndTell(
  { hub }: { readonly hub: Hub },
  caseId: CaseId,
  { amount, months, conditions }: Approval,
): Promise<string> {
  const { context } = hub;
  const held = await findHubCase(context.db, context.hubId, caseId);
  if (held?.state == null) throw new Error('no such case');
  const { questionnaire } = context.reference.rulesOf(held.state);
  const [first, ...others] = askedItems(held.state, questionnaire);
  if (first === undefined) throw new Error('nothing was asked for');
  const today = riyadhToday(context);
  const decision = DecisionContent.parse({
    decisionId: context.ids.uuid(),
    number: `D-${today.slice(0, 4)}-${caseId.slice(-6)}`,
    decidedOn: today,
    items: [
      {
        itemId: first.itemId,
        outcome: 'accepted',
        amount,
        quantity: null,
        period: months === 1 ? { kind: 'once' } : { kind: 'monthly', months },
        fundingSource: 'sadaqa',
        conditions: conditions ?? null,
        reason: null,
      },
      ...others.map(({ itemId }) => ({
        itemId,
        outcome: 'rejected',
        code: 'outOfScope',
        reason: 'لا يدخل في مجالات المكتب هذا العام',
      })),
    ],
    appealDays: 30,
    reviewOf: null,
  });
  const { decisionId } = decision;
  await writeHub(context.db, async (writer) => {
    const cases = await lockAndReadCases(writer, context, [caseId]);
    const by = { caseId, actorId: context.hubId };
    await writeCaseEvents(writer, context, cases, [
      { ...by, kind: 'decisionMade', payload: { decision } },
      { ...by, kind: 'decisionReached', payload: { decisionId } },
      {
        ...by,
        kind: 'decisionReleased',
        payload: { decision, releasedOn: today, override: { reason: 'حاجة عاجلة' } },
      },
      {
        ...by,
        kind: 'decisionTold',
        payload: { decisionId, channel: 'phone', toldOn: today, toldTo: null },
      },
    ]);
  });
  await releaseDueDecisions(context);
  return first.itemId;
}
