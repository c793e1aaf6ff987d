import { Eraser } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { SavedLine } from '#renderer/caseParts/SavedLine.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { SignaturePad } from '#renderer/components/SignaturePad.tsx';
import styles from './declaration.module.css';
import { type MarkOwner, strokesOf } from './signingForm.ts';
import type { SigningUnderWay } from './useSigning.ts';

export interface DrawnPadProps {
  readonly open: OpenCase;
  readonly signing: SigningUnderWay;
  readonly owner: MarkOwner;
  readonly label: string;
  readonly hint: string;
  readonly error: string | undefined;
}

/** One person's pad, with where the drawing is kept. */
export function DrawnPad({ open, signing, owner, label, hint, error }: DrawnPadProps) {
  const { t } = useTranslation('declaration');
  const { save } = signing;
  return (
    <div className={styles.padRoom} data-owner={owner}>
      <SignaturePad
        label={label}
        hint={hint}
        keyboardHint={t('padKeys')}
        penDownLabel={t('penDown')}
        penUpLabel={t('penUp')}
        strokes={strokesOf(signing.form, owner)}
        onStroke={(strokes) => signing.draw(owner, strokes)}
        error={error}
      />
      <div className={styles.padHead}>
        <span className={styles.small}>
          {save.kind === 'untouched' ? (
            t('markKept')
          ) : (
            <SavedLine save={save} caseSavedAt={open.state.last.at} onRetry={signing.retry} />
          )}
        </span>
        <Button icon={Eraser} onPress={() => signing.draw(owner, [])}>
          {owner === 'signer' ? t('clear') : t('clearOf', { pad: label })}
        </Button>
      </div>
    </div>
  );
}
