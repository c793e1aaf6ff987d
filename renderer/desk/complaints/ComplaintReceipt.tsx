import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeskErrorSentence } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useAssociation } from '#renderer/access/reference.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { usePageMargins } from '#renderer/caseParts/usePageMargins.ts';
import { Button } from '#renderer/components/Button.tsx';
import { PaperRoom } from '#renderer/components/PaperRoom.tsx';
import { PrintFacts, PrintPage } from '#renderer/components/PrintPage.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { InLanguage } from '#renderer/language/InLanguage.tsx';
import { directionOf } from '#renderer/language/i18n.ts';
import { LanguageChoice } from '#renderer/language/LanguageChoice.tsx';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { ComplaintReceipt as Receipt } from '#shared/contracts/complaints.ts';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import { ComplaintId } from '#shared/domain/contacts/contactEvents.ts';

/** A small paper for the complainant: the number and the days. Nothing of what was said stands on it. */
export function ComplaintReceipt() {
  const { t } = useTranslation(['complaints', 'common', 'papers']);
  const params = useParams({ from: '/complaints/$complaintId/receipt' });
  const { queries } = useDesk();
  const [language, setLanguage] = useState<Language>(useLanguage());
  const { data, error } = useQuery(
    queries.complaints.receipt.queryOptions({
      input: { complaintId: ComplaintId.parse(params.complaintId) },
    }),
  );
  const sentence = useDeskErrorSentence(error);
  usePrintKey(data !== undefined);
  return (
    <PaperRoom
      back={{ href: '#/complaints', label: t('complaints:backToRegister') }}
      name={t('complaints:receiptTitle')}
      isHeading={data === undefined}
      notes={sentence}
      end={
        data === undefined ? undefined : (
          <>
            <LanguageChoice
              label={t('papers:paperLanguage')}
              value={language}
              onChange={setLanguage}
            />
            <Button kind="main" icon={Printer} shortcut="Ctrl P" onPress={() => window.print()}>
              {t('common:print')}
            </Button>
          </>
        )
      }
    >
      {data !== undefined && (
        <InLanguage language={language}>
          <Sheet receipt={data} />
        </InLanguage>
      )}
    </PaperRoom>
  );
}

function Sheet({ receipt }: { readonly receipt: Receipt }) {
  const { t } = useTranslation(['complaints', 'papers', 'contacts', 'common']);
  const language = useLanguage();
  const association = useAssociation();
  const { branch } = useOpenStatus();
  const title = t('complaints:receiptTitle');
  usePageMargins(title, language);
  return (
    <PrintPage
      lang={language}
      dir={directionOf(language)}
      association={association.name[language]}
      unit={`${branch.name} · ${t('papers:department')}`}
      referenceLabel={t('complaints:number')}
      reference={receipt.number}
      title={title}
      foot={[
        <span key="policy">{association.policyVersion[language]}</span>,
        <span key="contact">{association.contactLine[language]}</span>,
      ]}
    >
      <PrintFacts
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
    </PrintPage>
  );
}

/** Ctrl+P takes the same way as the button. */
function usePrintKey(isReady: boolean): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.code !== 'KeyP') return;
      event.preventDefault();
      if (isReady) window.print();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [isReady]);
}
