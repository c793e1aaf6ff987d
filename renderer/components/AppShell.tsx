import { Lock, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './AppShell.module.css';
import { Icon } from './Icon.tsx';
import { Logo } from './Logo.tsx';

/** More would lie over the icon; the label says how many they are. */
const MOST_COUNTED = 99;

export interface RailItem {
  readonly id: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly href: string;
  readonly isCurrent: boolean;
  /** How many things wait there; nothing is drawn for none. */
  readonly count?: number;
  /** What the count means, read after the label. */
  readonly countLabel?: string;
}

export interface AppShellProps {
  readonly navigationLabel: string;
  readonly items: readonly RailItem[];
  /**
   * Draws the link of a rail item, so that the app's router can own it. `className` and
   * `aria-current` must be set on the link. Without it a plain `<a href>` is drawn.
   */
  readonly renderLink?: (item: RailItem, link: RailLink) => ReactNode;
  /** Who sits here; `link` draws their name as the way to what is theirs. */
  readonly person: {
    readonly name: string;
    readonly initial: string;
    readonly link?: (inside: { className: string; children: ReactNode }) => ReactNode;
  };
  readonly lockLabel: string;
  readonly onLock: () => void;
  /** For keyboards: the first stop of the page, jumping over rail and bar. */
  readonly skipLabel: string;
  /** Search, scan button and the like, from the start of the bar. */
  readonly topbar: ReactNode;
  /** The safety pill, at the end of the bar. */
  readonly safety: ReactNode;
  readonly children: ReactNode;
  /** A lower rail, for the longer list of headquarters. */
  readonly denseRail?: boolean;
}

export interface RailLink {
  readonly className: string;
  readonly 'aria-current': 'page' | undefined;
  readonly children: ReactNode;
}

/** Where the screen itself begins, for whoever leads the focus there. */
export const MAIN_ID = 'main';

export function AppShell(props: AppShellProps) {
  return (
    <div className={styles.app}>
      {/* A button and not a link: what stands behind the # of the address is the app's own. */}
      <button
        type="button"
        className={styles.skip}
        onClick={() => document.getElementById(MAIN_ID)?.focus()}
      >
        {props.skipLabel}
      </button>
      <nav
        aria-label={props.navigationLabel}
        className={styles.rail}
        data-dense={props.denseRail === true ? '' : undefined}
      >
        <div className={styles.mark}>
          <Logo on="rail" />
        </div>
        <ul className={styles.list}>
          {props.items.map((item) => (
            <li key={item.id}>
              <RailEntry item={item} renderLink={props.renderLink} />
            </li>
          ))}
        </ul>
        <div className={styles.foot}>
          <PersonAtDesk person={props.person} />
          <button type="button" className={styles.lock} onClick={props.onLock}>
            <Icon of={Lock} size="sm" />
            <span>{props.lockLabel}</span>
          </button>
        </div>
      </nav>
      <header className={styles.topbar}>
        {props.topbar}
        <div className={styles.safety}>{props.safety}</div>
      </header>
      <main className={styles.main} id={MAIN_ID} tabIndex={-1}>
        {props.children}
      </main>
    </div>
  );
}

function PersonAtDesk({ person }: { readonly person: AppShellProps['person'] }) {
  const face = (
    <>
      <span className={styles.avatar} aria-hidden="true">
        {person.initial}
      </span>
      <span className={styles.person}>{person.name}</span>
    </>
  );
  return person.link === undefined
    ? face
    : person.link({ className: styles.personLink ?? '', children: face });
}

function RailEntry({
  item,
  renderLink,
}: {
  readonly item: RailItem;
  readonly renderLink: AppShellProps['renderLink'];
}) {
  const link: RailLink = {
    className: styles.item ?? '',
    'aria-current': item.isCurrent ? 'page' : undefined,
    children: (
      <>
        <Icon of={item.icon} />
        <span className={styles.itemLabel}>{item.label}</span>
        {item.count !== undefined && item.count > 0 && (
          <span className={styles.count}>
            <bdi dir="ltr">{item.count > MOST_COUNTED ? `${MOST_COUNTED}+` : item.count}</bdi>
            {item.countLabel !== undefined && (
              <span className={styles.countLabel}> {item.countLabel}</span>
            )}
          </span>
        )}
      </>
    ),
  };
  return renderLink === undefined ? <a {...link} href={item.href} /> : renderLink(item, link);
}
