import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/domain/assertNever.ts';
import { CaseEventKind } from '#shared/domain/case/caseEvent.ts';
import type { ImportFinding } from '#shared/domain/case/headquartersEvents.ts';
import { IdentifierKind } from '#shared/domain/import/identifiers.ts';
import type { ImportNote } from '#shared/domain/import/importNote.ts';
import type { PlaceNames } from './placeNames.ts';

const SEAL_FAULTS = [
  'markChanged',
  'witnessMissing',
  'codeWrong',
  'deviceKeyUnknown',
  'deviceSignatureWrong',
  'actorKeyUnknown',
  'actorSignatureWrong',
  'signedByAnother',
  'sealRepeated',
  'sealedAtAnotherTime',
  'contentChanged',
  'signerNotOfCase',
  'paperNotPrinted',
  'paperOfNoSeal',
] as const;
const PROMISE_FAULTS = ['dayZeroWrong', 'replyTooEarly', 'termsOfAnother'] as const;

/** Left to right inside a sentence of either direction. */
function isolated(text: string): string {
  return `\u2066${text}\u2069`;
}

/** What was found in a case, as a sentence with its place. */
export function useFindingSentence(names: PlaceNames): (finding: ImportFinding) => string {
  const { t } = useTranslation('import');
  const step = useStepName();
  const identifier = useIdentifierName();
  const place = ({ code, at }: ImportFinding): string => {
    if (at === null) return t('wholeCase');
    switch (code) {
      case 'eventUnreadable':
      case 'eventOutOfPlace':
      case 'changedAfterImport':
        return step(at);
      case 'changedApart':
        return step(at) === at ? names.field(at) : step(at);
      case 'formUnknown':
        return isolated(at);
      case 'answerProblem':
        return names.field(at);
      case 'documentInvalid':
        return names.document(at);
      case 'verdictMissing':
        return names.row(at);
      case 'sealWrong': {
        const fault = SEAL_FAULTS.find((each) => each === at);
        return fault === undefined ? at : t(`seal.${fault}`);
      }
      case 'promiseWrong': {
        const fault = PROMISE_FAULTS.find((each) => each === at);
        return fault === undefined ? at : t(`promise.${fault}`);
      }
      case 'duplicateInBatch':
      case 'duplicateInRegistry':
        return identifier(at);
      case 'probablyKnown':
      case 'changedAfterReturn':
      case 'heldByClerk':
        return at;
      default:
        return assertNever(code);
    }
  };
  return (finding) =>
    t(`finding.${finding.code}`, {
      at: place(finding),
      other: isolated(finding.other ?? ''),
    });
}

export function useNoteSentence(names: PlaceNames): (note: ImportNote) => string {
  const { t } = useTranslation('import');
  const identifier = useIdentifierName();
  return ({ code, at, other }) =>
    t(`note.${code}`, {
      at: code === 'perhapsKnown' ? identifier(at) : names.document(at),
      other: isolated(other ?? ''),
    });
}

/** What a step of a case is called in its timeline; one of a later version by its own name. */
export function useStepName(): (kind: string) => string {
  const { t } = useTranslation(['caseFrame', 'import']);
  return (kind) => {
    const known = CaseEventKind.safeParse(kind);
    if (!known.success) return kind;
    switch (known.data) {
      case 'answersChanged':
      case 'documentRecorded':
      case 'scanAttached':
      case 'scanRemoved':
      case 'paperPrinted':
        return t(`import:step.${known.data}`);
      default:
        return t(`caseFrame:event.${known.data}`);
    }
  };
}

function useIdentifierName(): (kind: string) => string {
  const { t } = useTranslation('import');
  return (kind) => {
    const known = IdentifierKind.safeParse(kind);
    return known.success ? t(`identifier.${known.data}`) : kind;
  };
}
