import { Bdi } from './Bdi.tsx';
import styles from './SearchResultList.module.css';

export interface ResultGroup {
  readonly id: string;
  readonly title: string;
  readonly items: readonly ResultItem[];
}

export interface ResultItem {
  readonly id: string;
  readonly name: string;
  /** An id or a reference, isolated from the words around it. */
  readonly number: string | null;
  readonly note: string | null;
  readonly open: () => void;
}

export interface SearchResultListProps {
  /** What the box names as its list. */
  readonly id: string;
  readonly label: string;
  /** Said when no group has anything. */
  readonly nothing: string;
  readonly groups: readonly ResultGroup[];
  readonly activeId: string | null;
  readonly isOpen: boolean;
}

/** Results under a search box that keeps the focus: groups of options, of which one is active. */
export function SearchResultList(props: SearchResultListProps) {
  const groups = props.groups.filter(({ items }) => items.length > 0);
  return (
    <>
      <div
        id={props.id}
        role="listbox"
        aria-label={props.label}
        hidden={!props.isOpen || groups.length === 0}
        className={styles.list}
      >
        {groups.map((group) => (
          <div key={group.id} role="group" aria-labelledby={`${props.id}-${group.id}`}>
            <div id={`${props.id}-${group.id}`} className={styles.title}>
              {group.title}
            </div>
            {group.items.map((item) => (
              <div
                key={item.id}
                id={item.id}
                role="option"
                tabIndex={-1}
                aria-selected={item.id === props.activeId}
                className={styles.item}
                // Pressed and not clicked: a click would first take the focus out of the box.
                onMouseDown={(event) => {
                  event.preventDefault();
                  item.open();
                }}
              >
                <span className={styles.name}>{item.name}</span>
                {item.note !== null && <span className={styles.note}>{item.note}</span>}
                {item.number !== null && (
                  <span className={styles.number}>
                    <Bdi>{item.number}</Bdi>
                  </span>
                )}
              </div>
            ))}
          </div>
        ))}
      </div>
      <div role="status">
        {props.isOpen && groups.length === 0 && (
          <div className={styles.nothing}>{props.nothing}</div>
        )}
      </div>
    </>
  );
}
