import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import styles from './Spine.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export interface SpineStep {
  readonly id: string;
  readonly label: string;
  readonly state: 'done' | 'open' | 'later';
  readonly isCurrent: boolean;
  readonly href: string;
  /** The clause, or how far the step is; one line under its name. */
  readonly clause?: ReactNode;
  /** The state in words, read after the name. */
  readonly stateLabel: string;
}

export interface SpineLink {
  readonly className: string;
  readonly 'aria-current': 'step' | undefined;
  readonly children: ReactNode;
}

export interface SpineProps {
  readonly label: string;
  readonly steps: readonly SpineStep[];
  readonly renderLink?: (step: SpineStep, link: SpineLink) => ReactNode;
}

/** The steps of the policy in their order. Gold marks the one where one stands. */
export function Spine({ label, steps, renderLink }: SpineProps) {
  return (
    <nav aria-label={label} className={styles.nav}>
      <ol className={styles.spine}>
        {steps.map((step, index) => (
          <li key={step.id} className={styles.entry}>
            {drawStep(step, index + 1, renderLink)}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function drawStep(step: SpineStep, number: number, renderLink: SpineProps['renderLink']) {
  const link: SpineLink = {
    className: classNames(styles.step, styles[step.state]),
    'aria-current': step.isCurrent ? 'step' : undefined,
    children: (
      <>
        <span className={styles.dot} aria-hidden="true">
          {step.state === 'done' && !step.isCurrent ? <Icon of={Check} size="sm" /> : number}
        </span>
        <span>
          {step.label}
          <VisuallyHidden> {step.stateLabel}</VisuallyHidden>
          {step.clause !== undefined && <span className={styles.clause}>{step.clause}</span>}
        </span>
      </>
    ),
  };
  return renderLink === undefined ? <a {...link} href={step.href} /> : renderLink(step, link);
}
