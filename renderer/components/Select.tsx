import { ChevronDown } from 'lucide-react';
import {
  Select as AriaSelect,
  Button,
  ComboBox,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Field, type FieldFrameProps, type FieldWiring } from './Field.tsx';
import { Icon } from './Icon.tsx';
import menuStyles from './Menu.module.css';
import styles from './Select.module.css';
import boxStyles from './TextField.module.css';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
}

export interface SelectProps extends FieldFrameProps {
  readonly options: readonly SelectOption[];
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  /** Words of the empty box. */
  readonly placeholder: string;
  /** What the searchable list says when nothing fits. */
  readonly nothingFound: string;
  /** What was chosen is shown and can be reached and read, but no list opens. */
  readonly isReadOnly?: boolean;
}

/** From here on a list is searched by typing instead of looked through. */
const LONGEST_LIST_WITHOUT_SEARCH = 12;

export function Select(props: SelectProps) {
  if (props.isReadOnly === true) return <ChosenOption {...props} />;
  const isSearchable = props.options.length > LONGEST_LIST_WITHOUT_SEARCH;
  return (
    <Field {...props} isGroup={!isSearchable}>
      {(wiring) =>
        isSearchable ? (
          <SearchableList {...props} wiring={wiring} />
        ) : (
          <PlainList {...props} wiring={wiring} />
        )
      }
    </Field>
  );
}

/** The words of what was chosen, as a field that is read and not written. */
function ChosenOption({ options, value, ...frame }: SelectProps) {
  const chosen = options.find((option) => option.value === value);
  return (
    <Field {...frame}>
      {(wiring) => (
        <span className={classNames(boxStyles.box, boxStyles.readOnly)}>
          <input
            {...wiring}
            className={boxStyles.input}
            dir="auto"
            readOnly
            value={chosen?.label ?? ''}
          />
        </span>
      )}
    </Field>
  );
}

interface ListProps extends SelectProps {
  readonly wiring: FieldWiring;
}

function PlainList({ options, value, onChange, placeholder, wiring }: ListProps) {
  return (
    <AriaSelect
      aria-labelledby={wiring['aria-labelledby']}
      {...describedBy(wiring)}
      isInvalid={wiring['aria-invalid'] === true}
      selectedKey={value}
      placeholder={placeholder}
      onSelectionChange={(key) => {
        if (key !== null) {
          onChange(String(key));
        }
      }}
    >
      <Button
        id={wiring.id}
        className={classNames(boxStyles.box, styles.trigger)}
        data-invalid={wiring['aria-invalid']}
      >
        <SelectValue className={styles.value ?? ''} />
        <Icon of={ChevronDown} size="sm" />
      </Button>
      <Popover className={classNames(menuStyles.popover, styles.popover)} offset={4}>
        <Options options={options} />
      </Popover>
    </AriaSelect>
  );
}

function SearchableList({
  options,
  value,
  onChange,
  placeholder,
  nothingFound,
  wiring,
}: ListProps) {
  return (
    <ComboBox
      aria-labelledby={wiring['aria-labelledby']}
      {...describedBy(wiring)}
      isInvalid={wiring['aria-invalid'] === true}
      selectedKey={value}
      defaultItems={options}
      allowsEmptyCollection
      onSelectionChange={(key) => {
        if (key !== null) {
          onChange(String(key));
        }
      }}
    >
      <span className={boxStyles.box}>
        <Input id={wiring.id} className={boxStyles.input ?? ''} placeholder={placeholder} />
        <Button className={styles.chevron ?? ''}>
          <Icon of={ChevronDown} size="sm" />
        </Button>
      </span>
      <Popover className={classNames(menuStyles.popover, styles.popover)} offset={4}>
        <Options options={options} nothingFound={nothingFound} />
      </Popover>
    </ComboBox>
  );
}

function Options({
  options,
  nothingFound,
}: {
  readonly options: readonly SelectOption[];
  readonly nothingFound?: string;
}) {
  return (
    <ListBox
      className={menuStyles.menu ?? ''}
      {...(nothingFound === undefined
        ? { items: options }
        : { renderEmptyState: () => <p className={styles.nothing}>{nothingFound}</p> })}
    >
      {(option: SelectOption) => (
        <ListBoxItem id={option.value} textValue={option.label} className={menuStyles.item ?? ''}>
          <span className={menuStyles.words}>
            {option.label}
            {option.description !== undefined && (
              <span className={menuStyles.why}>{option.description}</span>
            )}
          </span>
        </ListBoxItem>
      )}
    </ListBox>
  );
}

/** React Aria takes no `undefined` here, and an empty attribute would describe nothing. */
function describedBy(wiring: FieldWiring): { readonly 'aria-describedby'?: string } {
  const ids = wiring['aria-describedby'];
  return ids === undefined ? {} : { 'aria-describedby': ids };
}
