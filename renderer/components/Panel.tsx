import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import styles from './Panel.module.css';

export interface PanelProps {
  readonly title?: ReactNode;
  /** A line of smaller words after the title. */
  readonly note?: ReactNode;
  /** At the end of the head: a button, a badge. */
  readonly aside?: ReactNode;
  readonly foot?: ReactNode;
  readonly children?: ReactNode;
  /** `plain` pads the body; `flush` lets a table or a list reach the edges. */
  readonly body?: 'plain' | 'flush';
  /** A smaller head for the narrow column beside the work. */
  readonly compact?: boolean;
  readonly headingLevel?: 2 | 3;
  /** The name of a panel that shows no title. */
  readonly label?: string;
  readonly id?: string;
}

function isShown(children: ReactNode): boolean {
  return children !== undefined && children !== null && children !== false;
}

/** A sheet of paper on the desk. Panels do not stand inside panels. */
export function Panel(props: PanelProps) {
  const titleId = useId();
  const Heading = props.headingLevel === 3 ? 'h3' : 'h2';
  const hasTitle = props.title !== undefined && props.title !== null;
  return (
    <section
      className={classNames(styles.panel, props.compact === true && styles.compact)}
      id={props.id}
      // A panel with a name in the page can be led to.
      tabIndex={props.id === undefined ? undefined : -1}
      aria-labelledby={hasTitle ? titleId : undefined}
      aria-label={hasTitle ? undefined : props.label}
    >
      {hasTitle && (
        <header className={styles.head}>
          <Heading className={styles.title} id={titleId}>
            {props.title}
          </Heading>
          {props.note !== undefined && <span className={styles.note}>{props.note}</span>}
          {props.aside !== undefined && <span className={styles.aside}>{props.aside}</span>}
        </header>
      )}
      {isShown(props.children) && (
        <div className={props.body === 'flush' ? styles.flush : styles.body}>{props.children}</div>
      )}
      {props.foot !== undefined && <footer className={styles.foot}>{props.foot}</footer>}
    </section>
  );
}
