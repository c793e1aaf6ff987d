import { useTranslation } from 'react-i18next';
import { useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { screenBeside } from '#renderer/caseParts/spokenLanguage.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { directionOf } from '#renderer/language/i18n.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import { DoneBadge } from './DoneBadge.tsx';
import { PART_IDS, type PartProps } from './part.ts';
import { SpokenSummary } from './SpokenSummary.tsx';
import styles from './welcome.module.css';

/** The privacy notice, before the first question, in the beneficiary's language. */
export function NoticePart({ open, texts, language }: PartProps) {
  const { t } = useTranslation('welcome');
  const { queries } = useDesk();
  const show = useCaseAction(queries.cases.showPrivacyNotice.mutationOptions());
  const notice = texts.privacyNotice;
  const done = open.state.privacyNotice;
  const beside = screenBeside(language, useLanguage());
  return (
    <Panel
      id={PART_IDS.notice}
      title={t('notice')}
      aside={done === null ? undefined : <DoneBadge mark={done} />}
      foot={
        done === null ? (
          <Button
            kind="main"
            busy={show.isPending}
            onPress={() =>
              show.mutate({
                caseId: open.state.caseId,
                text: { id: notice.id, version: notice.version },
                language,
              })
            }
          >
            {t('noticeShown')}
          </Button>
        ) : undefined
      }
    >
      <Stack gap={3}>
        <SpokenSummary text={notice} language={language} />
        <div
          className={styles.text}
          lang={beside}
          dir={directionOf(beside)}
          role="group"
          aria-label={notice.title[beside]}
        >
          <p>{notice.introduction[beside]}</p>
          {notice.parts.map((part) => (
            <section key={part.key}>
              <h3 className={styles.heading}>{part.heading[beside]}</h3>
              <p>{part.body[beside]}</p>
            </section>
          ))}
        </div>
        <DeskErrorNote error={show.error} />
      </Stack>
    </Panel>
  );
}
