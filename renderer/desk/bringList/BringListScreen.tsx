import { useNavigate } from '@tanstack/react-router';
import { FolderPlus, ListChecks, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type BringPlace, writeChoices } from '#renderer/caseParts/bringPlace.ts';
import { Button } from '#renderer/components/Button.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Page, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { InLanguage } from '#renderer/language/InLanguage.tsx';
import { directionOf } from '#renderer/language/i18n.ts';
import { LanguageChoice } from '#renderer/language/LanguageChoice.tsx';
import { BringEntries } from './BringEntries.tsx';
import { BringIntroduction } from './BringIntroduction.tsx';
import { BringQuestions } from './BringQuestions.tsx';
import styles from './bringList.module.css';
import { useBringList } from './useBringList.ts';

/** Five answers before a visit give the person's own list (policy, 8a). Nothing is opened or stored. */
export function BringListScreen() {
  const { t } = useTranslation('bringList');
  const navigate = useNavigate();
  const { place, questions, choices, entries, visit, language } = useBringList('/bring-list');
  const isEmpty = entries.length === 0;
  const hasAnswers = Object.values(choices).some((chosen) => chosen.length > 0);
  // A list that is printed too early sends somebody home for one paper more.
  const open = questions.filter(
    ({ name, pick }) => pick === 'one' && (choices[name] ?? []).length === 0,
  );
  const go = (change: BringPlace) =>
    void navigate({ to: '/bring-list', search: { ...place, ...change }, replace: true });
  return (
    <Page
      title={t('title')}
      subtitle={t('subtitle')}
      action={
        <>
          {hasAnswers && (
            <Button
              icon={FolderPlus}
              onPress={() =>
                void navigate({
                  to: '/new',
                  search: place.said === undefined ? {} : { said: place.said },
                })
              }
            >
              {t('openCase')}
            </Button>
          )}
          <Button
            kind="main"
            icon={Printer}
            reasonFirst
            blockedReason={
              open.length > 0
                ? t('answerFirst', { count: open.length })
                : isEmpty
                  ? t('noDocumentsTitle')
                  : undefined
            }
            onPress={() =>
              void navigate({ to: '/bring-list/paper', search: { ...place, language } })
            }
          >
            {t('toPaper')}
          </Button>
        </>
      }
    >
      <div className={styles.sides}>
        <Panel title={t('questions')} compact>
          <BringQuestions
            questions={questions}
            choices={choices}
            onChoices={(chosen) => go({ said: writeChoices(chosen) })}
            visit={place.visit ?? 0}
            onVisit={(days) => go({ visit: days })}
          />
        </Panel>
        <Panel
          title={t('list')}
          note={isEmpty ? undefined : t('count', { count: entries.length })}
          aside={
            <LanguageChoice
              label={t('listLanguage')}
              value={language}
              onChange={(chosen) => go({ language: chosen })}
            />
          }
        >
          {isEmpty ? (
            <EmptyState
              icon={ListChecks}
              title={t(open.length > 0 ? 'emptyTitle' : 'noDocumentsTitle')}
            >
              {t(open.length > 0 ? 'emptyLine' : 'noDocumentsLine')}
            </EmptyState>
          ) : (
            <Stack gap={3}>
              {open.length > 0 && (
                <Note tone="review" slim>
                  {t('stillOpen', { count: open.length })}
                </Note>
              )}
              <InLanguage language={language}>
                <div
                  className={styles.large}
                  lang={language}
                  dir={directionOf(language)}
                  data-bring-list
                >
                  <BringIntroduction visit={visit} />
                  <BringEntries entries={entries} visit={visit} />
                </div>
              </InLanguage>
            </Stack>
          )}
        </Panel>
      </div>
    </Page>
  );
}
