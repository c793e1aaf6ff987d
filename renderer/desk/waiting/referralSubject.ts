import type { OpenCase } from '#renderer/access/caseFile.ts';
import type { CaseAssessment } from '#shared/domain/case/assessCase.ts';
import { DocumentKey, MatrixRowKey } from '#shared/domain/case/caseEvent.ts';
import type { ReferralReason, ReferralSubject } from '#shared/domain/case/referral.ts';

/** No document and no row in particular. */
export const NOTHING = 'nothing';

/** What a question can be about: the documents of the case, and the row that it was raised on. */
export function aboutOptions({ assessment }: OpenCase, about: string | null): readonly string[] {
  const documents = assessment.documents.map(({ needed }) => needed.documentKey);
  const own = about === null || documents.includes(about) ? [] : [about];
  return [NOTHING, ...own, ...documents];
}

export function subjectOf(key: string): ReferralSubject {
  const document = DocumentKey.safeParse(key);
  if (document.success) return { documents: [document.data], rows: [], paths: [] };
  const row = MatrixRowKey.safeParse(key);
  return { documents: [], rows: row.success ? [row.data] : [], paths: [] };
}

/** The reason that lies nearest to what the question is about; the person may choose another. */
export function reasonFor(
  { documents }: CaseAssessment,
  about: string | null,
): ReferralReason | '' {
  if (about === null) return '';
  const document = documents.find(({ needed }) => needed.documentKey === about);
  if (document === undefined) return 'dataDiffer';
  if (document.needed.officer) return 'noIdentityDocument';
  const { verdict } = document.validity;
  if (verdict === 'expired' || verdict === 'tooOld') return 'documentNotInForce';
  return verdict === 'notPresented' ? 'documentMissing' : 'other';
}
