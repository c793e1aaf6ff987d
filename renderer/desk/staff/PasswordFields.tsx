import { useTranslation } from 'react-i18next';
import { PasswordField, type PasswordFieldProps } from '#renderer/components/PasswordField.tsx';
import type { NewPassword } from '#renderer/components/use-new-password.ts';

type OwnProps = Pick<PasswordFieldProps, 'value' | 'onChange' | 'help' | 'error'>;

/** The password of whoever sits at the desk, asked again before keys are touched. */
export function OwnPasswordField(props: OwnProps) {
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

export interface NewPasswordFieldsProps {
  readonly password: NewPassword;
  /** The form was sent once: what is wrong is said. */
  readonly asked: boolean;
  readonly who: 'self' | 'other';
}

export function NewPasswordFields({ password, asked, who }: NewPasswordFieldsProps) {
  const { t } = useTranslation(['staff', 'session', 'errors']);
  const shared = {
    span: 6,
    autoComplete: 'new-password',
    showLabel: t('session:showPassword'),
    hideLabel: t('session:hidePassword'),
  } as const;
  return (
    <>
      <PasswordField
        {...shared}
        label={t(who === 'self' ? 'session:newPassword' : 'staff:theirPassword')}
        help={t(who === 'self' ? 'session:passwordHelp' : 'staff:theirPasswordHelp')}
        error={asked && !password.isLongEnough ? t('errors:passwordTooShort') : undefined}
        value={password.text}
        onChange={password.setText}
      />
      <PasswordField
        {...shared}
        label={t('session:passwordAgain')}
        error={
          asked && password.isLongEnough && !password.isSame
            ? t('session:passwordDiffers')
            : undefined
        }
        value={password.again}
        onChange={password.setAgain}
      />
    </>
  );
}
