import type { HTMLAttributes, KeyboardEvent, ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldFrameProps } from './Field.tsx';
import styles from './TextField.module.css';

export interface TextFieldProps extends FieldFrameProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onFocus?: (input: HTMLInputElement) => void;
  readonly onBlur?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** `ltr` for anything of digits or Latin letters; `auto` follows what is typed. */
  readonly dir?: 'ltr' | 'rtl' | 'auto';
  readonly lang?: string;
  readonly type?: 'text' | 'password' | 'email' | 'search' | 'tel';
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  readonly autoComplete?: string;
  readonly placeholder?: string | undefined;
  /** A word or glyph at the end, inside the box: ريال, %. */
  readonly suffix?: ReactNode;
  readonly prefix?: ReactNode;
  readonly isReadOnly?: boolean;
  readonly size?: 'md' | 'lg';
  readonly isStrong?: boolean;
  readonly autoFocus?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

export function TextField({ ref, ...props }: TextFieldProps) {
  return (
    <Field {...props}>
      {(wiring) => (
        <span
          className={classNames(
            styles.box,
            styles[props.size ?? 'md'],
            props.isReadOnly === true && styles.readOnly,
          )}
        >
          {props.prefix}
          <input
            {...wiring}
            ref={ref}
            className={classNames(styles.input, props.isStrong === true && styles.strong)}
            type={props.type ?? 'text'}
            dir={props.dir ?? 'auto'}
            lang={props.lang}
            value={props.value}
            readOnly={props.isReadOnly}
            inputMode={props.inputMode}
            placeholder={props.placeholder}
            autoComplete={props.autoComplete ?? 'off'}
            autoFocus={props.autoFocus}
            spellCheck={false}
            onChange={(event) => props.onChange(event.currentTarget.value)}
            onFocus={(event) => props.onFocus?.(event.currentTarget)}
            onBlur={props.onBlur}
            onKeyDown={props.onKeyDown}
          />
          {props.suffix !== undefined && <span className={styles.suffix}>{props.suffix}</span>}
        </span>
      )}
    </Field>
  );
}
