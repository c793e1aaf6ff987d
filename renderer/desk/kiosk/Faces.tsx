import type { ReactNode } from 'react';
import { SCALE, type SurveyAnswers, type SurveyWords } from '#shared/domain/survey/survey.ts';
import styles from './kiosk.module.css';
import { NotApplicable } from './NotApplicable.tsx';

type ScaleAnswer = NonNullable<SurveyAnswers['scale']['q1']>;

export interface FacesProps {
  readonly words: SurveyWords;
  readonly value: ScaleAnswer | undefined;
  readonly onChange: (value: ScaleAnswer) => void;
}

/** Five faces with their words, and "does not apply": one group of radios, moved through by arrows. */
export function Faces({ words, value, onChange }: FacesProps) {
  return (
    <div className={styles.scale} role="radiogroup" aria-labelledby="kiosk-question">
      <div className={styles.faces}>
        {SCALE.map((mark) => (
          <label key={mark} className={styles.face}>
            <input
              type="radio"
              name="kiosk-scale"
              className={styles.input}
              checked={value === Number(mark)}
              onChange={() => onChange(Number(mark))}
            />
            <svg viewBox="0 0 64 64" aria-hidden="true">
              <circle cx="32" cy="32" r="26" />
              <path d="M23 25v2M41 25v2" className={styles.eyes} />
              {MOUTHS[mark]}
            </svg>
            <span>{words.scale[mark]}</span>
          </label>
        ))}
      </div>
      <NotApplicable
        name="kiosk-scale"
        label={words.notApplicable}
        isChosen={value === 'notApplicable'}
        onChoose={() => onChange('notApplicable')}
      />
    </div>
  );
}

const MOUTHS: Readonly<Record<(typeof SCALE)[number], ReactNode>> = {
  '5': <path d="M18 36h28c-1 8-7 12-14 12s-13-4-14-12z" />,
  '4': <path d="M19 37c4 4 8 5 13 5s9-1 13-5" />,
  '3': <path d="M20 40h24" />,
  '2': <path d="M19 43c4-4 8-5 13-5s9 1 13 5" />,
  '1': <path d="M19 46c2-7 7-10 13-10s11 3 13 10M17 21l7-3M47 21l-7-3" />,
};
