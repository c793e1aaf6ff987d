import { z } from 'zod';

/**
 * Why a rule came to its verdict. Closed: every code has a sentence in `locales/{ar,en}/matching.json`
 * under `reason`, and what the sentence needs stands in `params`.
 */
export const REASON_CODES = [
  // Of any kind of value
  'equal',
  'differs',
  'notStated',
  'statedNotAnswered',
  'notPrinted',
  'documentNotPresented',
  'documentIllegible',
  'readByPerson',
  // Numbers and identifiers
  'oneDigitDiffers',
  'digitsSwapped',
  'headOfRegister',
  'listedInRegister',
  'notInRegister',
  // Names: what compareNames finds
  'nameSpelling',
  'nameShorterForm',
  'nameClanArticle',
  'nameOneLetter',
  'nameOrder',
  'nameFatherMissing',
  'nameFamilyMissing',
  'nameScripts',
  'nameClan',
  'nameTwoAgainstMore',
  'nameDifferent',
  'nameEmpty',
  // Dates
  'sameDayOtherCalendar',
  'oneDayApart',
  'twoDaysApart',
  'daysApart',
  'dayAndMonthSwapped',
  'onePartDiffers',
  'wholeDateDiffers',
  'dayMayBeUnknown',
  'dateOutsideTable',
  // Amounts and counts
  'withinTolerance',
  'beyondTolerance',
  'countDiffers',
  // Members of the family
  'membersEqual',
  'membersDiffer',
  'memberAgrees',
  'memberNotInDocument',
  'memberRelationshipDiffers',
  // Words of a table, places
  'sameMeaning',
  'documentSupports',
  'documentDoesNotSupport',
  'documentSilent',
  'documentUnclear',
  'placeAlike',
  'placeSimilar',
  'placeDiffers',
  'textAlike',
  'textSimilar',
  'textDiffers',
  // Nationality
  'nationalityNotTold',
  'nationalityUnknown',
  // Machine-readable zone
  'zoneNotRead',
  'zoneLength',
  'zoneCharacters',
  'zoneFormat',
  'zoneCheckDigit',
  'zoneComposite',
  'zonePartOpen',
  'zoneNamePrefix',
  'zoneNameShortened',
  // IBAN, lease
  'ibanInvalid',
  'holderIsApplicant',
  'holderIsMember',
  'holderIsAnother',
  // Issue and expiry
  'validToday',
  'noExpiry',
  'expired',
  'tooOld',
  'issuedLater',
  'dateMissing',
] as const;
export const ReasonCode = z.enum(REASON_CODES);
export type ReasonCode = z.infer<typeof ReasonCode>;

/** What the sentence of a reason may need; only what its code speaks of is present. */
export interface ReasonParams {
  readonly daysApart?: number;
  /** Between two amounts. */
  readonly differenceHalalas?: number;
  /** How much the rule allows. */
  readonly allowedHalalas?: number;
  readonly stated?: number;
  readonly read?: number;
  readonly onlyInDocument?: readonly string[];
  readonly onlyStated?: readonly string[];
  /** The name of the person that the reason speaks of. */
  readonly person?: string;
  /** Hundredths, 0-100. */
  readonly similarity?: number;
  readonly daysAgo?: number;
  readonly daysLeft?: number;
}
