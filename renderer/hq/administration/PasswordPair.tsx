import { useTranslation } from 'react-i18next';
import { PasswordField } from '#renderer/components/PasswordField.tsx';
import type { NewPassword } from '#renderer/components/use-new-password.ts';

export interface PasswordPairProps {
  readonly password: NewPassword;
  /** The form was sent once: what is wrong is said. */
  readonly asked: boolean;
  readonly label: string;
  readonly help?: string;
}

/** A new password, typed twice. */
export function PasswordPair({ password, asked, label, help }: PasswordPairProps) {
  const { t } = useTranslation(['session', 'hqErrors']);
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
        label={label}
        {...(help === undefined ? {} : { help })}
        error={asked && !password.isLongEnough ? t('hqErrors:passwordTooShort') : undefined}
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
