import { canonicalText } from '../../protocol/chain.ts';
import type { AttachedScan, CaseState, RecordedDocument, RecordedVerdict } from './caseState.ts';

/**
 * What an applicant declares to be true: all that the case holds of answers, documents and verdicts.
 * It is made from the state alone, so that a verifier needs neither questionnaire nor rules: nothing
 * can be signed while a row of the matrix is stale, and an answer that no longer counts was
 * nevertheless recorded and is bound as well.
 */
export function sealContent(state: CaseState) {
  return {
    format: 'rifada.sealed.1',
    caseId: state.caseId,
    reference: state.reference,
    // Random: without it a hash of few and guessable answers would tell them after their destruction.
    secret: state.secret,
    beneficiaryId: state.beneficiaryId,
    questionnaire: state.questionnaire,
    documentRules: state.documentRules,
    matchingRules: state.matchingRules,
    // Records keyed by path: the canonical form sorts them, while rows keep their own order.
    answers: state.answers,
    documents: mapRecord(state.documents, sealedDocument),
    verdicts: mapRecord(state.verdicts, sealedVerdict),
    scans: state.scans.filter(({ removed }) => removed === null).map(sealedScan),
  } as const;
}

/** The text under `contentHash`: the content's canonical JSON (RFC 8785). */
export function sealContentText(state: CaseState): string {
  return canonicalText(sealContent(state));
}

function sealedDocument({
  documentKey,
  presentation,
  originalSighted,
  reason,
  readings,
}: RecordedDocument) {
  return { documentKey, presentation, originalSighted, reason, readings };
}

/** Who gave a verdict and when stands in the journal; the declaration binds what was found. */
function sealedVerdict(verdict: RecordedVerdict) {
  return {
    rowKey: verdict.rowKey,
    documentKey: verdict.documentKey,
    verdict: verdict.verdict,
    computed: verdict.computed,
    reason: verdict.reason,
    ruleVersion: verdict.ruleVersion,
    stated: verdict.stated,
    read: verdict.read,
    statedNormalized: verdict.statedNormalized,
    readNormalized: verdict.readNormalized,
    originalSighted: verdict.originalSighted,
    ...(verdict.scanHashes === undefined ? {} : { scanHashes: verdict.scanHashes }),
  };
}

/** The pictures themselves lie elsewhere: their hashes bind them. */
function sealedScan({ scanId, documentKey, pages }: AttachedScan) {
  return { scanId, documentKey, pages };
}

function mapRecord<From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
