import { useTranslation } from 'react-i18next';
import { CheckboxGroup } from '#renderer/components/Checkbox.tsx';
import { HqRole } from '#shared/domain/hub/hqPermission.ts';

export interface RoleBoxesProps {
  readonly roles: readonly HqRole[];
  readonly onChange: (roles: readonly HqRole[]) => void;
  readonly error: string | undefined;
}

/** The roles of the policy, each with what it may do. */
export function RoleBoxes({ roles, onChange, error }: RoleBoxesProps) {
  const { t } = useTranslation('hqAdministration');
  return (
    <CheckboxGroup
      label={t('roles')}
      isRequired
      columns={2}
      error={error}
      values={roles}
      options={HqRole.options.map((role) => ({
        value: role,
        label: t(`role.${role}`),
        description: t(`roleMay.${role}`),
      }))}
      onChange={(chosen) => onChange(HqRole.array().parse(chosen))}
    />
  );
}
