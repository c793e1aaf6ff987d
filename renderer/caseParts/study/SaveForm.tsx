import type { ReactNode } from 'react';
import { Button } from '#renderer/components/Button.tsx';
import { Row } from '#renderer/components/Page.tsx';
import styles from './study.module.css';

export interface SaveFormProps {
  /** The name of a form that stands apart. */
  readonly label?: string;
  readonly children: ReactNode;
  /** What refused it, in words; stays with all that was written. */
  readonly refusal: ReactNode;
  /** That what is written is kept, where it is. */
  readonly kept?: ReactNode;
  readonly words: { readonly save: string; readonly cancel: string };
  readonly isBusy: boolean;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

/** A form that opens under what it is about, is saved, or put away. */
export function SaveForm(props: SaveFormProps) {
  return (
    <form
      className={styles.form}
      noValidate
      aria-label={props.label}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSave();
      }}
    >
      {props.children}
      {props.refusal}
      {props.kept}
      <Row>
        <Button type="submit" kind="main" busy={props.isBusy}>
          {props.words.save}
        </Button>
        <Button kind="quiet" onPress={props.onCancel}>
          {props.words.cancel}
        </Button>
      </Row>
    </form>
  );
}
