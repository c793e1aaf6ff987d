import type { PrintedDate } from '../../answers/answer.ts';
import { compareNames } from '../../names/compareNames.ts';
import type { ComputedVerdict } from '../matrixRow.ts';
import { compareDatesAcrossCalendars } from './dates.ts';
import { finding, worstOf } from './finding.ts';
import { normalizeIdentifier } from './identifiers.ts';
import { comparePersonNames } from './persons.ts';

/** A member of the family, as stated or as a register prints them. */
export interface Member {
  /** Row of its repeat; null for the head of a register. */
  readonly rowId: string | null;
  readonly name: string | null;
  readonly idNumber: string | null;
  readonly birthDate: PrintedDate | null;
  readonly relationship: string | null;
}

export interface MemberPair {
  readonly stated: Member;
  readonly read: Member;
  /** Whether their numbers say that they are one, or only their names. */
  readonly by: 'idNumber' | 'name';
}

export interface MemberPairing {
  readonly pairs: readonly MemberPair[];
  readonly onlyStated: readonly Member[];
  readonly onlyInDocument: readonly Member[];
}

/** Pairs by number first; then, of those left over, by a name that matches. Nobody is paired twice. */
export function pairMembers(stated: readonly Member[], read: readonly Member[]): MemberPairing {
  const leftInDocument = new Set(read);
  const leftStated = new Set(stated);
  const pairs: MemberPair[] = [];
  const pairUp = (by: MemberPair['by'], same: (one: Member, other: Member) => boolean): void => {
    for (const one of stated) {
      if (!leftStated.has(one)) continue;
      const found = [...leftInDocument].find((other) => same(one, other));
      if (found === undefined) continue;
      leftStated.delete(one);
      leftInDocument.delete(found);
      pairs.push({ stated: one, read: found, by });
    }
  };
  pairUp('idNumber', sameNumber);
  pairUp('name', sameName);
  return { pairs, onlyStated: [...leftStated], onlyInDocument: [...leftInDocument] };
}

function sameNumber(one: Member, other: Member): boolean {
  return (
    one.idNumber !== null &&
    other.idNumber !== null &&
    normalizeIdentifier(one.idNumber) === normalizeIdentifier(other.idNumber)
  );
}

function sameName(one: Member, other: Member): boolean {
  return (
    one.name !== null &&
    other.name !== null &&
    compareNames(one.name, other.name).verdict === 'match'
  );
}

/**
 * The members as a set of numbers (M8): both differences are reported, by name. Two different numbers
 * beside one name are a difference on both sides; a member without a number on one side counts by name.
 * A register that shares members with the statement is for a person to look at (a birth, a marriage);
 * one that shares none is another family's.
 */
export function compareMemberSets(
  stated: readonly Member[],
  read: readonly Member[],
): ComputedVerdict {
  const { pairs, onlyStated, onlyInDocument } = pairMembers(stated, read);
  const numbersDiffer = pairs.filter(
    ({ by, stated: one, read: other }) =>
      by === 'name' && one.idNumber !== null && other.idNumber !== null,
  );
  const missingInDocument = [...onlyStated, ...numbersDiffer.map((pair) => pair.stated)];
  const missingInStatement = [...onlyInDocument, ...numbersDiffer.map((pair) => pair.read)];
  if (missingInDocument.length === 0 && missingInStatement.length === 0) {
    return finding('match', 'membersEqual', { stated: stated.length, read: read.length });
  }
  return finding(pairs.length > 0 ? 'review' : 'mismatch', 'membersDiffer', {
    stated: stated.length,
    read: read.length,
    onlyStated: missingInDocument.map(called),
    onlyInDocument: missingInStatement.map(called),
  });
}

/** What a member is called in a reason: the name, or the number where there is none. */
function called(member: Member): string {
  return member.name ?? member.idNumber ?? '';
}

/** One member (M9): name, relationship by table, and birth date where the paper prints them. */
export function compareMember(
  stated: Member,
  read: Member,
  relationships: Readonly<Record<string, readonly string[]>>,
): ComputedVerdict {
  const findings: ComputedVerdict[] = [];
  if (stated.name !== null && read.name !== null) {
    findings.push(comparePersonNames(stated.name, read.name));
  }
  if (stated.relationship !== null && read.relationship !== null) {
    const meant = Object.hasOwn(relationships, read.relationship)
      ? (relationships[read.relationship] ?? [])
      : [read.relationship];
    if (!meant.includes(stated.relationship)) {
      findings.push(finding('review', 'memberRelationshipDiffers'));
    }
  }
  if (stated.birthDate !== null && read.birthDate !== null) {
    const dates = compareDatesAcrossCalendars(stated.birthDate, read.birthDate);
    if (dates.verdict !== 'match') findings.push(dates);
  }
  if (findings.length === 0) return finding('match', 'memberAgrees');
  const worst = worstOf(findings);
  return worst.verdict === 'match' && worst.reasonCode === 'equal'
    ? finding('match', 'memberAgrees')
    : worst;
}
