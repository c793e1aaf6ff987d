import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { Key } from '#renderer/components/Key.tsx';
import styles from './KeySheet.module.css';

/** A key with what it does, in words. */
export interface WrittenKey {
  readonly id: string;
  readonly written: string;
  readonly words: string;
}

export interface KeySheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly everywhere: readonly WrittenKey[];
  readonly places: readonly WrittenKey[];
}

/** Keys that work wherever there is a field, a list or a sheet. */
const COMMON_PLACES = [
  { id: 'next', written: 'Tab' },
  { id: 'back', written: 'Shift Tab' },
  { id: 'choose', written: '↑ ↓ ← →' },
  { id: 'press', written: 'Enter' },
  { id: 'close', written: 'Esc' },
] as const;

/** Everything that a key does, on one sheet. */
export function KeySheet({ isOpen, onClose, everywhere, places }: KeySheetProps) {
  const { t } = useTranslation('commands');
  const common = COMMON_PLACES.map(({ id, written }) => ({ id, written, words: t(`place.${id}`) }));
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
        <KeyList title={t('everywhere')} keys={everywhere} />
        <KeyList title={t('inPlaces')} keys={[...common, ...places]} />
      </div>
    </Dialog>
  );
}

interface KeyListProps {
  readonly title: string;
  readonly keys: readonly WrittenKey[];
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
