import { ChevronLeft, ChevronRight, Maximize, RotateCw, ZoomIn, ZoomOut } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef, useState } from 'react';
import { Bdi } from './Bdi.tsx';
import { IconButton } from './IconButton.tsx';
import styles from './PictureView.module.css';
import { FITTED, moved, type Placing, panStep, zoomed } from './picture-placing.ts';

export interface PictureViewProps {
  /** Address of the picture; null while it is fetched. */
  readonly source: string | null;
  readonly label: string;
  /** What the keys do; said with the label. */
  readonly keysHelp: string;
  readonly waitingLabel: string;
  readonly fitLabel: string;
  readonly zoomInLabel: string;
  readonly zoomOutLabel: string;
  readonly rotateLabel: string;
  /** For a picture of several pages. */
  readonly pages: {
    readonly words: string;
    readonly previousLabel: string;
    readonly nextLabel: string;
    /** Null on the first page. */
    readonly onPrevious: (() => void) | null;
    /** Null on the last page. */
    readonly onNext: (() => void) | null;
  } | null;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A picture to be read closely: fitted, enlarged, turned, moved; by mouse, wheel or keys alone. */
export function PictureView(props: PictureViewProps) {
  const { source, pages } = props;
  const frame = useRef<HTMLDivElement>(null);
  const keysId = useId();
  const [frameSize, setFrameSize] = useState<Size>({ width: 0, height: 0 });
  const [natural, setNatural] = useState<Size | null>(null);
  const [placing, setPlacing] = useState<Placing>(FITTED);
  const drag = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const [seen, setSeen] = useState(source);
  if (seen !== source) {
    setSeen(source);
    setNatural(null);
    setPlacing((before) => ({ ...FITTED, turns: before.turns }));
  }

  const isTurned = placing.turns % 2 === 1;
  const shown = natural ?? { width: 1, height: 1 };
  const lying = isTurned ? { width: shown.height, height: shown.width } : shown;
  const fit = Math.min(frameSize.width / lying.width, frameSize.height / lying.height);
  const scale = fit * placing.zoom;
  const room = {
    x: Math.max(0, (lying.width * scale - frameSize.width) / 2),
    y: Math.max(0, (lying.height * scale - frameSize.height) / 2),
  };
  const at = moved(placing, 0, 0, room);

  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      setFrameSize({ width: element.clientWidth, height: element.clientHeight });
    });
    observer.observe(element);
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      setPlacing((before) => zoomed(before, event.deltaY < 0 ? 1 : -1));
    };
    // React listens to wheels passively, and then the whole page would be enlarged.
    element.addEventListener('wheel', wheel, { passive: false });
    return () => {
      observer.disconnect();
      element.removeEventListener('wheel', wheel);
    };
  }, []);

  const rotate = () => setPlacing((before) => ({ ...FITTED, turns: (before.turns + 1) % 4 }));
  const zoom = (steps: number) => setPlacing((before) => zoomed(before, steps));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const step = panStep(event.key, frameSize);
    if (step !== null) {
      if (room.x === 0 && room.y === 0) return;
      setPlacing((before) => moved(before, step.x, step.y, room));
    } else if (isKey(event, ['+', '='], ['Equal', 'NumpadAdd'])) zoom(1);
    else if (isKey(event, ['-', '−'], ['Minus', 'NumpadSubtract'])) zoom(-1);
    else if (isKey(event, ['0'], ['Digit0', 'Numpad0'])) {
      setPlacing((before) => ({ ...FITTED, turns: before.turns }));
    } else if (isKey(event, ['r', 'R'], ['KeyR'])) rotate();
    else if (event.key === 'PageUp' && pages !== null) pages.onPrevious?.();
    else if (event.key === 'PageDown' && pages !== null) pages.onNext?.();
    else return;
    event.preventDefault();
  };
  const onPointerMove = (event: PointerEvent) => {
    if (drag.current === null) return;
    const { x, y } = drag.current;
    drag.current = { x: event.clientX, y: event.clientY };
    setPlacing((before) => moved(before, event.clientX - x, event.clientY - y, room));
  };
  const percent = Math.round(placing.zoom * 100);
  return (
    <div className={styles.view}>
      <div className={styles.bar}>
        <IconButton icon={ZoomIn} label={props.zoomInLabel} onPress={() => zoom(1)} />
        <IconButton icon={ZoomOut} label={props.zoomOutLabel} onPress={() => zoom(-1)} />
        <IconButton
          icon={Maximize}
          label={props.fitLabel}
          onPress={() => setPlacing((before) => ({ ...FITTED, turns: before.turns }))}
        />
        <IconButton icon={RotateCw} label={props.rotateLabel} onPress={rotate} />
        <span className={styles.percent}>
          <Bdi>{`${percent}%`}</Bdi>
        </span>
        {pages !== null && (
          <span className={styles.pages}>
            <IconButton
              icon={ChevronLeft}
              flow
              label={pages.previousLabel}
              onPress={() => pages.onPrevious?.()}
            />
            <span role="status">{pages.words}</span>
            <IconButton
              icon={ChevronRight}
              flow
              label={pages.nextLabel}
              onPress={() => pages.onNext?.()}
            />
          </span>
        )}
      </div>
      <div
        ref={frame}
        className={styles.frame}
        role="application"
        tabIndex={0}
        aria-label={props.label}
        aria-describedby={keysId}
        data-zoom={percent}
        data-turns={placing.turns}
        data-movable={room.x > 0 || room.y > 0 ? '' : undefined}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          drag.current = { x: event.clientX, y: event.clientY };
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={onPointerMove}
        onPointerUp={() => {
          drag.current = null;
        }}
        onPointerCancel={() => {
          drag.current = null;
        }}
      >
        {source === null ? (
          <p className={styles.waiting}>{props.waitingLabel}</p>
        ) : (
          <img
            className={styles.picture}
            src={source}
            alt={props.label}
            draggable={false}
            data-loaded={natural === null ? undefined : ''}
            style={{
              transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px) rotate(${placing.turns * 90}deg) scale(${scale})`,
            }}
            onLoad={({ currentTarget }) => {
              const { naturalWidth: width, naturalHeight: height } = currentTarget;
              setNatural({ width, height });
            }}
          />
        )}
      </div>
      <p className={styles.keys} id={keysId}>
        {props.keysHelp}
      </p>
    </div>
  );
}

/** By its sign, or by its place where the keyboard writes another alphabet. */
function isKey(event: KeyboardEvent, keys: readonly string[], codes: readonly string[]): boolean {
  return keys.includes(event.key) || codes.includes(event.code);
}
