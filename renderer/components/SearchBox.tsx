import { Search } from 'lucide-react';
import type { KeyboardEvent, Ref } from 'react';
import { Icon } from './Icon.tsx';
import { Key } from './Key.tsx';
import styles from './SearchBox.module.css';

export interface SearchBoxProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onFocus?: () => void;
  readonly shortcut?: string;
  /** Ties the box to the list of what was found (`role="listbox"`). */
  readonly controls?: string;
  readonly activeDescendant?: string;
  readonly expanded?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

export function SearchBox({ ref, ...props }: SearchBoxProps) {
  const isCombobox = props.controls !== undefined;
  return (
    <search className={styles.search}>
      <Icon of={Search} size="sm" />
      <input
        ref={ref}
        className={styles.input}
        type="search"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        role={isCombobox ? 'combobox' : undefined}
        aria-label={props.label}
        aria-controls={props.controls}
        aria-expanded={isCombobox ? (props.expanded ?? false) : undefined}
        aria-activedescendant={props.activeDescendant}
        placeholder={props.placeholder}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
        onKeyDown={props.onKeyDown}
        onFocus={props.onFocus}
      />
      {props.shortcut !== undefined && <Key>{props.shortcut}</Key>}
    </search>
  );
}
