import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { PaperFacts } from '#renderer/caseParts/PaperFacts.tsx';
import { HeadquartersPaper } from '#renderer/caseParts/papers/HeadquartersPaper.tsx';
import { VisitSheetBody } from '#renderer/caseParts/study/VisitSheetBody.tsx';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { dayOf, spokenDay } from '#renderer/language/days.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import { replayCase } from '#shared/domain/case/reduceCase.ts';
import type { FieldVisit } from '#shared/domain/case/studyState.ts';
import { CaseId } from '#shared/domain/identity.ts';

export interface VisitSheetScreenProps {
  readonly params: Readonly<Partial<Record<string, string>>>;
}

/** N6 as headquarters' own researcher takes it along. */
export function VisitSheetScreen({ params }: VisitSheetScreenProps) {
  const { t } = useTranslation(['hqStudy', 'common']);
  const { client, queries } = useHq();
  const parsed = CaseId.safeParse(params['caseId']);
  const caseId = parsed.success ? parsed.data : ('' as CaseId);
  const { data, error } = useQuery(queries.study.open.queryOptions({ input: { caseId } }));
  const state = useMemo(() => (data === undefined ? null : replayCase(data.events)), [data]);
  const visit = state?.study.visits.find(({ visitId }) => visitId === params['visitId']);
  if (data === undefined || state === null || visit === undefined) {
    return error === null ? (
      <Skeleton label={t('common:loading')} />
    ) : (
      <HqErrorNote error={error} />
    );
  }
  const { visitId } = visit;
  return (
    <HeadquartersPaper
      state={state}
      paper="N6"
      givenBy={data.people[visit.scheduled.actorId] ?? ''}
      back={{ href: `#/study/case/${caseId}`, label: t('hqStudy:back') }}
      record={(language) => client.study.printVisit({ caseId, visitId, language })}
      subtitle={<MadeOn visit={visit} />}
    >
      <Branch name={data.case.branchName} />
      <VisitSheetBody visit={visit} />
    </HeadquartersPaper>
  );
}

function MadeOn({ visit }: { readonly visit: FieldVisit }) {
  const { t } = useTranslation('papers');
  return t('made', spokenDay(dayOf(visit.scheduled.at), useLanguage()));
}

function Branch({ name }: { readonly name: string }) {
  const { t } = useTranslation('hqStudy');
  return <PaperFacts facts={[{ id: 'branch', term: t('branch'), value: <Words>{name}</Words> }]} />;
}
