import type { LucideIcon } from 'lucide-react';
import { type ReactNode, type Ref, useId } from 'react';
import styles from './Button.module.css';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import { Key } from './Key.tsx';

export type ButtonKind = 'main' | 'plain' | 'quiet' | 'danger';
export type ButtonSize = 'sm' | 'md' | 'lg';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly kind?: ButtonKind;
  readonly size?: ButtonSize;
  /** Before the words. */
  readonly icon?: LucideIcon;
  /** The glyph before the words points along the line (back): give the one pointing left. */
  readonly iconFlows?: boolean;
  /** After the words; it turns with the direction of the page (give the one pointing right). */
  readonly arrow?: LucideIcon;
  /** Shown as a key, e.g. `Ctrl ↵`. The screen binds the key itself. */
  readonly shortcut?: string;
  /**
   * What keeps this button from working now, in words. The button stays in its place and can be
   * reached; the reason stands beside it and is read with it. Pressing does nothing.
   */
  readonly blockedReason?: ReactNode;
  /** The reason stands before the button, for one at the end of a bar. */
  readonly reasonFirst?: boolean;
  /** Work is under way: pressing again does nothing; the words should say what happens. */
  readonly busy?: boolean;
  readonly type?: 'button' | 'submit';
  readonly form?: string;
  readonly id?: string;
  readonly expanded?: boolean;
  readonly pressed?: boolean;
  readonly describedBy?: string | undefined;
  readonly wide?: boolean;
  readonly autoFocus?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ ref, ...props }: ButtonProps) {
  const { children, kind = 'plain', size = 'md', icon, arrow, shortcut, blockedReason } = props;
  const reasonId = useId();
  const isBlocked =
    blockedReason !== undefined && blockedReason !== null && blockedReason !== false;
  const button = (
    <button
      ref={ref}
      id={props.id}
      type={isBlocked ? 'button' : (props.type ?? 'button')}
      form={props.form}
      autoFocus={props.autoFocus}
      className={classNames(
        styles.button,
        styles[kind],
        styles[size],
        props.wide === true && styles.wide,
      )}
      aria-disabled={isBlocked || props.busy === true ? true : undefined}
      aria-busy={props.busy === true ? true : undefined}
      aria-describedby={isBlocked ? reasonId : props.describedBy}
      aria-expanded={props.expanded}
      aria-pressed={props.pressed}
      aria-keyshortcuts={shortcut === undefined ? undefined : ariaShortcut(shortcut)}
      onClick={(event) => {
        if (isBlocked || props.busy === true) {
          event.preventDefault();
          return;
        }
        props.onPress?.();
      }}
    >
      {icon !== undefined && (
        <Icon of={icon} size={size === 'sm' ? 'sm' : 'md'} flow={props.iconFlows === true} />
      )}
      <span>{children}</span>
      {arrow !== undefined && <Icon of={arrow} size={size === 'sm' ? 'sm' : 'md'} flow />}
      {shortcut !== undefined && <Key>{shortcut}</Key>}
    </button>
  );
  if (!('blockedReason' in props)) {
    return button;
  }
  // A button that can be blocked keeps its place in the tree when the reason goes: made anew, it would
  // lose the focus of the hand that waits on it.
  return (
    <span
      className={
        isBlocked
          ? classNames(styles.withReason, props.reasonFirst === true && styles.reasonFirst)
          : styles.free
      }
    >
      {button}
      {isBlocked && (
        <span id={reasonId} className={styles.reason}>
          {blockedReason}
        </span>
      )}
    </span>
  );
}

/** `Ctrl K` as it is drawn becomes `Control+K` as assistive technology expects it. */
function ariaShortcut(shortcut: string): string {
  return shortcut.replace('Ctrl', 'Control').replace('↵', 'Enter').split(' ').join('+');
}
