import { Check, Minus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { screenBeside } from '#renderer/caseParts/spokenLanguage.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { directionOf } from '#renderer/language/i18n.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import { DoneBadge } from './DoneBadge.tsx';
import { PART_IDS, type PartProps } from './part.ts';
import { SpokenSummary } from './SpokenSummary.tsx';
import styles from './welcome.module.css';

/** What the association does and does not do, said before the interview (P11-P13). */
export function ServicesPart({ open, texts, language }: PartProps) {
  const { t } = useTranslation('welcome');
  const { queries } = useDesk();
  const explain = useCaseAction(queries.cases.explainServices.mutationOptions());
  const services = texts.servicesExplained;
  const done = open.state.servicesExplained;
  const beside = screenBeside(language, useLanguage());
  return (
    <Panel
      id={PART_IDS.services}
      title={t('services')}
      aside={done === null ? undefined : <DoneBadge mark={done} />}
      foot={
        done === null ? (
          <Button
            kind="main"
            busy={explain.isPending}
            onPress={() =>
              explain.mutate({
                caseId: open.state.caseId,
                text: { id: services.id, version: services.version },
                language,
              })
            }
          >
            {t('servicesExplained')}
          </Button>
        ) : undefined
      }
    >
      <SpokenSummary text={services} language={language} />
      <div lang={beside} dir={directionOf(beside)}>
        <p className={styles.introduction}>{services.introduction[beside]}</p>
        <div className={styles.lists}>
          <section>
            <h3 className={styles.heading}>{t('weDo')}</h3>
            <ul className={styles.list}>
              {services.does.map((item) => (
                <li key={item.key}>
                  <Icon of={Check} size="sm" tone="ok" />
                  <span>{item.text[beside]}</span>
                </li>
              ))}
            </ul>
          </section>
          <section>
            <h3 className={styles.heading}>{t('weDoNot')}</h3>
            <ul className={styles.list}>
              {services.doesNot.map((item) => (
                <li key={item.key}>
                  <Icon of={Minus} size="sm" />
                  <span>{item.text[beside]}</span>
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
      <DeskErrorNote error={explain.error} />
    </Panel>
  );
}
