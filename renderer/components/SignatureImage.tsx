import { PAD_ASPECT, type Stroke, signaturePath } from './signature-strokes.ts';

const WIDTH = 800;

/** A signature that was given, as it stands on papers and in the case. */
export function SignatureImage({
  strokes,
  label,
}: {
  readonly strokes: readonly Stroke[];
  readonly label: string;
}) {
  return (
    <svg viewBox={`0 0 ${WIDTH} ${WIDTH / PAD_ASPECT}`} role="img" aria-label={label}>
      <path
        d={signaturePath(strokes, WIDTH)}
        fill="none"
        stroke="currentColor"
        strokeWidth={WIDTH / 160}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
