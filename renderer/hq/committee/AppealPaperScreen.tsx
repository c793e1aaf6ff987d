import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useHqCaseRules } from '#renderer/access/hq/caseRules.ts';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { AppealReceiptBody } from '#renderer/caseParts/papers/AppealReceiptBody.tsx';
import { HeadquartersPaper } from '#renderer/caseParts/papers/HeadquartersPaper.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import type { StudyFile } from '#shared/contracts/hq/study.ts';
import type { Appeal } from '#shared/domain/case/appealState.ts';
import { assessCase } from '#shared/domain/case/assessCase.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { replayCase } from '#shared/domain/case/reduceCase.ts';
import { CaseId } from '#shared/domain/identity.ts';

export interface AppealPaperScreenProps {
  readonly params: Readonly<Partial<Record<string, string>>>;
}

/** N9, the receipt of an appeal, as headquarters hands it over. */
export function AppealPaperScreen({ params }: AppealPaperScreenProps) {
  const { t } = useTranslation(['hqCommittee', 'common']);
  const { queries } = useHq();
  const parsed = CaseId.safeParse(params['caseId']);
  const caseId = parsed.success ? parsed.data : ('' as CaseId);
  const { data, error, isPending } = useQuery(
    queries.study.open.queryOptions({ input: { caseId } }),
  );
  const state = useMemo(() => (data === undefined ? null : replayCase(data.events)), [data]);
  const appeal = state?.afterDecision.appeals.find(
    ({ appealId }) => appealId === params['appealId'],
  );
  if (data === undefined || state === null || appeal === undefined) {
    return isPending ? (
      <Skeleton label={t('common:loading')} />
    ) : (
      <>
        <HqErrorNote error={error} />
        <Note tone="stop">{t('hqCommittee:noSuchCase')}</Note>
      </>
    );
  }
  return <OneAppeal file={data} state={state} appeal={appeal} />;
}

function OneAppeal({
  file,
  state,
  appeal,
}: {
  readonly file: StudyFile;
  readonly state: CaseState;
  readonly appeal: Appeal;
}) {
  const { t } = useTranslation(['hqCommittee', 'appeal']);
  const { client } = useHq();
  const rules = useHqCaseRules(state);
  const assessment = useMemo(
    () => (rules === null ? null : assessCase(state, { ...rules, today: file.today })),
    [state, rules, file.today],
  );
  const { caseId } = state;
  const { appealId } = appeal;
  return (
    <HeadquartersPaper
      state={state}
      paper="N9"
      givenBy={file.people[appeal.actorId] ?? ''}
      back={{ href: `#/committee/case/${caseId}`, label: t('hqCommittee:backToCase') }}
      record={(language) => client.appeals.print({ caseId, appealId, language })}
      subtitle={<Against number={appeal.decisionNumber} />}
    >
      {assessment !== null && (
        <AppealReceiptBody appeal={appeal} evaluation={assessment.evaluation} />
      )}
    </HeadquartersPaper>
  );
}

function Against({ number }: { readonly number: string }) {
  const { t } = useTranslation('appeal');
  return (
    <>
      {t('paper.decision')} <Bdi>{number}</Bdi>
    </>
  );
}
