import { isBlank, PAD_ASPECT, type Stroke } from '#renderer/components/signature-strokes.ts';
import type { SigningDraft } from '#shared/contracts/cases.ts';
import type { DrawnMark } from '#shared/domain/case/drawnMark.ts';
import { needsWitness } from '#shared/domain/case/sealing.ts';
import type { InterpreterGiven, SigningGiven, WitnessGiven } from '#shared/domain/case/signing.ts';
import { isPossibleWitnessId, witnessId } from '#shared/domain/identifiers/witnessId.ts';
import { ActorId } from '#shared/domain/identity.ts';

/** Whose marks may stand under a declaration. */
export type MarkOwner = keyof SigningDraft['marks'];

export const EMPTY_SIGNING: SigningDraft = {
  level: 'handwrittenOnScreen',
  by: 'handwriting',
  shelf: '',
  marks: { signer: [], witness: [], interpreter: [] },
  aspect: PAD_ASPECT,
  witness: { by: 'idNumber', name: '', idNumber: '', employee: '' },
  interpreter: { name: '', affirmed: false },
};

/** What the case asks of a signing beside the signer's own mark. */
export interface SigningNeeds {
  readonly interpreter: boolean;
  /** A paper for signature was printed of the data as they stand. */
  readonly paperIsPrinted: boolean;
}

/** What is still missing before the seal, the first first; null when nothing is. */
export type SigningGap =
  | 'paperNotPrinted'
  | 'shelfMissing'
  | 'blank'
  | 'thumbBlank'
  | 'witnessMissing'
  | 'witnessBlank'
  | 'interpreterMissing'
  | 'interpreterUnaffirmed';

export function signingGap(form: SigningDraft, needs: SigningNeeds): SigningGap | null {
  const onPaper = form.level === 'paperOriginal';
  if (onPaper && !needs.paperIsPrinted) return 'paperNotPrinted';
  if (onPaper && form.shelf.trim() === '') return 'shelfMissing';
  if (!onPaper && form.by === 'handwriting' && isBlank(strokesOf(form, 'signer'))) return 'blank';
  if (!onPaper && form.by === 'thumb' && form.marks.signer.length === 0) return 'thumbBlank';
  if (needsWitness(form)) {
    const { by, name, idNumber, employee } = form.witness;
    const isNamed =
      by === 'employee'
        ? employee !== ''
        : name.trim().length > 1 && isPossibleWitnessId(witnessId(idNumber));
    if (!isNamed) return 'witnessMissing';
    if (!onPaper && isBlank(strokesOf(form, 'witness'))) return 'witnessBlank';
  }
  if (needs.interpreter) {
    if (form.interpreter.name.trim().length < 2) return 'interpreterMissing';
    if (!form.interpreter.affirmed) return 'interpreterUnaffirmed';
  }
  return null;
}

/** What the desk is asked to seal of it. */
export function signingGiven(
  form: SigningDraft,
  needs: Pick<SigningNeeds, 'interpreter'>,
): {
  readonly signing: SigningGiven;
  readonly witness: WitnessGiven | null;
  readonly interpreter: InterpreterGiven | null;
} {
  const { level, by, shelf, witness, interpreter } = form;
  const onPaper = level === 'paperOriginal';
  const mark = (owner: MarkOwner) => (onPaper ? null : markOf(form, owner));
  return {
    signing: onPaper
      ? { level: 'paperOriginal', by, shelf }
      : { level: 'handwrittenOnScreen', by, mark: mark('signer') },
    witness: needsWitness(form)
      ? {
          name: witness.name,
          identity:
            witness.by === 'employee'
              ? { kind: 'employee', actorId: ActorId.parse(witness.employee) }
              : { kind: 'idNumber', idNumber: witness.idNumber },
          mark: mark('witness'),
        }
      : null,
    interpreter: needs.interpreter ? { ...interpreter, mark: mark('interpreter') } : null,
  };
}

export function strokesOf(form: SigningDraft, owner: MarkOwner): readonly Stroke[] {
  return form.marks[owner].map(fromTuples);
}

/** As the case keeps it: places of four decimals, without time or pressure (policy, section 6). */
export function toTuples(strokes: readonly Stroke[]): DrawnMark['strokes'] {
  return strokes.map((stroke) => stroke.map(({ x, y }) => [rounded(x), rounded(y)]));
}

export function fromTuples(stroke: readonly (readonly [number, number])[]): Stroke {
  return stroke.map(([x, y]) => ({ x, y }));
}

function markOf({ marks, aspect }: SigningDraft, owner: MarkOwner): DrawnMark | null {
  const strokes = marks[owner];
  return strokes.length === 0 ? null : { strokes, aspect };
}

const DECIMALS = 10_000;

function rounded(place: number): number {
  return Math.round(place * DECIMALS) / DECIMALS;
}
