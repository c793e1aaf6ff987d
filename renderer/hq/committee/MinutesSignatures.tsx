import { useTranslation } from 'react-i18next';
import { useHqSettings } from '#renderer/access/hq/settings.ts';
import { PrintSignatures } from '#renderer/components/PrintPage.tsx';
import type { HqRole } from '#shared/domain/hub/hqPermission.ts';
import { MemberName } from './MemberName.tsx';

export interface MinutesSignaturesProps {
  readonly members: readonly { readonly personId: string; readonly name: string }[];
  readonly attended: readonly string[];
  readonly chairId: string;
}

/** Places for those who sign minutes by the settings in force: of who was there, each by name. */
export function MinutesSignatures({ members, attended, chairId }: MinutesSignaturesProps) {
  const { t } = useTranslation('hqAdministration');
  const roles = useHqSettings().signers.N12;
  const signs = (role: HqRole) => roles.includes(role);
  const present = members.filter(
    ({ personId }) =>
      attended.includes(personId) &&
      signs(personId === chairId ? 'committeeChair' : 'committeeMember'),
  );
  const others = roles.filter((role) => role !== 'committeeChair' && role !== 'committeeMember');
  return (
    <PrintSignatures
      places={[
        ...present.map((member) => ({
          id: member.personId,
          label: <MemberName member={member} chairId={chairId} />,
        })),
        ...others.map((role) => ({ id: role, label: t(`role.${role}`) })),
      ]}
    />
  );
}
