import { Check } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import styles from './Checkbox.module.css';
import { classNames } from './class-names.ts';
import { Field, type FieldFrameProps } from './Field.tsx';
import { Icon } from './Icon.tsx';

export interface CheckboxProps {
  readonly label: ReactNode;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  /** `lg` where the beneficiary takes part. */
  readonly size?: 'md' | 'lg';
  readonly description?: ReactNode;
  readonly isInvalid?: boolean;
  readonly isRequired?: boolean;
  readonly describedBy?: string;
  /** Stays in its place but cannot be changed now. */
  readonly isBlocked?: boolean;
  readonly id?: string;
}

export function Checkbox(props: CheckboxProps) {
  const descriptionId = useId();
  const describedBy = props.description === undefined ? props.describedBy : descriptionId;
  return (
    <label className={classNames(styles.check, styles[props.size ?? 'md'])}>
      <input
        type="checkbox"
        id={props.id}
        className={styles.input}
        checked={props.isChecked}
        aria-invalid={props.isInvalid === true ? true : undefined}
        aria-required={props.isRequired === true ? true : undefined}
        aria-disabled={props.isBlocked === true ? true : undefined}
        aria-describedby={describedBy}
        onChange={(event) => {
          if (props.isBlocked !== true) {
            props.onChange(event.currentTarget.checked);
          }
        }}
      />
      <span className={styles.box} aria-hidden="true">
        {props.isChecked && <Icon of={Check} size={props.size === 'lg' ? 'md' : 'sm'} />}
      </span>
      <span>
        <span>{props.label}</span>
        {props.description !== undefined && (
          <span className={styles.description} id={descriptionId}>
            {props.description}
          </span>
        )}
      </span>
    </label>
  );
}

export interface CheckboxGroupProps extends FieldFrameProps {
  readonly options: readonly {
    readonly value: string;
    readonly label: ReactNode;
    readonly description?: ReactNode;
  }[];
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  readonly columns?: 1 | 2 | 3;
  /** The ticks stay to be read; none can be changed. */
  readonly isReadOnly?: boolean;
}

/** Several answers out of a list, kept in the order of the list. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  const { options, values, onChange } = props;
  return (
    <Field {...props} isGroup>
      {(wiring) => (
        <div
          id={wiring.id}
          role="group"
          aria-labelledby={wiring['aria-labelledby']}
          aria-describedby={wiring['aria-describedby']}
          className={styles.group}
          data-columns={props.columns ?? 1}
        >
          {options.map((option) => (
            <Checkbox
              key={option.value}
              label={option.label}
              description={option.description}
              isInvalid={wiring['aria-invalid'] === true}
              isBlocked={props.isReadOnly === true}
              isChecked={values.includes(option.value)}
              onChange={(isChecked) =>
                onChange(
                  options
                    .map(({ value }) => value)
                    .filter((value) =>
                      value === option.value ? isChecked : values.includes(value),
                    ),
                )
              }
            />
          ))}
        </div>
      )}
    </Field>
  );
}
