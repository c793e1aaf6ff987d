import { type ReactNode, useEffect, useId, useLayoutEffect, useMemo, useRef } from 'react';
import SignatureCanvas from 'signature_pad';
import styles from './SignaturePad.module.css';
import { PAD_ASPECT, type Stroke, signaturePath } from './signature-strokes.ts';
import { usePenKeys } from './use-pen-keys.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export interface SignaturePadProps {
  readonly label: string;
  /** On the pad: by pen, finger or mouse, on the line. */
  readonly hint: ReactNode;
  /** For keyboards: arrow keys move the pen, space lowers and lifts it. */
  readonly keyboardHint: string;
  /** Announced when the keyboard's pen touches the paper, and when it leaves it. */
  readonly penDownLabel: string;
  readonly penUpLabel: string;
  readonly strokes: readonly Stroke[];
  /** Called at once after each stroke with all strokes: a power cut loses nothing. `[]` clears. */
  readonly onStroke: (strokes: readonly Stroke[]) => void;
  readonly error?: ReactNode;
  readonly isReadOnly?: boolean;
}

/** Width of the ink in widths of the pad. */
const INK_WIDTH = 1 / 160;

/**
 * Signing by pen, finger, mouse or keyboard. What is drawn is kept as places between 0 and 1, and
 * drawn again from them whenever the size changes; the sheet is light in every theme, as paper is.
 */
export function SignaturePad(props: SignaturePadProps) {
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const padRef = useRef<SignatureCanvas>(null);
  const strokesRef = useRef(props.strokes);
  const onStrokeRef = useRef(props.onStroke);
  // While the pen is down nothing is drawn anew: it would wipe the stroke under the hand.
  const isPenDown = useRef(false);
  const hintId = useId();
  const keysId = useId();
  const errorId = useId();
  const pen = usePenKeys(props.isReadOnly !== true, (stroke) =>
    props.onStroke([...props.strokes, stroke]),
  );
  const drawn = useMemo(
    () => (pen.openStroke === null ? props.strokes : [...props.strokes, pen.openStroke]),
    [props.strokes, pen.openStroke],
  );

  useLayoutEffect(() => {
    strokesRef.current = props.strokes;
    onStrokeRef.current = props.onStroke;
  }, [props.strokes, props.onStroke]);

  useEffect(() => {
    const canvas = canvasRef.current;
    if (canvas === null) {
      return undefined;
    }
    const pad = new SignatureCanvas(canvas, { throttle: 0, minDistance: 1 });
    padRef.current = pad;
    pad.addEventListener('beginStroke', () => {
      isPenDown.current = true;
    });
    pad.addEventListener('endStroke', () => {
      isPenDown.current = false;
      const { width, height } = canvas.getBoundingClientRect();
      const last = pad.toData().at(-1);
      if (last !== undefined && width > 0 && height > 0) {
        const stroke = last.points.map(({ x, y }) => ({
          x: clampToPad(x / width),
          y: clampToPad(y / height),
        }));
        // Kept here too: a quick hand begins the next stroke before React has drawn this one.
        strokesRef.current = [...strokesRef.current, stroke];
        onStrokeRef.current(strokesRef.current);
      }
    });
    const observer = new ResizeObserver(() => {
      if (!isPenDown.current) {
        redraw(canvas, pad, strokesRef.current);
      }
    });
    observer.observe(canvas);
    return () => {
      observer.disconnect();
      pad.off();
      padRef.current = null;
    };
  }, []);

  useEffect(() => {
    const canvas = canvasRef.current;
    const pad = padRef.current;
    if (canvas !== null && pad !== null && !isPenDown.current) {
      redraw(canvas, pad, drawn);
    }
  }, [drawn]);

  useEffect(() => {
    if (props.isReadOnly === true) {
      padRef.current?.off();
    } else {
      padRef.current?.on();
    }
  }, [props.isReadOnly]);

  const describedBy = [hintId, keysId, props.error === undefined ? '' : errorId].join(' ').trim();
  return (
    <div className={styles.frame}>
      <div className={styles.pad} data-theme="light">
        <span className={styles.base} aria-hidden="true" />
        <span className={styles.cross} aria-hidden="true">
          ×
        </span>
        <p className={styles.hint} id={hintId}>
          {props.hint}
        </p>
        <canvas
          ref={canvasRef}
          className={styles.canvas}
          role="application"
          tabIndex={0}
          aria-label={props.label}
          aria-describedby={describedBy}
          onKeyDown={pen.onKeyDown}
          onBlur={pen.lift}
          onPointerDown={pen.hide}
        />
        {pen.isShown && (
          <span
            className={styles.pen}
            data-down={pen.openStroke === null ? undefined : ''}
            style={{ left: `${pen.at.x * 100}%`, top: `${pen.at.y * 100}%` }}
            aria-hidden="true"
          />
        )}
      </div>
      <p className={styles.keys} id={keysId}>
        {props.keyboardHint}
      </p>
      <span role="status">
        <VisuallyHidden>
          {pen.isShown && (pen.openStroke === null ? props.penUpLabel : props.penDownLabel)}
        </VisuallyHidden>
      </span>
      {props.error !== undefined && (
        <p className={styles.error} id={errorId}>
          {props.error}
        </p>
      )}
    </div>
  );
}

function clampToPad(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/**
 * Sets the canvas to its size in device pixels and draws all strokes in their places: the same path
 * as on paper, to the very last point. The library only draws the stroke under the hand.
 */
function redraw(canvas: HTMLCanvasElement, pad: SignatureCanvas, strokes: readonly Stroke[]): void {
  const width = canvas.clientWidth;
  const ratio = Math.max(1, window.devicePixelRatio);
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round((width / PAD_ASPECT) * ratio);
  const ink = getComputedStyle(canvas).color;
  const radius = Math.max(1, (width * INK_WIDTH) / 2);
  pad.penColor = ink;
  pad.minWidth = radius;
  pad.maxWidth = radius;
  pad.dotSize = radius;
  pad.clear();
  const context = canvas.getContext('2d');
  if (context === null) {
    return;
  }
  context.scale(ratio, ratio);
  context.strokeStyle = ink;
  context.lineWidth = 2 * radius;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.stroke(new Path2D(signaturePath(strokes, width)));
}
