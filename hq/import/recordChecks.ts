import {
  findSharedIdentifiers,
  type LockedCase,
  lockCasesForImport,
  markChecked,
  putCaseChecks,
  putIdentifiers,
  type SharedIdentifier,
  uncheckCasesWithout,
} from '#db/hub/caseChecks.ts';
import { refreshCollisions } from '#db/hub/collisions.ts';
import { type HubWriter, writeHub } from '#db/hub/connection.ts';
import { countOnOrder } from '#db/hub/importSettings.ts';
import { listSurelyKnown, listToldApart, type ProposedOther } from '#db/hub/personPairs.ts';
import type { ImportFinding } from '#shared/domain/case/headquartersEvents.ts';
import { isPersonal } from '#shared/domain/import/identifiers.ts';
import type { ImportNote } from '#shared/domain/import/importNote.ts';
import { nowOf } from '../context.ts';
import type { Linker } from '../linkage/linker.ts';
import { type LinkedChunk, recordLinks } from '../linkage/recordLinks.ts';
import { appendToRows, type HubAuthorOfCases, type RowEvent } from './appendToRows.ts';
import type { CheckedCaseAnswer } from './checkMessages.ts';
import { importClean } from './importClean.ts';

/** A case carries so many findings at most; more say no more. */
const MOST_FINDINGS = 100;

/** Cases as they were looked at, and where each stood then. */
export interface LookedAt {
  readonly answers: readonly CheckedCaseAnswer[];
  readonly positions: ReadonlyMap<string, number>;
  readonly linked: LinkedChunk;
}

/** Who imports what is clean: the rule, in headquarters' own name, or a clerk by an order. */
export interface ImportBy {
  readonly actorId: string;
  readonly orderId: string | null;
}

export interface Recorded {
  readonly checked: number;
  readonly imported: number;
}

/**
 * Writes down what was found in cases, holds those in which something was, and imports the clean ones
 * where somebody does: one transaction. A case that changed meanwhile is left for the next look.
 */
export function recordChecks(
  hub: HubAuthorOfCases,
  linker: Linker,
  { answers, positions, linked }: LookedAt,
  importBy: ImportBy | null,
): Promise<Recorded> {
  const byCase = new Map(answers.map((answer) => [answer.caseId, answer]));
  return writeHub(hub.db, async (writer) => {
    const locked = await lockCasesForImport(writer, [...byCase.keys()]);
    const unchanged = locked.filter(
      ({ caseId, lastPosition }) => positions.get(caseId) === lastPosition,
    );
    const looked = unchanged.flatMap((row) => byCase.get(row.caseId) ?? []);
    const touched = await putIdentifiers(writer, looked);
    const shared = await shareWhat(writer, hub, linker, looked, linked);
    await refreshCollisions(writer, touched, nowOf(hub));
    const known = await knownAlready(
      writer,
      unchanged.map(({ beneficiaryId }) => beneficiaryId),
    );
    const rows = unchanged.flatMap((row) => {
      const answer = byCase.get(row.caseId);
      if (answer === undefined) return [];
      const others = known.get(row.beneficiaryId) ?? [];
      return [verdictOf(row, answer, shared.get(row.caseId) ?? [], others)];
    });
    await putCaseChecks(writer, rows, nowOf(hub));
    await lookAgainAtOthers(writer, rows, shared, known);
    const held = rows.flatMap((row) => heldEvent(hub, row));
    await appendToRows(writer, hub, held);
    const clean = importBy
      ? rows.filter(({ locked: { candidate }, findings }) => candidate && findings.length === 0)
      : [];
    const imported = await importClean(
      writer,
      hub,
      clean.map(({ locked: row, answer }) => ({ row, ...answer })),
      importBy?.actorId ?? hub.hubId,
    );
    const written = new Set([
      ...held.map(({ row }) => row.caseId),
      ...clean.map(({ caseId }) => caseId),
    ]);
    await markChecked(
      writer,
      rows.flatMap(({ caseId }) => (written.has(caseId) ? [] : [caseId])),
    );
    if (importBy?.orderId) await countOnOrder(writer, importBy.orderId, imported);
    return { checked: rows.length, imported };
  });
}

/**
 * What the cases share with those of other people, after linkage was written down: two who were told apart
 * hold nothing up by a number that they had in common then.
 */
async function shareWhat(
  writer: HubWriter,
  hub: HubAuthorOfCases,
  linker: Linker,
  looked: readonly CheckedCaseAnswer[],
  linked: LinkedChunk,
): Promise<ReadonlyMap<string, readonly SharedIdentifier[]>> {
  const shared = await findSharedIdentifiers(
    writer,
    looked.map(({ caseId }) => caseId),
  );
  const byPersons = shared.map((each) => ({
    ...each,
    oneId: each.beneficiaryId,
    otherId: each.otherBeneficiaryId,
  }));
  await recordLinks(writer, linker, linked, byPersons.filter(isPersonal), nowOf(hub));
  const apart = await listToldApart(writer, byPersons);
  return Map.groupBy(
    shared.filter(
      ({ beneficiaryId, otherBeneficiaryId }) =>
        !apart.has(`${beneficiaryId} ${otherBeneficiaryId}`),
    ),
    ({ caseId }) => caseId,
  );
}

async function knownAlready(
  writer: HubWriter,
  beneficiaryIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ProposedOther[]>> {
  const known = await listSurelyKnown(writer, beneficiaryIds);
  return Map.groupBy(known, ({ beneficiaryId }) => beneficiaryId);
}

interface CaseVerdict {
  readonly caseId: string;
  readonly locked: LockedCase;
  readonly answer: CheckedCaseAnswer;
  readonly findings: readonly ImportFinding[];
  readonly notes: readonly ImportNote[];
}

function verdictOf(
  locked: LockedCase,
  answer: CheckedCaseAnswer,
  shared: readonly SharedIdentifier[],
  known: readonly ProposedOther[],
): CaseVerdict {
  const duplicates = shared.filter(isPersonal).map(
    ({ kind, otherReference, registered }): ImportFinding => ({
      code: registered ? 'duplicateInRegistry' : 'duplicateInBatch',
      at: kind,
      other: otherReference,
    }),
  );
  const named = new Set(duplicates.map(({ other }) => other));
  const probable = known
    .filter(({ otherReference }) => !named.has(otherReference))
    .map(
      ({ otherReference }): ImportFinding => ({
        code: 'probablyKnown',
        at: null,
        other: otherReference,
      }),
    );
  const perhaps = shared
    .filter((each) => !isPersonal(each))
    .map(
      ({ kind, otherReference }): ImportNote => ({
        code: 'perhapsKnown',
        at: kind,
        other: otherReference,
      }),
    );
  return {
    caseId: locked.caseId,
    locked,
    answer,
    findings: [...byClerk(answer), ...answer.findings, ...duplicates, ...probable].slice(
      0,
      MOST_FINDINGS,
    ),
    notes: [...answer.notes, ...perhaps],
  };
}

/** What a clerk keeps back stays so until a person imports it, whatever the checks say. */
function byClerk({ heldFor }: CheckedCaseAnswer): readonly ImportFinding[] {
  return (heldFor ?? []).filter(({ code }) => code === 'heldByClerk');
}

/** Whose own checks say nothing of this case are of before it came. */
async function lookAgainAtOthers(
  writer: HubWriter,
  rows: readonly CaseVerdict[],
  shared: ReadonlyMap<string, readonly SharedIdentifier[]>,
  known: ReadonlyMap<string, readonly ProposedOther[]>,
): Promise<void> {
  const here = new Set(rows.map(({ caseId }) => caseId));
  await uncheckCasesWithout(
    writer,
    rows.flatMap(({ caseId, locked: { reference, beneficiaryId } }) =>
      [
        ...(shared.get(caseId) ?? []).filter(isPersonal),
        ...(known.get(beneficiaryId) ?? []).map(({ otherCaseId, ...other }) => ({
          ...other,
          otherId: otherCaseId,
        })),
      ]
        .filter(({ registered, otherId }) => !registered && !here.has(otherId))
        .map(({ otherId }) => ({ caseId: otherId, reference })),
    ),
  );
}

/** Nothing is written where the same was found before, or where the case is past its import. */
function heldEvent(hub: HubAuthorOfCases, { locked, answer, findings }: CaseVerdict): RowEvent[] {
  if (!locked.candidate || findings.length === 0) return [];
  if (JSON.stringify(answer.heldFor) === JSON.stringify(findings)) return [];
  return [
    {
      row: locked,
      base: answer.base,
      after: answer.after,
      event: {
        kind: 'caseHeld',
        caseId: locked.caseId,
        actorId: hub.hubId,
        payload: { findings: [...findings] },
      },
      becomes: { held: true },
    },
  ];
}
