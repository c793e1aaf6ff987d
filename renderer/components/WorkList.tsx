import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { CountBadge } from './Badge.tsx';
import { Icon, type IconProps } from './Icon.tsx';
import styles from './WorkList.module.css';

export interface WorkItem {
  readonly id: string;
  readonly name: ReactNode;
  /** A reference, already written; isolated here. */
  readonly reference?: string;
  /** What is to be done and why, in words. */
  readonly why: ReactNode;
  readonly when?: ReactNode;
  /** The one button of the row. */
  readonly action: ReactNode;
}

export interface WorkGroup {
  readonly id: string;
  readonly title: string;
  readonly icon: LucideIcon;
  readonly tone?: IconProps['tone'];
  readonly items: readonly WorkItem[];
}

/** The day, grouped by what is to be done. Groups without items are not drawn. */
export function WorkList({ groups }: { readonly groups: readonly WorkGroup[] }) {
  return (
    <div className={styles.work}>
      {groups
        .filter((group) => group.items.length > 0)
        .map((group) => (
          <WorkGroupRows key={group.id} group={group} />
        ))}
    </div>
  );
}

function WorkGroupRows({ group }: { readonly group: WorkGroup }) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <h2 className={styles.group}>
        <Icon of={group.icon} size="sm" tone={group.tone} />
        <span id={titleId}>{group.title}</span>
        <CountBadge count={group.items.length} />
      </h2>
      <ul>
        {group.items.map((item) => (
          <li key={item.id} className={styles.item}>
            <span className={styles.person} id={workItemNameId(item.id)}>
              <span className={styles.name}>{item.name}</span>
              {item.reference !== undefined && (
                <span className={styles.reference}>
                  <bdi dir="ltr">{item.reference}</bdi>
                </span>
              )}
            </span>
            <span className={styles.why}>{item.why}</span>
            <span className={styles.when}>{item.when}</span>
            <span className={styles.action}>{item.action}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where a row's name and reference stand: what the button of the row is about. */
export function workItemNameId(id: string): string {
  return `work-${id}`;
}
