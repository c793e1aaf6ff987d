import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDeskErrorSentence } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { PaperFacts } from '#renderer/caseParts/PaperFacts.tsx';
import {
  BranchPaper,
  BranchSheet,
  type SheetCopy,
} from '#renderer/caseParts/papers/BranchPaper.tsx';
import { PrintSignatures } from '#renderer/components/PrintPage.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import type { ComplaintReceipt as Receipt } from '#shared/contracts/complaints.ts';
import { ComplaintId } from '#shared/domain/contacts/contactEvents.ts';

/** A small paper for the complainant: the number and the days. Nothing of what was said stands on it. */
export function ComplaintReceipt() {
  const { t } = useTranslation('complaints');
  const params = useParams({ from: '/complaints/$complaintId/receipt' });
  const { queries } = useDesk();
  const complaintId = ComplaintId.parse(params.complaintId);
  const { data, error } = useQuery(
    queries.complaints.receipt.queryOptions({ input: { complaintId } }),
  );
  return (
    <BranchPaper
      back={{ href: '#/complaints', label: t('backToRegister') }}
      name={t('receiptTitle')}
      counted={{ paper: 'complaintReceipt', subject: complaintId }}
      notes={useDeskErrorSentence(error)}
      sheet={data === undefined ? null : (copy) => <Sheet receipt={data} copy={copy} />}
    />
  );
}

function Sheet({ receipt, copy }: { readonly receipt: Receipt; readonly copy: SheetCopy }) {
  const { t } = useTranslation(['complaints', 'contacts', 'common', 'waiting']);
  return (
    <BranchSheet
      copy={copy}
      referenceLabel={t('complaints:number')}
      reference={receipt.number}
      title={t('complaints:receiptTitle')}
    >
      <PaperFacts
        facts={[
          {
            id: 'about',
            term: t('complaints:about'),
            value: t(`complaints:subject.${receipt.about}`),
          },
          {
            id: 'channel',
            term: t('contacts:channel'),
            value: t(`common:channel.${receipt.channel}`),
          },
          {
            id: 'on',
            term: t('complaints:recordedOn'),
            value: <DayText day={receipt.recordedOn} />,
          },
          { id: 'due', term: t('complaints:dueBy'), value: <DayText day={receipt.dueBy} /> },
        ]}
      />
      <p>{t('complaints:receiptLine')}</p>
      <PrintSignatures places={[{ id: 'office', label: t('waiting:paper.officeSign') }]} />
    </BranchSheet>
  );
}
