import type { ReactNode } from 'react';
import { classNames } from '#renderer/components/class-names.ts';
import styles from './PaperFacts.module.css';

export interface PaperFact {
  readonly id: string;
  readonly term: ReactNode;
  readonly value: ReactNode;
  /** Takes the whole line: a person's own long words. */
  readonly isWide?: boolean;
}

/** Terms and values in two columns; each pair stays on one page. */
export function PaperFacts({
  facts,
  isDense = false,
}: {
  readonly facts: readonly PaperFact[];
  readonly isDense?: boolean;
}) {
  return (
    <dl className={classNames(styles.facts, isDense && styles.dense)}>
      {facts.map((fact) => (
        <div
          key={fact.id}
          className={styles.fact}
          data-wide={fact.isWide === true ? '' : undefined}
        >
          <dt>{fact.term}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
