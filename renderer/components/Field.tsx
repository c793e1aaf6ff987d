import { BookOpen, CircleAlert, LockKeyhole } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { CodedAnswer } from './CodedAnswer.tsx';
import { classNames } from './class-names.ts';
import styles from './Field.module.css';
import { Icon } from './Icon.tsx';
import { type NonAnswer, NonAnswerMenu } from './NonAnswerMenu.tsx';

export type FieldSpan = 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 12;

/** What every field of a form takes, whatever its control. All sentences come from the caller. */
export interface FieldFrameProps {
  readonly label: ReactNode;
  /** The id of the control itself, for links that lead to this very field (see `focusField`). */
  readonly id?: string | undefined;
  /** Drawn beside the label: the word for "optional" or for "required". */
  readonly mark?: ReactNode;
  readonly isRequired?: boolean | undefined;
  /** The answer is sensitive: a lock with this accessible name stands beside the label. */
  readonly sensitiveLabel?: string | undefined;
  readonly help?: ReactNode;
  /** Under the field, with what may be pressed there. */
  readonly below?: ReactNode;
  /** What is wrong, in words that do not blame. */
  readonly error?: ReactNode;
  /** Leads to what the guide says of this field; by keyboard the whole page has one key for it. */
  readonly guide?: { readonly label: string; readonly onPress: () => void } | undefined;
  /** Columns of twelve inside `Fields`. */
  readonly span?: FieldSpan | undefined;
  /** Offers the coded non-answers at the label's end, and shows the one that was chosen. */
  readonly nonAnswer?: NonAnswer | undefined;
}

/** Attributes that tie a control to its label, help and error. Spread them on the control. */
export interface FieldWiring {
  readonly id: string;
  readonly 'aria-labelledby': string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
}

export interface FieldProps extends FieldFrameProps {
  /** The control is several elements (radios, date parts): the label names the group. */
  readonly isGroup?: boolean;
  /** Words after the help, e.g. the count of a text area; they describe the control too. */
  readonly afterHelp?: ReactNode;
  readonly children: (wiring: FieldWiring) => ReactNode;
}

export function Field(props: FieldProps) {
  const ownId = useId();
  const id = props.id ?? ownId;
  const labelId = `${id}-label`;
  const helpId = `${id}-help`;
  const errorId = `${id}-error`;
  const hasError = isShown(props.error);
  const hasHelp = isShown(props.help) || isShown(props.afterHelp);
  const coded = props.nonAnswer?.coded;
  const described = [hasError && errorId, hasHelp && helpId].filter(
    (part): part is string => part !== false,
  );
  const wiring: FieldWiring = {
    id,
    'aria-labelledby': labelId,
    'aria-describedby': described.length === 0 ? undefined : described.join(' '),
    'aria-invalid': hasError ? true : undefined,
    'aria-required': props.isRequired === true ? true : undefined,
  };
  const labelWords = (
    <>
      <span id={labelId}>{props.label}</span>
      {isShown(props.mark) && <span className={styles.mark}>{props.mark}</span>}
    </>
  );
  return (
    <div
      className={classNames(styles.field, hasError && styles.hasError)}
      data-span={props.span ?? 12}
      data-field={id}
    >
      <div className={styles.label}>
        {props.isGroup === true || coded !== undefined ? (
          <span className={styles.words}>{labelWords}</span>
        ) : (
          <label className={styles.words} htmlFor={id}>
            {labelWords}
          </label>
        )}
        {props.sensitiveLabel !== undefined && (
          <Icon of={LockKeyhole} size="sm" label={props.sensitiveLabel} />
        )}
        {props.guide !== undefined && (
          <button
            type="button"
            tabIndex={-1}
            className={styles.guide}
            aria-label={props.guide.label}
            title={props.guide.label}
            onClick={props.guide.onPress}
          >
            <Icon of={BookOpen} size="sm" />
          </button>
        )}
      </div>
      <div className={styles.control}>
        {props.nonAnswer !== undefined && coded !== undefined ? (
          <CodedAnswer nonAnswer={props.nonAnswer} coded={coded} wiring={wiring} />
        ) : (
          props.children(wiring)
        )}
      </div>
      {props.nonAnswer !== undefined && coded === undefined && (
        <div className={styles.other}>
          <NonAnswerMenu nonAnswer={props.nonAnswer} fieldLabelId={labelId} />
        </div>
      )}
      {hasError && (
        <p className={styles.error} id={errorId}>
          <Icon of={CircleAlert} size="sm" />
          <span>{props.error}</span>
        </p>
      )}
      {hasHelp && (
        <div className={styles.help} id={helpId}>
          {isShown(props.help) && <span>{props.help}</span>}
          {isShown(props.afterHelp) && <span className={styles.after}>{props.afterHelp}</span>}
        </div>
      )}
      {isShown(props.below) && <div className={styles.below}>{props.below}</div>}
    </div>
  );
}

/** The grid of twelve columns in which fields stand. */
export function Fields({ children }: { readonly children: ReactNode }) {
  return <div className={styles.fields}>{children}</div>;
}

function isShown(node: ReactNode): boolean {
  return node !== undefined && node !== null && node !== false && node !== '';
}
