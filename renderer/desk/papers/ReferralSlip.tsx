import { useTranslation } from 'react-i18next';
import { useDocumentName } from '#renderer/caseParts/documentName.ts';
import { PaperFacts } from '#renderer/caseParts/PaperFacts.tsx';
import { SlipAppointment, SlipThread } from '#renderer/caseParts/papers/SlipParts.tsx';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { dayOf, spokenDay } from '#renderer/language/days.ts';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { Referral } from '#shared/domain/case/caseState.ts';
import { type PaperProps, PaperSheet } from './PaperSheet.tsx';
import { WaitingFacts } from './WaitingFacts.tsx';

export interface ReferralSlipProps extends PaperProps {
  readonly referral: Referral;
}

/** N4: to the social-research officer, with the reason, the questions and the appointment (P33). */
export function ReferralSlip({ open, copy, referral }: ReferralSlipProps) {
  const { t } = useTranslation(['papers', 'waiting']);
  const language = useLanguage();
  const documentName = useDocumentName();
  const { documents, matrix } = open.assessment;
  const { about, appointment, reason, opened, thread } = referral;
  const subjects = [
    ...documents
      .filter(({ needed }) => about.documents.includes(needed.documentKey))
      .map(({ needed }) => documentName(needed)),
    ...matrix
      .filter(({ row }) => about.rows.includes(row.rowKey))
      .map(({ row }) => inLanguage(row.label, language)),
  ];
  return (
    <PaperSheet
      open={open}
      copy={copy}
      paper="N4"
      title={t('papers:name.N4')}
      subtitle={t('papers:made', spokenDay(dayOf(opened.at), language))}
    >
      <PaperFacts
        facts={[
          {
            id: 'to',
            term: t('waiting:paper.to'),
            value: <strong>{t('waiting:paper.toWhom')}</strong>,
            isWide: true,
          },
        ]}
      />
      <WaitingFacts open={open} actorId={opened.actorId} />
      <PaperFacts
        facts={[
          {
            id: 'reason',
            term: t('waiting:paper.reason'),
            value: t(`waiting:reason.${reason}`),
            isWide: true,
          },
          ...(subjects.length === 0
            ? []
            : [
                {
                  id: 'about',
                  term: t('waiting:paper.about'),
                  value: <Words>{subjects.join(' · ')}</Words>,
                  isWide: true,
                },
              ]),
          {
            id: 'appointment',
            term: t('waiting:paper.appointment'),
            value: <SlipAppointment appointment={appointment} />,
            isWide: true,
          },
        ]}
      />
      <SlipThread
        entries={thread.map(({ eventId, kind, text }) => ({
          id: eventId,
          isAnswer: kind === 'answer',
          text,
        }))}
        noPenalty={t('waiting:paper.noPenalty')}
      />
    </PaperSheet>
  );
}
