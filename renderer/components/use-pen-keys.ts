import { type KeyboardEvent, useRef, useState } from 'react';
import { PAD_ASPECT, type Stroke, type StrokePoint } from './signature-strokes.ts';

export interface PenKeys {
  readonly at: StrokePoint;
  /** The stroke that is being drawn; null while the pen is lifted. */
  readonly openStroke: Stroke | null;
  /** The pen is drawn once a key has moved it. */
  readonly isShown: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly lift: () => void;
  readonly hide: () => void;
}

/** One press moves the pen this much of the pad's width; with Shift four times as much. */
const STEP = 0.015;
const START: StrokePoint = { x: 0.3, y: 0.7 };

const MOVES: Readonly<Record<string, StrokePoint>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Arrow keys move a pen over the pad, Space lowers and lifts it. Each lift hands over one stroke. */
export function usePenKeys(isActive: boolean, onStroke: (stroke: Stroke) => void): PenKeys {
  const [at, setAt] = useState(START);
  const [openStroke, setOpenStroke] = useState<Stroke | null>(null);
  const [isShown, setShown] = useState(false);
  // Keys may repeat faster than React draws: what was typed is kept here, the state only shows it.
  const pen = useRef<{ at: StrokePoint; stroke: Stroke | null }>({ at: START, stroke: null });

  const lift = () => {
    const stroke = pen.current.stroke;
    pen.current.stroke = null;
    setOpenStroke(null);
    if (stroke !== null && stroke.length > 0) {
      onStroke(stroke);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isActive) {
      return;
    }
    const move = MOVES[event.key];
    if (move !== undefined) {
      event.preventDefault();
      const step = event.shiftKey ? STEP * 4 : STEP;
      const next = {
        x: Math.min(1, Math.max(0, pen.current.at.x + move.x * step)),
        y: Math.min(1, Math.max(0, pen.current.at.y + move.y * step * PAD_ASPECT)),
      };
      pen.current.at = next;
      if (pen.current.stroke !== null) {
        pen.current.stroke = [...pen.current.stroke, next];
        setOpenStroke(pen.current.stroke);
      }
      setAt(next);
      setShown(true);
    } else if (event.key === ' ') {
      event.preventDefault();
      setShown(true);
      if (pen.current.stroke === null) {
        pen.current.stroke = [pen.current.at];
        setOpenStroke(pen.current.stroke);
      } else {
        lift();
      }
    }
  };
  return {
    at,
    openStroke,
    isShown,
    onKeyDown,
    lift,
    hide: () => setShown(false),
  };
}
