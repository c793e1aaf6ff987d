/** How a picture lies in its frame. */
export interface Placing {
  /** 1 fits the whole picture into the frame. */
  readonly zoom: number;
  /** Quarter turns, clockwise. */
  readonly turns: number;
  /** Pixels from the middle. */
  readonly x: number;
  readonly y: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export const FITTED: Placing = { zoom: 1, turns: 0, x: 0, y: 0 };

const STEP = 1.25;
const LARGEST = 8;
/** One press of an arrow, in parts of the frame. */
const PAN = 0.2;

/** Larger or smaller by steps; the middle of what is seen stays in the middle. */
export function zoomed(placing: Placing, steps: number): Placing {
  const zoom = Math.min(LARGEST, Math.max(1, placing.zoom * STEP ** steps));
  const factor = zoom / placing.zoom;
  return { ...placing, zoom, x: placing.x * factor, y: placing.y * factor };
}

/** @param room how far the picture reaches beyond the frame on each side */
export function moved(placing: Placing, byX: number, byY: number, room: Point): Placing {
  const within = (value: number, most: number) => Math.min(most, Math.max(-most, value));
  return { ...placing, x: within(placing.x + byX, room.x), y: within(placing.y + byY, room.y) };
}

/** Where the picture goes so that the eye goes the arrow's way; null for another key. */
export function panStep(
  key: string,
  frame: { readonly width: number; readonly height: number },
): Point | null {
  switch (key) {
    case 'ArrowLeft':
      return { x: frame.width * PAN, y: 0 };
    case 'ArrowRight':
      return { x: -frame.width * PAN, y: 0 };
    case 'ArrowUp':
      return { x: 0, y: frame.height * PAN };
    case 'ArrowDown':
      return { x: 0, y: -frame.height * PAN };
    default:
      return null;
  }
}
