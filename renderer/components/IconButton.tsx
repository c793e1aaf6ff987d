import type { LucideIcon } from 'lucide-react';
import type { Ref } from 'react';
import styles from './Button.module.css';
import type { ButtonKind, ButtonSize } from './Button.tsx';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';

export interface IconButtonProps {
  readonly icon: LucideIcon;
  /** What it does, in words: it has no other name. */
  readonly label: string;
  readonly onPress: () => void;
  readonly kind?: ButtonKind;
  readonly size?: ButtonSize;
  /** The glyph points along the line and turns with the direction of the page. */
  readonly flow?: boolean;
  readonly expanded?: boolean;
  readonly controls?: string;
  readonly describedBy?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ ref, ...props }: IconButtonProps) {
  const { icon, label, onPress, kind = 'quiet', size = 'sm', flow = false } = props;
  return (
    <button
      ref={ref}
      type="button"
      className={classNames(styles.button, styles.icon, styles[kind], styles[size])}
      aria-label={label}
      title={label}
      aria-expanded={props.expanded}
      aria-controls={props.controls}
      aria-describedby={props.describedBy}
      onClick={onPress}
    >
      <Icon of={icon} flow={flow} />
    </button>
  );
}
