import { useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { PaperFacts } from '#renderer/caseParts/PaperFacts.tsx';
import { qrTextOf } from '#renderer/caseParts/qrTextOf.ts';
import { VisitSheetBody } from '#renderer/caseParts/study/VisitSheetBody.tsx';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { usePageMargins } from '#renderer/caseParts/usePageMargins.ts';
import { Button } from '#renderer/components/Button.tsx';
import { PaperRoom } from '#renderer/components/PaperRoom.tsx';
import { PrintPage } from '#renderer/components/PrintPage.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { dayOf, spokenDay } from '#renderer/language/days.ts';
import { directionOf } from '#renderer/language/i18n.ts';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import { replayCase } from '#shared/domain/case/reduceCase.ts';
import { CaseId } from '#shared/domain/identity.ts';

export interface VisitSheetScreenProps {
  readonly params: Readonly<Partial<Record<string, string>>>;
}

/** N6 as headquarters' own researcher takes it along. */
export function VisitSheetScreen({ params }: VisitSheetScreenProps) {
  const { t } = useTranslation(['hqStudy', 'papers', 'hqShell', 'common']);
  const { queries } = useHq();
  const language = useLanguage();
  const parsed = CaseId.safeParse(params['caseId']);
  const caseId = parsed.success ? parsed.data : ('' as CaseId);
  const file = useQuery(queries.study.open.queryOptions({ input: { caseId } }));
  const association = useQuery(queries.imports.letterhead.queryOptions());
  const state = file.data === undefined ? null : replayCase(file.data.events);
  const visit = state?.study.visits.find(({ visitId }) => visitId === params['visitId']);
  usePageMargins(`N6 · ${file.data?.case.reference ?? ''}`, language);
  const error = file.error ?? association.error;
  if (
    file.data === undefined ||
    association.data === undefined ||
    state === null ||
    visit === undefined
  ) {
    return error === null ? (
      <Skeleton label={t('common:loading')} />
    ) : (
      <HqErrorNote error={error} />
    );
  }
  const { name, contactLine, policyVersion } = association.data;
  const { case: row } = file.data;
  return (
    <PaperRoom
      back={{ href: `#/study/case/${caseId}`, label: t('hqStudy:back') }}
      name={t('papers:name.N6')}
      isInside
      end={
        <Button kind="main" icon={Printer} onPress={() => window.print()}>
          {t('common:print')}
        </Button>
      }
    >
      <PrintPage
        lang={language}
        dir={directionOf(language)}
        association={inLanguage(name, language)}
        unit={t('hqShell:headquarters')}
        referenceLabel={t('papers:reference')}
        reference={row.reference}
        qr={{ text: qrTextOf(state), label: t('papers:qr') }}
        title={t('papers:name.N6')}
        subtitle={t('papers:made', spokenDay(dayOf(visit.scheduled.at), language))}
        foot={[
          `${t('papers:form')} N6 · ${inLanguage(policyVersion, language)}`,
          inLanguage(contactLine, language),
        ]}
      >
        <PaperFacts
          facts={[
            {
              id: 'applicant',
              term: t('hqStudy:applicant'),
              value: <Words>{row.applicantName}</Words>,
            },
            { id: 'branch', term: t('hqStudy:branch'), value: <Words>{row.branchName}</Words> },
          ]}
        />
        <VisitSheetBody visit={visit} />
      </PrintPage>
    </PaperRoom>
  );
}
