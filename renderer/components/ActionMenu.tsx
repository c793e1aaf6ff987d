import type { LucideIcon } from 'lucide-react';
import { Ellipsis } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { buttonClass } from './button-class.ts';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import styles from './Menu.module.css';

export interface ActionMenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  /** Where the words are in another language than the page. */
  readonly lang?: string;
  readonly isDangerous?: boolean;
  /** Why it cannot be done now; it stays in the menu with its reason under it. */
  readonly blockedReason?: string;
}

export interface ActionMenuProps {
  /** Words stand in one line below each other where only some have a glyph before them. */
  readonly alignsWords?: boolean;
  /** The name of the button. Without `text` only three dots are drawn. */
  readonly label: string;
  readonly text?: string;
  readonly icon?: LucideIcon;
  readonly items: readonly ActionMenuItem[];
  readonly onAction: (id: string) => void;
}

export function ActionMenu(props: ActionMenuProps) {
  const { label, text, icon, items, onAction, alignsWords = false } = props;
  return (
    <MenuTrigger>
      <Button
        className={text === undefined ? (styles.dots ?? '') : buttonClass('plain', 'sm')}
        aria-label={label}
      >
        <Icon of={icon ?? Ellipsis} size="sm" />
        {text !== undefined && <span>{text}</span>}
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom end" offset={4}>
        <Menu
          className={styles.menu ?? ''}
          aria-label={label}
          onAction={(key) => onAction(String(key))}
          disabledKeys={items
            .filter((item) => item.blockedReason !== undefined)
            .map((item) => item.id)}
        >
          {items.map((item) => (
            <MenuItem
              key={item.id}
              id={item.id}
              textValue={item.label}
              className={classNames(styles.item, item.isDangerous === true && styles.danger)}
            >
              {item.icon !== undefined && <Icon of={item.icon} size="sm" />}
              {item.icon === undefined && alignsWords && <span className={styles.noGlyph} />}
              <span className={styles.words} lang={item.lang}>
                {item.label}
                {item.blockedReason !== undefined && (
                  <span className={styles.why}>{item.blockedReason}</span>
                )}
              </span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
