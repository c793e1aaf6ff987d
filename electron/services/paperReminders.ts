import { addDays } from '#shared/domain/calendar/dateArithmetic.ts';
import { isoDate } from '#shared/domain/calendar/dayNumber.ts';
import type { DocumentKey } from '#shared/domain/case/caseKeys.ts';
import { dayNumberOf } from '#shared/domain/documents/days.ts';
import { DocumentType } from '#shared/domain/documents/documentRules.ts';
import type { IsoDay } from '#shared/domain/identity.ts';
import { type OpenDesk, todayOf } from './openDesk.ts';

/** Papers that end within so many days are told of in time. */
const PAPER_DAYS = 30;

/** The days on which a paper ends soon: it counts while it is still in force. */
export function papersSoon(desk: OpenDesk): { readonly from: IsoDay; readonly through: IsoDay } {
  const today = todayOf(desk);
  return { from: today, through: isoDate(addDays(dayNumberOf(today), PAPER_DAYS)) };
}

/** By the rules in force: a type of document keeps its name from version to version. */
export function paperNameOf(
  { reference }: OpenDesk,
  documentKey: DocumentKey,
): { readonly ar: string; readonly en: string } | null {
  const { documentRules } = reference.rulesOf(reference.inForce);
  const type = DocumentType.safeParse(documentKey.split('/')[0]);
  const rule = type.success ? documentRules.byType.get(type.data) : undefined;
  if (rule === undefined) return null;
  const { ar, en } = rule.face.label;
  return { ar, en };
}
