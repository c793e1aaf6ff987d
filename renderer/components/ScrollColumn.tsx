import { type ReactNode, useEffect, useRef, useState } from 'react';
import { FOCUSABLE } from './focus-field.ts';

export interface ScrollColumnProps {
  readonly className: string | undefined;
  /** What the column is to the page: `aside` stands beside the work. */
  readonly as?: 'div' | 'aside';
  /** It can be led to by this name. */
  readonly id?: string;
  readonly children: ReactNode;
}

/**
 * A column that scrolls by itself. One that holds more than it shows, and nothing that could take the
 * focus, takes the focus itself: otherwise the arrow keys would have no way to the rest of it.
 */
export function ScrollColumn({ className, as: Element = 'div', id, children }: ScrollColumnProps) {
  const column = useRef<HTMLDivElement>(null);
  const [isStop, setStop] = useState(false);
  useEffect(() => {
    const element = column.current;
    if (element === null) return undefined;
    const look = () =>
      setStop(
        element.scrollHeight > element.clientHeight && element.querySelector(FOCUSABLE) === null,
      );
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    const content = new MutationObserver(look);
    content.observe(element, { childList: true, subtree: true });
    return () => {
      sizes.disconnect();
      content.disconnect();
    };
  }, []);
  return (
    <Element
      ref={column}
      id={id}
      className={className}
      tabIndex={isStop ? 0 : id === undefined ? undefined : -1}
    >
      {children}
    </Element>
  );
}
