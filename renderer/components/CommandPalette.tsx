import type { LucideIcon } from 'lucide-react';
import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import styles from './CommandPalette.module.css';
import { Icon } from './Icon.tsx';
import { Key } from './Key.tsx';

export interface Command {
  readonly id: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** As it is written on the keys; shown, not listened to. */
  readonly shortcut?: string;
  /** Turns with the direction of the page. */
  readonly flow?: boolean;
  /** The words are in another language than the page. */
  readonly lang?: string;
}

export interface CommandPaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly label: string;
  readonly placeholder: string;
  readonly nothingFound: string;
  readonly commands: readonly Command[];
  readonly onRun: (id: string) => void;
  /** Whether a command of this name is meant by what was typed. */
  readonly matches: (name: string, typed: string) => boolean;
}

/** Everything that can be done from here, found by typing its name. */
export function CommandPalette(props: CommandPaletteProps) {
  return (
    <ModalOverlay
      className={styles.scrim ?? ''}
      isOpen={props.isOpen}
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog aria-label={props.label} className={styles.dialog ?? ''}>
          <Autocomplete filter={props.matches}>
            <SearchField aria-label={props.label} autoFocus className={styles.search ?? ''}>
              <Input className={styles.input ?? ''} dir="auto" placeholder={props.placeholder} />
            </SearchField>
            <Menu
              aria-label={props.label}
              className={styles.list ?? ''}
              items={props.commands}
              renderEmptyState={() => <p className={styles.nothing}>{props.nothingFound}</p>}
              onAction={(key) => {
                props.onClose();
                props.onRun(String(key));
              }}
            >
              {(command) => (
                <MenuItem id={command.id} textValue={command.label} className={styles.item ?? ''}>
                  <Icon of={command.icon} size="sm" flow={command.flow ?? false} />
                  <span className={styles.words} lang={command.lang}>
                    {command.label}
                  </span>
                  {command.shortcut !== undefined && <Key>{command.shortcut}</Key>}
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
