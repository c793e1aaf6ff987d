import { CloudUpload, type LucideIcon, ShieldAlert, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import styles from './SafetyPill.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export type SafetyTone = 'ok' | 'review' | 'stop';

export interface SafetyPillProps {
  readonly tone: SafetyTone;
  /** The state in words: "all saved here". */
  readonly state: string;
  /** What else is true now, each one short part: how many wait, when the last contact was. */
  readonly parts: readonly ReactNode[];
  /** Only the state is seen, where a bar has no room; the parts are still read out. */
  readonly isShort?: boolean;
  readonly href: string;
  /** Draws the link, for the app's router. */
  readonly renderLink?: (link: {
    readonly className: string;
    readonly children: ReactNode;
  }) => ReactNode;
}

const GLYPHS = {
  ok: ShieldCheck,
  review: CloudUpload,
  stop: ShieldAlert,
} as const satisfies Record<SafetyTone, LucideIcon>;

/** On every screen, and it says only what is true at this moment. It leads to the Sync screen. */
export function SafetyPill(props: SafetyPillProps) {
  const { tone, state, parts, isShort = false, href, renderLink } = props;
  const link = {
    className: classNames(styles.safety, styles[tone]),
    children: (
      <>
        <Icon of={GLYPHS[tone]} />
        <span className={styles.state}>{state}</span>
        {parts.map((part, index) =>
          isShort ? (
            <VisuallyHidden key={`part-${index + 1}`}>{part}</VisuallyHidden>
          ) : (
            <span key={`part-${index + 1}`} className={styles.part}>
              <span>{part}</span>
            </span>
          ),
        )}
      </>
    ),
  };
  return renderLink === undefined ? <a {...link} href={href} /> : renderLink(link);
}
