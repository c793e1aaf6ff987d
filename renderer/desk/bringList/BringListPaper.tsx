import { useNavigate } from '@tanstack/react-router';
import { ListChecks, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAssociation } from '#renderer/access/reference.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { usePageMargins } from '#renderer/caseParts/usePageMargins.ts';
import { usePrintKey } from '#renderer/caseParts/usePrintKey.ts';
import { Button } from '#renderer/components/Button.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { PaperRoom } from '#renderer/components/PaperRoom.tsx';
import { PrintPage } from '#renderer/components/PrintPage.tsx';
import { InLanguage } from '#renderer/language/InLanguage.tsx';
import { directionOf } from '#renderer/language/i18n.ts';
import { LanguageChoice } from '#renderer/language/LanguageChoice.tsx';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import { BringEntries } from './BringEntries.tsx';
import { BringIntroduction } from './BringIntroduction.tsx';
import styles from './bringList.module.css';
import { type BringListView, useBringList } from './useBringList.ts';

/** The list as a paper to take home. It belongs to no case, so no copy of it is recorded. */
export function BringListPaper() {
  const { t } = useTranslation(['bringList', 'common', 'papers']);
  const navigate = useNavigate();
  const view = useBringList('/bring-list/paper');
  const { place, language } = view;
  const isEmpty = view.entries.length === 0;
  const search = new URLSearchParams(
    Object.entries(place).map(([key, value]) => [key, String(value)]),
  );
  usePrintKey(!isEmpty);
  return (
    <PaperRoom
      back={{ href: `#/bring-list?${search}`, label: t('bringList:backToList') }}
      name={t('bringList:paperTitle')}
      isHeading={isEmpty}
      end={
        isEmpty ? undefined : (
          <>
            <LanguageChoice
              label={t('papers:paperLanguage')}
              value={language}
              onChange={(chosen) =>
                void navigate({
                  to: '/bring-list/paper',
                  search: { ...place, language: chosen },
                  replace: true,
                })
              }
            />
            <Button kind="main" icon={Printer} shortcut="Ctrl P" onPress={() => window.print()}>
              {t('common:print')}
            </Button>
          </>
        )
      }
    >
      {isEmpty ? (
        <EmptyState icon={ListChecks} title={t('bringList:emptyTitle')}>
          {t('bringList:emptyLine')}
        </EmptyState>
      ) : (
        <InLanguage language={language}>
          <Sheet view={view} />
        </InLanguage>
      )}
    </PaperRoom>
  );
}

function Sheet({ view }: { readonly view: BringListView }) {
  const { t } = useTranslation(['bringList', 'papers']);
  const language = useLanguage();
  const association = useAssociation();
  const { branch } = useOpenStatus();
  const title = t('bringList:paperTitle');
  usePageMargins(title, language);
  return (
    <PrintPage
      lang={language}
      dir={directionOf(language)}
      association={association.name[language]}
      unit={`${branch.name} · ${t('papers:department')}`}
      title={title}
      foot={[
        <span key="policy">{association.policyVersion[language]}</span>,
        <span key="contact">{association.contactLine[language]}</span>,
      ]}
    >
      <div className={styles.paper}>
        <BringIntroduction visit={view.visit} />
        <BringEntries entries={view.entries} visit={view.visit} />
      </div>
    </PrintPage>
  );
}
