import { useTranslation } from 'react-i18next';
import { PasswordField, type PasswordFieldProps } from '#renderer/components/PasswordField.tsx';

type OwnPasswordFieldProps = Pick<PasswordFieldProps, 'value' | 'onChange' | 'help' | 'error'>;

/** The password of whoever sits at the desk, asked again before keys are touched. */
export function OwnPasswordField(props: OwnPasswordFieldProps) {
  const { t } = useTranslation(['staff', 'session']);
  return (
    <PasswordField
      {...props}
      span={6}
      autoComplete="current-password"
      label={t('staff:ownPassword')}
      showLabel={t('session:showPassword')}
      hideLabel={t('session:hidePassword')}
    />
  );
}
