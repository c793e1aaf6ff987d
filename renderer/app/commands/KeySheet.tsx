import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { Key } from '#renderer/components/Key.tsx';
import styles from './KeySheet.module.css';
import { APP_KEYS, type AppKeyName } from './keys.ts';

export interface KeySheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Keys of single places, beside those of the whole app. */
const PLACES = [
  { id: 'help', written: 'F1' },
  { id: 'next', written: 'Tab' },
  { id: 'back', written: 'Shift Tab' },
  { id: 'choose', written: '↑ ↓ ← →' },
  { id: 'press', written: 'Enter' },
  { id: 'close', written: 'Esc' },
  { id: 'pen', written: '↑ ↓ ← → Space' },
] as const;

/** Everything that a key does, on one sheet. */
export function KeySheet({ isOpen, onClose }: KeySheetProps) {
  const { t } = useTranslation('commands');
  const names = Object.keys(APP_KEYS) as AppKeyName[];
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      width="lg"
      closeLabel={t('close')}
      title={t('keys')}
      foot={
        <Button kind="main" onPress={onClose} autoFocus>
          {t('close')}
        </Button>
      }
    >
      <div className={styles.sides}>
        <KeyList
          title={t('everywhere')}
          keys={names.map((name) => ({
            id: name,
            written: APP_KEYS[name].written,
            words: t(`key.${name}`),
          }))}
        />
        <KeyList
          title={t('inPlaces')}
          keys={PLACES.map(({ id, written }) => ({ id, written, words: t(`place.${id}`) }))}
        />
      </div>
    </Dialog>
  );
}

interface KeyListProps {
  readonly title: string;
  readonly keys: readonly {
    readonly id: string;
    readonly written: string;
    readonly words: string;
  }[];
}

function KeyList({ title, keys }: KeyListProps) {
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.keys}>
        {keys.map(({ id, written, words }) => (
          <div key={id} className={styles.row}>
            <dt>{words}</dt>
            <dd>
              <Key>{written}</Key>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
