import type { Crypto } from '../../ports.ts';
import { isoDate, riyadhDayNumber } from '../calendar/dayNumber.ts';
import { type AssessmentContext, assessCase, type CaseAssessment } from '../case/assessCase.ts';
import { ACTIONS_THAT_VOID, CASE_ACTIONS } from '../case/availableActions.ts';
import { CaseEvent } from '../case/caseEvent.ts';
import type { CaseState } from '../case/caseState.ts';
import { mayFollow } from '../case/followingEvent.ts';
import {
  type ImportFinding,
  type ImportFindingCode,
  isWrittenAtHeadquartersOnly,
} from '../case/headquartersEvents.ts';
import { CaseReplayError, reduceCase } from '../case/reduceCase.ts';
import { declarationFaults, paperScanFaults, promiseFaults } from '../case/sealedEventFaults.ts';
import type { SealVerificationKeys } from '../case/sealing.ts';

import type { ActorId, DeviceId, IsoDay } from '../identity.ts';
import { sameTerms, termsOf } from '../settings/caseTerms.ts';
import type { Settings } from '../settings/settings.ts';
import { versionKey } from '../texts/textLibrary.ts';
import type { VersionedName } from '../versionedName.ts';
import { blockerFindings, validityFindings } from './rulesFindings.ts';

/** An event of a case as headquarters holds it: header without its hashes, payload as it was read. */
export interface EventToCheck {
  readonly header: Readonly<Record<string, unknown>> & {
    readonly kind: string;
    readonly deviceId: string;
  };
  /** Null where it was destroyed or is kept back. */
  readonly payload: unknown;
}

/** What the checks need to know besides the case. */
export interface ImportSurroundings {
  readonly crypto: Crypto;
  /** Headquarters as a device: the one author of what only headquarters may say. */
  readonly hubId: string;
  /** Null for versions that headquarters does not have. */
  rulesOf(
    versions: Pick<CaseState, 'questionnaire' | 'documentRules' | 'matchingRules'>,
  ): Omit<AssessmentContext, 'today'> | null;
  /** Those of the versions that headquarters does not have. */
  missingOf(
    versions: Pick<CaseState, 'questionnaire' | 'documentRules' | 'matchingRules'>,
  ): readonly VersionedName[];
  /** Null for a version that headquarters does not have. */
  settingsOf(version: VersionedName): Settings | null;
  /** Raw Ed25519 keys that headquarters itself holds for them; none where it knows none. */
  keysOf(deviceId: DeviceId, actorId: ActorId): SealVerificationKeys;
}

export interface CheckedCase {
  /** Null where not even its opening can be read. */
  readonly state: CaseState | null;
  /** Why a person has to look at it; empty for a clean case. */
  readonly findings: readonly ImportFinding[];
}

/** A case with more is no better understood by more. */
const MOST_FINDINGS = 100;

/**
 * Looks at a whole case from its first event, as headquarters would have wanted it done: each event
 * readable, by its own author, where the table of actions allows it; signed and submitted with what the
 * rules of its versions asked for on that very day; the seal true of the data; the promise right.
 * Never throws on what a stranger's hand has made. Duplicates are another question, asked of the
 * registry.
 * @param events in the order in which headquarters reduces them
 */
export function checkCase(
  surroundings: ImportSurroundings,
  events: readonly EventToCheck[],
): CheckedCase {
  const findings: ImportFinding[] = [];
  let state: CaseState | null = null;
  const assess = assessmentsOf(surroundings);
  for (const stored of events) {
    const event = readEvent(stored);
    if (event === null) {
      findings.push(finding('eventUnreadable', stored.header.kind));
      break;
    }
    if (isWrittenAtHeadquartersOnly(event.kind) && event.deviceId !== surroundings.hubId) {
      // Not reduced: what a laptop says in headquarters' name has never happened.
      findings.push(finding('eventOutOfPlace', event.kind));
      continue;
    }
    try {
      if (state !== null) findings.push(...eventFindings(surroundings, state, event, assess));
      state = reduceCase(state, event);
      if (wasLookedAt(event)) findings.length = 0;
    } catch (error) {
      const isOut = error instanceof CaseReplayError;
      findings.push(finding(isOut ? 'eventOutOfPlace' : 'eventUnreadable', event.kind));
      break;
    }
  }
  if (state !== null) findings.push(...stateFindings(surroundings, state));
  return { state, findings: distinct(findings).slice(0, MOST_FINDINGS) };
}

const CONTENT_KINDS: ReadonlySet<string> = new Set(
  ACTIONS_THAT_VOID.map((action) => CASE_ACTIONS[action].event),
);

type Assess = (state: CaseState, day: IsoDay) => CaseAssessment | null;

/** @param state the case before this event */
function eventFindings(
  surroundings: ImportSurroundings,
  state: CaseState,
  event: CaseEvent,
  assess: Assess,
): readonly ImportFinding[] {
  // The seal stands on other data than will be there: another laptop went on with the case.
  if (state.submission !== null && CONTENT_KINDS.has(event.kind)) {
    const { imported } = state.headquarters;
    return [finding(imported === null ? 'changedApart' : 'changedAfterImport', event.kind)];
  }
  const outOfPlace = mayFollow(state, event) ? [] : [finding('eventOutOfPlace', event.kind)];
  const day = isoDate(riyadhDayNumber(Date.parse(event.at)));
  switch (event.kind) {
    case 'declarationSigned': {
      const { deviceId, actorId } = event.payload.seal.statement;
      const faults = declarationFaults(
        surroundings.crypto,
        state,
        event,
        surroundings.keysOf(deviceId, actorId),
      );
      const assessment = assess(state, day);
      return [
        ...outOfPlace,
        ...faults.map((fault) => finding('sealWrong', fault)),
        ...(assessment === null ? [] : blockerFindings(state, assessment, 'signDeclaration')),
      ];
    }
    case 'signedPaperScanned':
      return [
        ...outOfPlace,
        ...paperScanFaults(surroundings.crypto, state, event).map((fault) =>
          finding('sealWrong', fault),
        ),
      ];
    case 'caseSubmitted': {
      const assessment = assess(state, day);
      return [
        ...outOfPlace,
        ...promiseFaults(state, event).map((fault) =>
          fault === 'submittedWithoutDeclaration'
            ? finding('eventOutOfPlace', event.kind)
            : finding('promiseWrong', fault),
        ),
        ...(assessment === null ? [] : blockerFindings(state, assessment, 'submitCase')),
        ...(assessment === null ? [] : validityFindings(assessment, event.payload)),
      ];
    }
    default:
      return outOfPlace;
  }
}

/** What the case is in the end, whatever the way to it. */
function stateFindings(
  { missingOf, settingsOf }: ImportSurroundings,
  state: CaseState,
): readonly ImportFinding[] {
  const { returns } = state.headquarters;
  const settings = settingsOf(state.terms.settings);
  const unknown = [...missingOf(state), ...(settings === null ? [state.terms.settings] : [])];
  const isOfTerms = settings === null || sameTerms(state.terms, termsOf(settings));
  return [
    ...unknown.map((version) => finding('formUnknown', versionKey(version))),
    // A laptop may not choose its own periods: they are those of the version that it names.
    ...(isOfTerms ? [] : [finding('promiseWrong', 'termsOfAnother')]),
    ...Object.keys(state.conflicts).map((path) => finding('changedApart', path)),
    ...(returns.some(({ settled }) => settled !== null) && state.headquarters.imported === null
      ? [finding('changedAfterReturn', null)]
      : []),
  ];
}

/** A person took the case as it was, or sends all of it to be signed anew: what was before is settled. */
function wasLookedAt(event: CaseEvent): boolean {
  return (
    event.kind === 'caseImported' ||
    (event.kind === 'caseReturned' && event.payload.wants === 'correction')
  );
}

/** One assessment serves signature and submission of one day: nothing that it looks at lies between. */
function assessmentsOf({ rulesOf }: ImportSurroundings): Assess {
  let last: {
    readonly state: CaseState;
    readonly day: IsoDay;
    readonly found: CaseAssessment;
  } | null = null;
  return (state, day) => {
    if (last !== null && last.day === day && looksTheSame(last.state, state)) return last.found;
    const rules = rulesOf(state);
    if (rules === null) return null;
    last = { state, day, found: assessCase(state, { ...rules, today: day }) };
    return last.found;
  };
}

/** The reducer keeps what an event does not change: the same object is the same content. */
function looksTheSame(one: CaseState, other: CaseState): boolean {
  return (
    one.answers === other.answers &&
    one.documents === other.documents &&
    one.verdicts === other.verdicts &&
    one.referrals === other.referrals &&
    one.incompleteness === other.incompleteness
  );
}

function readEvent({ header, payload }: EventToCheck): CaseEvent | null {
  const { payloadHash: _payloadHash, previousHash: _previousHash, ...rest } = header;
  const event = CaseEvent.safeParse({ ...rest, payload });
  return event.success ? event.data : null;
}

function distinct(findings: readonly ImportFinding[]): readonly ImportFinding[] {
  const byText = new Map(findings.map((each) => [`${each.code} ${each.at} ${each.other}`, each]));
  return [...byText.values()];
}

function finding(code: ImportFindingCode, at: string | null): ImportFinding {
  return { code, at: at === null ? null : at.slice(0, LONGEST_PLACE), other: null };
}

const LONGEST_PLACE = 400;
