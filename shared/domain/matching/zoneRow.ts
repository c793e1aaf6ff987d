import {
  type MachineReadableZone,
  parseMachineReadableZone,
} from '../identifiers/parseMachineReadableZone.ts';
import type { ZoneProblem } from '../identifiers/zoneText.ts';
import { compareDatesAcrossCalendars, compareExactDates } from './comparisons/dates.ts';
import { bestOf, finding } from './comparisons/finding.ts';
import { compareIdentifiers } from './comparisons/identifiers.ts';
import {
  compareNationalities,
  nationalityCode,
  type States,
  stateOfCode,
} from './comparisons/nationality.ts';
import { compareZoneName } from './comparisons/zoneNames.ts';
import type { DisplayValue } from './displayValue.ts';
import type { Comparison } from './matchingRules.ts';
import type { ComputedVerdict } from './matrixRow.ts';
import type { ReasonCode } from './reasonCodes.ts';
import type { RowContext, RowFinding } from './rowContext.ts';
import { displayOf, fieldsAt, normalizedOf, requiredAreRead, statesAt } from './rowSide.ts';
import { beforeComparing } from './singleRow.ts';

type Part = Extract<Comparison, { kind: 'zone' }>['part'];

/**
 * A stated value against one part of a machine-readable zone (M5-M7). A part whose own check digit
 * does not hold is keyed again, whatever it says: nothing is found against anybody by a slip.
 */
export function zoneRow(
  context: RowContext,
  { part }: Extract<Comparison, { kind: 'zone' }>,
): RowFinding {
  const { rule, interview, paper, row, today } = context;
  const [reading] = rule.readings;
  const [readField] = reading === undefined ? [] : fieldsAt(paper, reading);
  const [statedField] = rule.stated
    .flatMap((pattern) => fieldsAt(interview, pattern, row))
    .filter(({ relevant }) => relevant);
  const stated: DisplayValue =
    statedField === undefined
      ? { kind: 'missing' }
      : displayOf(rule.value, statedField.field, statedField.answer);
  const raw: DisplayValue =
    readField === undefined
      ? { kind: 'missing' }
      : displayOf('text', readField.field, readField.answer);
  const zone = raw.kind === 'text' ? parseMachineReadableZone(raw.text, today) : null;
  const isZone = zone !== null && !('problem' in zone);
  const read = isZone ? partOf(context, zone, part) : raw;
  const early = beforeComparing(context, stated, raw, readField);
  const computed =
    raw.kind === 'missing'
      ? requiredAreRead(paper)
        ? finding('notApplicable', 'zoneNotRead')
        : null
      : early === 'unread'
        ? null
        : (early ?? compareZone(context, zone, part, stated, read));
  return {
    statedPaths: statedField === undefined ? [] : [statedField.path],
    readPaths: readField === undefined ? [] : [readField.path],
    // A part of the zone cannot be copied over an answer as it stands.
    corrections: [],
    stated,
    read: read.kind === 'missing' ? null : read,
    statedNormalized: normalizedOf(stated),
    // With what the digits say, so that a verdict falls when only a digit is keyed again.
    readNormalized:
      [normalizedOf(read), isZone ? digitsOf(zone, part) : null]
        .filter((one) => one !== null)
        .join('; ')
        .slice(0, 4000) || null,
    computed,
  };
}

const PROBLEMS = {
  length: 'zoneLength',
  characters: 'zoneCharacters',
  format: 'zoneFormat',
} as const satisfies Record<ZoneProblem['problem'], ReasonCode>;

function compareZone(
  context: RowContext,
  zone: MachineReadableZone | ZoneProblem | null,
  part: Part,
  stated: DisplayValue,
  read: DisplayValue,
): ComputedVerdict {
  if (zone === null) return finding('review', 'readByPerson');
  if ('problem' in zone) return finding('review', PROBLEMS[zone.problem]);
  const digits = digitsOf(zone, part);
  if (digits === 'zoneCheckDigit') return finding('review', digits);
  if (read.kind === 'missing') return finding('review', 'zonePartOpen');
  const found = comparePart(context, zone, part, stated, read);
  // Where every field holds by itself, the slip is in a place that no other digit looks at.
  return digits !== null && found.verdict === 'match' ? finding('review', digits) : found;
}

/** What the check digits find against this part; null where they find nothing, or do not cover it. */
function digitsOf(
  { checkDigits }: MachineReadableZone,
  part: Part,
): 'zoneCheckDigit' | 'zoneComposite' | null {
  if (part === 'nationality' || part === 'name') return null;
  if (checkDigits[part] === 'wrong') return 'zoneCheckDigit';
  const { composite, ...own } = checkDigits;
  const allHold = Object.values(own).every((digit) => digit !== 'wrong');
  return part === 'documentNumber' && composite === 'wrong' && allHold ? 'zoneComposite' : null;
}

function partOf(context: RowContext, zone: MachineReadableZone, part: Part): DisplayValue {
  switch (part) {
    case 'documentNumber':
      return zone.documentNumber === ''
        ? { kind: 'missing' }
        : { kind: 'identifier', text: zone.documentNumber };
    case 'birthDate':
    case 'expiryDate': {
      const date = zone[part];
      return date === null ? { kind: 'missing' } : { kind: 'date', date };
    }
    case 'nationality': {
      const { states, table } = nationalities(context);
      const code = nationalityCode(zone.nationality, states, table) ?? zone.nationality;
      const label = states.get(stateOfCode(code, states, table))?.label ?? null;
      return { kind: 'choice', name: code, label };
    }
    case 'name':
      return { kind: 'name', text: `${zone.surname} ${zone.givenNames}`.trim() };
  }
}

function comparePart(
  context: RowContext,
  zone: MachineReadableZone,
  part: Part,
  stated: DisplayValue,
  read: DisplayValue,
): ComputedVerdict {
  if (stated.kind === 'date' && read.kind === 'date') {
    if (part === 'expiryDate') return compareExactDates(stated.date, read.date);
    // Two digits of a year do not tell who is a hundred from who is newly born.
    const earlier = { ...read.date, year: read.date.year - 100 };
    return bestOf([
      compareDatesAcrossCalendars(stated.date, read.date),
      compareDatesAcrossCalendars(stated.date, earlier),
    ]);
  }
  if (stated.kind === 'identifier' && read.kind === 'identifier') {
    // Where a number is printed with a sign that a zone does not have, a filler stands for it.
    return compareIdentifiers(stated.text, read.text.replaceAll('<', ''));
  }
  if (stated.kind === 'choice' && read.kind === 'choice') {
    const { states, table } = nationalities(context);
    return compareNationalities(stated.name, read.name, states, table);
  }
  return stated.kind === 'name' && read.kind === 'name'
    ? compareZoneName(stated.text, zone)
    : finding('review', 'readByPerson');
}

function nationalities(context: RowContext): {
  readonly states: States;
  readonly table: RowContext['nationalities'];
} {
  return { states: statesAt(context.interview, context.rule.stated), table: context.nationalities };
}
