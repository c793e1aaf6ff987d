import { PAD_ASPECT, type Stroke, signaturePath } from './signature-strokes.ts';

const WIDTH = 800;

/** A signature that was given, as it stands on papers and in the case. */
export function SignatureImage({
  strokes,
  aspect = PAD_ASPECT,
  label,
}: {
  readonly strokes: readonly Stroke[];
  /** Width by height of the pad on which it was drawn, so that it is shown as it was given. */
  readonly aspect?: number;
  readonly label: string;
}) {
  return (
    <svg viewBox={`0 0 ${WIDTH} ${WIDTH / aspect}`} role="img" aria-label={label}>
      <path
        d={signaturePath(strokes, WIDTH, aspect)}
        fill="none"
        stroke="currentColor"
        strokeWidth={WIDTH / 160}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
