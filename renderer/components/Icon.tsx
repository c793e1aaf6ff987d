import type { LucideIcon } from 'lucide-react';
import { classNames } from './class-names.ts';
import styles from './Icon.module.css';
import type { Tone } from './tone.ts';

export interface IconProps {
  readonly of: LucideIcon;
  readonly size?: 'sm' | 'md' | 'lg';
  readonly tone?: Tone | 'brand' | 'gold' | undefined;
  /**
   * The glyph points along the line: choose the one that points right for "next", and it turns in a
   * right-to-left page. Only arrows and chevrons flow.
   */
  readonly flow?: boolean;
  /** A name for a glyph that stands without words; without it the glyph is decoration. */
  readonly label?: string | undefined;
}

export function Icon({ of: Glyph, size = 'md', tone, flow = false, label }: IconProps) {
  return (
    <Glyph
      className={classNames(
        styles.icon,
        styles[size],
        flow && styles.flow,
        tone === undefined ? undefined : styles[tone],
      )}
      {...(label === undefined
        ? { 'aria-hidden': true }
        : { role: 'img', 'aria-label': label, 'aria-hidden': false })}
    />
  );
}
