import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import { assertNever } from '#shared/domain/assertNever.ts';
import type { Field } from '#shared/domain/questionnaire/model.ts';
import styles from './requestForm.module.css';
import { writingSpace } from './writingSpace.ts';

/** Where an answer is written by hand: lines, a box for each digit, choices to tick. */
export function WritingPlace({ field }: { readonly field: Field }) {
  const { t } = useTranslation(['papers', 'common', 'interview']);
  const space = writingSpace(field);
  switch (space.kind) {
    case 'line':
      return <span className={styles.line} />;
    case 'lines':
      return (
        <>
          <span className={styles.line} />
          <span className={styles.line} />
          <span className={styles.line} />
        </>
      );
    case 'boxes':
      return <Boxes groups={space.groups} />;
    case 'date':
      return (
        <span className={styles.dates}>
          <DateBoxes era={t('common:hijriEra')} />
          <DateBoxes era={t('common:gregorianEra')} />
        </span>
      );
    case 'money':
    case 'moneyOrNone':
      return (
        <span className={styles.money}>
          <span className={styles.line} />
          {t('common:riyal')}
          {space.kind === 'moneyOrNone' && <Tick label={t('interview:none')} isTicked={false} />}
        </span>
      );
    case 'yesNo':
      return <YesNo value={null} />;
    case 'choices':
      return <Choices field={field} chosen={[]} />;
    case 'office':
      return <span className={styles.office}>{t('papers:request.byTheDesk')}</span>;
    default:
      return assertNever(space);
  }
}

export function Boxes({ groups }: { readonly groups: readonly number[] }) {
  return (
    <span className={styles.boxes} dir="ltr">
      {groups.map((length, group) => (
        <span key={`group-${group + 1}`} className={styles.boxGroup}>
          {Array.from({ length }, (_, index) => (
            <span key={`box-${index + 1}`} className={styles.box} />
          ))}
        </span>
      ))}
    </span>
  );
}

/** Day, month and year, left to right as they are printed. */
export function DateBoxes({ era }: { readonly era: string }) {
  return (
    <span className={styles.date}>
      <span className={styles.boxes} dir="ltr">
        {[2, 2, 4].map((length, group) => (
          <span key={`part-${group + 1}`} className={styles.boxGroup}>
            {group > 0 && <span className={styles.slash}>/</span>}
            {Array.from({ length }, (_, index) => (
              <span key={`box-${index + 1}`} className={styles.box} />
            ))}
          </span>
        ))}
      </span>
      <span>{era}</span>
    </span>
  );
}

export function Choices({
  field,
  chosen,
}: {
  readonly field: Field;
  readonly chosen: readonly string[];
}) {
  const language = useLanguage();
  return (
    <span className={styles.choices}>
      {field.choices.map((choice) => (
        <Tick
          key={choice.name}
          label={choice.label[language]}
          isTicked={chosen.includes(choice.name)}
        />
      ))}
    </span>
  );
}

export function YesNo({ value }: { readonly value: boolean | null }) {
  const { t } = useTranslation('interview');
  return (
    <span className={styles.choices}>
      <Tick label={t('yes')} isTicked={value === true} />
      <Tick label={t('no')} isTicked={value === false} />
    </span>
  );
}

function Tick({ label, isTicked }: { readonly label: string; readonly isTicked: boolean }) {
  return (
    <span className={styles.choice} data-ticked={isTicked ? '' : undefined}>
      <svg className={styles.tick} viewBox="0 0 10 10" aria-hidden>
        <rect x="0.6" y="0.6" width="8.8" height="8.8" rx="1.2" />
        {isTicked && <path d="M2.4 5.2 4.4 7.2 7.8 2.8" />}
      </svg>
      {label}
    </span>
  );
}
