import { Eraser } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { useTexts } from '#renderer/access/reference.ts';
import { SavedLine } from '#renderer/caseParts/SavedLine.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { SignaturePad } from '#renderer/components/SignaturePad.tsx';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import styles from './declaration.module.css';
import type { MarkBeingDrawn } from './useMark.ts';

export interface PadPartProps {
  readonly open: OpenCase;
  readonly mark: MarkBeingDrawn;
  readonly error: string | undefined;
}

/** The text that is signed, and the pad. */
export function PadPart({ open, mark, error }: PadPartProps) {
  const { t } = useTranslation('declaration');
  const language = useLanguage();
  const { declaration } = useTexts();
  return (
    <>
      <p className={styles.declaration}>{t('quoted', { text: declaration.text[language] })}</p>
      <SignaturePad
        label={t('pad')}
        hint={t('padHint')}
        keyboardHint={t('padKeys')}
        penDownLabel={t('penDown')}
        penUpLabel={t('penUp')}
        strokes={mark.strokes}
        onStroke={mark.draw}
        error={error}
      />
      <div className={styles.padHead}>
        <span className={styles.small}>
          {mark.save.kind === 'untouched' ? (
            t('markKept')
          ) : (
            <SavedLine save={mark.save} caseSavedAt={open.state.last.at} onRetry={mark.retry} />
          )}
        </span>
        <Button icon={Eraser} onPress={() => mark.draw([])}>
          {t('clear')}
        </Button>
      </div>
      <p className={styles.small}>{t('level')}</p>
    </>
  );
}
