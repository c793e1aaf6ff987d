import type { z } from 'zod';
import { findHqPerson } from '#db/hub/people.ts';
import { countOpenReferrals, listReferrals } from '#db/hub/studyCases.ts';
import {
  type hqReferralsContract,
  ListedReferral,
  type StudyFile,
} from '#shared/contracts/hq/study.ts';
import type { CaseState, Referral } from '#shared/domain/case/caseState.ts';
import { isReferralOpen } from '#shared/domain/case/reduceReferral.ts';
import type { ReferralOutcome, ReferralStep } from '#shared/domain/case/referral.ts';
import type { ActorId } from '#shared/domain/identity.ts';
import type { HubContext } from '../context.ts';
import { HqError } from '../dispatcher/hqError.ts';
import { assessed, type CaseAtHand, onStudyCase } from './onStudyCase.ts';
import { awaitedListOf, openStudy } from './studyService.ts';

type Input<Name extends keyof typeof hqReferralsContract> = z.output<
  NonNullable<(typeof hqReferralsContract)[Name]['~orpc']['inputSchema']>
>;

const MOST_LISTED = 100;

export async function referralsOf({ db }: HubContext, { view, offset }: Input<'list'>) {
  const rows = await listReferrals(db, view === 'open', { offset, limit: MOST_LISTED + 1 });
  return {
    referrals: rows.slice(0, MOST_LISTED).map((row) =>
      ListedReferral.parse({
        ...row,
        askedAt: row.askedAt.toISOString(),
        answeredAt: row.answeredAt?.toISOString() ?? null,
      }),
    ),
    next: rows.length > MOST_LISTED ? offset + MOST_LISTED : null,
    open: await countOpenReferrals(db),
  };
}

/** @throws HqError `dayPast`, `documentNotOfCase` */
export async function referCase(
  hub: HubContext,
  actorId: ActorId,
  { caseId, documents, ...referral }: Input<'refer'>,
): Promise<StudyFile> {
  await onStudyCase(hub, caseId, 'refer', (at) => {
    const { appointment } = referral;
    if (appointment !== null && appointment.on < at.today) throw new HqError('dayPast');
    assertDocuments(hub, at, documents);
    const payload = {
      ...referral,
      referralId: hub.ids.uuid(),
      step: stepOf(at.state),
      about: { documents, rows: [], paths: [] },
    };
    return [{ kind: 'caseReferred', caseId, actorId, payload }];
  });
  return openStudy(hub, caseId);
}

export async function addReferralQuestion(
  hub: HubContext,
  actorId: ActorId,
  { caseId, ...payload }: Input<'addQuestion'>,
): Promise<StudyFile> {
  await onStudyCase(hub, caseId, 'addQuestion', ({ state }) => {
    referralOf(state, payload.referralId);
    return [{ kind: 'referralQuestionAdded', caseId, actorId, payload }];
  });
  return openStudy(hub, caseId);
}

/**
 * The officer's answer goes down to the branch. Whoever has not seen an answer that came meanwhile is
 * shown it first: nothing is lost, and nobody contradicts unawares.
 * @throws HqError `referralClosed`, `dayPast`, `documentNotOfCase`, `bringAfterSubmission`
 */
export async function answerReferral(
  hub: HubContext,
  actorId: ActorId,
  { caseId, referralId, text, seenAnswers, outcome: said }: Input<'answer'>,
): Promise<StudyFile> {
  const person = await findHqPerson(hub.db, actorId);
  if (person === null) throw new HqError('notFound');
  await onStudyCase(hub, caseId, 'answerReferral', (at) => {
    const referral = referralOf(at.state, referralId);
    const answers = referral.thread.filter(({ kind }) => kind === 'answer').length;
    if (!isReferralOpen(referral) || answers !== seenAnswers) throw new HqError('referralClosed');
    const payload = {
      referralId,
      answeredBy: person.displayName,
      heard: 'headquarters' as const,
      answeredOn: at.today,
      text,
      outcome: outcomeOf(hub, at, said),
    };
    return [{ kind: 'referralAnswered', caseId, actorId, payload }];
  });
  return openStudy(hub, caseId);
}

function outcomeOf(
  hub: HubContext,
  at: CaseAtHand,
  said: Input<'answer'>['outcome'],
): ReferralOutcome {
  switch (said.kind) {
    case 'goOn':
    case 'acceptIdentity':
      return said;
    case 'grace':
      if (said.until < at.today) throw new HqError('dayPast');
      assertDocuments(hub, at, said.documents);
      return said;
    case 'bring':
      if (at.state.submission !== null) throw new HqError('bringAfterSubmission');
      return { kind: 'bring', ...awaitedListOf(hub, at, said) };
  }
}

/** @throws HqError `referralClosed` where no question is open any more */
export async function withdrawReferral(
  hub: HubContext,
  actorId: ActorId,
  { caseId, ...payload }: Input<'withdraw'>,
): Promise<StudyFile> {
  await onStudyCase(hub, caseId, 'withdrawReferral', ({ state }) => {
    if (!isReferralOpen(referralOf(state, payload.referralId))) throw new HqError('referralClosed');
    return [{ kind: 'referralWithdrawn', caseId, actorId, payload }];
  });
  return openStudy(hub, caseId);
}

function assertDocuments(hub: HubContext, at: CaseAtHand, documents: readonly string[]): void {
  if (documents.length === 0) return;
  const known = new Set(assessed(hub, at).documents.map(({ needed }) => needed.documentKey));
  if (documents.some((key) => !known.has(key))) throw new HqError('documentNotOfCase');
}

/** The step of the policy at which the case stands: there the branch sees the question. */
function stepOf({ stage, submission }: CaseState): ReferralStep {
  if (submission !== null) return 'next';
  if (stage === 'draft') return 'interview';
  return stage === 'interviewed' ? 'documents' : 'declaration';
}

function referralOf({ referrals }: CaseState, referralId: string): Referral {
  const found = referrals.find((each) => each.referralId === referralId);
  if (found === undefined) throw new HqError('notFound');
  return found;
}
