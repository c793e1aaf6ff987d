import { CircleAlert, CircleDashed, Eye, FileX, type LucideIcon, OctagonX } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Facts.module.css';
import { Icon } from './Icon.tsx';
import type { Tone } from './tone.ts';

export interface Fact {
  readonly id: string;
  readonly term: ReactNode;
  readonly value: ReactNode;
}

/** Terms and their values: what was counted, what stands on the receipt. */
export function Facts({
  facts,
  layout = 'narrow',
}: {
  readonly facts: readonly Fact[];
  readonly layout?: 'narrow' | 'columns';
}) {
  return (
    <dl className={styles.facts} data-layout={layout}>
      {facts.map((fact) => (
        <div key={fact.id} className={styles.fact}>
          <dt>{fact.term}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

export type MissingKind = 'error' | 'unanswered' | 'stops' | 'needsReason' | 'absent';

export interface MissingItem {
  readonly id: string;
  readonly kind: MissingKind;
  /** The word before the link: "stops:", "needs a reason:". */
  readonly lead?: string;
  /** A link or button that leads to the very field. */
  readonly link: ReactNode;
}

const LOOKS = {
  error: { icon: CircleAlert, tone: 'stop' },
  unanswered: { icon: CircleDashed, tone: 'review' },
  stops: { icon: OctagonX, tone: 'stop' },
  needsReason: { icon: Eye, tone: 'review' },
  absent: { icon: FileX, tone: 'neutral' },
} as const satisfies Record<MissingKind, { readonly icon: LucideIcon; readonly tone: Tone }>;

/** What is missing, beside the work, each with a link to the very field. */
export function MissingList({ items }: { readonly items: readonly MissingItem[] }) {
  return (
    <ul className={styles.missing}>
      {items.map((item) => (
        <li key={item.id} className={styles.one}>
          <Icon of={LOOKS[item.kind].icon} tone={LOOKS[item.kind].tone} />
          <span>
            {item.lead !== undefined && (
              <strong className={styles[LOOKS[item.kind].tone]}>{item.lead} </strong>
            )}
            {item.link}
          </span>
        </li>
      ))}
    </ul>
  );
}
