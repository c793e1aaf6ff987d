import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LOOK_OF_VERDICT } from '#renderer/caseParts/matchingWords.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Segmented } from '#renderer/components/Choice.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { VERDICT_LOOKS } from '#renderer/components/VerdictChip.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import { Verdict } from '#shared/domain/case/vocabulary.ts';
import type { MatrixRow } from '#shared/domain/matching/matrixRow.ts';
import styles from './documents.module.css';
import { mustBeRaised, verdictsOpenTo, wantsWords } from './rowVerdicts.ts';
import { rowWorkId } from './rowWork.ts';

/** What a person is about to say of a row. */
export interface RowWords {
  readonly verdict: Verdict | null;
  readonly reason: string;
}

export interface RowVerdictFormProps {
  readonly row: MatrixRow;
  readonly words: RowWords;
  readonly busy: boolean;
  readonly onChange: (words: RowWords) => void;
  readonly onSave: (verdict: Verdict, reason: string | null) => void;
  /** The form is the first thing that can be done about the row. */
  readonly isFirst: boolean;
  /** A person has just asked for it. */
  readonly takesFocus: boolean;
}

/** A person's verdict on a row with its reason, in one line. Enter saves it. */
export function RowVerdictForm(props: RowVerdictFormProps) {
  const { row, words, busy, onChange, onSave } = props;
  const { t } = useTranslation(['documents', 'matching']);
  const language = useLanguage();
  const [tried, setTried] = useState(false);
  const open = verdictsOpenTo(row);
  const verdict = words.verdict !== null && open.includes(words.verdict) ? words.verdict : open[0];
  if (verdict === undefined) return null;
  const isMissing = wantsWords(row, verdict) && words.reason.trim() === '';
  const raises = mustBeRaised(row);
  const label = raises
    ? t('documents:reasonOfRaising')
    : t('documents:reasonOfRow', { row: inLanguage(row.label, language) });
  return (
    <form
      className={styles.verdictForm}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isMissing && !busy) onSave(verdict, words.reason.trim() || null);
      }}
    >
      {open.length > 1 && (
        <Segmented
          id={`verdict-${row.rowKey}`}
          label={t('documents:verdictChoice')}
          value={verdict}
          options={open.map((each) => ({
            value: each,
            label: t(`matching:verdict.${each}`),
            icon: VERDICT_LOOKS[LOOK_OF_VERDICT[each]].icon,
          }))}
          onChange={(chosen) => onChange({ ...words, verdict: Verdict.parse(chosen) })}
        />
      )}
      {raises && <p className={styles.explained}>{t('documents:raisingHelp')}</p>}
      <div className={styles.reason}>
        <TextField
          {...(props.isFirst ? { id: rowWorkId(row.rowKey) } : {})}
          label={label}
          isRequired={wantsWords(row, verdict)}
          autoFocus={props.takesFocus}
          error={tried && isMissing ? t('documents:reasonNeeded') : undefined}
          value={words.reason}
          onChange={(reason) => onChange({ ...words, reason })}
        />
        <Button type="submit" size="sm" busy={busy}>
          {raises ? t('documents:raiseToHeadquarters') : t('documents:saveVerdict')}
        </Button>
      </div>
    </form>
  );
}
