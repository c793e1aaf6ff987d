import { useState } from 'react';
import { Badge } from './Badge.tsx';
import styles from './CodedAnswer.module.css';
import type { FieldWiring } from './Field.tsx';
import { LinkButton } from './LinkButton.tsx';
import { type NonAnswer, nonAnswerGlyph } from './NonAnswerMenu.tsx';

export interface CodedAnswerProps {
  readonly nonAnswer: NonAnswer;
  readonly coded: { readonly code: string; readonly reason: string };
  readonly wiring: FieldWiring;
}

/**
 * A coded non-answer is an answer: it fills the field, says which it is and carries its reason. The
 * reason is asked for at once; it is handed over when the typing pauses at blur or Enter.
 */
export function CodedAnswer({ nonAnswer, coded, wiring }: CodedAnswerProps) {
  const [isEditing, setEditing] = useState(coded.reason === '');
  const [draft, setDraft] = useState(coded.reason);
  const index = nonAnswer.options.findIndex((option) => option.code === coded.code);
  const option = nonAnswer.options[index];
  const commit = () => {
    const reason = draft.trim();
    if (reason === '') {
      return;
    }
    setEditing(false);
    if (reason !== coded.reason) {
      nonAnswer.onReason(reason);
    }
  };
  return (
    <div
      className={styles.coded}
      role="group"
      aria-labelledby={wiring['aria-labelledby']}
      aria-describedby={wiring['aria-describedby']}
    >
      <Badge icon={nonAnswerGlyph(index)}>{option?.chip ?? option?.label ?? coded.code}</Badge>
      {isEditing ? (
        <input
          id={wiring.id}
          className={styles.input}
          aria-label={nonAnswer.reasonLabel}
          placeholder={nonAnswer.reasonLabel}
          aria-invalid={wiring['aria-invalid']}
          value={draft}
          autoFocus={coded.reason === ''}
          dir="auto"
          onChange={(event) => setDraft(event.currentTarget.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault();
              commit();
            }
          }}
        />
      ) : (
        <button
          type="button"
          id={wiring.id}
          className={styles.reason}
          title={nonAnswer.reasonLabel}
          onClick={() => setEditing(true)}
        >
          {coded.reason}
        </button>
      )}
      <LinkButton onPress={nonAnswer.onClear}>{nonAnswer.changeLabel}</LinkButton>
    </div>
  );
}
