import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqSettings } from '#renderer/access/hq/settings.ts';
import { useHqPerson } from '#renderer/access/hq/status.ts';
import { HeadquartersPaper } from '#renderer/caseParts/papers/HeadquartersPaper.tsx';
import { LapseNoticeBody } from '#renderer/caseParts/papers/LapseNoticeBody.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { spokenDay } from '#renderer/language/days.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import { replayCase } from '#shared/domain/case/reduceCase.ts';
import { openLapse } from '#shared/domain/case/studyState.ts';
import { CaseId, type IsoDay } from '#shared/domain/identity.ts';

export interface LapsePaperScreenProps {
  readonly params: Readonly<Partial<Record<string, string>>>;
}

/** N10, the notice that a request lapsed, as headquarters hands it over. */
export function LapsePaperScreen({ params }: LapsePaperScreenProps) {
  const { t } = useTranslation(['hqStudy', 'common']);
  const { client, queries } = useHq();
  const { displayName } = useHqPerson();
  const signers = useHqSettings().signers.N10;
  const parsed = CaseId.safeParse(params['caseId']);
  const caseId = parsed.success ? parsed.data : ('' as CaseId);
  const { data, error, isPending } = useQuery(
    queries.study.open.queryOptions({ input: { caseId } }),
  );
  const state = useMemo(() => (data === undefined ? null : replayCase(data.events)), [data]);
  const lapse = state === null ? null : openLapse(state);
  if (state === null || lapse === null) {
    return isPending ? (
      <Skeleton label={t('common:loading')} />
    ) : (
      <>
        <HqErrorNote error={error} />
        <Note tone="stop">{t('hqStudy:notLapsed')}</Note>
      </>
    );
  }
  return (
    <HeadquartersPaper
      state={state}
      paper="N10"
      givenBy={displayName}
      back={{ href: `#/study/case/${caseId}`, label: t('hqStudy:back') }}
      record={(language) => client.study.printLapse({ caseId, language })}
      subtitle={<MadeOn day={lapse.lapsedOn} />}
    >
      <LapseNoticeBody state={state} lapse={lapse} signers={signers} />
    </HeadquartersPaper>
  );
}

function MadeOn({ day }: { readonly day: IsoDay }) {
  const { t } = useTranslation('papers');
  return t('made', spokenDay(day, useLanguage()));
}
