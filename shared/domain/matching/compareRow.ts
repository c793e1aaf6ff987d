import { assertNever } from '../assertNever.ts';
import { documentValidity } from '../documents/documentValidity.ts';
import { compareAmounts, compareCounts } from './comparisons/amounts.ts';
import { compareDatesAcrossCalendars, compareExactDates } from './comparisons/dates.ts';
import { finding } from './comparisons/finding.ts';
import {
  compareIbans,
  compareIdentifierAmong,
  compareIdentifiers,
} from './comparisons/identifiers.ts';
import { compareNationalities } from './comparisons/nationality.ts';
import { compareHolder, compareNameAmong, comparePersonNames } from './comparisons/persons.ts';
import { comparePlaces, normalizePlace } from './comparisons/places.ts';
import { compareTexts } from './comparisons/texts.ts';
import { compareImplied, compareJudgement, compareWords } from './comparisons/words.ts';
import type { DisplayValue } from './displayValue.ts';
import type { Comparison } from './matchingRules.ts';
import type { ComputedVerdict } from './matrixRow.ts';
import type { RowContext } from './rowContext.ts';
import { fieldsAt, joinedName, repeatOf, statesAt, textValue } from './rowSide.ts';

/** Comparisons of one stated value with one reading. */
export type SingleComparison = Exclude<
  Comparison,
  { kind: 'setOfIds' | 'member' | 'student' | 'zone' | 'validity' }
>;

/**
 * What the rule finds between a stated value and what was read; both hold something.
 * @returns null where the two are of kinds that this comparison does not know
 */
export function compareSingle(
  comparison: SingleComparison,
  context: RowContext,
  stated: DisplayValue,
  read: DisplayValue,
): ComputedVerdict | null {
  switch (comparison.kind) {
    case 'exact':
      return onTexts(stated, read, (a, b) => compareIdentifiers(a, b, comparison.otherwise));
    case 'exactAmong':
      return onTexts(stated, read, (a, b) =>
        compareIdentifierAmong(a, b, readTexts(context, context.rule.readings[1])),
      );
    case 'nameAmong':
      return onTexts(stated, read, (a) => nameAmong(context, comparison.idNumber, a));
    case 'name':
    case 'latinName':
      return onTexts(stated, read, comparePersonNames);
    case 'exactDate':
      if (stated.kind !== 'date' || read.kind !== 'date') return null;
      return compareExactDates(stated.date, read.date);
    case 'dateAcrossCalendars':
      if (stated.kind !== 'date' || read.kind !== 'date') return null;
      return compareDatesAcrossCalendars(stated.date, read.date);
    case 'codeTable':
      return onTexts(stated, read, (a, b) =>
        namesChoice(stated, b)
          ? finding('match', 'equal')
          : compareWords(a, b, comparison.table, comparison.otherwise),
      );
    case 'impliedBy':
      return onTexts(stated, read, (a, b) => compareImplied(a, b, comparison.proofs));
    case 'fuzzyAddress':
      return onTexts(stated, read, (a, b) => comparePlaces(spellingsOf(stated, a), b, comparison));
    case 'amountWithin':
      if (stated.kind !== 'money' || read.kind !== 'money') return null;
      return compareAmounts(stated.halalas, read.halalas, comparison);
    case 'countOrReason':
      if (stated.kind !== 'number' || read.kind !== 'number') return null;
      return compareCounts(stated.value, read.value, 'review');
    case 'iban':
      return onTexts(stated, read, compareIbans);
    case 'holder':
      return onTexts(stated, read, (a, b) => holder(context, comparison, a, b));
    case 'fuzzyText':
      return onTexts(stated, read, (a, b) => compareTexts(spellingsOf(stated, a), b, comparison));
    case 'nationality':
      return onTexts(stated, read, (a, b) =>
        compareNationalities(
          a,
          b,
          statesAt(context.interview, context.rule.stated),
          context.nationalities,
        ),
      );
    case 'readByPerson':
      return compareJudgement(readTexts(context, context.rule.readings[1])[0] ?? null);
    default:
      return assertNever(comparison);
  }
}

/** M25: the document's own rule, as of the day. */
export function compareValidity(context: RowContext): ComputedVerdict {
  const { needed, document, today } = context;
  const validity = documentValidity(needed.validity, document, today);
  const { issuedDaysAgo, daysLeft, reasonCode } = validity;
  const params = {
    ...(issuedDaysAgo === null ? {} : { daysAgo: issuedDaysAgo }),
    ...(daysLeft === null ? {} : { daysLeft }),
  };
  switch (reasonCode) {
    case 'validUntil':
    case 'issuedRecently':
      return finding('match', 'validToday', params);
    case 'noExpiry':
      return finding('match', 'noExpiry', params);
    case 'dateMissing':
    case 'dateOutsideTable':
      return finding('review', reasonCode, params);
    case 'expired':
    case 'tooOld':
    case 'issuedLater':
      return finding('mismatch', reasonCode, params);
    case 'notPresented':
      return finding('notPresented', 'documentNotPresented');
    case 'illegible':
      return finding('illegible', 'documentIllegible');
    default:
      return assertNever(reasonCode);
  }
}

function onTexts(
  stated: DisplayValue,
  read: DisplayValue,
  compare: (stated: string, read: string) => ComputedVerdict,
): ComputedVerdict | null {
  const a = plain(stated);
  const b = plain(read);
  return a === null || b === null ? null : compare(a, b);
}

function plain(value: DisplayValue): string | null {
  switch (value.kind) {
    case 'text':
    case 'name':
    case 'identifier':
    case 'iban':
      return value.text;
    case 'choice':
      return value.name;
    case 'number':
      return String(value.value);
    default:
      return null;
  }
}

/** A choice may be printed in either language. */
function spellingsOf(stated: DisplayValue, text: string): readonly string[] {
  return stated.kind === 'choice' && stated.label !== null
    ? [stated.label.ar, stated.label.en]
    : [text];
}

function namesChoice(stated: DisplayValue, read: string): boolean {
  const word = normalizePlace(read, []);
  return (
    stated.kind === 'choice' &&
    spellingsOf(stated, stated.name).some((one) => normalizePlace(one, []) === word)
  );
}

function readTexts(context: RowContext, pattern: string | undefined): readonly string[] {
  if (pattern === undefined) return [];
  return fieldsAt(context.paper, pattern).flatMap(({ answer }) => textValue(answer) ?? []);
}

/** Readings: the head's name and number, the members' names and numbers. */
function nameAmong(context: RowContext, idField: string, stated: string): ComputedVerdict {
  const [headName, headId, names, ids] = context.rule.readings.map((pattern) =>
    fieldsAt(context.paper, pattern).map(({ answer }) => textValue(answer)),
  );
  const [ownId] = fieldsAt(context.interview, idField);
  return compareNameAmong(stated, textValue(ownId?.answer), [
    { name: headName?.[0] ?? null, idNumber: headId?.[0] ?? null },
    ...(names ?? []).map((name, index) => ({ name, idNumber: ids?.[index] ?? null })),
  ]);
}

function holder(
  context: RowContext,
  comparison: Extract<Comparison, { kind: 'holder' }>,
  stated: string,
  read: string,
): ComputedVerdict {
  if (comparison.claimed !== undefined) {
    // The paper must name whom the interview names, before anybody asks who that is.
    const claim = comparePersonNames(stated, read);
    if (claim.verdict !== 'match') return claim;
  }
  const { applicant, members } = applicantAndMembers(context);
  return applicant === null
    ? finding(comparison.otherwise, 'holderIsAnother', { person: read })
    : compareHolder(applicant, members, read, comparison.otherwise);
}

function applicantAndMembers({ rule, interview }: RowContext): {
  readonly applicant: string | null;
  readonly members: readonly string[];
} {
  const parts = rule.stated.filter((pattern) => repeatOf(pattern) === null);
  const others = rule.stated.filter((pattern) => repeatOf(pattern) !== null);
  return {
    applicant: joinedName(parts.flatMap((pattern) => fieldsAt(interview, pattern))),
    members: others
      .flatMap((pattern) => fieldsAt(interview, pattern))
      .flatMap(({ answer }) => textValue(answer) ?? []),
  };
}
