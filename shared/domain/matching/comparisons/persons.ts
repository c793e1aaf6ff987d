import { compareNames, type NameReason } from '../../names/compareNames.ts';
import type { ComputedVerdict } from '../matrixRow.ts';
import type { ReasonCode } from '../reasonCodes.ts';
import { finding } from './finding.ts';
import { normalizeIdentifier } from './identifiers.ts';

const NAME_CODES: Readonly<Record<NameReason, ReasonCode>> = {
  equal: 'equal',
  spelling: 'nameSpelling',
  shorterForm: 'nameShorterForm',
  clanArticle: 'nameClanArticle',
  oneLetter: 'nameOneLetter',
  order: 'nameOrder',
  fatherMissing: 'nameFatherMissing',
  familyMissing: 'nameFamilyMissing',
  scripts: 'nameScripts',
  clan: 'nameClan',
  twoAgainstMore: 'nameTwoAgainstMore',
  different: 'nameDifferent',
  empty: 'nameEmpty',
};

/** Names by the rules of the field (M2, M7, M9). */
export function comparePersonNames(stated: string, read: string): ComputedVerdict {
  const { verdict, reason } = compareNames(stated, read);
  return finding(verdict, NAME_CODES[reason]);
}

/** A person as a paper prints them, or as the interview has them. */
export interface PersonInPaper {
  readonly name: string | null;
  readonly idNumber: string | null;
}

/** The applicant's name as it stands beside their own number on the register (M2 on D5). */
export function compareNameAmong(
  statedName: string,
  ownIdNumber: string | null,
  people: readonly PersonInPaper[],
): ComputedVerdict {
  const own = ownIdNumber === null ? null : normalizeIdentifier(ownIdNumber);
  const found = people.find(
    ({ idNumber }) => own !== null && idNumber !== null && normalizeIdentifier(idNumber) === own,
  );
  const [head] = people;
  const entry = found ?? head;
  return entry?.name == null
    ? finding('review', 'notInRegister')
    : comparePersonNames(statedName, entry.name);
}

/**
 * Whom a paper names (M15 tenant, M19 holder): the applicant, or where the rule takes them one of the
 * household. A name that is nearly the applicant's is for a person to look at.
 */
export function compareHolder(
  applicant: string,
  members: readonly string[],
  read: string,
  otherwise: 'mismatch' | 'review',
): ComputedVerdict {
  const own = compareNames(applicant, read);
  if (own.verdict === 'match') {
    return finding('match', own.reason === 'equal' ? 'equal' : 'holderIsApplicant');
  }
  const member = members.find((name) => compareNames(name, read).verdict === 'match');
  if (member !== undefined) return finding('match', 'holderIsMember', { person: member });
  return own.verdict === 'review'
    ? finding('review', NAME_CODES[own.reason])
    : finding(otherwise, 'holderIsAnother', { person: read });
}
