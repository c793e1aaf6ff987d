import type { KeyboardEvent, Ref } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldFrameProps } from './Field.tsx';
import styles from './TextField.module.css';

export interface TextAreaProps extends FieldFrameProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onBlur?: () => void;
  readonly onPaste?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  readonly dir?: 'ltr' | 'rtl' | 'auto';
  readonly lang?: string;
  readonly rows?: number;
  /** Longest text in UTF-16 units. A longer one is counted and refused in words, never cut. */
  readonly longest?: number;
  readonly placeholder?: string | undefined;
  /** Letters of one width, for lines whose places are counted. */
  readonly isMonospaced?: boolean;
  readonly isReadOnly?: boolean;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

export function TextArea({ ref, ...props }: TextAreaProps) {
  const { value, longest } = props;
  const count =
    longest === undefined ? undefined : (
      <bdi dir="ltr" className={classNames(value.length > longest && styles.over)}>
        {value.length} / {longest}
      </bdi>
    );
  return (
    <Field {...props} afterHelp={count}>
      {(wiring) => (
        <textarea
          {...wiring}
          ref={ref}
          className={classNames(styles.area, props.isMonospaced === true && styles.monospaced)}
          dir={props.dir ?? 'auto'}
          lang={props.lang}
          rows={props.rows ?? 3}
          value={value}
          placeholder={props.placeholder}
          readOnly={props.isReadOnly}
          spellCheck={props.isMonospaced === true ? false : undefined}
          onChange={(event) => props.onChange(event.currentTarget.value)}
          onBlur={props.onBlur}
          onPaste={props.onPaste}
          onKeyDown={props.onKeyDown}
        />
      )}
    </Field>
  );
}
