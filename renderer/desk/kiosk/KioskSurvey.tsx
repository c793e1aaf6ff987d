import { useMutation } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useDesk } from '#renderer/access/desk.ts';
import { useTakeStatus } from '#renderer/access/status.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import {
  RECOMMENDATION,
  type SurveyAnswers,
  type SurveyLanguage,
  type SurveyQuestion,
  type SurveyWords,
} from '#shared/domain/survey/survey.ts';
import { Faces } from './Faces.tsx';
import styles from './kiosk.module.css';
import { Score } from './Score.tsx';

export interface KioskSurveyProps {
  readonly asked: readonly SurveyQuestion[];
  readonly words: SurveyWords;
  readonly language: SurveyLanguage;
}

const NOTHING: SurveyAnswers = { scale: {}, improve: '' };
const LONGEST = 600;

/** One question at a time. The answers are on this screen alone until they are sent, and then sealed. */
export function KioskSurvey({ asked, words, language }: KioskSurveyProps) {
  const { queries } = useDesk();
  const takeStatus = useTakeStatus();
  /** 0 is the introduction; then the questions in their order. */
  const [step, setStep] = useState(0);
  const [answers, setAnswers] = useState<SurveyAnswers>(NOTHING);
  const give = useMutation(queries.opinion.give.mutationOptions({ onSuccess: takeStatus }));
  const decline = useMutation(queries.opinion.decline.mutationOptions({ onSuccess: takeStatus }));
  const heading = useRef<HTMLHeadingElement>(null);
  const steps = asked.length;
  const question = asked[step - 1];
  const isLast = step === steps;
  // The next question is read from its beginning, also by ear.
  useEffect(() => {
    if (step >= 0) heading.current?.focus();
  }, [step]);
  const answered = question === undefined ? undefined : answerTo(answers, question);
  const blocked = question !== undefined && answered === undefined ? words.answerFirst : undefined;
  const isTooLong = answers.improve.trim().length > LONGEST;
  const goOn = () => {
    if (!isLast) setStep(step + 1);
    else if (!isTooLong) give.mutate({ language, answers });
  };
  return (
    <>
      <main className={styles.ask}>
        <h1 ref={heading} tabIndex={-1} className={styles.question} id="kiosk-question">
          {question === undefined ? words.title : words.questions[question]}
        </h1>
        {question === undefined ? (
          <p className={styles.introduction}>{words.introduction}</p>
        ) : question === RECOMMENDATION ? (
          <Score
            words={words}
            value={answers.recommend}
            onChange={(recommend) => setAnswers({ ...answers, recommend })}
          />
        ) : (
          <Faces
            key={question}
            words={words}
            value={answers.scale[question]}
            onChange={(value) =>
              setAnswers({ ...answers, scale: { ...answers.scale, [question]: value } })
            }
          />
        )}
        {isLast && (
          <div className={styles.improve}>
            <TextArea
              label={words.improve}
              help={words.improveHelp}
              lang={language}
              rows={2}
              longest={LONGEST}
              value={answers.improve}
              onChange={(improve) => setAnswers({ ...answers, improve })}
            />
          </div>
        )}
        {(give.isError || decline.isError) && (
          <Note tone="stop" live="alert">
            {words.failed}
          </Note>
        )}
      </main>
      <footer className={styles.foot}>
        {step > 0 && (
          <Button size="lg" onPress={() => setStep(step - 1)}>
            {words.back}
          </Button>
        )}
        {step > 0 && (
          <span className={styles.progress}>
            <span className={styles.dots} aria-hidden="true">
              {asked.map((each, index) => (
                <i key={each} data-on={index < step ? '' : undefined} />
              ))}
            </span>
            <span>{progressWords(words.progress, step, steps)}</span>
          </span>
        )}
        <span className={styles.onward}>
          <Button
            size="lg"
            kind="quiet"
            busy={decline.isPending}
            onPress={() => decline.mutate({})}
          >
            {words.decline}
          </Button>
          <Button
            size="lg"
            kind="main"
            reasonFirst
            blockedReason={blocked}
            busy={give.isPending}
            onPress={goOn}
            {...(isLast ? {} : { arrow: ArrowRight })}
          >
            {step === 0
              ? words.begin
              : isLast
                ? give.isPending
                  ? words.sending
                  : words.send
                : words.next}
          </Button>
        </span>
      </footer>
    </>
  );
}

function answerTo(answers: SurveyAnswers, question: SurveyQuestion) {
  return question === RECOMMENDATION ? answers.recommend : answers.scale[question];
}

function progressWords(text: string, step: number, steps: number): string {
  return text.replace('{step}', String(step)).replace('{steps}', String(steps));
}
