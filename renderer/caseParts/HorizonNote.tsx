import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { horizon } from '#shared/domain/documents/horizon.ts';
import { useDocumentName } from './documentName.ts';

/**
 * What is in force today and ends before the earliest answer (policy, 8a). It is said so that it can be
 * renewed in time; it stands in the way of nothing.
 */
export function HorizonNote({ open }: { readonly open: OpenCase }) {
  const { t } = useTranslation('documents');
  const { queries } = useDesk();
  const { today } = useOpenStatus();
  const name = useDocumentName();
  const { caseId, documents } = open.state;
  const { data: promise } = useQuery(
    queries.submission.promise.queryOptions({ input: { caseId } }),
  );
  if (promise === undefined) return null;
  const needed = open.assessment.documents.map((document) => document.needed);
  const items = horizon(needed, documents, today, promise.replyNotBefore);
  if (items.length === 0) return null;
  return (
    <Panel title={t('horizonTitle')} compact>
      <Stack gap={2}>
        {items.map(({ document, validity }) => (
          <Note key={document.documentKey} tone="gold" slim>
            {t('horizonEnds', { document: name(document), count: validity.daysLeft ?? 0 })}
          </Note>
        ))}
        {t('horizonHelp')}
      </Stack>
    </Panel>
  );
}
