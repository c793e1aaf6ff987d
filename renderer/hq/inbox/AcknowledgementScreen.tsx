import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useHqCaseRules } from '#renderer/access/hq/caseRules.ts';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { HqPaper, HqSheet } from '#renderer/caseParts/papers/HqPaper.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { PrintSection, PrintTable } from '#renderer/components/PrintPage.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { dayOf, spokenDay } from '#renderer/language/days.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { ImportCase } from '#shared/contracts/hq/imports.ts';
import type { ImportState } from '#shared/domain/import/importState.ts';
import type { ListedBatch } from './BatchTable.tsx';
import { placeNames } from './placeNames.ts';
import { useReasonsInShort } from './reasonsInShort.ts';

export interface AcknowledgementScreenProps {
  readonly params: Readonly<Partial<Record<string, string>>>;
}

/** N11: what became of a batch's cases, to be handed to the branch. References only, no names. */
export function AcknowledgementScreen({ params }: AcknowledgementScreenProps) {
  const { t } = useTranslation(['import', 'common']);
  const { client, queries } = useHq();
  const batchId = params['batchId'] ?? '';
  const batches = useQuery(queries.intake.batches.queryOptions({ input: { batchId, limit: 1 } }));
  const cases = useQuery(
    queries.imports.cases.queryOptions({ input: { batchId, offset: 0, limit: 500 } }),
  );
  const batch = batches.data?.batches.find((each) => each.batchId === batchId);
  const listed = cases.data?.cases;
  const error = batches.error ?? cases.error;
  if (batch === undefined || listed === undefined) {
    return error === null ? (
      <Skeleton label={t('common:loading')} />
    ) : (
      <HqErrorNote error={error} />
    );
  }
  return (
    <HqPaper
      back={{ href: `#/inbox/${batchId}`, label: t('import:ack.back') }}
      name={t('import:ack.name')}
      record={(language) => client.intake.printAcknowledgement({ batchId, language })}
      sheet={(copy) => <Sheet batch={batch} listed={listed} copy={copy} />}
    />
  );
}

interface SheetProps {
  readonly batch: ListedBatch;
  readonly listed: readonly ImportCase[];
  readonly copy: number | null;
}

function Sheet({ batch, listed, copy }: SheetProps) {
  const { t } = useTranslation('import');
  const language = useLanguage();
  const inShort = useReasonsInShort(placeNames(useHqCaseRules(null), language));
  const inStates = (...states: readonly ImportState[]) =>
    listed.filter(({ state }) => states.includes(state));
  return (
    <HqSheet
      unit={t('ack.unit')}
      form="N11"
      copy={copy}
      referenceLabel={t('batch')}
      reference={`${batch.branchCode}-${batch.lane}-${batch.number}`}
      title={t('ack.title')}
      subtitle={t('ack.subtitle', {
        number: batch.number,
        branch: batch.branchName,
        ...spokenDay(dayOf(batch.receivedAt), language),
      })}
    >
      <Part
        title={t('ack.accepted')}
        cases={inStates('imported', 'changed')}
        last={{ head: t('fileNo'), cell: ({ fileNo }) => <Bdi>{fileNo ?? ''}</Bdi> }}
      />
      <Part
        title={t('ack.returned')}
        cases={inStates('returned')}
        last={{ head: t('ack.why'), cell: inShort }}
      />
      <Part
        title={t('ack.aside')}
        cases={inStates('setAside', 'repeats')}
        last={{
          head: t('ack.why'),
          cell: (each) => inShort(each) || t(`state.${each.state}`),
        }}
      />
      <Part
        title={t('ack.waiting')}
        cases={inStates('unchecked', 'clean', 'held', 'duplicate')}
        last={{
          head: t('ack.why'),
          cell: (each) => inShort(each) || t(`state.${each.state}`),
        }}
      />
    </HqSheet>
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
