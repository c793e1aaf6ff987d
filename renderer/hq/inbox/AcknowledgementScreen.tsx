import { useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useHqCaseRules } from '#renderer/access/hq/caseRules.ts';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { usePageMargins } from '#renderer/caseParts/usePageMargins.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { PaperRoom } from '#renderer/components/PaperRoom.tsx';
import { PrintPage, PrintSection, PrintTable } from '#renderer/components/PrintPage.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { dayOf, spokenDay } from '#renderer/language/days.ts';
import { directionOf } from '#renderer/language/i18n.ts';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { ImportCase } from '#shared/contracts/hq/imports.ts';
import type { ImportState } from '#shared/domain/import/importState.ts';
import { placeNames } from './placeNames.ts';
import { useReasonsInShort } from './reasonsInShort.ts';

export interface AcknowledgementScreenProps {
  readonly params: Readonly<Partial<Record<string, string>>>;
}

/** N11: what became of a batch's cases, to be handed to the branch. References only, no names. */
export function AcknowledgementScreen({ params }: AcknowledgementScreenProps) {
  const { t } = useTranslation(['import', 'common']);
  const { queries } = useHq();
  const language = useLanguage();
  const batchId = params['batchId'] ?? '';
  const batches = useQuery(queries.intake.batches.queryOptions({ input: { batchId, limit: 1 } }));
  const cases = useQuery(
    queries.imports.cases.queryOptions({ input: { batchId, offset: 0, limit: 500 } }),
  );
  const association = useQuery(queries.imports.letterhead.queryOptions());
  const inShort = useReasonsInShort(placeNames(useHqCaseRules(null), language));
  const batch = batches.data?.batches.find((each) => each.batchId === batchId);
  const reference = batch === undefined ? '' : `${batch.branchCode}-${batch.lane}-${batch.number}`;
  usePageMargins(`N11 · ${reference}`, language);
  const error = batches.error ?? cases.error ?? association.error;
  if (batch === undefined || cases.data === undefined || association.data === undefined) {
    return error === null ? (
      <Skeleton label={t('common:loading')} />
    ) : (
      <HqErrorNote error={error} />
    );
  }
  const listed = cases.data.cases;
  const inStates = (...states: readonly ImportState[]) =>
    listed.filter(({ state }) => states.includes(state));
  const day = spokenDay(dayOf(batch.receivedAt), language);
  const { name, contactLine, policyVersion } = association.data;
  return (
    <PaperRoom
      back={{ href: `#/inbox/${batchId}`, label: t('import:ack.back') }}
      name={t('import:ack.name')}
      isInside
      end={
        <Button kind="main" icon={Printer} onPress={() => window.print()}>
          {t('import:ack.print')}
        </Button>
      }
    >
      <PrintPage
        lang={language}
        dir={directionOf(language)}
        association={inLanguage(name, language)}
        unit={t('import:ack.unit')}
        referenceLabel={t('import:batch')}
        reference={reference}
        title={t('import:ack.title')}
        subtitle={t('import:ack.subtitle', {
          number: batch.number,
          branch: batch.branchName,
          ...day,
        })}
        foot={[
          `${t('import:ack.foot')} · ${inLanguage(policyVersion, language)}`,
          inLanguage(contactLine, language),
        ]}
      >
        <Part
          title={t('import:ack.accepted')}
          cases={inStates('imported', 'changed')}
          last={{ head: t('import:fileNo'), cell: ({ fileNo }) => <Bdi>{fileNo ?? ''}</Bdi> }}
        />
        <Part
          title={t('import:ack.returned')}
          cases={inStates('returned')}
          last={{ head: t('import:ack.why'), cell: inShort }}
        />
        <Part
          title={t('import:ack.aside')}
          cases={inStates('setAside', 'repeats')}
          last={{
            head: t('import:ack.why'),
            cell: (each) => inShort(each) || t(`import:state.${each.state}`),
          }}
        />
        <Part
          title={t('import:ack.waiting')}
          cases={inStates('unchecked', 'clean', 'held', 'duplicate')}
          last={{
            head: t('import:ack.why'),
            cell: (each) => inShort(each) || t(`import:state.${each.state}`),
          }}
        />
      </PrintPage>
    </PaperRoom>
  );
}

function Part({
  title,
  cases,
  last,
}: {
  readonly title: string;
  readonly cases: readonly ImportCase[];
  readonly last: { readonly head: string; readonly cell: (listed: ImportCase) => ReactNode };
}) {
  const { t } = useTranslation('import');
  return (
    <PrintSection title={`${title} (${cases.length})`}>
      {cases.length === 0 ? (
        <p>{t('ack.none')}</p>
      ) : (
        <PrintTable
          heads={[t('reference'), last.head]}
          rows={cases.map((listed) => ({
            id: listed.caseId,
            cells: [<Bdi key="reference">{listed.reference}</Bdi>, last.cell(listed)],
          }))}
        />
      )}
    </PrintSection>
  );
}
