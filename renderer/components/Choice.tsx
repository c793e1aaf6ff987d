import { Check, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Choice.module.css';
import { classNames } from './class-names.ts';
import { Field, type FieldFrameProps, type FieldWiring } from './Field.tsx';
import { Icon } from './Icon.tsx';

export interface ChoiceOption {
  readonly value: string;
  readonly label: ReactNode;
  readonly icon?: LucideIcon;
  readonly lang?: string;
  /** Smaller words under the label; shown by `RadioCards` only. */
  readonly description?: ReactNode;
}

export interface ChoiceProps extends FieldFrameProps {
  readonly options: readonly ChoiceOption[];
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  readonly size?: 'md' | 'lg';
  /** What was chosen stays to be read; nothing else can be chosen. */
  readonly isReadOnly?: boolean;
}

/** A few exclusive answers side by side. Arrow keys move and choose, as with every radio group. */
export function Choice(props: ChoiceProps) {
  return (
    <Field {...props} isGroup>
      {(wiring) => (
        <Segments
          wiring={wiring}
          options={props.options}
          value={props.value}
          onChange={props.onChange}
          size={props.size ?? 'md'}
          isReadOnly={props.isReadOnly === true}
        />
      )}
    </Field>
  );
}

export interface SegmentedProps {
  readonly label: string;
  readonly options: readonly ChoiceOption[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly size?: 'md' | 'lg';
  readonly id?: string;
}

/** The same without a visible label: languages in a bar, views of one list. */
export function Segmented({ label, id, options, value, onChange, size = 'md' }: SegmentedProps) {
  return (
    <Segments
      label={label}
      name={id}
      options={options}
      value={value}
      onChange={onChange}
      size={size}
    />
  );
}

interface SegmentsProps {
  readonly wiring?: FieldWiring;
  readonly label?: string;
  readonly name?: string | undefined;
  readonly options: readonly ChoiceOption[];
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  readonly size: 'md' | 'lg';
  readonly isReadOnly?: boolean;
}

function Segments(props: SegmentsProps) {
  const { wiring, label, name, options, value, onChange, size, isReadOnly = false } = props;
  const group = wiring?.id ?? name ?? label;
  return (
    <div
      {...wiring}
      role="radiogroup"
      aria-label={label}
      aria-readonly={isReadOnly ? true : undefined}
      className={classNames(
        styles.choice,
        styles[size],
        wiring !== undefined && styles.fills,
        isReadOnly && styles.readOnly,
      )}
    >
      {options.map((option) => (
        <label key={option.value} className={styles.one} lang={option.lang}>
          <input
            type="radio"
            className={styles.input}
            name={group}
            value={option.value}
            checked={option.value === value}
            disabled={isReadOnly && option.value !== value}
            onChange={() => {
              if (!isReadOnly) onChange(option.value);
            }}
          />
          {option.value === value && option.icon === undefined && <Icon of={Check} size="sm" />}
          {option.icon !== undefined && <Icon of={option.icon} size="sm" />}
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
