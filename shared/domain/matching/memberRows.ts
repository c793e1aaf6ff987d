import type { AnswerPath } from '../answers/answer.ts';
import { fieldAnswer, rowsOfRepeat } from '../documents/caseRow.ts';
import { finding } from './comparisons/finding.ts';
import { normalizeIdentifier } from './comparisons/identifiers.ts';
import {
  compareMember,
  compareMemberSets,
  type Member,
  pairMembers,
} from './comparisons/members.ts';
import type { DisplayValue } from './displayValue.ts';
import type { Comparison } from './matchingRules.ts';
import type { Correction } from './matrixRow.ts';
import type { RowContext, RowFinding } from './rowContext.ts';
import {
  dateValue,
  displayOf,
  type FilledForm,
  fieldsAt,
  normalizedOf,
  repeatOf,
  requiredAreRead,
  textValue,
} from './rowSide.ts';

/** A member with where each part stands and how it is shown. */
interface PlacedMember extends Member {
  /** Number, name, relationship, birth date. */
  readonly paths: readonly AnswerPath[];
  readonly shown: DisplayValue;
}

type SetComparison = Extract<Comparison, { kind: 'setOfIds' }>;
type MemberComparison = Extract<Comparison, { kind: 'member' }>;

/** M8: the members stated and those that the register prints, as sets. */
export function memberSetRow(context: RowContext, comparison: SetComparison): RowFinding {
  const { stated, read } = bothSides(context, comparison.applicant);
  return {
    statedPaths: stated.flatMap(({ paths }) => paths.slice(0, 1)),
    readPaths: read.flatMap(({ paths }) => paths.slice(0, 1)),
    corrections: [],
    stated: namesOf(stated),
    read: namesOf(read),
    statedNormalized: setNormalized(stated),
    readNormalized: setNormalized(read),
    computed: requiredAreRead(context.paper) ? compareMemberSets(stated, read) : null,
  };
}

/** M9: one member beside their entry on the register. */
export function memberRow(context: RowContext, comparison: MemberComparison): RowFinding {
  const { stated, read } = bothSides(context, comparison.applicant);
  const own = stated.find((member) => member.rowId === context.row?.rowId);
  const { pairs } = pairMembers(stated, read);
  const pair = pairs.find((one) => one.stated === own);
  const entry = read.find((member) => member === pair?.read);
  const found =
    own === undefined || entry === undefined
      ? // The set of the members (M8) already says so, and asks for the reason once.
        finding('notApplicable', 'memberNotInDocument')
      : compareMember(own, entry, comparison.relationships);
  const computed = requiredAreRead(context.paper) ? found : null;
  return {
    statedPaths: own?.paths ?? [],
    readPaths: entry?.paths ?? [],
    corrections: computed === null || computed.verdict === 'match' ? [] : corrections(own, entry),
    stated: own?.shown ?? { kind: 'missing' },
    read: entry?.shown ?? null,
    statedNormalized: normalizedOf(own?.shown ?? null),
    readNormalized: normalizedOf(entry?.shown ?? null),
    computed,
  };
}

/**
 * The members of both sides. The applicant, who is no member, is left out of the register's; its head
 * counts only where the interview names them, since a widow's register may still be her husband's.
 */
function bothSides(
  { rule, interview, paper }: RowContext,
  applicantField: string,
): { readonly stated: readonly PlacedMember[]; readonly read: readonly PlacedMember[] } {
  const [applicant] = fieldsAt(interview, applicantField);
  const ownNumber = numberOf(textValue(applicant?.answer));
  const stated = membersOf(interview, rule.stated);
  const head = headOf(paper, rule.readings);
  const headIsStated = stated.some((member) => isSame(numberOf(member.idNumber), head?.idNumber));
  const others = membersOf(paper, rule.readings.slice(0, 4)).filter(
    (member) => !isSame(ownNumber, member.idNumber),
  );
  return { stated, read: head !== null && headIsStated ? [head, ...others] : others };
}

function numberOf(text: string | null): string | null {
  return text === null ? null : normalizeIdentifier(text);
}

function isSame(number: string | null, other: string | null | undefined): boolean {
  return number !== null && other != null && number === normalizeIdentifier(other);
}

function membersOf(
  { form, root }: FilledForm,
  patterns: readonly string[],
): readonly PlacedMember[] {
  const repeat = repeatOf(patterns[0] ?? '');
  if (repeat === null) return [];
  return rowsOfRepeat(form, root, repeat).map((row) => {
    const fields = patterns.map((pattern) =>
      fieldAnswer(form, row, pattern.split('/').at(-1) ?? ''),
    );
    const [idNumber, name, relationship, birthDate] = fields;
    const shown = [
      name && displayOf('name', name.field, name.answer),
      relationship && displayOf('choice', relationship.field, relationship.answer),
      birthDate && displayOf('date', birthDate.field, birthDate.answer),
    ];
    return {
      rowId: row.rowId,
      idNumber: textValue(idNumber?.answer),
      name: textValue(name?.answer),
      relationship: textValue(relationship?.answer),
      birthDate: dateValue(birthDate?.answer),
      paths: fields.flatMap((field) => field?.path ?? []),
      shown: {
        kind: 'list',
        items: shown.filter((item) => item !== undefined && item.kind !== 'missing'),
      },
    };
  });
}

function headOf(paper: FilledForm, readings: readonly string[]): PlacedMember | null {
  const [idNumber, name] = readings.slice(4, 6).flatMap((pattern) => fieldsAt(paper, pattern));
  if (idNumber === undefined || name === undefined) return null;
  return {
    rowId: null,
    idNumber: textValue(idNumber.answer),
    name: textValue(name.answer),
    relationship: null,
    birthDate: null,
    paths: [idNumber.path, name.path],
    shown: { kind: 'list', items: [displayOf('name', name.field, name.answer)] },
  };
}

function namesOf(members: readonly PlacedMember[]): DisplayValue {
  return {
    kind: 'list',
    items: members.map(({ name, idNumber }) =>
      name === null ? { kind: 'identifier', text: idNumber ?? '' } : { kind: 'name', text: name },
    ),
  };
}

/** In the order of the numbers: a set has none of its own. */
function setNormalized(members: readonly PlacedMember[]): string {
  return members
    .map(({ idNumber, name }) => {
      const named = normalizedOf(name === null ? null : { kind: 'name', text: name });
      return `${numberOf(idNumber) ?? ''} ${named ?? ''}`.trim();
    })
    .toSorted()
    .join('; ')
    .slice(0, 4000);
}

/** Name and birth date may be taken over as printed; the words for a relationship differ. */
function corrections(
  own: PlacedMember | undefined,
  entry: PlacedMember | undefined,
): readonly Correction[] {
  if (own === undefined || entry === undefined || entry.rowId === null) return [];
  const [, statedName, , statedBirth] = own.paths;
  const [, readName, , readBirth] = entry.paths;
  const pairs = [
    { stated: statedName, read: readName, given: entry.name !== null && entry.name !== own.name },
    { stated: statedBirth, read: readBirth, given: entry.birthDate !== null },
  ];
  return pairs.flatMap(({ stated, read, given }) =>
    given && stated !== undefined && read !== undefined ? [{ stated, read }] : [],
  );
}
