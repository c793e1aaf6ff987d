import type { Ref } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldFrameProps } from './Field.tsx';
import styles from './TextField.module.css';

export interface TextAreaProps extends FieldFrameProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onBlur?: () => void;
  readonly dir?: 'ltr' | 'rtl' | 'auto';
  readonly lang?: string;
  readonly rows?: number;
  /** Longest text in UTF-16 units. A longer one is counted and refused in words, never cut. */
  readonly longest?: number;
  readonly placeholder?: string | undefined;
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
          className={styles.area}
          dir={props.dir ?? 'auto'}
          lang={props.lang}
          rows={props.rows ?? 3}
          value={value}
          placeholder={props.placeholder}
          onChange={(event) => props.onChange(event.currentTarget.value)}
          onBlur={props.onBlur}
        />
      )}
    </Field>
  );
}
