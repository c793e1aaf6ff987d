import { ArrowRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTexts } from '#renderer/access/reference.ts';
import { CaseTimeline } from '#renderer/caseParts/CaseTimeline.tsx';
import { SavedLine } from '#renderer/caseParts/SavedLine.tsx';
import { SpokenLanguageChoice } from '#renderer/caseParts/SpokenLanguageChoice.tsx';
import { screenBeside, theirLanguage } from '#renderer/caseParts/spokenLanguage.ts';
import type { StepProps } from '#renderer/caseParts/step.ts';
import { WaitingPanel } from '#renderer/caseParts/WaitingPanel.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { CaseFrame } from '#renderer/components/CaseFrame.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { SpokenLanguage } from '#shared/domain/case/vocabulary.ts';
import { InquiriesPart } from './InquiriesPart.tsx';
import { NoticePart } from './NoticePart.tsx';
import { PART_IDS } from './part.ts';
import { ServicesPart } from './ServicesPart.tsx';
import styles from './welcome.module.css';

/** The person is received: notice, services, questions and their answers, before anything is asked (P30). */
export function WelcomeStep(props: StepProps) {
  const { open, head, go } = props;
  const { t } = useTranslation(['welcome', 'common']);
  const texts = useTexts();
  const screen = useLanguage();
  const [language, setLanguage] = useState<SpokenLanguage>(
    theirLanguage(open.state.answers, screen),
  );
  const beside = screenBeside(language, screen);
  const { privacyNotice, servicesExplained, inquiriesConfirmed } = open.state;
  const left = [privacyNotice, servicesExplained, inquiriesConfirmed].filter(
    (mark) => mark === null,
  );
  const nextPart =
    privacyNotice === null
      ? PART_IDS.notice
      : servicesExplained === null
        ? PART_IDS.services
        : inquiriesConfirmed === null
          ? PART_IDS.inquiries
          : PART_IDS.onward;
  const leftBefore = useRef(left.length);
  useEffect(() => {
    if (leftBefore.current === left.length) return;
    leftBefore.current = left.length;
    // The button of the part that is done has gone: the hand goes on with what comes next.
    if (document.activeElement === document.body) document.getElementById(nextPart)?.focus();
  }, [left.length, nextPart]);
  return (
    <CaseFrame
      {...head}
      saved={
        <SavedLine
          save={{ kind: 'untouched' }}
          caseSavedAt={open.state.last.at}
          onRetry={() => undefined}
        />
      }
      aside={
        <Stack gap={4}>
          <WaitingPanel open={open} go={go} step="welcome" />
          <CaseTimeline open={open} limit={6} />
        </Stack>
      }
      foot={
        <>
          <span lang={beside} dir="auto">
            {texts.courtesy.timeGiven[beside]}
          </span>
          <Button
            id={PART_IDS.onward}
            kind="main"
            arrow={ArrowRight}
            reasonFirst
            blockedReason={
              left.length === 0 ? undefined : t('welcome:left', { count: left.length })
            }
            onPress={() => go('interview')}
          >
            {t('welcome:toInterview')}
          </Button>
        </>
      }
    >
      <Stack gap={4}>
        <div className={styles.top}>
          <p className={styles.greeting}>
            <bdi lang={beside}>{texts.courtesy.greeting[beside]}</bdi>
          </p>
          <SpokenLanguageChoice
            label={t('welcome:language')}
            value={language}
            onChange={setLanguage}
          />
        </div>
        <NoticePart open={open} texts={texts} language={language} />
        <ServicesPart open={open} texts={texts} language={language} />
        <InquiriesPart open={open} />
      </Stack>
    </CaseFrame>
  );
}
