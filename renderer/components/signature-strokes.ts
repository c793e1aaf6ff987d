/** A place on the pad: both 0 to 1, from the upper left corner, whatever the direction of the page. */
export interface StrokePoint {
  readonly x: number;
  readonly y: number;
}

/** One movement of the pen, from touching to lifting. Neither time nor pressure is kept. */
export type Stroke = readonly StrokePoint[];

/** The pad's width is this many times its height, at every size, so that strokes are never bent. */
export const PAD_ASPECT = 4 / 3;

/** Less ink than this, in widths of the pad, is a slip of the hand and not a signature. */
const SHORTEST_SIGNATURE = 0.08;

/** True when nothing, or nothing but dots and a slip, was drawn. */
export function isBlank(strokes: readonly Stroke[]): boolean {
  return strokes.reduce((length, stroke) => length + strokeLength(stroke), 0) < SHORTEST_SIGNATURE;
}

/** Length of a stroke in widths of the pad. */
function strokeLength(stroke: Stroke): number {
  let length = 0;
  let previous: StrokePoint | undefined;
  for (const point of stroke) {
    if (previous !== undefined) {
      length += Math.hypot(point.x - previous.x, (point.y - previous.y) / PAD_ASPECT);
    }
    previous = point;
  }
  return length;
}

/**
 * The strokes as the `d` of an SVG path in a box `width` wide and `width / aspect` high, rounded to a
 * hundredth: the same strokes always give the same text. `aspect`: of the pad they were drawn on.
 */
export function signaturePath(
  strokes: readonly Stroke[],
  width: number,
  aspect: number = PAD_ASPECT,
): string {
  const height = width / aspect;
  const at = (point: StrokePoint) => `${round(point.x * width)} ${round(point.y * height)}`;
  return strokes
    .map((stroke) => {
      const [first, ...rest] = stroke;
      if (first === undefined) {
        return '';
      }
      const last = rest.at(-1);
      if (last === undefined) {
        return `M${at(first)}h0.01`;
      }
      const curves = rest.slice(0, -1).map((point, index) => {
        const next = rest[index + 1] ?? last;
        return `Q${at(point)} ${at({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`;
      });
      return `M${at(first)}${curves.join('')}L${at(last)}`;
    })
    .join('');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A whole SVG document of the signature: black on nothing, for papers and attachments. */
export function signatureSvg(strokes: readonly Stroke[], width = 800): string {
  const height = width / PAD_ASPECT;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">` +
    `<path d="${signaturePath(strokes, width)}" fill="none" stroke="#000" ` +
    `stroke-width="${width / 160}" stroke-linecap="round" stroke-linejoin="round"/></svg>`
  );
}
