import styles from './Choice.module.css';
import type { ChoiceProps } from './Choice.tsx';
import { Field } from './Field.tsx';
import { Icon } from './Icon.tsx';

/** Exclusive answers that need a line of explanation each, one card under the other. */
export function RadioCards(props: ChoiceProps) {
  return (
    <Field {...props} isGroup>
      {(wiring) => (
        <div {...wiring} role="radiogroup" className={styles.cards}>
          {props.options.map((option) => (
            <label key={option.value} className={styles.card} lang={option.lang}>
              <input
                type="radio"
                className={styles.input}
                name={wiring.id}
                value={option.value}
                checked={option.value === props.value}
                onChange={() => props.onChange(option.value)}
              />
              <span className={styles.dot} aria-hidden="true" />
              {option.icon !== undefined && <Icon of={option.icon} />}
              <span>
                <span className={styles.cardTitle}>{option.label}</span>
                {option.description !== undefined && (
                  <span className={styles.cardWords}>{option.description}</span>
                )}
              </span>
            </label>
          ))}
        </div>
      )}
    </Field>
  );
}
