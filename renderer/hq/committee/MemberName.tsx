import { useTranslation } from 'react-i18next';
import { Words } from '#renderer/caseParts/summaryValue.tsx';

export interface MemberNameProps {
  readonly member: { readonly personId: string; readonly name: string };
  readonly chairId: string;
}

/** A member of a session by name; whoever leads it is marked. */
export function MemberName({ member: { personId, name }, chairId }: MemberNameProps) {
  const { t } = useTranslation('committee');
  return (
    <>
      <Words>{name}</Words>
      {personId === chairId && <> ({t('chairMark')})</>}
    </>
  );
}
