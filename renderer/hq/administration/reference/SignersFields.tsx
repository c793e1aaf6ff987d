import { useTranslation } from 'react-i18next';
import { CheckboxGroup } from '#renderer/components/Checkbox.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { HqRole } from '#shared/domain/hub/hqPermission.ts';
import styles from './reference.module.css';
import type { SettingsFieldsProps } from './SettingsPanel.tsx';
import { SIGNED_PAPERS } from './settingsDraft.ts';

/** Whose signatures the papers of headquarters have a place for. */
export function SignersFields({ draft, change, isReadOnly, faultAt }: SettingsFieldsProps) {
  const { t } = useTranslation(['reference', 'hqAdministration']);
  return (
    <fieldset className={styles.group}>
      <legend>{t('reference:signers')}</legend>
      <Stack gap={4}>
        {SIGNED_PAPERS.map((paper) => (
          <CheckboxGroup
            key={paper}
            label={t(`reference:signed.${paper}`)}
            columns={3}
            isReadOnly={isReadOnly}
            values={draft.signers[paper]}
            options={HqRole.options.map((role) => ({
              value: role,
              label: t(`hqAdministration:role.${role}`),
            }))}
            onChange={(roles) =>
              change({ signers: { ...draft.signers, [paper]: HqRole.array().parse(roles) } })
            }
            error={faultAt(`signers.${paper}`)}
          />
        ))}
      </Stack>
    </fieldset>
  );
}
