import type { SurveyAnswers, SurveyWords } from '#shared/domain/survey/survey.ts';
import styles from './kiosk.module.css';
import { NotApplicable } from './NotApplicable.tsx';

type ScoreAnswer = NonNullable<SurveyAnswers['recommend']>;

export interface ScoreProps {
  readonly words: SurveyWords;
  readonly value: ScoreAnswer | undefined;
  readonly onChange: (value: ScoreAnswer) => void;
}

const SCORES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** Eleven numbers between two words, and "does not apply": one group of radios, moved through by arrows. */
export function Score({ words, value, onChange }: ScoreProps) {
  const { recommend } = words;
  return (
    <div className={styles.scale} role="radiogroup" aria-labelledby="kiosk-question">
      <div className={styles.scores}>
        {SCORES.map((score) => (
          <label key={score} className={styles.score}>
            <input
              type="radio"
              name="kiosk-score"
              className={styles.input}
              checked={value === score}
              onChange={() => onChange(score)}
            />
            <bdi>{score}</bdi>
          </label>
        ))}
      </div>
      <div className={styles.ends} aria-hidden="true">
        <span>{recommend?.no}</span>
        <span>{recommend?.yes}</span>
      </div>
      <NotApplicable
        name="kiosk-score"
        label={words.notApplicable}
        isChosen={value === 'notApplicable'}
        onChoose={() => onChange('notApplicable')}
      />
    </div>
  );
}
