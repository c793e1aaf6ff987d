import { CopyCheck, GitMerge } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Note } from '#renderer/components/Note.tsx';
import { type AtHeadquarters, duplicateOf } from '#shared/domain/case/headquartersState.ts';

type Merged = Pick<AtHeadquarters, 'fileNo' | 'merges'>;

/** Whether headquarters has joined the person's file with another. */
export function isMerged({ merges }: Pick<Merged, 'merges'>): boolean {
  return merges.length > 0;
}

/**
 * On which file of headquarters a case stands since its person turned out to be one with another, and
 * whether it only repeats another request. Nothing of another branch's data is known here, or told.
 */
export function MergeNotes({ headquarters }: { readonly headquarters: AtHeadquarters }) {
  const { t } = useTranslation('caseFrame');
  const repeated = duplicateOf(headquarters);
  return (
    <>
      {headquarters.merges.map((merge) => (
        <Note key={merge.mergeId} tone="info" icon={GitMerge}>
          {mergeSentence(t, headquarters.fileNo, merge.otherFileNo)}
        </Note>
      ))}
      {repeated !== null && (
        <Note tone="review" icon={CopyCheck}>
          {repeated.reference === null
            ? t('merge.repeatsElsewhere')
            : t('merge.repeats', { reference: repeated.reference })}
        </Note>
      )}
    </>
  );
}

function mergeSentence(
  t: ReturnType<typeof useTranslation<'caseFrame'>>['t'],
  file: string | null,
  other: string | null,
): string {
  if (file === null) return t('merge.withoutFile');
  return other === null || other === file
    ? t('merge.joined', { file })
    : t('merge.joinedWith', { file, other });
}
