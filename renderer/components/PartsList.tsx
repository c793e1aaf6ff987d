import { CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import styles from './PartsList.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export interface Part {
  readonly id: string;
  /** أ, ب … or A, B: the letter of the section. */
  readonly letter?: string;
  readonly title: string;
  readonly isCurrent: boolean;
  readonly href: string;
  /** `done` is drawn as a tick and read as `stateLabel`; the others show `stateLabel` in words. */
  readonly state: 'done' | 'missing' | 'begun' | 'untouched';
  readonly stateLabel?: ReactNode;
}

export interface PartLink {
  readonly className: string;
  readonly 'aria-current': 'true' | undefined;
  readonly children: ReactNode;
}

export interface PartsListProps {
  readonly label: string;
  readonly parts: readonly Part[];
  readonly renderLink?: (part: Part, link: PartLink) => ReactNode;
}

export function PartsList({ label, parts, renderLink }: PartsListProps) {
  return (
    <nav aria-label={label}>
      <ol className={styles.parts}>
        {parts.map((part) => {
          const link: PartLink = {
            className: styles.item ?? '',
            'aria-current': part.isCurrent ? 'true' : undefined,
            children: (
              <>
                {part.letter !== undefined && <span className={styles.letter}>{part.letter}</span>}
                <span className={styles.title}>{part.title}</span>
                <PartState part={part} />
              </>
            ),
          };
          return (
            <li key={part.id}>
              {renderLink === undefined ? <a {...link} href={part.href} /> : renderLink(part, link)}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function PartState({ part }: { readonly part: Part }) {
  if (part.state === 'done') {
    return (
      <span className={styles.state}>
        <Icon of={CircleCheck} size="sm" tone="ok" />
        <VisuallyHidden>{part.stateLabel}</VisuallyHidden>
      </span>
    );
  }
  if (part.stateLabel === undefined) {
    return null;
  }
  return (
    <span className={styles.state} data-state={part.state}>
      {part.stateLabel}
    </span>
  );
}
