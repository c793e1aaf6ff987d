import type { NewCaseEvent } from '#db/desk/newEvent.ts';
import type { CaseAssessment } from '#shared/domain/case/assessCase.ts';
import type { CaseEventPayload } from '#shared/domain/case/caseEvent.ts';
import { type CaseState, scansOf } from '#shared/domain/case/caseState.ts';
import type { Verdict } from '#shared/domain/case/vocabulary.ts';
import type { ActorId } from '#shared/domain/identity.ts';
import { recordedText } from '#shared/domain/matching/displayValue.ts';
import { standsByItself } from '#shared/domain/matching/matchingSummary.ts';
import type { MatrixRow } from '#shared/domain/matching/matrixRow.ts';

type VerdictEvent = Extract<NewCaseEvent, { kind: 'verdictRecorded' }>;

/**
 * The verdicts that the rules give by themselves on rows that have none which stands: those that
 * need no person's word, with the rule's own reason.
 * @param state the case as it will be, whose documents the rows were read on
 */
export function automaticVerdicts(
  state: CaseState,
  { matrix }: CaseAssessment,
  actorId: ActorId,
): readonly VerdictEvent[] {
  return matrix.flatMap(({ row, standing }) =>
    standing === null && row.computed !== null && standsByItself(row)
      ? [
          verdictEvent(
            state,
            row,
            { verdict: row.computed.verdict, text: row.documentReason },
            actorId,
          ),
        ]
      : [],
  );
}

/** A verdict on a row whose document is recorded. @throws TypeError for a row that nothing was read for */
export function verdictEvent(
  state: CaseState,
  row: MatrixRow,
  given: { readonly verdict: Verdict; readonly text: string | null },
  actorId: ActorId,
): VerdictEvent {
  if (row.computed === null) throw new TypeError(`nothing is read for ${row.rowKey}`);
  const scanHashes = scansOf(state, row.documentKey).flatMap(({ pages }) =>
    pages.map(({ hash }) => hash),
  );
  const payload: CaseEventPayload<'verdictRecorded'> = {
    rowKey: row.rowKey,
    documentKey: row.documentKey,
    verdict: given.verdict,
    computed: row.computed.verdict,
    reason: { code: row.computed.reasonCode, text: given.text },
    ruleVersion: row.ruleVersion,
    statedPaths: [...row.statedPaths],
    stated: recordedText(row.stated),
    read: recordedText(row.read),
    statedNormalized: row.statedNormalized,
    readNormalized: row.readNormalized,
    originalSighted: state.documents[row.documentKey]?.originalSighted ?? false,
    ...(scanHashes.length === 0 ? {} : { scanHashes }),
  };
  return { kind: 'verdictRecorded', caseId: state.caseId, actorId, formVersion: null, payload };
}
