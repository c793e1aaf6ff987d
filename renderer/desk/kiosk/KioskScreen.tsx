import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useDesk } from '#renderer/access/desk.ts';
import type { OpenStatus } from '#renderer/access/status.ts';
import type { Kiosk } from '#shared/contracts/session.ts';
import type { SurveyLanguage } from '#shared/domain/survey/survey.ts';
import { KioskEnd } from './KioskEnd.tsx';
import { KioskFrame } from './KioskFrame.tsx';
import { KioskSurvey } from './KioskSurvey.tsx';

export interface KioskScreenProps {
  readonly status: OpenStatus;
  readonly kiosk: Kiosk;
}

/**
 * The beneficiary's own screen. It stands in the place of the whole desk, whatever the address says:
 * the desk itself answers to nothing else until the password is given.
 */
export function KioskScreen({ status, kiosk }: KioskScreenProps) {
  const { queries } = useDesk();
  const { data: surveys } = useSuspenseQuery({
    ...queries.opinion.surveys.queryOptions(),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const survey = surveys[kiosk.survey];
  const [language, setLanguage] = useState<SurveyLanguage>(kiosk.language);
  const words = survey.languages[language] ?? survey.languages['ar'];
  useQuietKeys();
  if (words === undefined) return null;
  return (
    <KioskFrame
      survey={survey}
      words={words}
      language={language}
      onLanguage={setLanguage}
      person={status.person}
      isOver={kiosk.ended !== null}
    >
      {kiosk.ended === null ? (
        <KioskSurvey asked={kiosk.asked} words={words} language={language} />
      ) : (
        <KioskEnd words={words} ended={kiosk.ended} />
      )}
    </KioskFrame>
  );
}

/** Keys that would lead a browser elsewhere do nothing here; what cannot be held comes back to here. */
function useQuietKeys(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const leads =
        (event.altKey && ['ArrowLeft', 'ArrowRight', 'Home'].includes(event.key)) ||
        ((event.ctrlKey || event.metaKey) &&
          ['KeyP', 'KeyS', 'KeyK', 'KeyF'].includes(event.code)) ||
        event.key === 'F1';
      if (leads) event.preventDefault();
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
}
